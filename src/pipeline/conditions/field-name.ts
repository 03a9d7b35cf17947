import type { FieldTest } from '../pipeline.js';
import { compileRegex } from '../regex.js';
import type { Settings } from '../settings.js';
import { stateTest } from './state.js';

export type FieldConditionReader = (settings: Settings) => FieldTest;

function includes(settings: Settings): (field: string | null) => boolean {
  const fields = settings.texts('fields');
  if (!settings.has('fields')) settings.missing('fields');
  const mode = settings.choice('mode', ['plain', 're'], 'plain');
  if (mode === 'plain') return (field) => field !== null && fields.includes(field);
  const regexes = fields.map((f) =>
    compileRegex(f, (finding) => settings.fail(finding, settings.span('fields'))),
  );
  return (field) => field !== null && regexes.some((r) => r?.startsWith(field));
}

export const fieldConditions: Readonly<Record<string, FieldConditionReader>> = {
  include_fields: (settings) => includes(settings),
  exclude_fields(settings) {
    const test = includes(settings);
    return (field) => !test(field);
  },
  processing_item_applied(settings) {
    const id = settings.required('processing_item_id');
    return (field, run) => field !== null && (run.appliedToField.get(field)?.has(id) ?? false);
  },
  processing_state: stateTest,
};
