import { ATOM, atom, concat, enclose, text } from '../../src/backend/index.js';
import type { Doc, Emitted, PredicateContext, Span } from '../../src/backend/index.js';

/** A condition that may have a plainer negation than `not(…)`. */
export interface Written extends Emitted {
  readonly negated?: () => Emitted;
}

/** How tightly `and` and `or` bind. */
export const AND = 20;
export const OR = 10;

const NEGATED: ReadonlyMap<string, string> = new Map([
  ['=~', '!~'],
  ['==', '!='],
  ['in~', '!in~'],
  ['in', '!in'],
  ['!in', 'in'],
  ...['contains', 'startswith', 'endswith'].flatMap((word): [string, string][] => [
    [word, `!${word}`],
    [`${word}_cs`, `!${word}_cs`],
  ]),
]);

/** `left operator right`, of one place of the rule. */
export function operation(left: string, operator: string, right: string, span: Span): Written {
  return operationOf(operator, (o) => text(`${left} ${o} ${right}`, span));
}

/** An operation that knows its negation; `write` is called with the operator that it gets. */
export function operationOf(operator: string, write: (operator: string) => Doc): Written {
  const opposite = NEGATED.get(operator);
  const doc = write(operator);
  if (opposite === undefined) return { doc, binding: ATOM };
  return { doc, binding: ATOM, negated: () => atom(write(opposite)) };
}

/** A call and its opposite: `isempty(F)`, `isnotempty(F)`. */
export function testCall(call: string, opposite: string, argument: string, span: Span): Written {
  return {
    ...atom(text(`${call}(${argument})`, span)),
    negated: () => atom(text(`${opposite}(${argument})`, span)),
  };
}

/**
 * Something that is null where the rule's predicate is false. `where` drops nulls, which is right
 * until a `not` comes over it: `not(null)` is null and not true.
 * https://learn.microsoft.com/en-us/kusto/query/scalar-data-types/null-values
 */
export function nullable(written: Written, { isNegated }: PredicateContext): Written {
  if (!isNegated) return written;
  return atom(enclose('coalesce(', concat(written.doc, ', false'), ')'));
}
