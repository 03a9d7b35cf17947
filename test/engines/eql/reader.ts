/*
 * A reader of Elastic's EQL, written from its pages and nothing else: it shares no code with what writes
 * queries.
 * https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax
 */

export interface EqlValue {
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  readonly text: string;
}

export interface EqlTest {
  readonly kind: 'test';
  readonly field: string;
  readonly optional: boolean;
  /** `string(field)`. */
  readonly asString: boolean;
  /** As written; `cidrMatch` for that function. */
  readonly operator: string;
  readonly values: readonly EqlValue[];
}

export type EqlNode =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly EqlNode[] }
  | { readonly kind: 'not'; readonly operand: EqlNode }
  | { readonly kind: 'constant'; readonly value: boolean }
  | EqlTest;

export interface EqlEvent {
  /** Null for `any`. */
  readonly category: string | null;
  readonly condition: EqlNode;
}

export interface EqlStep extends EqlEvent {
  readonly by: readonly string[];
  readonly runs: number;
}

export interface EqlSequence {
  readonly by: readonly string[];
  /** In milliseconds. */
  readonly maxspan: number | null;
  readonly steps: readonly EqlStep[];
}

type Token = {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'sign';
  readonly text: string;
};

const TOKENS: readonly (readonly [Token['kind'] | null, RegExp])[] = [
  [null, /(?:[ \t\r\n]+|\/\/[^\r\n]*)/y],
  ['string', /"""[^\r\n]*?"""(?!")|"(?:[^"\\\r\n]|\\[^])*"/y],
  ['name', /`(?:[^`]|``)+`/y],
  ['word', /[A-Za-z_@][A-Za-z0-9_]*~?/y],
  ['number', /[0-9]+(?:\.[0-9]+)?/y],
  ['sign', /[<>!=]=|[:<>()[\],.?=-]/y],
];

function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < query.length;) {
    const found = TOKENS.find(([, pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(query);
    });
    if (!found) throw new Error(`no token at ${at}: ${query.slice(at, at + 20)}`);
    const [kind, { lastIndex }] = found;
    if (kind) tokens.push({ kind, text: query.slice(at, lastIndex) });
    at = lastIndex;
  }
  return tokens;
}

const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  '"': '"',
};

function unquoted(text: string): string {
  if (text.startsWith('"""')) return text.slice(3, -3);
  return text.slice(1, -1).replace(/\\(u\{[0-9a-f]{2,8}\}|.)/gis, (_, escape: string) => {
    if (escape.length > 1) return String.fromCodePoint(parseInt(escape.slice(2), 16));
    const found = ESCAPED[escape];
    if (found === undefined) throw new Error(`no escape: \\${escape}`);
    return found;
  });
}

const KEYWORDS = new Set(
  'and any by false in in~ join like like~ maxspan not null of or regex regex~ sample sequence true until where with'.split(
    ' ',
  ),
);

export function readEvent(query: string): EqlEvent {
  const reader = new Reader(query);
  const event = reader.event();
  reader.end();
  return event;
}

export function readSequence(query: string): EqlSequence {
  const reader = new Reader(query);
  const sequence = reader.sequence();
  reader.end();
  return sequence;
}

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(private readonly query: string) {
    this.tokens = tokensOf(query);
  }

  end(): void {
    if (this.at < this.tokens.length) this.fail();
  }

  sequence(): EqlSequence {
    this.take('sequence');
    const by = this.keys();
    const maxspan = this.skip('with') ? this.maxspan() : null;
    const steps: EqlStep[] = [];
    while (this.skip('[')) {
      const event = this.event();
      this.take(']');
      const own = this.keys();
      steps.push({ ...event, by: own, runs: this.skip('with') ? this.runs() : 1 });
    }
    return { by, maxspan, steps };
  }

  event(): EqlEvent {
    const { kind, text } = this.next();
    if (kind !== 'word' && kind !== 'string') this.fail();
    this.take('where');
    const category = text === 'any' ? null : kind === 'string' ? unquoted(text) : text;
    return { category, condition: this.or() };
  }

  private maxspan(): number {
    this.take('maxspan');
    this.take('=');
    const number = Number(this.next().text);
    const unit = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[this.next().text];
    return unit === undefined ? this.fail() : number * unit;
  }

  private runs(): number {
    this.take('runs');
    this.take('=');
    return Number(this.next().text);
  }

  private keys(): string[] {
    const keys: string[] = [];
    if (this.skip('by')) {
      do keys.push(this.field().field);
      while (this.skip(','));
    }
    return keys;
  }

  private or(): EqlNode {
    return this.linked('or', () => this.linked('and', () => this.not()));
  }

  private linked(kind: 'and' | 'or', read: () => EqlNode): EqlNode {
    const operands = [read()];
    while (this.skip(kind)) operands.push(read());
    return operands.length === 1 ? operands[0]! : { kind, operands };
  }

  private not(): EqlNode {
    return this.skip('not') ? { kind: 'not', operand: this.not() } : this.primary();
  }

  private primary(): EqlNode {
    if (this.skip('(')) {
      const node = this.or();
      this.take(')');
      return node;
    }
    if (this.skip('true')) return { kind: 'constant', value: true };
    if (this.skip('false')) return { kind: 'constant', value: false };
    const call = this.tokens[this.at + 1]?.text === '(' ? this.tokens[this.at]!.text : null;
    if (call === 'cidrMatch') {
      this.at += 2;
      const field = this.field();
      const values: EqlValue[] = [];
      while (this.skip(',')) values.push(this.value());
      this.take(')');
      return { kind: 'test', ...field, asString: false, operator: 'cidrMatch', values };
    }
    const asString = call === 'string';
    if (asString) this.at += 2;
    const field = this.field();
    if (asString) this.take(')');
    const operator = this.next().text;
    if (!/^(?::|[<>]=?|[!=]=|(?:in|like|regex)~?)$/.test(operator)) this.fail();
    return { kind: 'test', ...field, asString, operator, values: this.values(operator) };
  }

  /** A list only where there may be one; `in` always has one. */
  private values(operator: string): readonly EqlValue[] {
    const isList = /^(?::|like|regex|in)/.test(operator) && this.skip('(');
    if (!isList) return operator.startsWith('in') ? this.fail() : [this.value()];
    const values = [this.value()];
    while (this.skip(',')) values.push(this.value());
    this.take(')');
    return values;
  }

  private field(): { readonly field: string; readonly optional: boolean } {
    const optional = this.skip('?');
    const parts: string[] = [];
    do {
      const { kind, text } = this.next();
      if (kind === 'name') parts.push(text.slice(1, -1).replaceAll('``', '`'));
      else if (kind === 'word' && !KEYWORDS.has(text) && !text.endsWith('~')) parts.push(text);
      else this.fail();
    } while (this.skip('.'));
    return { field: parts.join('.'), optional };
  }

  private value(): EqlValue {
    const sign = this.skip('-') ? '-' : '';
    const { kind, text } = this.next();
    if (kind === 'number') return { type: 'number', text: sign + text };
    if (sign !== '') this.fail();
    if (kind === 'string') return { type: 'string', text: unquoted(text) };
    if (text === 'null') return { type: 'null', text };
    return text === 'true' || text === 'false' ? { type: 'boolean', text } : this.fail();
  }

  private next(): Token {
    return this.tokens[this.at++] ?? this.fail();
  }

  private skip(text: string): boolean {
    const found = this.tokens[this.at];
    const is = found?.text === text && found.kind !== 'string' && found.kind !== 'name';
    if (is) this.at++;
    return is;
  }

  private take(text: string): void {
    if (!this.skip(text)) this.fail(text);
  }

  private fail(expected = 'something else'): never {
    const { text = 'the end' } = this.tokens[this.at] ?? {};
    throw new Error(`${expected} expected near ${text}: ${this.query}`);
  }
}
