import type { Processed } from '../pipeline/apply.js';
import type { FieldRule } from '../store/source.js';

/** What a source says of a field of the rule; null where it says nothing, or none was chosen. */
export function fieldRuleOf(source: Processed['source'], field: string): FieldRule | null {
  const fields = source?.source.fields;
  return fields?.get(field) ?? fields?.get(field.toLowerCase()) ?? null;
}
