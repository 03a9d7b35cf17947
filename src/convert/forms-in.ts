import type { Processed } from '../pipeline/apply.js';
import { valueFormsOf } from '../schemas/windows/value-forms.js';
import type { ValueForm } from '../schemas/windows/value-forms.js';
import { once } from '../source/remembered.js';
import { factsOf } from '../store/choice/facts.js';
import type { FieldRule, LogSourceEntry, Source } from '../store/source.js';

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
  const joined = namesOf(fields, isJoined);
  // Two fields that differ only in letter case, such as UserID and UserId, share no form.
  const apart = namesOf(fields, (rule) => !isJoined(rule));
  for (const name of joined) if (!apart.has(name)) forms.set(name, 'domain-user');
  return forms;
}

function namesOf(
  fields: Source['fields'],
  isMeant: (rule: FieldRule) => boolean,
): ReadonlySet<string> {
  return new Set(
    [...fields].filter(([, rule]) => isMeant(rule)).map(([name]) => name.toLowerCase()),
  );
}

function isJoined(rule: FieldRule): boolean {
  return rule.kind === 'computed' && JOINED.has(rule.as);
}

/** Readings that put a domain before a user. */
const JOINED: ReadonlySet<string> = new Set(['account', 'domain-user']);
