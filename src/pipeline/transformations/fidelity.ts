import { polaritiesOf } from '../../model/condition/polarities.js';
import { itemsOf } from '../../model/detection-fold.js';
import type { DetectionItem } from '../../model/detection.js';
import type { Rule } from '../../model/rule.js';
import type { Finding } from '../../source/codes.js';
import { diagnostic } from '../../source/diagnostic.js';
import type { Span } from '../../source/span.js';
import { codes } from '../codes.js';
import type { Step } from '../pipeline.js';
import { opposite } from '../../source/direction.js';
import type { Direction } from '../../source/direction.js';

/** What it does to the rule if an item matches more than it did; empty if no condition uses it. */
export function effectsOf(rule: Rule, item: DetectionItem): readonly Direction[] {
  const directions = new Set<Direction>();
  for (const [identifier, polarities] of polaritiesOf(rule.detection)) {
    if (!itemsOf(identifier.body).includes(item)) continue;
    for (const negated of polarities) {
      directions.add(negated === item.negated ? 'wider' : 'narrower');
    }
  }
  return [...directions];
}

/** How a condition differs from what it was: it may match more, fewer, or both. */
export type Extent = 'more' | 'fewer';

/** What did it, and where it is in the pipeline. */
export interface StepPlace {
  readonly type: string;
  readonly span: Span;
}

/** Says at an item's field that a step replaced its values. */
export function reportReplaced(
  rule: Rule,
  item: DetectionItem,
  extents: ReadonlySet<Extent>,
  { type, span }: StepPlace,
  step: Step,
): void {
  if (extents.size === 0 || step.isFact) return;
  const wider = effectsOf(rule, item);
  const directions = new Set<Direction>();
  if (extents.has('more')) for (const d of wider) directions.add(d);
  if (extents.has('fewer')) for (const d of wider) directions.add(opposite(d));
  const field = item.field ? `\`${item.field.text}\`` : 'a keyword';
  report(item, directions, span, step, (direction) =>
    codes[`pipeline-replaced-${direction}`]({ field, step: type }),
  );
}

/** Says at an item's field that a step gave it a name that its source need not have. */
export function reportRenamed(
  rule: Rule,
  item: DetectionItem,
  name: string,
  { type, span }: StepPlace,
  step: Step,
): void {
  const field = item.field!.text;
  const directions = new Set(effectsOf(rule, item).map(opposite));
  report(item, directions, span, step, (direction) =>
    codes[`pipeline-renamed-${direction}`]({ field, name, step: type }),
  );
}

function report(
  item: DetectionItem,
  directions: ReadonlySet<Direction>,
  place: Span,
  step: Step,
  finding: (direction: Direction) => Finding<'warning'>,
): void {
  const related = [{ message: 'The step is here.', span: place }];
  const { span } = item.field ?? item;
  for (const direction of DIRECTIONS) {
    if (!directions.has(direction)) continue;
    step.report(diagnostic(finding(direction), span, { direction, related }));
  }
}

const DIRECTIONS = ['wider', 'narrower'] as const;
