import type { Processed } from '../pipeline/apply.js';
import { valueFormsOf } from '../schemas/windows/value-forms.js';
import type { ValueForm } from '../schemas/windows/value-forms.js';
import { once } from '../source/remembered.js';
import { factsOf } from '../store/facts.js';
import type { LogSourceEntry, Source } from '../store/source.js';

/** The forms of fields, by lower-cased name. */
export type FieldForms = ReadonlyMap<string, ValueForm>;

const NONE: FieldForms = new Map();
const known = new WeakMap<Source, WeakMap<LogSourceEntry, FieldForms>>();

/** How all values of fields are written in the events of a source, where that is known. */
export function formsIn(candidate: Processed['source']): FieldForms {
  if (!candidate) return NONE;
  const { source, entry } = candidate;
  const ofSource = once(known, source, () => new WeakMap<LogSourceEntry, FieldForms>());
  return once(ofSource, entry, () => formsOf(source, entry));
}

function formsOf({ fields }: Source, entry: LogSourceEntry): FieldForms {
  const [first, ...others] = [...(factsOf(entry).get('channel')?.keys() ?? [])].map(valueFormsOf);
  const shared = [...(first ?? NONE)].filter(([name, form]) =>
    others.every((forms) => forms.get(name) === form),
  );
  const forms = new Map(shared);
  // The query puts the two together, whichever agent stored them.
  for (const [name, rule] of fields) {
    if (rule.kind === 'computed' && JOINED.has(rule.as))
      forms.set(name.toLowerCase(), 'domain-user');
  }
  return forms;
}

/** Readings that put a domain before a user. */
const JOINED: ReadonlySet<string> = new Set(['account', 'domain-user']);
