import type { Name } from '../model/name.js';
import { ANY, pattern } from '../model/patterns/pattern.js';
import { stringPredicate } from '../predicate/from-value.js';
import type { Expression } from '../predicate/predicate.js';
import { expressionOf, firstLeaf, link, spanOf } from './clause.js';
import type { Clause, Place } from './clause.js';
import { compare, equalsNumber, luceneRegex, network, regex } from './predicates.js';
import type { Unsayable } from './predicates.js';
import { wildcardPattern } from '../model/patterns/wildcards.js';
import type { Wildcards } from '../model/patterns/wildcards.js';
import { addNote, negate } from './reading.js';
import type { Gathered } from './reading.js';

/** A condition in the languages that compare values with operators and functions. */
export type Comparison = Clause<Operand>;

export type Operand = Compare | Call | Field | Literal | Computed;

/** The subject holds one of the values, or more than one by an operator that asks so. */
export interface Compare extends Place {
  readonly kind: 'compare';
  readonly operator: string;
  readonly subject: Comparison;
  readonly values: readonly Comparison[];
}

export interface Call extends Place {
  readonly kind: 'call';
  /** In lower case. */
  readonly name: string;
  /** Letter case does not count, whatever the function asks otherwise. */
  readonly caseless?: boolean;
  readonly operands: readonly Comparison[];
}

export interface Field extends Place {
  readonly kind: 'field';
  readonly name: string;
}

export interface Literal extends Place {
  readonly kind: 'literal';
  readonly type: 'text' | 'number' | 'boolean' | 'null';
  readonly value: string;
}

/** A value that no event holds unchanged. */
export interface Computed extends Place {
  readonly kind: 'computed';
  /** What to say of it, if not the usual. */
  readonly message?: string;
}

type Question =
  | 'eq'
  | 'match'
  | 'starts_with'
  | 'ends_with'
  | 'wildcard'
  | 'regex'
  | 'lucene-regex'
  | 'cidr'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'exists'
  | 'null';

/** What an operator or a function asks of its subject. */
export interface Test {
  readonly question: Question;
  readonly negated?: true;
  /** Letter case counts. */
  readonly cased?: true;
  /** All values must match, not just one of them. */
  readonly all?: true;
  /** Which operand of a function is the subject; 0 if not given. */
  readonly subject?: number;
}

export interface Dialect {
  /** By their spelling, in lower case. */
  readonly operators: Readonly<Record<string, Test>>;
  readonly functions: Readonly<Record<string, Test>>;
  /** Functions of one value that change nothing but its case or type. */
  readonly transparent: ReadonlySet<string>;
  readonly wildcards: Wildcards;
  /** Fields that say when an event happened, in lower case: when it happened is not what it is. */
  readonly times: ReadonlySet<string>;
}

export interface Surroundings {
  /** Fields that were counted up from several events. */
  readonly aggregates: ReadonlySet<string>;
  /** A string by itself is looked for anywhere in the event. */
  readonly keywords?: true;
}

const COMPUTED = 'A condition on a computed value is left out.';
export const AGGREGATE =
  'A condition on what was counted up is left out: it speaks of several events.';

/** A field of this name means every field. */
const EVERY_FIELD = '*';

/** The expression of a condition; what no predicate can say becomes a note. */
export function comparisonOf(
  comparison: Comparison,
  dialect: Dialect,
  { aggregates, keywords }: Surroundings,
  gathered: Gathered,
): Expression | null {
  const span = (place: Place) => spanOf(gathered.query, place);
  return expressionOf(comparison, operand);

  function operand(node: Operand): Expression | null {
    switch (node.kind) {
      case 'compare':
        return comparing(node);
      case 'call':
        return call(node);
      case 'field':
        return { kind: 'boolean', field: nameOf(node), value: true, span: span(node) };
      case 'literal':
        return alone(node);
      case 'computed':
        return remark(node, gathered);
    }
  }

  function alone(node: Literal): Expression | null {
    if (node.type === 'boolean') {
      return { kind: 'constant', value: node.value === 'true', span: span(node) };
    }
    if (!keywords || node.type !== 'text') return null;
    return stringPredicate(null, wildcardPattern(node.value, dialect.wildcards), false, span(node));
  }

  function comparing(node: Compare): Expression | null {
    const test = ownEntry(dialect.operators, node.operator);
    if (!test) return remark({ ...node, kind: 'computed' }, gathered);
    const subject = unwrap(node.subject, dialect);
    const truth = node.values.length === 1 ? node.values[0]! : null;
    if (subject.kind === 'field') return ask(subject, test, node.values, node);
    // `f(x) == true`
    if (isLiteral(truth, 'boolean') && test.question === 'eq') {
      const inner = expressionOf(node.subject, operand);
      const opposite = (truth.value === 'false') !== (test.negated === true);
      return inner && opposite ? negate(inner) : inner;
    }
    if (isLiteral(subject)) {
      const turned = { ...test, question: TURNED[test.question] ?? test.question };
      const fields = node.values.map((v) => unwrap(v, dialect));
      if (fields.every((f) => f.kind === 'field') && isSymmetric(turned.question)) {
        const { negated, ...plain } = turned;
        const asked = link(
          test.all ? 'and' : 'or',
          fields.map((field) => ask(field, plain, [subject], node)),
        );
        return asked && negated ? negate(asked) : asked;
      }
    }
    const { at, end } = node;
    return remark(subject.kind === 'computed' ? subject : { kind: 'computed', at, end }, gathered);
  }

  function call(node: Call): Expression | null {
    const test = ownEntry(dialect.functions, node.name);
    const at = test?.subject ?? 0;
    const subject = node.operands[at] && unwrap(node.operands[at], dialect);
    if (!test || subject?.kind !== 'field') {
      return remark({ kind: 'computed', at: node.at, end: node.end }, gathered);
    }
    const { cased, ...caseless } = test;
    const values = node.operands.filter((_, i) => i !== at);
    return ask(subject, cased && !node.caseless ? test : caseless, values, node);
  }

  function ask(
    field: Field,
    test: Test,
    values: readonly Comparison[],
    place: Place,
  ): Expression | null {
    if (dialect.times.has(field.name.toLowerCase())) return null;
    if (aggregates.has(field.name)) {
      return remark({ ...field, kind: 'computed', message: AGGREGATE }, gathered);
    }
    const { question } = test;
    const asked =
      question === 'exists' || question === 'null'
        ? ({ kind: question, field: nameOf(field), span: span(place) } as const)
        : link(
            test.all ? 'and' : 'or',
            values.map((v) => askValue(field, test, unwrap(v, dialect), place)),
          );
    return asked && test.negated ? negate(asked) : asked;
  }

  function askValue(field: Field, test: Test, value: Operand, place: Place): Expression | null {
    if (value.kind === 'field') {
      const match = FIELD_MATCHES[test.question];
      if (match === undefined) return remark({ ...place, kind: 'computed' }, gathered);
      const cased = test.cased === true;
      const other = nameOf(value);
      return { kind: 'field-ref', field: nameOf(field), other, match, cased, span: span(place) };
    }
    if (value.kind !== 'literal') {
      const { at, end } = place;
      return remark(value.kind === 'computed' ? value : { kind: 'computed', at, end }, gathered);
    }
    const found = answer(field, test, value);
    if (found.kind !== 'unsayable') return found;
    addNote(gathered, found.message, value.at);
    return null;
  }

  function answer(field: Field, test: Test, literal: Literal): Expression | Unsayable {
    const { question } = test;
    const cased = test.cased === true;
    const place = span(literal);
    const { type, value } = literal;
    if (field.name === EVERY_FIELD) return anywhere(question, literal);
    const name = nameOf(field);
    if (type === 'null') return { kind: 'null', field: name, span: place };
    switch (question) {
      case 'eq':
        if (type === 'boolean') {
          return { kind: 'boolean', field: name, value: value === 'true', span: place };
        }
        if (type === 'number') return equalsNumber(name, value, place);
        return stringPredicate(name, pattern([value]), cased, place);
      case 'match':
        return stringPredicate(name, pattern([ANY, value, ANY]), cased, place);
      case 'starts_with':
        return stringPredicate(name, pattern([value, ANY]), cased, place);
      case 'ends_with':
        return stringPredicate(name, pattern([ANY, value]), cased, place);
      case 'wildcard':
        return stringPredicate(name, wildcardPattern(value, dialect.wildcards), cased, place);
      case 'regex':
        return regex(name, value, place);
      case 'lucene-regex':
        return luceneRegex(name, value, place, !cased);
      case 'cidr':
        return network(name, value, place);
      case 'exists':
      case 'null':
        return { kind: question, field: name, span: place };
      default:
        return compare(name, question, value, place);
    }
  }

  function anywhere(question: Question, literal: Literal): Expression | Unsayable {
    const place = span(literal);
    const { value } = literal;
    switch (question) {
      case 'eq':
      case 'match':
      case 'starts_with':
      case 'ends_with':
        return stringPredicate(null, pattern([value]), false, place);
      case 'regex':
        return regex(null, value, place);
      default:
        return { kind: 'unsayable', message: COMPUTED };
    }
  }

  function nameOf(field: Field): Name {
    return { text: field.name, span: span(field) };
  }
}

/** Notes what has no predicate. */
export function remark({ message = COMPUTED, at }: Computed, gathered: Gathered): null {
  addNote(gathered, message, at);
  return null;
}

/** The field or literal of an expression, its wrappers taken off. */
function unwrap(comparison: Comparison, { transparent }: Dialect): Operand {
  let node = comparison;
  while (node.kind === 'call' && transparent.has(node.name) && node.operands.length > 0) {
    node = node.operands[0]!;
  }
  if (node.kind === 'field' || node.kind === 'literal' || node.kind === 'computed') return node;
  const { at, end } = firstLeaf(node);
  return { kind: 'computed', at, end };
}

/** The requirement on the other side of an operator. */
const TURNED: Partial<Record<Question, Question>> = { gt: 'lt', gte: 'lte', lt: 'gt', lte: 'gte' };

const FIELD_MATCHES = {
  eq: 'equals',
  wildcard: 'equals',
  match: 'contains',
  starts_with: 'startswith',
  ends_with: 'endswith',
} as const as Partial<Record<Question, 'equals' | 'contains' | 'startswith' | 'endswith'>>;

function isSymmetric(question: Question): boolean {
  return question === 'eq' || TURNED[question] !== undefined;
}

function isLiteral(node: Comparison | null, type?: Literal['type']): node is Literal {
  return node?.kind === 'literal' && (type === undefined || node.type === type);
}

function ownEntry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
