import fc from 'fast-check';
import type { Expression, Report } from '../../src/backend/index.js';
import { and, not, or } from '../unit/predicate/build.js';

/** Trees of every shape over some leaves. */
export function treesOf(leaf: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((o) => and(...o)),
      fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((o) => or(...o)),
      tie('tree').map(not),
    ),
  })).tree;
}

/** Takes every doubt, and no refusal. */
export const refusesNothing: Report = {
  approximate: () => {},
  limit: () => {},
  note: () => {},
  refuse: ({ code, message }) => {
    throw new Error(`${code}: ${message}`);
  },
};
