import { foldExpression } from '../../predicate/fold.js';
import type { Expression } from '../../predicate/predicate.js';
import type { Span } from '../../source/span.js';
import type { Report } from '../contract.js';
import type { QueryContext } from '../dialect/context.js';
import { elasticCodes } from './codes.js';
import { hasPartlyIndexed } from './runtime-fields.js';

/** What is known to match every document or none, or anything else. */
type Written =
  | { readonly kind: string }
  | { readonly kind: 'constant'; readonly value: boolean; readonly span: Span };

/**
 * Writes a condition, and refuses one that no document matches, or that leaves all of a rule open.
 * @param others the targets that can express more, as in "for `esql`"; empty if there are none
 */
export function somethingOf<T extends Written>(
  context: QueryContext,
  others: string,
  write: (context: QueryContext) => T,
): T {
  let isRefused = false;
  const written = moreThanOpen(context, others, (watched) => {
    const { report } = watched;
    const refuse: Report['refuse'] = (...said) => {
      isRefused = true;
      report.refuse(...said);
    };
    return write({ ...watched, report: watching(report, { refuse }) });
  });
  // In place of what is refused there is nothing, too.
  if (written.kind === 'constant' && 'value' in written && !written.value && !isRefused) {
    context.report.refuse(elasticCodes['elastic-matches-nothing'](), written.span);
  }
  return written;
}

/** Writes a condition, and refuses one that tests nothing of what the rule itself looks for. */
function moreThanOpen<T>(
  context: QueryContext,
  others: string,
  write: (context: QueryContext) => T,
): T {
  const { report } = context;
  const open = new Map<string, Span>();
  const approximate: Report['approximate'] = (direction, polarity, finding, span) => {
    if (finding.code === 'elastic-left-open') open.set(keyOf(span), span);
    report.approximate(direction, polarity, finding, span);
  };
  const written = write({ ...context, report: watching(report, { approximate }) });
  const [first] = open.values();
  if (!first) return written;
  const added = new Set(context.placement.conditions.map((c) => keyOf(c.span)));
  const isOpen = (span: Span): boolean => open.has(keyOf(span)) || added.has(keyOf(span));
  if (context.conditions.every((c) => testsNothing(c, isOpen))) {
    report.refuse(elasticCodes['elastic-all-open'](allOpen(others, context)), first);
  }
  return written;
}

function watching(report: Report, own: Partial<Report>): Report {
  return {
    approximate: (...said) => report.approximate(...said),
    limit: (...said) => report.limit(...said),
    note: (...said) => report.note(...said),
    refuse: (...said) => report.refuse(...said),
    ...own,
  };
}

function allOpen(others: string, { target, options, placement }: QueryContext) {
  const hasOption = options['text'] === 'index' && hasPartlyIndexed(placement.columns);
  const ways = [others, hasOption && 'with the option text set to source'].filter(Boolean);
  const instead = ways.length > 0 ? `, or convert the rule ${ways.join(', or ')}` : '';
  return { target, instead };
}

/**
 * Whether all that a condition asks is left open, or all that it looks for, so that its exclusions alone
 * are tested. What is open counts as true, and under `not` as false; what an event has of the rest is
 * as unlikely as what the rule looks for. A rule that has exclusions only looks for nothing itself.
 */
function testsNothing(condition: Expression, isOpen: (span: Span) => boolean): boolean {
  const isAllOpen = holds(condition, (span) => ({ isTrue: isOpen(span), isFalse: isOpen(span) }));
  if (isAllOpen) return true;
  const isOfMost = holds(condition, (span) => ({ isTrue: isOpen(span), isFalse: true }));
  return isOfMost && !holds(condition, () => ({ isTrue: false, isFalse: true }));
}

/** Whether a condition holds, and whether its negation does. */
interface Held {
  readonly isTrue: boolean;
  readonly isFalse: boolean;
}

function holds(condition: Expression, predicate: (span: Span) => Held): boolean {
  return foldExpression<Held>(condition, {
    and: (operands) => ({
      isTrue: operands.every((o) => o.isTrue),
      isFalse: operands.some((o) => o.isFalse),
    }),
    or: (operands) => ({
      isTrue: operands.some((o) => o.isTrue),
      isFalse: operands.every((o) => o.isFalse),
    }),
    not: ({ isTrue, isFalse }) => ({ isTrue: isFalse, isFalse: isTrue }),
    constant: ({ value }) => ({ isTrue: value, isFalse: !value }),
    predicate: ({ span }) => predicate(span),
  }).isTrue;
}

function keyOf({ start, end, file }: Span): string {
  return `${start} ${end} ${file.path}`;
}
