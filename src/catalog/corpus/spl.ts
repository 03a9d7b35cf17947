import { eachLeaf } from './clause.js';
import type { Clause } from './clause.js';
import { AGGREGATE, collect, remark } from './expression.js';
import type { Computed, Dialect, Expression } from './expression.js';
import { parseQuery } from './parsing.js';
import { nothingYet, readingOf, refused } from './reading.js';
import type { Gathered, QueryReader } from './reading.js';
import * as parser from './spl-parser.generated.js';
import { askKeyword, askPattern, askText, wildcardPattern } from './value.js';

/** A part of a pipeline; commands that do not filter leave none. */
type Command =
  | { readonly kind: 'search'; readonly clause: Clause<Term> }
  | { readonly kind: 'where'; readonly condition: Expression }
  | {
      readonly kind: 'regex';
      /** Null for the raw event. */
      readonly field: { readonly name: string; readonly negated: boolean } | null;
      readonly source: string;
      readonly at: number;
    }
  /** Fields that are counted up from here on. */
  | { readonly kind: 'aggregates'; readonly names: readonly string[] }
  | { readonly kind: 'word'; readonly text: string }
  | Computed;

type Term =
  | {
      readonly kind: 'term';
      readonly field: string | null;
      readonly operator: '=' | '==' | '!=' | '<' | '<=' | '>' | '>=';
      readonly value: { readonly text: string };
      readonly at: number;
    }
  | { readonly kind: 'subsearch'; readonly commands: readonly Command[]; readonly at: number }
  | Computed;

const WILDCARDS = { any: '*', one: null, escape: null };

/**
 * The expressions of `where`.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/evaluation-functions
 */
const EVAL: Dialect = {
  operators: {
    '=': { question: 'eq' },
    '==': { question: 'eq' },
    '!=': { question: 'eq', negated: true },
    '<': { question: 'lt' },
    '<=': { question: 'lte' },
    '>': { question: 'gt' },
    '>=': { question: 'gte' },
    in: { question: 'eq' },
    like: { question: 'wildcard' },
  },
  functions: {
    like: { question: 'wildcard' },
    match: { question: 'regex' },
    cidrmatch: { question: 'cidr', subject: 1 },
    in: { question: 'eq' },
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
export const readSpl: QueryReader = (text) => {
  const parsed = parseQuery<readonly Command[]>(parser, text);
  if ('problem' in parsed) return refused(parsed.problem.message, parsed.problem.at);
  const gathered = nothingYet();
  pipeline(parsed.tree, false, gathered);
  return readingOf(gathered);
};

/** A macro stands among them as a computed value. */
function pipeline(commands: readonly Command[], negated: boolean, gathered: Gathered): void {
  const aggregates = new Set<string>();
  for (const command of commands) {
    switch (command.kind) {
      case 'search':
        search(command.clause, negated, aggregates, gathered);
        break;
      case 'where':
        collect(command.condition, EVAL, { context: null, negated, aggregates }, gathered);
        break;
      case 'regex': {
        const { field, source: value, at } = command;
        const kind = field ? 'regex' : 'keyword';
        const opposite = negated !== (field?.negated ?? false);
        const name = field?.name ?? null;
        gathered.findings.push({ field: name, context: null, kind, value, negated: opposite, at });
        break;
      }
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

function search(
  clause: Clause<Term>,
  negated: boolean,
  aggregates: ReadonlySet<string>,
  gathered: Gathered,
): void {
  eachLeaf(clause, negated, (leaf, negative) => {
    if (leaf.kind === 'computed') return remark(leaf, gathered);
    if (leaf.kind === 'subsearch') return pipeline(leaf.commands, negative, gathered);
    const { field, operator, value, at } = leaf;
    if (field !== null && aggregates.has(field)) {
      return remark({ kind: 'computed', message: AGGREGATE, at }, gathered);
    }
    if (field !== null && TIME_TERMS.test(field)) return;
    const opposite = negative !== (operator === '!=');
    const parts = wildcardPattern(value.text, WILDCARDS);
    const asked =
      field === null
        ? askKeyword(parts)
        : Object.hasOwn(COMPARISONS, operator)
          ? { kind: COMPARISONS[operator as keyof typeof COMPARISONS], value: value.text }
          : parts.every((p) => typeof p === 'string')
            ? askText(parts.join(''))
            : askPattern(parts);
    if (asked) gathered.findings.push({ field, context: null, ...asked, negated: opposite, at });
  });
}
