/** The grammar of `search`, which is also what `where` within `tstats` takes. */
import { SplError } from './spl-error.js';

export type SearchNode =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly SearchNode[] }
  | { readonly kind: 'not'; readonly operand: SearchNode }
  | {
      readonly kind: 'comparison';
      readonly field: string;
      readonly operator: SearchOperator;
      readonly value: SearchValue;
    }
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly SearchValue[] }
  /** A term or phrase that is looked for in the raw event. */
  | { readonly kind: 'term'; readonly value: SearchValue };

export type SearchOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Texts and wildcards, escapes undone. */
export type SearchValue = readonly (string | { readonly wildcard: true })[];

export type SearchToken =
  | { readonly kind: 'word' | 'string'; readonly value: SearchValue; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

export function readSearch(tokens: readonly SearchToken[]): SearchNode {
  const reader = new SearchReader(tokens);
  const node = reader.and();
  reader.end();
  return node;
}

/** Parentheses, then NOT, then OR, then AND, which is implied between terms. */
class SearchReader {
  private at = 0;

  constructor(private readonly tokens: readonly SearchToken[]) {
    if (tokens.length === 0) throw new SplError('empty search', '', 0);
    if (isWord(tokens[0], 'search')) throw new SplError('search command', 'search', 0);
  }

  and(): SearchNode {
    const operands = [this.or()];
    for (;;) {
      if (this.takeWord('AND')) operands.push(this.or());
      else if (this.at < this.tokens.length && !this.isSign(')')) operands.push(this.or());
      else return operands.length === 1 ? operands[0]! : { kind: 'and', operands };
    }
  }

  end(): void {
    if (this.at < this.tokens.length) this.fail('unexpected');
  }

  private or(): SearchNode {
    const operands = [this.not()];
    while (this.takeWord('OR')) operands.push(this.not());
    return operands.length === 1 ? operands[0]! : { kind: 'or', operands };
  }

  private not(): SearchNode {
    if (!this.takeWord('NOT')) return this.primary();
    if (isWord(this.tokens[this.at], 'NOT')) this.fail('double NOT');
    return { kind: 'not', operand: this.primary() };
  }

  private primary(): SearchNode {
    if (this.takeSign('(')) {
      const node = this.and();
      if (!this.takeSign(')')) this.fail('missing )');
      return node;
    }
    const token = this.tokens[this.at];
    if (!token || token.kind === 'sign') this.fail('missing term');
    if (isWord(token, 'AND') || isWord(token, 'OR')) this.fail('operator');
    this.at++;
    for (const operator of OPERATORS) {
      if (this.takeSign(operator)) {
        return { kind: 'comparison', field: fieldOf(token), operator, value: this.value() };
      }
    }
    if (!this.takeWord('IN')) return { kind: 'term', value: token.value };
    if (!this.takeSign('(')) this.fail('missing (');
    const values = [this.value()];
    while (this.takeSign(',')) values.push(this.value());
    if (!this.takeSign(')')) this.fail('missing )');
    return { kind: 'in', field: fieldOf(token), values };
  }

  private value(): SearchValue {
    const token = this.tokens[this.at++];
    if (!token || token.kind === 'sign') this.fail('missing value');
    return token.value;
  }

  private isSign(text: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' && token.text === text;
  }

  private takeSign(text: string): boolean {
    if (!this.isSign(text)) return false;
    this.at++;
    return true;
  }

  private takeWord(text: string): boolean {
    if (!isWord(this.tokens[this.at], text)) return false;
    this.at++;
    return true;
  }

  private fail(what: string): never {
    const text = this.tokens.map((t) => t.text).join(' ');
    throw new SplError(`${what} at token ${this.at}`, text, 0);
  }
}

const OPERATORS: readonly SearchOperator[] = ['=', '!=', '<=', '>=', '<', '>'];

export function isWord(token: SearchToken | undefined, text: string): boolean {
  return token?.kind === 'word' && token.text === text;
}

/** Words that `search` takes for modifiers of the search, so they name no field of an event. */
const MODIFIERS = /^(earliest|latest|(start|end)time|timeformat|savedsearch|savedsplunk)$/;

function fieldOf(token: SearchToken): string {
  if (token.kind === 'sign') throw new SplError('field', token.text, 0);
  const [name] = token.value;
  if (token.value.length !== 1 || typeof name !== 'string') {
    throw new SplError('wildcard in a field name', token.text, 0);
  }
  if (MODIFIERS.test(name)) throw new SplError('search modifier as a field', name, 0);
  return name;
}

export function tokenize(text: string): SearchToken[] {
  const tokens: SearchToken[] = [];
  let i = 0;
  while (i < text.length) {
    const c = text[i]!;
    if (c === ' ' || c === '\n') i++;
    else if (c === '"') {
      const end = closing(text, i);
      const raw = text.slice(i + 1, end);
      tokens.push({ kind: 'string', value: unescape(raw), text: raw });
      i = end + 1;
    } else if (c === '(' || c === ')' || c === ',') {
      tokens.push({ kind: 'sign', text: c });
      i++;
    } else if (/[=!<>]/.test(c)) {
      const operator = /^(!=|<=|>=|=|<|>)/.exec(text.slice(i, i + 2))?.[0];
      if (!operator) throw new SplError('operator', text, i);
      tokens.push({ kind: 'sign', text: operator });
      i += operator.length;
    } else {
      const word = /^[A-Za-z0-9_.*:/-]+/.exec(text.slice(i, i + 1000))?.[0];
      if (!word) throw new SplError('needs quotation marks', text, i);
      tokens.push({ kind: 'word', value: unescape(word), text: word });
      i += word.length;
    }
  }
  return tokens;
}

function closing(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  throw new SplError('open quotation mark', text, open);
}

/** A backslash escapes quotation marks, pipes and itself, and nothing else; no asterisk. */
function unescape(raw: string): SearchValue {
  const value: (string | { wildcard: true })[] = [];
  let literal = '';
  for (let i = 0; i < raw.length; i++) {
    const c = raw[i]!;
    if (c === '*') {
      if (literal !== '') value.push(literal);
      literal = '';
      value.push({ wildcard: true });
    } else if (c === '\\' && /[\\"|]/.test(raw[i + 1] ?? '')) literal += raw[++i]!;
    else literal += c;
  }
  if (literal !== '' || value.length === 0) value.push(literal);
  return value;
}

/** Whether a value stands for the addresses of a network, which its notation alone says. */
export function isNetwork(value: SearchValue): boolean {
  const [only] = value;
  return value.length === 1 && typeof only === 'string' && /^[0-9a-f.:]+\/\d+$/i.test(only);
}
