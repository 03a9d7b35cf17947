import { positionAt } from '../../source/span.js';
import type { Span } from '../../source/span.js';
import type { Inspection } from './inspect.js';
import type { DocumentLink } from './links.js';

export type Placed<T> = Omit<T, 'span'> & {
  readonly line: number;
  /** Where it is not in the file of the rule, but in that of one of its filters. */
  readonly path?: string;
};

/** A filter, and where it is. */
export interface FilterRecord extends DocumentLink {
  readonly title: string;
}

/** The form in which `inspect --json` prints a rule; lines are counted from 1. */
export interface InspectionRecord {
  readonly path: string;
  readonly rule: {
    readonly id: string | null;
    readonly title: string;
    readonly level: string | null;
    readonly status: string | null;
  };
  /** Whose conditions are ANDed to the rule's. */
  readonly filters: readonly FilterRecord[];
  /** The correlations that refer to the rule. */
  readonly correlations: readonly DocumentLink[];
  readonly stages: readonly Placed<Inspection['stages'][number]>[];
  readonly predicates: readonly Placed<Inspection['predicates'][number]>[];
  readonly indicators: Inspection['indicators'];
  readonly events: Inspection['events'];
  readonly attack: readonly Placed<Inspection['attack'][number]>[];
}

/** An inspection as plain JSON: a line of the file in the place of each span. */
export function inspectionRecord(
  inspection: Inspection,
  correlations: readonly DocumentLink[] = [],
): InspectionRecord {
  const { rule, stages, predicates, indicators, events, attack } = inspection;
  const { id, title, level, status } = rule;
  const { file } = rule.span;
  const placed = <T extends { readonly span: Span }>({ span, ...rest }: T): Placed<T> => ({
    ...rest,
    line: positionAt(span.file, span.start).line,
    ...(span.file.path === file.path ? {} : { path: span.file.path }),
  });
  return {
    path: file.path,
    rule: { id, title, level, status },
    filters: rule.filters.map((filter) => ({
      id: filter.id,
      title: filter.title,
      path: filter.span.file.path,
      line: positionAt(filter.span.file, filter.span.start).line,
    })),
    correlations,
    stages: stages.map(placed),
    predicates: predicates.map(placed),
    indicators,
    events,
    attack: attack.map(placed),
  };
}
