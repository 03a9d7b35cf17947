import { nearest } from '../suggest.js';
import type { ModifierTable } from './modifier.js';

/** What people write instead, as other languages call them. */
const MEANT = named({
  re: ['regex', 'regexp', 'matches', 'match', 'rlike', 'pcre', 'rx'],
  neq: ['not', 'ne', '!='],
  gt: ['greater', 'greaterthan', 'greater_than', '>'],
  lt: ['less', 'lessthan', 'less_than', '<'],
  lte: ['le', 'lteq', 'lt_eq', '<='],
  gte: ['ge', 'gteq', 'gt_eq', '>='],
  contains: ['substring', 'includes', 'has'],
  startswith: ['beginswith', 'begins_with', 'begins', 'prefix'],
  endswith: ['suffix'],
  cased: ['casesensitive', 'case_sensitive', 'case-sensitive'],
  cidr: ['ip', 'subnet', 'network', 'netmask'],
  all: ['and'],
  'contains|all': ['containsall', 'contains_all', 'contains-all'],
  ...Object.fromEntries(
    ['im', 'mi', 'si', 'ms', 'sm', 'ims'].map((flags) => [[...flags].join('|'), [flags]]),
  ),
});

/** What people write where Sigma needs nothing, and why. */
const NEEDLESS = named({
  'A list already matches any of its values.': ['in', 'any', 'or'],
  'A value without modifiers is already compared with the whole field.': [
    ...['eq', 'equals', 'equal', 'is', 'exact', 'iequals', 'iexact'],
  ],
  'Comparison already ignores case.': [
    ...['nocase', 'ignorecase', 'ignore_case', 'insensitive', 'caseinsensitive', 'icase', 'lower'],
  ],
});

/** What is said in another way. */
const OTHERWISE = named({
  'Write `neq`: it holds if none of the values in a list does.': [
    ...['nin', 'notin', 'not_in', 'not-in', 'noneof', 'none'],
  ],
  'In a value `*` and `?` are wildcards already. Remove it.': ['like', 'ilike', 'wildcard', 'glob'],
  'Write `gte` for one end, and `lte` for the other.': ['between', 'range'],
});

/** `not_contains`, `ncontains`, `doesnotcontain` */
const NEGATED = /^(?:does[_-]?not|doesnt|not?|n)[_-]?(.+)$/;

export interface Advice {
  /** With a space before it, if there is any. */
  readonly hint: string;
  /** The modifier only has to go. */
  readonly isNeedless: boolean;
}

/** What to write in place of a modifier that does not exist. */
export function adviceOn(name: string, table: ModifierTable): Advice {
  const needless = NEEDLESS.get(name);
  if (needless !== undefined) return { hint: ` ${needless} Remove it.`, isNeedless: true };
  const otherwise = OTHERWISE.get(name) ?? negationOf(name, table);
  if (otherwise !== null) return { hint: ` ${otherwise}`, isNeedless: false };
  const like = MEANT.get(name) ?? nearest(name, table.keys());
  return { hint: like ? ` Did you mean \`${like}\`?` : '', isNeedless: false };
}

function negationOf(name: string, table: ModifierTable): string | null {
  const [, negated] = NEGATED.exec(name) ?? [];
  const found = negated && [negated, `${negated}s`].find((n) => table.has(n));
  return found ? `Write \`${found}|neq\`, or use \`not\` in the condition.` : null;
}

function named(names: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(names).flatMap(([to, from]) => from.map((name) => [name, to])));
}
