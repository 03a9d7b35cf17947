import { codes as modelCodes } from '../../model/codes.js';
import { ANY, hasPlaceholder, parsePattern } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import { expandPlaceholders, MAX_EXPANSION } from '../../model/placeholders.js';
import type { DetectionItem } from '../../model/detection.js';
import type { Rule } from '../../model/rule.js';
import type { Span } from '../../source/span.js';
import { effectsOf } from './fidelity.js';
import { settle } from '../../model/settle.js';
import type { Deferred, Value } from '../../model/value.js';
import { diagnostic } from '../../source/diagnostic.js';
import { codes } from '../codes.js';
import type { Json } from '../../source/json.js';
import type { Step } from '../pipeline.js';
import { mapValues } from '../../model/rewrite.js';
import { rewriteItems } from '../rewrite.js';
import type { Settings } from '../settings.js';
import type { TransformationReader } from './fields.js';

/** Which placeholders a step is for: `include` or `exclude` lists of names. */
function chosen(settings: Settings): (name: string) => boolean {
  const include = settings.has('include') ? settings.texts('include') : null;
  const exclude = settings.has('exclude') ? settings.texts('exclude') : null;
  if (include && exclude) {
    settings.fail(
      codes['pipeline-exclusive-keys']({ one: 'include', other: 'exclude' }),
      settings.span('exclude'),
    );
  }
  return (name) => (include ? include.includes(name) : !exclude?.includes(name));
}

/** Where a placeholder is. */
interface Place {
  readonly rule: Rule;
  readonly item: DetectionItem;
  readonly span: Span;
  readonly step: Step;
}

function expanding(
  settings: Settings,
  values: (
    name: string,
    step: Step,
    span: Span,
    becomes?: Deferred,
  ) => readonly StringPattern[] | null,
  onReplaced?: (name: string, place: Place) => void,
): ReturnType<TransformationReader> {
  const isChosen = chosen(settings);
  return (rule, step) =>
    rewriteItems(rule, step, (item) => {
      return mapValues(item, (value): Value | readonly Value[] => {
        if (value.kind !== 'string' || !hasPlaceholder(value.pattern)) return value;
        const patterns = expandPlaceholders(value.pattern, (name) => {
          // What the user gives for one run is put in place last, and nothing comes before it.
          const isGiven = Object.hasOwn(step.placeholders ?? {}, name);
          const found =
            isChosen(name) && !isGiven ? values(name, step, value.span, value.becomes) : null;
          if (found) onReplaced?.(name, { rule, item, span: value.span, step });
          return found;
        });
        if (!patterns) {
          const finding = modelCodes['placeholder-too-large']({ max: MAX_EXPANSION });
          step.report(diagnostic(finding, value.span));
          return value;
        }
        return patterns.map((p) =>
          settle({ ...value, pattern: p }, (finding, span) =>
            step.report(diagnostic(finding, span)),
          ),
        );
      });
    });
}

export const placeholderTransformations: Readonly<Record<string, TransformationReader>> = {
  value_placeholders: (settings) =>
    expanding(settings, (name, step, span, becomes) => {
      const value = Object.hasOwn(step.variables, name) ? step.variables[name]!.text : undefined;
      if (value === undefined || value === null) return null;
      const list = Array.isArray(value) ? (value as readonly Json[]) : [value];
      // Nothing to search for is no value, and neither is a map.
      if (list.some((v) => v === null || typeof v === 'object')) {
        step.report(diagnostic(codes['pipeline-variable']({ name }), span));
        return null;
      }
      if (list.length === 0) return null;
      return list.map((v) => (becomes ? [String(v)] : parsePattern(String(v))));
    }),
  wildcard_placeholders: (settings) =>
    expanding(
      settings,
      (_name, _step, _span, becomes) => {
        if (becomes?.kind === 'cidr') return null;
        return [becomes ? ['.*'] : [ANY]];
      },
      (name, { rule, item, span, step }) => {
        const related = [{ message: 'The step is here.', span: settings.map.span }];
        for (const direction of effectsOf(rule, item)) {
          const finding = codes[`pipeline-blurred-${direction}`]({ name: `\`%${name}%\`` });
          step.report(diagnostic(finding, span, { direction, related }));
        }
      },
    ),
};

/** What runs programs, accesses the network, or bypasses quoting; each with an alternative. */
export const refusedTransformations: Readonly<Record<string, string>> = {
  command_placeholders:
    'It runs a program during conversion. Run it yourself, and supply its output as placeholder values or in `vars`.',
  file_placeholders:
    'It reads a file during conversion. Supply the values as placeholder values or in `vars`.',
  http_placeholders:
    'It accesses the network during conversion. Fetch the values yourself, and supply them as placeholder values or in `vars`.',
  query_expression_placeholders:
    "It inserts text in a query language without sigmaql's quoting. Supply the values with `value_placeholders`, or edit the query afterwards.",
  extract_fields:
    'It changes events rather than the rule. Extract the fields where the events are stored.',
};
