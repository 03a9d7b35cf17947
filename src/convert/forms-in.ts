import type { Processed } from '../pipeline/apply.js';
import { valueFormOf } from '../schemas/windows/value-forms.js';
import type { ValueForm } from '../schemas/windows/value-forms.js';
import { factsOf } from '../store/facts.js';
import { fieldRuleOf } from './fields-of-source.js';

/** Readings that put a domain before a user. */
const JOINED: ReadonlySet<string> = new Set(['account', 'domain-user']);

/** How all values of a rule's field are written in a source; null where that is not known. */
export function formIn(source: Processed['source'], field: string): ValueForm | null {
  if (!source) return null;
  const rule = fieldRuleOf(source, field);
  // The query puts the two together, whichever agent stored them.
  if (rule?.kind === 'computed' && JOINED.has(rule.as)) return 'domain-user';
  const channels = factsOf(source.entry).get('channel');
  const forms = new Set([...(channels?.keys() ?? [])].map((c) => valueFormOf(c, field)));
  const [form = null] = forms;
  return forms.size === 1 ? form : null;
}
