import type { DetectionItem } from '../../model/detection.js';
import type { Name } from '../../model/name.js';
import type { Rule } from '../../model/rule.js';
import type { Value } from '../../model/value.js';
import { ANY, pattern } from '../../model/patterns/pattern.js';
import { textOf } from '../../model/patterns/plain-text.js';
import { codes } from '../codes.js';
import type { Step, Transformation } from '../pipeline.js';
import { mapValues, overFields } from '../../model/rewrite.js';
import { rewriteItems } from '../rewrite.js';
import type { Rewritten } from '../rewrite.js';
import type { Settings } from '../settings.js';
import { CASES, CASE_NAMES } from './cases.js';
import { reportRenamed } from './fidelity.js';
import type { StepPlace } from './fidelity.js';

export type TransformationReader = (settings: Settings) => Transformation['apply'];

/** The names that a field gets; null leaves it. Null as a field is a keyword. */
type FieldMap = (field: string | null) => readonly string[] | null;

/**
 * Renames fields in detection items, in references to fields, and in the rule's list of fields.
 * @param place of a step that changes any name in the same way, and so does not know what it names
 */
function renaming(map: FieldMap, place?: StepPlace): Transformation['apply'] {
  return (rule, step) => {
    const names = (field: string | null): readonly string[] | null =>
      step.fieldMatches(field) ? map(field) : null;
    const renamed = rewriteItems(rule, step, (item) => {
      const [to] =
        place && step.read.has(item.field?.text ?? '') ? (names(item.field!.text) ?? []) : [];
      if (place && to !== undefined) reportRenamed(rule, item, to, place, step);
      return renameItem(item, names, step);
    });
    const fields = renamed.fields.flatMap((name): readonly Name[] => {
      const to = names(name.text);
      return to && to.length > 0 ? to.map((text) => ({ text, span: name.span })) : [name];
    });
    const same = fields.every((f, i) => f === renamed.fields[i]);
    return same ? renamed : { ...renamed, fields };
  };
}

function renameItem(item: DetectionItem, names: FieldMap, step: Step): Rewritten {
  const referring = mapValues(item, (value): Value | readonly Value[] => {
    if (value.kind !== 'field-ref') return value;
    const to = names(value.field);
    return to ? to.map((field) => ({ ...value, field })) : value;
  });
  const to = names(item.field?.text ?? null);
  if (!to || to.length === 0) return referring;
  const span = item.field?.span ?? item.span;
  for (const field of to) markField(field, step, item.field?.text);
  return overFields(
    item.field ? referring : mapValues(referring, containing),
    to.map((text) => ({ text, span, mapped: true as const })),
  );
}

/** A keyword is found anywhere in an event's text, and so in the field that it is mapped to. */
function containing(value: Value): Value {
  const text = value.kind === 'string' ? value.pattern : textOf(value);
  if (text === null || (value.kind === 'string' && value.becomes)) return value;
  const { span } = value;
  const cased = value.kind === 'string' && value.cased;
  const inner = typeof text === 'string' ? [text] : text;
  return { kind: 'string', pattern: pattern([ANY, ...inner, ANY]), cased, span };
}

/** Remembers that a field's name comes from the step, and from those that made the name it had. */
export function markField(field: string, step: Step, before = field): void {
  const ids = new Set([
    ...(step.appliedToField.get(field) ?? []),
    ...(step.appliedToField.get(before) ?? []),
  ]);
  if (step.id !== null) ids.add(step.id);
  step.appliedToField.set(field, ids);
}

function withFields(change: (rule: Rule) => readonly string[]): Transformation['apply'] {
  return (rule) => {
    const texts = change(rule);
    const known = new Map(rule.fields.map((f) => [f.text, f]));
    return { ...rule, fields: texts.map((t) => known.get(t) ?? { text: t, span: rule.span }) };
  };
}

const placeOf = (settings: Settings): StepPlace => ({
  type: settings.text('type') ?? '',
  span: settings.map.span,
});

const fieldTexts = (rule: Rule): readonly string[] => rule.fields.map((f) => f.text);

/**
 * What fields are renamed to; `null` leaves one as it is.
 *
 * @param whole whether a name is the whole of it, and so cannot be empty
 */
function mappingOf(settings: Settings, whole = false): ReadonlyMap<string, readonly string[]> {
  const mapping = settings.mapping('mapping');
  const node = settings.node('mapping');
  for (const { key, value } of node?.kind === 'map' ? node.entries : []) {
    const names = mapping.get(key.value === null ? '' : key.text) ?? [];
    for (const field of whole ? [key.text, ...names] : []) {
      settings.checkFieldName(field, field === key.text ? key.span : value.span);
    }
    const isEmpty = value.kind === 'list' && names.length === 0;
    if (!isEmpty && !(whole && names.includes(''))) continue;
    settings.fail(codes['pipeline-empty-field']({ field: key.text }), value.span);
  }
  return mapping;
}

export const fieldTransformations: Readonly<Record<string, TransformationReader>> = {
  field_name_mapping(settings) {
    const mapping = mappingOf(settings, true);
    return renaming((field) => mapping.get(field ?? '') ?? null);
  },
  field_name_prefix_mapping(settings) {
    const mapping = [...mappingOf(settings)];
    return renaming((field) => {
      const found = mapping.find(([prefix]) => field?.startsWith(prefix));
      return found ? found[1].map((to) => to + field!.slice(found[0].length)) : null;
    }, placeOf(settings));
  },
  field_name_prefix(settings) {
    const prefix = settings.required('prefix');
    return renaming((field) => (field === null ? null : [prefix + field]), placeOf(settings));
  },
  field_name_suffix(settings) {
    const suffix = settings.required('suffix');
    return renaming((field) => (field === null ? null : [field + suffix]), placeOf(settings));
  },
  field_name_transform(settings) {
    if (!settings.has('transform_func')) settings.missing('transform_func');
    const transform = CASES[settings.choice('transform_func', CASE_NAMES, 'lower')];
    const mapping = settings.has('mapping') ? mappingOf(settings) : new Map<string, string[]>();
    const keywords = settings.flag('apply_keyword');
    return renaming((field) => {
      if (field === null && !keywords) return null;
      return mapping.get(field ?? '') ?? (field === null ? null : [transform(field)]);
    }, placeOf(settings));
  },
  add_field(settings) {
    const fields = settings.texts('field');
    if (fields.length === 0) settings.missing('field');
    return withFields((rule) => [...fieldTexts(rule), ...fields]);
  },
  remove_field(settings) {
    const fields = settings.texts('field');
    if (fields.length === 0) settings.missing('field');
    return withFields((rule) => fieldTexts(rule).filter((f) => !fields.includes(f)));
  },
  set_field(settings) {
    const fields = settings.texts('fields');
    if (!settings.has('fields')) settings.missing('fields');
    return withFields(() => fields);
  },
};
