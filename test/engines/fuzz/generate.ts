import fc from 'fast-check';
import { MatchEvent } from '../../../src/match/event.js';
import { predicatesOf } from '../predicates.js';
import { casesOf } from '../rules.js';
import type { Case } from '../rules.js';

/** Of the tests of safety; another may be given, to look elsewhere. */
export const seed = Number(process.env['SIGMAQL_FUZZ_SEED'] ?? 20_261_125);
/**
 * Of each target; its modes share them. Every piece of `NASTY` is in dozens of values of each kind of
 * comparison, cased and caseless.
 */
export const CASES = 25_000;

export interface FuzzPredicate {
  readonly field: string;
  readonly match: 'equals' | 'contains' | 'startswith' | 'endswith';
  readonly cased: boolean;
  readonly value: string;
}

export interface FuzzCase {
  readonly case: Case;
  readonly predicates: readonly FuzzPredicate[];
  /** How many predicates the rule's tree has: `2 of them` of three has each of them more than once. */
  readonly count: number;
  readonly events: readonly MatchEvent[];
}

const NASTY = [
  ...[
    '"',
    "'",
    '\\',
    '\\\\',
    '*',
    '?',
    '|',
    '`',
    '```',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '=',
    ',',
    ':',
  ],
  ...[' ', '\n', '\r\n', '\t', '\0', '\u0001', '\u007f', '\u0085', '\u2028', '\u202e', '\ufeff'],
  ...[
    '//',
    '/*',
    '*/',
    '--',
    '#',
    ';',
    '%',
    '%x%',
    '$',
    '$x$',
    '${x}',
    '{{x}}',
    '<',
    '>',
    '<script>',
    '&',
    '~',
    '^',
    '!',
    '+',
    '-',
    '.',
    '@"',
    '@',
    '"""',
  ],
  ...[
    'AND',
    'OR',
    'NOT',
    'TO',
    'and',
    'or',
    'not',
    'in',
    'true',
    'null',
    '_exists_',
    '| where 1==1',
    '" or "1"=="1',
    '| delete',
    ') OR (',
    '*:*',
    'search',
  ],
  ...[
    '😀',
    'é',
    'İ',
    'ß',
    'ﬁ',
    'ſ',
    '\u212a',
    'σς',
    'ｆ',
    '\u0301',
    'C:\\Windows\\',
    '\\"',
    "\\'",
    '\\*',
    '\\u0022',
    '&quot;',
  ],
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'B', 'cmd.exe', '1', '10.0.0.0/8', '0x1') },
);

const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((p) => p.join(''));
const fieldName = fc.oneof(
  fc.constantFrom(
    'Image',
    'a b',
    'a.b',
    'a-b',
    'AND',
    'where',
    'source',
    '_raw',
    'index',
    'null',
    '1x',
    'größe',
  ),
  text.map((t) => t.replace(/\|/g, '_').trim()).filter((t) => t !== ''),
);

const predicate = fc.record({
  field: fieldName,
  match: fc.constantFrom('equals', 'contains', 'startswith', 'endswith'),
  cased: fc.boolean(),
  value: text,
});

const CONDITIONS: readonly (readonly string[])[] = [
  ['a', 'not a', 'NOT (a)', '1 of them', 'not (not a)'],
  [
    'a and b',
    'a or b',
    'a and not b',
    'not a or b',
    'not (a and b)',
    'NOT (a OR b)',
    'all of them',
    'not 1 of them',
  ],
  [
    'a and b or c',
    'a or b and not c',
    '(a or b) and c',
    'not (a and not (b or c))',
    'not a and not b and not c',
    '2 of them',
    'not (a or b and c)',
    'a or (b and c)',
  ],
];

const rule = fc
  .tuple(
    fc.uniqueArray(predicate, { minLength: 1, maxLength: 3, selector: (p) => p.field }),
    fc.nat(),
  )
  .map(([predicates, n]) => {
    const conditions = CONDITIONS[predicates.length - 1]!;
    return { predicates, condition: conditions[n % conditions.length]! };
  });

/** Batches of random rules, with events on which each of their predicates holds or does not, in all ways. */
export function* fuzzBatches(
  size: number,
  from: number,
  to: number,
): Iterable<readonly FuzzCase[]> {
  for (let done = from; done < to; done += size) {
    const samples = fc.sample(rule, { seed: seed + done, numRuns: Math.min(size, to - done) });
    yield samples.map(({ predicates, condition }) => fuzzCase(predicates, condition));
  }
}

function fuzzCase(predicates: readonly FuzzPredicate[], condition: string): FuzzCase {
  const detection: Record<string, unknown> = { condition };
  predicates.forEach((p, i) => {
    const modifiers = [
      p.field,
      ...(p.match === 'equals' ? [] : [p.match]),
      ...(p.cased ? ['cased'] : []),
    ];
    detection['abc'[i]!] = { [modifiers.join('|')]: escaped(p.value) };
  });
  const source = JSON.stringify({ title: 't', logsource: { product: 'p' }, detection });
  const [only, ...more] = casesOf(source, 'fuzz.yml');
  if (!only || more.length > 0) throw new Error(`not one rule: ${source}`);
  const events: MatchEvent[] = [];
  for (let bits = 0; bits < 1 << predicates.length; bits++) {
    const fields = predicates.map((p, i) => [p.field, bits & (1 << i) ? fitting(p) : other(p)]);
    events.push(new MatchEvent(Object.fromEntries(fields) as Record<string, unknown>));
  }
  return { case: only, predicates, count: predicatesOf(only.expression).length, events };
}

/** No character of the value is special to Sigma. */
function escaped(value: string): string {
  return value.replace(/[\\*?]/g, '\\$&');
}

function fitting({ match, value }: FuzzPredicate): string {
  if (match === 'contains') return `x${value}y`;
  if (match === 'startswith') return `${value}y`;
  return match === 'endswith' ? `x${value}` : value;
}

function other({ match, value }: FuzzPredicate): string {
  return match === 'startswith' ? `\u00a7${value}` : match === 'contains' ? 'zz' : `${value}\u00a7`;
}
