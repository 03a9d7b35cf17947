import { SplError } from './spl-error.js';

/** An expression of `eval` and `where`. */
export type EvalNode =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly EvalNode[] }
  | {
      readonly kind: 'binary';
      readonly operator: EvalOperator;
      readonly left: EvalNode;
      readonly right: EvalNode;
    }
  | { readonly kind: 'minus'; readonly operand: EvalNode }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly EvalNode[] }
  | { readonly kind: 'not'; readonly operand: EvalNode };

export type EvalOperator =
  '==' | '!=' | '<' | '<=' | '>' | '>=' | '.' | '+' | '-' | '*' | '/' | '%';

interface Token {
  readonly kind: 'string' | 'number' | 'field' | 'word' | 'sign' | 'end';
  readonly text: string;
}

export function readEval(text: string): EvalNode {
  const reader = new EvalReader(tokenize(text), text);
  const node = reader.or();
  reader.end();
  return node;
}

/** The names of the fields that an expression reads. */
export function fieldsOf(node: EvalNode, into = new Set<string>()): ReadonlySet<string> {
  switch (node.kind) {
    case 'field':
      into.add(node.name);
      break;
    case 'call':
      for (const a of node.arguments) fieldsOf(a, into);
      break;
    case 'and':
    case 'or':
      for (const o of node.operands) fieldsOf(o, into);
      break;
    case 'not':
    case 'minus':
      fieldsOf(node.operand, into);
      break;
    case 'binary':
      fieldsOf(node.left, into);
      fieldsOf(node.right, into);
  }
  return into;
}

const COMPARISONS = ['==', '=', '!=', '<=', '>=', '<', '>'];

/** Parentheses, then NOT, then AND, then OR: the order that the manual gives for `where`. */
class EvalReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly text: string,
  ) {}

  or(): EvalNode {
    const operands = [this.and()];
    while (this.takeWord('OR')) operands.push(this.and());
    return operands.length === 1 ? operands[0]! : { kind: 'or', operands };
  }

  end(): void {
    if (this.token.kind !== 'end') this.fail('unexpected');
  }

  private and(): EvalNode {
    const operands = [this.not()];
    while (this.takeWord('AND')) operands.push(this.not());
    return operands.length === 1 ? operands[0]! : { kind: 'and', operands };
  }

  private not(): EvalNode {
    if (!this.takeWord('NOT')) return this.comparison();
    return { kind: 'not', operand: this.comparison() };
  }

  private comparison(): EvalNode {
    const left = this.sum();
    const sign = this.takeSign(...COMPARISONS);
    if (!sign) return left;
    const operator = (sign === '=' ? '==' : sign) as EvalOperator;
    return { kind: 'binary', operator, left, right: this.sum() };
  }

  private sum(): EvalNode {
    let left = this.product();
    for (;;) {
      const sign = this.takeSign('+', '-', '.') as EvalOperator | null;
      if (!sign) return left;
      left = { kind: 'binary', operator: sign, left, right: this.product() };
    }
  }

  private product(): EvalNode {
    let left = this.unary();
    for (;;) {
      const sign = this.takeSign('*', '/', '%') as EvalOperator | null;
      if (!sign) return left;
      left = { kind: 'binary', operator: sign, left, right: this.unary() };
    }
  }

  private unary(): EvalNode {
    return this.takeSign('-') ? { kind: 'minus', operand: this.unary() } : this.primary();
  }

  private primary(): EvalNode {
    if (this.takeSign('(')) {
      const node = this.or();
      this.need(')');
      return node;
    }
    const token = this.token;
    this.at++;
    switch (token.kind) {
      case 'string':
      case 'number':
        return { kind: token.kind, text: token.text };
      case 'field':
        return { kind: 'field', name: token.text };
      case 'word':
        return this.word(token.text);
      default:
        this.at--;
        return this.fail('missing operand');
    }
  }

  private word(name: string): EvalNode {
    if (/^(and|or|not|xor|like|in|true|false|null)$/i.test(name) && !this.isSign('(')) {
      this.fail(`reserved word ${name}`);
    }
    if (!this.takeSign('(')) return { kind: 'field', name };
    const values: EvalNode[] = [];
    if (!this.takeSign(')')) {
      do values.push(this.or());
      while (this.takeSign(','));
      this.need(')');
    }
    return { kind: 'call', name, arguments: values };
  }

  private get token(): Token {
    return this.tokens[this.at]!;
  }

  private isSign(...signs: readonly string[]): boolean {
    return this.token.kind === 'sign' && signs.includes(this.token.text);
  }

  private takeSign(...signs: readonly string[]): string | null {
    if (!this.isSign(...signs)) return null;
    return this.tokens[this.at++]!.text;
  }

  private takeWord(word: string): boolean {
    if (this.token.kind !== 'word' || this.token.text !== word) return false;
    this.at++;
    return true;
  }

  private need(sign: string): void {
    if (!this.takeSign(sign)) this.fail(`missing ${sign}`);
  }

  private fail(what: string): never {
    throw new SplError(`${what} at token ${this.at} (${this.token.text})`, this.text, 0);
  }
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  const take = (kind: Token['kind'], pattern: RegExp): boolean => {
    pattern.lastIndex = i;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return false;
    tokens.push({ kind, text: found });
    i += found.length;
    return true;
  };
  while (i < text.length) {
    const c = text[i]!;
    if (c === ' ' || c === '\n') i++;
    else if (c === '"') {
      let value = '';
      for (i++; text[i] !== '"'; i++) {
        if (i >= text.length) throw new SplError('open string', text, i);
        // An escape that is none of these two stays as it is.
        if (text[i] === '\\' && /[\\"]/.test(text[i + 1] ?? '')) i++;
        value += text[i]!;
      }
      tokens.push({ kind: 'string', text: value });
      i++;
    } else if (c === "'") {
      const end = text.indexOf("'", i + 1);
      if (end < 0) throw new SplError('open field name', text, i);
      tokens.push({ kind: 'field', text: text.slice(i + 1, end) });
      i = end + 1;
    } else if (
      !take('number', /[0-9]+(?:\.[0-9]+)?/y) &&
      !take('word', /[A-Za-z_][A-Za-z0-9_]*/y) &&
      !take('sign', /==|!=|<=|>=|[=<>()+\-*/%.,]/y)
    ) {
      throw new SplError('unknown character', text, i);
    }
  }
  tokens.push({ kind: 'end', text: 'end' });
  return tokens;
}
