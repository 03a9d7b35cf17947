import type { Value } from '../../model/value.js';
import type { ItemTest } from '../pipeline.js';
import { readRegex } from '../regex.js';
import { valuesOf } from '../../model/rewrite.js';
import type { Settings } from '../settings.js';
import { plainText } from '../../model/patterns/plain-text.js';
import { isValue } from '../values.js';
import { stateTest } from './state.js';

export type ItemConditionReader = (settings: Settings) => ItemTest;

/** `cond: any` or `all` of the item's values. */
function ofValues(settings: Settings, test: (value: Value) => boolean): ItemTest {
  const all = settings.choice('cond', ['any', 'all'], 'any') === 'all';
  return (item) => (all ? valuesOf(item).every(test) : valuesOf(item).some(test));
}

export const itemConditions: Readonly<Record<string, ItemConditionReader>> = {
  match_string(settings) {
    const regex = readRegex(settings, 'pattern');
    const negate = settings.flag('negate');
    return ofValues(
      settings,
      (v) => (v.kind === 'string' && (regex?.startsWith(plainText(v.pattern)) ?? false)) !== negate,
    );
  },
  match_value(settings) {
    if (!settings.has('value')) settings.missing('value');
    const wanted = settings.json('value');
    return ofValues(settings, (v) => isValue(v, wanted));
  },
  is_null: (settings) => ofValues(settings, (v) => v.kind === 'null'),
  contains_wildcard: (settings) =>
    ofValues(
      settings,
      (v) =>
        v.kind === 'string' &&
        v.pattern.some((p) => typeof p === 'object' && p.kind !== 'placeholder'),
    ),
  processing_item_applied(settings) {
    const id = settings.required('processing_item_id');
    return (item, run) => run.appliedToItem.get(item)?.has(id) ?? false;
  },
  processing_state: stateTest,
};
