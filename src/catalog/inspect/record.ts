import { positionAt } from '../../source/span.js';
import type { Span } from '../../source/span.js';
import type { Inspection } from './inspect.js';

type Placed<T> = Omit<T, 'span'> & { readonly line: number };

/** The form in which `inspect --json` prints a rule; lines are counted from 1. */
export interface InspectionRecord {
  readonly path: string;
  readonly rule: {
    readonly id: string | null;
    readonly title: string;
    readonly level: string | null;
    readonly status: string | null;
  };
  readonly stages: readonly Placed<Inspection['stages'][number]>[];
  readonly predicates: readonly Placed<Inspection['predicates'][number]>[];
  readonly indicators: Inspection['indicators'];
  readonly events: Inspection['events'];
  readonly attack: readonly Placed<Inspection['attack'][number]>[];
}

/** An inspection as plain JSON: a line of the file in the place of each span. */
export function inspectionRecord(inspection: Inspection): InspectionRecord {
  const { rule, stages, predicates, indicators, events, attack } = inspection;
  const { id, title, level, status } = rule;
  return {
    path: rule.span.file.path,
    rule: { id, title, level, status },
    stages: stages.map(placed),
    predicates: predicates.map(placed),
    indicators,
    events,
    attack: attack.map(placed),
  };
}

function placed<T extends { readonly span: Span }>(part: T): Placed<T> {
  const { span, ...rest } = part;
  return { ...rest, line: positionAt(span.file, span.start).line };
}
