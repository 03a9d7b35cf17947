import { clausesOfLucene } from './read.js';
import { readEvent } from '../engines/eql/reader.js';
import type { EqlNode } from '../engines/eql/reader.js';
import type { Clause } from './never.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** https://www.elastic.co/docs/reference/query-languages/query-dsl */
export function clausesOfDsl(query: string): readonly Clause[] {
  return [ofDsl(JSON.parse(query) as JsonObject)];
}

function ofDsl(query: JsonObject): Clause {
  const [[kind, body]] = Object.entries(query) as [[string, JsonObject]];
  switch (kind) {
    case 'bool': {
      const { filter = [], must = [], should = [], must_not: mustNot = [] } = body;
      const all = [...listOf(filter), ...listOf(must)].map(ofDsl);
      const some = listOf(should).map(ofDsl);
      const none = listOf(mustNot).map((q): Clause => ({ kind: 'not', operand: ofDsl(q) }));
      const any: readonly Clause[] = some.length > 0 ? [{ kind: 'or', operands: some }] : [];
      return { kind: 'and', operands: [...all, ...any, ...none] };
    }
    case 'match_none':
      return { kind: 'constant', value: false };
    case 'term':
    case 'terms': {
      const [[field, given]] = Object.entries(body) as [[string, Json]];
      const value = isObject(given) ? given['value']! : given;
      const values = (Array.isArray(value) ? (value as readonly Json[]) : [value]).map(String);
      return { kind: 'leaf', field, values, text: JSON.stringify(query) };
    }
    default:
      return { kind: 'leaf', field: null, values: null, text: JSON.stringify(query) };
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: Json): readonly JsonObject[] {
  return (Array.isArray(value) ? value : [value]) as readonly JsonObject[];
}

export function clausesOfEql(query: string): readonly Clause[] {
  return [ofEql(readEvent(query).condition)];
}

function ofEql(node: EqlNode): Clause {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, operands: node.operands.map(ofEql) };
    case 'not':
      return { kind: 'not', operand: ofEql(node.operand) };
    case 'constant':
      return node;
    case 'test': {
      const { field, operator, values } = node;
      const negated = operator === '!=';
      const isPlain = values.every((v) => operator === '==' || negated || !/[*?]/.test(v.text));
      const isEquality = ['==', '!=', ':', 'in', 'in~', 'like', 'like~'].includes(operator);
      const leaf: Clause = {
        kind: 'leaf',
        field,
        values: isEquality && isPlain ? values.map((v) => v.text) : null,
        text: JSON.stringify([field, negated ? '==' : operator, values]),
      };
      return negated ? { kind: 'not', operand: leaf } : leaf;
    }
  }
}

/**
 * What `where` commands ask; null for what cannot be read.
 * https://www.elastic.co/docs/reference/query-languages/esql/functions-operators/operators
 */
export function clausesOfEsql(query: string): readonly Clause[] | null {
  const tokens = tokensOf(query);
  const commands: string[][] = [[]];
  for (const token of tokens) {
    if (token === '|') commands.push([]);
    else commands.at(-1)!.push(token);
  }
  const operands: Clause[] = [];
  for (const [name, ...rest] of commands) {
    if (name !== 'WHERE') continue;
    const reader = new EsqlReader(rest);
    const clause = reader.disjunction();
    if (!reader.isDone) return null;
    operands.push(clause);
  }
  return [{ kind: 'and', operands }];
}

const ESQL_TOKEN = /"""[^]*?"""+|"(?:[^"\\]|\\.)*"|`(?:[^`]|``)*`|[\w.@*-]+|[=!<>]=|\s+|./gu;

function tokensOf(query: string): readonly string[] {
  return (query.match(ESQL_TOKEN) ?? []).filter((t) => t.trim() !== '');
}

class EsqlReader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get isDone(): boolean {
    return this.at === this.tokens.length;
  }

  disjunction(): Clause {
    const operands = [this.conjunction()];
    while (this.takes('OR')) operands.push(this.conjunction());
    return operands.length > 1 ? { kind: 'or', operands } : operands[0]!;
  }

  private conjunction(): Clause {
    const operands = [this.negation()];
    while (this.takes('AND')) operands.push(this.negation());
    return operands.length > 1 ? { kind: 'and', operands } : operands[0]!;
  }

  private negation(): Clause {
    if (this.takes('NOT')) return { kind: 'not', operand: this.negation() };
    if (this.takes('(')) return this.closed();
    if (this.tokens[this.at] === 'COALESCE' && this.takes('COALESCE') && this.takes('(')) {
      const operand = this.disjunction();
      for (const token of [',', 'FALSE', ')']) this.takes(token);
      return operand;
    }
    return this.comparison();
  }

  private closed(): Clause {
    const inner = this.disjunction();
    this.takes(')');
    return inner;
  }

  /** All tokens up to the next that joins clauses. */
  private comparison(): Clause {
    const start = this.at;
    let depth = 0;
    for (; this.at < this.tokens.length; this.at++) {
      const token = this.tokens[this.at]!;
      if (depth === 0 && ['AND', 'OR', ')', ','].includes(token)) break;
      if (token === '(') depth++;
      if (token === ')') depth--;
    }
    return clauseOf(this.tokens.slice(start, this.at));
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }
}

function clauseOf(tokens: readonly string[]): Clause {
  const text = tokens.join(' ');
  if (text === 'TRUE' || text === 'FALSE') return { kind: 'constant', value: text === 'TRUE' };
  const [first] = tokens;
  if (first === 'QSTR') {
    const inner = clausesOfLucene(stringOf(tokens[2]!));
    if (inner) return { kind: 'and', operands: inner };
  }
  // Functions around a field change its case or its type.
  const bare = tokens.filter((t) => !['TO_LOWER', 'TO_STRING', '(', ')'].includes(t));
  const [field, operator, ...values] = bare;
  if (field === undefined || !['==', '!=', ':', 'IN'].includes(operator!)) {
    return { kind: 'leaf', field: null, values: null, text };
  }
  const read = values.filter((v) => v !== ',').map(stringOf);
  const isPlain = operator !== ':' || read.every((v) => !v.includes('*'));
  const leaf: Clause = {
    kind: 'leaf',
    field: field.replaceAll('`', ''),
    values: isPlain ? read : null,
    text: JSON.stringify([field, read]),
  };
  return operator === '!=' ? { kind: 'not', operand: leaf } : leaf;
}

function stringOf(token: string): string {
  if (token.startsWith('"""')) return token.slice(3, -3);
  return token.startsWith('"') ? (JSON.parse(token) as string) : token;
}
