import type { Span } from '../../source/span.js';
import type { Report } from '../contract.js';
import type { QueryContext } from '../dialect/context.js';
import { elasticCodes } from './codes.js';

/** What is known to match every document or none, or anything else. */
type Written =
  | { readonly kind: string }
  | { readonly kind: 'constant'; readonly value: boolean; readonly span: Span };

/** Writes a condition, and refuses one that no document matches. */
export function somethingOf<T extends Written>(
  context: QueryContext,
  write: (context: QueryContext) => T,
): T {
  const { report } = context;
  let isRefused = false;
  const watched: Report = {
    approximate: (...said) => report.approximate(...said),
    limit: (...said) => report.limit(...said),
    note: (...said) => report.note(...said),
    refuse(...said) {
      isRefused = true;
      report.refuse(...said);
    },
  };
  const written = write({ ...context, report: watched });
  // In place of what is refused there is nothing, too.
  if (written.kind === 'constant' && 'value' in written && !written.value && !isRefused) {
    report.refuse(elasticCodes['elastic-matches-nothing'](), written.span);
  }
  return written;
}
