import { diagnostic } from '../../source/diagnostic.js';
import { codes } from '../codes.js';
import { valuesOf } from '../../model/rewrite.js';
import type { FieldSubject, FieldTest } from '../pipeline.js';
import { compileRegex } from '../regex.js';
import type { Settings } from '../settings.js';
import { stateTest } from './state.js';

export type FieldConditionReader = (settings: Settings) => FieldTest;

function includes(settings: Settings): (field: string | null) => boolean {
  const fields = settings.texts('fields');
  if (!settings.has('fields')) settings.missing('fields');
  const mode = settings.choice('mode', ['plain', 're'], 'plain');
  if (mode === 'plain') {
    const pattern = fields.find((f) => PATTERN.test(f));
    if (pattern !== undefined) {
      const finding = codes['pipeline-field-pattern']({ field: pattern });
      settings.diagnostics.push(diagnostic(finding, settings.span('fields')));
    }
    for (const field of fields) settings.checkFieldName(field, settings.span('fields'));
    return (field) => field !== null && fields.includes(field);
  }
  const regexes = fields.map((f) =>
    compileRegex(f, (finding) => settings.fail(finding, settings.span('fields'))),
  );
  return (field) => field !== null && regexes.some((r) => r?.startsWith(field));
}

/** What field names do not have, and patterns do. */
const PATTERN = /^\^|[*$]$|\.\*/;

/** An item is about its own field and those that its values refer to. */
function namesIn(subject: FieldSubject): readonly (string | null)[] {
  if (subject === null || typeof subject === 'string') return [subject];
  const referred = valuesOf(subject).flatMap((v) => (v.kind === 'field-ref' ? [v.field] : []));
  return [subject.field?.text ?? null, ...referred];
}

export const fieldConditions: Readonly<Record<string, FieldConditionReader>> = {
  include_fields(settings) {
    const test = includes(settings);
    return (subject) => namesIn(subject).some(test);
  },
  exclude_fields(settings) {
    const test = includes(settings);
    return (subject) => namesIn(subject).some((field) => !test(field));
  },
  processing_item_applied(settings) {
    const id = settings.required('processing_item_id');
    return (subject, run) => {
      if (subject === null) return false;
      const applied =
        typeof subject === 'string'
          ? run.appliedToField.get(subject)
          : run.appliedToItem.get(subject);
      return applied?.has(id) ?? false;
    };
  },
  processing_state: stateTest,
};
