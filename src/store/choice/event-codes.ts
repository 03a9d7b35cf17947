import { namesProduct } from '../../model/log-source.js';
import { mapRuleItems } from '../../model/rewrite.js';
import type { Rule } from '../../model/rule.js';
import type { Candidate } from './candidates.js';
import { fieldsAsked } from './needs.js';

/** The rule with the id of an event of Windows under the name that sources know it by, and not that of Splunk. */
export function withEventIds(rule: Rule, candidates: readonly Candidate[]): Rule {
  if (!fieldsAsked(rule.detection).has('eventcode') || !namesProduct(rule.logsource, 'windows'))
    return rule;
  if (!candidates.some(({ source }) => source.fields.has('EventID'))) return rule;
  return mapRuleItems(rule, (item) => {
    const { field } = item;
    if (!field || field.mapped || field.text.toLowerCase() !== 'eventcode') return item;
    return { ...item, field: { ...field, text: 'EventID' } };
  });
}
