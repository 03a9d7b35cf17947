import { LOG_SOURCE_KEYS } from '../../model/rule.js';
import type { LogSource } from '../../model/rule.js';
import { diagnostic } from '../../source/diagnostic.js';
import { codes } from '../codes.js';
import { itemsOf, valuesOf } from '../../model/rewrite.js';
import { rewriteItems } from '../rewrite.js';
import { addCondition } from './add-condition.js';
import { dropItems } from './drop.js';
import type { TransformationReader } from './fields.js';

/** Steps on the rule as a whole: its condition, its log source, state, and refusals. */
export const ruleTransformations: Readonly<Record<string, TransformationReader>> = {
  add_condition: addCondition,
  change_logsource(settings) {
    const given = LOG_SOURCE_KEYS.flatMap((key) => {
      const texts = settings.logSource(key, settings.texts(key));
      return texts.length > 0 ? [[key, texts] as const] : [];
    });
    if (given.length === 0) settings.withoutLogSource();
    return (rule) => {
      const { span } = rule.logsource;
      const named = given.map(([key, texts]) => [key, texts.map((text) => ({ text, span }))]);
      const empty = { category: [], product: [], service: [] };
      const logsource = { ...rule.logsource, ...empty, ...Object.fromEntries(named) } as LogSource;
      return { ...rule, logsource };
    };
  },
  drop_detection_item: () => (rule, step) => dropItems(rule, step),
  set_state(settings) {
    const key = settings.required('key');
    if (!settings.has('val')) settings.missing('val');
    const value = settings.json('val');
    settings.checkState(key, value, settings.node('val')?.span ?? settings.map.span);
    return (rule, step) => {
      step.state.set(key, value);
      return rule;
    };
  },
  set_custom_attribute(settings) {
    const attribute = settings.required('attribute');
    if (!settings.has('value')) settings.missing('value');
    const value = settings.json('value');
    return (rule, step) => {
      step.attributes.set(attribute, value);
      return rule;
    };
  },
  rule_failure(settings) {
    const message = settings.required('message');
    return (rule, step) => {
      step.report(diagnostic(codes['pipeline-refused']({ message }), rule.logsource.span));
      return rule;
    };
  },
  detection_item_failure(settings) {
    const message = settings.required('message');
    return (rule, step) =>
      rewriteItems(rule, step, (item) => {
        const { span } = item.field ?? item;
        step.report(diagnostic(codes['pipeline-refused']({ message }), span));
        return item;
      });
  },
  /** A field that no mapping has changed is one that the target does not have. */
  strict_field_mapping_failure(settings) {
    const message = settings.text('message');
    return (rule, step) => {
      for (const item of itemsOf(rule)) {
        if (!step.itemMatches(item)) continue;
        const referred = valuesOf(item).flatMap((v) =>
          v.kind === 'field-ref' ? [{ text: v.field, span: v.span }] : [],
        );
        for (const { text, span } of [...(item.field ? [item.field] : []), ...referred]) {
          if (step.appliedToField.has(text) || !step.fieldMatches(text)) continue;
          const finding =
            message === null
              ? codes['pipeline-unmapped-field']({ field: text })
              : codes['pipeline-refused']({ message });
          step.report(diagnostic(finding, span));
        }
      }
      return rule;
    };
  },
};
