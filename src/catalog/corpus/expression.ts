import { eachLeaf, firstLeaf } from './clause.js';
import type { Clause } from './clause.js';
import type { PredicateKind } from '../../predicate/kind.js';
import { addNote } from './reading.js';
import type { Gathered } from './reading.js';
import { askNetwork, askPattern, askText, wildcardPattern } from './value.js';
import type { Asked, Wildcards } from './value.js';

/** A condition in the languages that compare values with operators and functions. */
export type Expression = Clause<Operand>;

export type Operand = Compare | Call | Field | Literal | Computed;

/** The subject holds one of the values, or more than one by an operator that asks so. */
export interface Compare {
  readonly kind: 'compare';
  readonly operator: string;
  readonly subject: Expression;
  readonly values: readonly Expression[];
  readonly at: number;
}

export interface Call {
  readonly kind: 'call';
  /** In lower case. */
  readonly name: string;
  readonly operands: readonly Expression[];
  readonly at: number;
}

export interface Field {
  readonly kind: 'field';
  readonly name: string;
  readonly at: number;
}

export interface Literal {
  readonly kind: 'literal';
  readonly type: 'text' | 'number' | 'boolean' | 'null';
  readonly value: string;
  readonly at: number;
}

/** A value that no event holds as it is. */
export interface Computed {
  readonly kind: 'computed';
  /** What to tell of it, if not the usual. */
  readonly message?: string;
  readonly at: number;
}

/** `text` is equality with whatever the language sees in a text, such as a network. */
type Question = Exclude<PredicateKind, 'keyword' | 'fieldref' | 'ne'> | 'text';

/** What an operator or a function asks of its subject. */
export interface Test {
  readonly question: Question;
  readonly negated?: true;
  /** Which operand of a function is the subject; 0 if not given. */
  readonly subject?: number;
}

export interface Dialect {
  /** By their spelling, in lower case. */
  readonly operators: Readonly<Record<string, Test>>;
  readonly functions: Readonly<Record<string, Test>>;
  /** Functions of one value that leave it as it is, but for its case or type. */
  readonly transparent: ReadonlySet<string>;
  readonly wildcards: Wildcards;
  /** Fields that say when an event happened, in lower case: what bounds them is no indicator. */
  readonly times: ReadonlySet<string>;
}

export interface Surroundings {
  readonly context: string | null;
  readonly negated: boolean;
  /** Fields that were counted up from several events. */
  readonly aggregates: ReadonlySet<string>;
}

const COMPUTED = 'A condition on a computed value is left out.';
export const AGGREGATE =
  'A condition on what was counted up is left out: it speaks of several events.';

/** Collects the predicates of a condition; what is none becomes a note. */
export function collect(
  expression: Expression,
  dialect: Dialect,
  { context, negated, aggregates }: Surroundings,
  gathered: Gathered,
): void {
  eachLeaf(expression, negated, operand);

  function operand(node: Operand, negative: boolean): void {
    switch (node.kind) {
      case 'compare':
        return comparison(node, negative);
      case 'call':
        return call(node, negative);
      case 'field':
        return find(node, { kind: 'eq', value: 'true' }, negative, node.at);
      case 'literal':
        return;
      case 'computed':
        return remark(node, gathered);
    }
  }

  function comparison(node: Compare, negative: boolean): void {
    const test = ownEntry(dialect.operators, node.operator);
    if (!test) return remark({ kind: 'computed', at: node.at }, gathered);
    const subject = unwrap(node.subject, dialect);
    const truth = node.values.length === 1 ? node.values[0]! : null;
    if (subject.kind === 'field') return ask(subject, test, node.values, negative, node.at);
    // `f(x) == true`
    if (isLiteral(truth, 'boolean') && (test.question === 'eq' || test.question === 'text')) {
      const opposite = (truth.value === 'false') !== (test.negated === true);
      return eachLeaf(node.subject, negative !== opposite, operand);
    }
    if (isLiteral(subject)) {
      const turned = { ...test, question: TURNED[test.question] ?? test.question };
      const fields = node.values.map((v) => unwrap(v, dialect));
      if (fields.every((f) => f.kind === 'field') && isSymmetric(turned.question)) {
        for (const field of fields) ask(field, turned, [subject], negative, node.at);
        return;
      }
    }
    remark(subject.kind === 'computed' ? subject : { kind: 'computed', at: node.at }, gathered);
  }

  function call(node: Call, negative: boolean): void {
    const test = ownEntry(dialect.functions, node.name);
    const at = test?.subject ?? 0;
    const subject = node.operands[at] && unwrap(node.operands[at], dialect);
    if (!test || subject?.kind !== 'field')
      return remark({ kind: 'computed', at: node.at }, gathered);
    const values = node.operands.filter((_, i) => i !== at);
    ask(subject, test, values, negative, node.at);
  }

  function ask(
    field: Field,
    test: Test,
    values: readonly Expression[],
    negative: boolean,
    at: number,
  ): void {
    if (dialect.times.has(field.name.toLowerCase())) return;
    if (aggregates.has(field.name)) {
      return remark({ kind: 'computed', message: AGGREGATE, at: field.at }, gathered);
    }
    const opposite = negative !== (test.negated ?? false);
    if (test.question === 'exists' || test.question === 'null') {
      return find(field, { kind: test.question, value: '' }, opposite, at);
    }
    for (const given of values) {
      const value = unwrap(given, dialect);
      const place = value.kind === 'literal' ? value.at : at;
      if (value.kind === 'field' && !ORDERED.has(test.question)) {
        find(field, { kind: 'fieldref', value: value.name }, opposite, at);
      } else if (value.kind !== 'literal') {
        remark(value.kind === 'computed' ? value : { kind: 'computed', at: place }, gathered);
      } else find(field, answer(test.question, value, dialect), opposite, place);
    }
  }

  function find({ name }: Field, asked: Asked, negative: boolean, at: number): void {
    gathered.findings.push({ field: name, context, ...asked, negated: negative, at });
  }
}

/** Notes what has no predicate. */
export function remark({ message = COMPUTED, at }: Computed, gathered: Gathered): void {
  addNote(gathered, message, at);
}

function answer(question: Question, { type, value }: Literal, dialect: Dialect): Asked {
  if (type === 'null') return { kind: 'null', value: '' };
  switch (question) {
    case 'wildcard':
      return askPattern(wildcardPattern(value, dialect.wildcards));
    case 'cidr':
      return askNetwork(value);
    case 'text':
      return askText(value);
    default:
      return { kind: question, value };
  }
}

/** The field or literal that an expression stands for, its wrappers taken off. */
function unwrap(expression: Expression, { transparent }: Dialect): Operand {
  let node = expression;
  while (node.kind === 'call' && transparent.has(node.name) && node.operands.length > 0) {
    node = node.operands[0]!;
  }
  if (node.kind === 'field' || node.kind === 'literal' || node.kind === 'computed') return node;
  return { kind: 'computed', at: firstLeaf(node).at };
}

const ORDERED: ReadonlySet<Question> = new Set(['gt', 'gte', 'lt', 'lte']);

/** What is asked of the other side of an operator. */
const TURNED: Partial<Record<Question, Question>> = { gt: 'lt', gte: 'lte', lt: 'gt', lte: 'gte' };

function isSymmetric(question: Question): boolean {
  return question === 'eq' || question === 'text' || ORDERED.has(question);
}

function isLiteral(node: Expression | null, type?: Literal['type']): node is Literal {
  return node?.kind === 'literal' && (type === undefined || node.type === type);
}

function ownEntry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
