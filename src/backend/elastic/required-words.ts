import { ANY } from '../../model/patterns/pattern.js';
import { requiredPattern } from '../../model/regex/required-pattern.js';
import { foldExpression } from '../../predicate/fold.js';
import type { Predicate } from '../../predicate/predicate.js';
import type { QueryContext } from '../dialect/context.js';
import type { ElasticColumn } from './fields.js';
import { writtenPattern } from './readings.js';
import { wordQueries } from './words.js';
import type { WordQuery } from './words.js';

/**
 * Whether every way to match the rest of the rule requires these words of the field. What separates
 * words is not searched, so a query that excludes them as well could match nothing.
 */
export function areRequired(
  words: readonly WordQuery[],
  { name, column }: { readonly name: string; readonly column: ElasticColumn | null },
  { conditions, placement }: QueryContext,
): boolean {
  const isOf = (p: Predicate): boolean =>
    p.kind === 'keyword'
      ? placement.keywords.length === 1 && placement.keywords[0] === name
      : p.field.text === name;
  const patternOf = (p: Predicate) => {
    if (p.kind === 'regex') return requiredPattern(p.regex.ast);
    if (p.kind !== 'keyword') return writtenPattern(p);
    return p.search.kind === 'pattern'
      ? [ANY, ...p.search.pattern, ANY]
      : requiredPattern(p.search.regex.ast);
  };
  const requires = (p: Predicate): boolean => {
    const pattern = isOf(p) ? patternOf(p) : null;
    if (!pattern || !column) return false;
    const { queries } = wordQueries(pattern, column.words);
    return words.every((wanted) => queries.some((asked) => implies(asked, wanted)));
  };
  return conditions.some((condition) =>
    foldExpression<boolean>(condition, {
      and: (operands) => operands.some(Boolean),
      or: (operands) => operands.every(Boolean),
      not: () => false,
      constant: ({ value }) => !value,
      predicate: requires,
    }),
  );
}

function implies(asked: WordQuery, wanted: WordQuery): boolean {
  const { openStart, openEnd } = wanted;
  if ((asked.openStart && !openStart) || (asked.openEnd && !openEnd)) return false;
  if (wanted.words.length > 1)
    return ` ${asked.words.join(' ')} `.includes(` ${wanted.words.join(' ')} `);
  const [word] = wanted.words as readonly [string];
  return asked.words.some((w) => {
    if (openStart && openEnd) return w.includes(word);
    if (openEnd) return w.startsWith(word);
    return openStart ? w.endsWith(word) : w === word;
  });
}
