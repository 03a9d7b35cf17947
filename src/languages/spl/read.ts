import { expressionOf, spanOf } from '../clause.js';
import type { Clause, Place } from '../clause.js';
import { AGGREGATE, comparisonOf, remark } from '../comparison.js';
import type { Comparison, Computed, Dialect } from '../comparison.js';
import { parseQuery } from '../parsing.js';
import { compare, matches, regex } from '../predicates.js';
import { wildcardPattern } from '../../model/patterns/wildcards.js';
import type { Unsayable } from '../predicates.js';
import { addCondition, addNote, negate, nothingYet, readingOf, refused } from '../reading.js';
import type { Gathered, QueryReader } from '../reading.js';
import type { Name } from '../../model/name.js';
import { stringPredicate } from '../../predicate/from-value.js';
import type { Expression } from '../../predicate/predicate.js';
import * as parser from './parser.generated.js';

/** A part of a pipeline; commands that do not filter leave none. */
type Command =
  | { readonly kind: 'search'; readonly clause: Clause<SearchTerm> }
  | { readonly kind: 'where'; readonly condition: Comparison }
  | RegexCommand
  /** Fields that are counted up from here on. */
  | { readonly kind: 'aggregates'; readonly names: readonly string[] }
  | { readonly kind: 'word'; readonly text: string }
  | Computed;

interface RegexCommand extends Place {
  readonly kind: 'regex';
  /** Null for the raw event. */
  readonly field: (FieldName & { readonly negated: boolean }) | null;
  readonly source: string;
}

interface FieldName extends Place {
  readonly name: string;
}

interface Term {
  readonly kind: 'term';
  readonly field: FieldName | null;
  readonly operator: '=' | '==' | '!=' | '<' | '<=' | '>' | '>=';
  readonly value: Place & { readonly text: string };
}

interface Subsearch extends Place {
  readonly kind: 'subsearch';
  readonly commands: readonly Command[];
}

type SearchTerm = Term | Subsearch | Computed;

const WILDCARDS = { any: '*', one: null, escape: null };

/**
 * The expressions of `where`.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/evaluation-functions
 */
const EVAL: Dialect = {
  operators: {
    '=': { question: 'eq', cased: true },
    '==': { question: 'eq', cased: true },
    '!=': { question: 'eq', cased: true, negated: true },
    '<': { question: 'lt' },
    '<=': { question: 'lte' },
    '>': { question: 'gt' },
    '>=': { question: 'gte' },
    in: { question: 'eq', cased: true },
    like: { question: 'wildcard', cased: true },
  },
  functions: {
    like: { question: 'wildcard', cased: true },
    match: { question: 'regex' },
    cidrmatch: { question: 'cidr', subject: 1 },
    in: { question: 'eq', cased: true },
    isnull: { question: 'null' },
    isnotnull: { question: 'exists' },
  },
  transparent: new Set(['lower', 'upper', 'tostring', 'tonumber']),
  wildcards: { any: '%', one: '_', escape: '\\' },
  times: new Set(['_time']),
};

/** Terms that choose a time, and no event's field. */
const TIME_TERMS = /^(?:_time|(?:_index_)?(?:earliest|latest))$/i;

const COMPARISONS = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;

/** Reads the filters of a search in Splunk's language. */
export const readSpl: QueryReader = (query) => {
  const parsed = parseQuery<readonly Command[]>(parser, query.text);
  if ('problem' in parsed) return refused(parsed.problem.message, parsed.problem.at);
  const gathered = nothingYet(query);
  pipeline(parsed.tree, false, gathered);
  return readingOf(gathered);
};

/** A macro among them is a computed value. */
function pipeline(commands: readonly Command[], negated: boolean, gathered: Gathered): void {
  const aggregates = new Set<string>();
  for (const command of commands) {
    switch (command.kind) {
      case 'search':
        search(command.clause, negated, aggregates, gathered);
        break;
      case 'where': {
        const asked = comparisonOf(command.condition, EVAL, { aggregates }, gathered);
        addCondition(gathered, null, asked, negated);
        break;
      }
      case 'regex':
        addCondition(gathered, null, regexCommand(command, gathered), negated);
        break;
      case 'aggregates':
        for (const name of command.names) aggregates.add(name);
        break;
      case 'computed':
        remark(command, gathered);
        break;
      case 'word':
        break;
    }
  }
}

function regexCommand(command: RegexCommand, gathered: Gathered): Expression | null {
  const { field, source } = command;
  const name = field && nameOf(field, gathered);
  const asked = said(regex(name, source, spanOf(gathered.query, command)), command, gathered);
  return asked && field?.negated ? negate(asked) : asked;
}

function search(
  clause: Clause<SearchTerm>,
  negated: boolean,
  aggregates: ReadonlySet<string>,
  gathered: Gathered,
): void {
  const asked = expressionOf(clause, (leaf) => {
    if (leaf.kind === 'term') return term(leaf, aggregates, gathered);
    return leaf.kind === 'computed' ? remark(leaf, gathered) : null;
  });
  addCondition(gathered, null, asked, negated);
  // What a subsearch finds becomes terms of this one; it asks its own events.
  eachSubsearch(clause, negated, ({ commands }, negative) => {
    pipeline(commands, negative, gathered);
  });
}

function eachSubsearch(
  clause: Clause<SearchTerm>,
  negated: boolean,
  each: (subsearch: Subsearch, negated: boolean) => void,
): void {
  if (clause.kind === 'subsearch') each(clause, negated);
  else if (clause.kind === 'not') eachSubsearch(clause.operand, !negated, each);
  else if ('operands' in clause) for (const o of clause.operands) eachSubsearch(o, negated, each);
}

function term(leaf: Term, aggregates: ReadonlySet<string>, gathered: Gathered): Expression | null {
  const { field, operator, value } = leaf;
  const span = spanOf(gathered.query, value);
  const parts = wildcardPattern(value.text, WILDCARDS);
  if (!field) return stringPredicate(null, parts, false, span);
  if (aggregates.has(field.name)) {
    return remark({ ...value, kind: 'computed', message: AGGREGATE }, gathered);
  }
  if (TIME_TERMS.test(field.name)) return null;
  const name = nameOf(field, gathered);
  if (operator === '=' || operator === '==') return matches(name, parts, span);
  if (operator === '!=') return negate(matches(name, parts, span));
  return said(compare(name, COMPARISONS[operator], value.text, span), value, gathered);
}

function nameOf(field: FieldName, { query }: Gathered): Name {
  return { text: field.name, span: spanOf(query, field) };
}

function said(found: Expression | Unsayable, { at }: Place, gathered: Gathered): Expression | null {
  if (found.kind !== 'unsayable') return found;
  addNote(gathered, found.message, at);
  return null;
}
