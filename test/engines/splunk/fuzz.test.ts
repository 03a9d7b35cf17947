import { splunk } from '../../../backends/splunk/index.js';
import type { FuzzPredicate } from '../fuzz/generate.js';
import { CASES } from '../fuzz/generate.js';
import { testSafety } from '../fuzz/safety.js';
import { demand, demandsOf, isNeededFor, meaningOf, wild } from './meaning.js';
import type { Meaning } from './meaning.js';
import { splRun } from './run.js';

['auto', 'where'].forEach((search, half) => {
  testSafety(
    {
      name: `SPL, search=${search}`,
      backend: splunk,
      options: { search },
      // Field names with quotes, brackets or pipes are refused, and every few rules has one.
      mostRefused: 0.35,
      run: (jobs) =>
        Promise.resolve(
          jobs.map(({ fuzz, query }) => {
            try {
              const meaning = meaningOf(query.queryText!);
              const keeps = splRun(query.queryText!, fuzz.case.expression);
              const wanted = new Set(fuzz.predicates.map(demanded));
              const extra = [...demandsOf(meaning)].find(
                (d) => !wanted.has(d) && !isNeededFor(d, wanted),
              );
              return {
                kept: fuzz.events.map(keeps),
                predicates: predicatesOf(meaning, fuzz.count),
                wrong: extra === undefined ? null : `not in the rule: ${extra}`,
              };
            } catch (error) {
              return String(error);
            }
          }),
        ),
    },
    (half * CASES) / 2,
    ((half + 1) * CASES) / 2,
  );
});

/** Without what the search asks first and `where` asks again, among its alternatives. */
function predicatesOf(meaning: Meaning, expected: number): number {
  const all = countOf(meaning);
  if (all === expected || meaning.kind !== 'and') return all;
  const [search, ...rest] = meaning.operands;
  const again = new Set(rest.flatMap((m) => [...demandsOf(m)]));
  const isAgain = (d: string): boolean => again.has(d) || isNeededFor(d, again);
  return all - (search ? countOf(search, isAgain) : 0);
}

function countOf(meaning: Meaning, counts = (_demand: string) => true): number {
  switch (meaning.kind) {
    case 'and':
    case 'or':
      return meaning.operands.reduce((sum, o) => sum + countOf(o, counts), 0);
    case 'not':
      return countOf(meaning.operand, counts);
    case 'constant':
      return 0;
    case 'demand':
      return counts(meaning.text) ? 1 : 0;
  }
}

function demanded({ field, match, value, cased }: FuzzPredicate): string {
  const any = { sign: '*' } as const;
  const before = match === 'contains' || match === 'endswith' ? [any] : [];
  const after = match === 'contains' || match === 'startswith' ? [any] : [];
  const meaning = demand(field, wild([...before, value, ...after], cased));
  return meaning.kind === 'demand' ? meaning.text : '';
}
