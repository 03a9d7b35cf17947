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
  startswith: ['beginswith', 'begins_with', 'begins', 'starts', 'start', 'prefix'],
  endswith: ['ends', 'end', 'suffix'],
  exists: ['present', 'defined', 'isset', 'notnull', 'not_null', 'isnotnull'],
  cased: ['casesensitive', 'case_sensitive', 'case-sensitive'],
  cidr: ['ip', 'subnet', 'network', 'netmask'],
  all: ['and'],
  'contains|all': ['containsall', 'contains_all', 'contains-all'],
  ...Object.fromEntries(
    ['im', 'mi', 'si', 'ms', 'sm', 'ims'].map((flags) => [[...flags].join('|'), [flags]]),
  ),
});

/** What people write where Sigma needs nothing: why, and what to do beside a modifier where it does. */
const NEEDLESS: readonly Needless[] = [
  {
    names: ['in', 'any', 'or'],
    why: 'A list already matches any of its values.',
    beside: (other) => (other === 'all' ? contradicts(other) : null),
  },
  {
    names: ['eq', 'equals', 'equal', 'is', 'exact', 'iequals', 'iexact'],
    why: 'A value without modifiers is already compared with the whole field.',
    beside: (other) => (['all', 'neq', 'cased'].includes(other) ? null : contradicts(other)),
  },
  {
    names: [
      'nocase',
      'ignorecase',
      'ignore_case',
      'insensitive',
      'caseinsensitive',
      'icase',
      'lower',
    ],
    why: 'Comparison already ignores case.',
    beside(other) {
      if (other === 're') return 'Write `re|i`.';
      return other === 'cased' ? contradicts(other) : null;
    },
  },
];

interface Needless {
  readonly names: readonly string[];
  readonly why: string;
  /** Null where it is needless beside the other, too. */
  readonly beside: (other: string) => string | null;
}

function contradicts(other: string): string {
  return `It contradicts \`${other}\`. Remove one of the two.`;
}

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
  /** Why the rule means the same without it; null if it does not. */
  readonly needless: string | null;
}

/**
 * What to write in place of a modifier that does not exist.
 * @param names all modifiers of the item
 */
export function adviceOn(name: string, names: readonly string[], table: ModifierTable): Advice {
  const group = NEEDLESS.find((g) => g.names.includes(name));
  if (group) {
    const others = names.filter((other) => !group.names.includes(other));
    const [instead] = others.flatMap((other) => group.beside(other) ?? []);
    if (instead === undefined) return { hint: '', needless: group.why };
    return { hint: ` ${instead}`, needless: null };
  }
  const otherwise = OTHERWISE.get(name) ?? negationOf(name, table);
  if (otherwise !== null) return { hint: ` ${otherwise}`, needless: null };
  const like = MEANT.get(name) ?? nearest(name, table.keys());
  return { hint: like ? ` Did you mean \`${like}\`?` : '', needless: null };
}

function negationOf(name: string, table: ModifierTable): string | null {
  const [, negated] = NEGATED.exec(name) ?? [];
  const found = negated && [negated, `${negated}s`].find((n) => table.has(n));
  return found ? `Write \`${found}|neq\`, or use \`not\` in the condition.` : null;
}

function named(names: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(names).flatMap(([to, from]) => from.map((name) => [name, to])));
}
