import { literalText } from '../model/patterns/pattern.js';
import { textOf } from '../model/patterns/plain-text.js';
import { itemsOf, valuesOf } from '../model/rewrite.js';
import type { Rule } from '../model/rule.js';
import type { Value } from '../model/value.js';
import type { Processed } from '../pipeline/apply.js';
import { VALUE_FORMS } from '../schemas/windows/value-forms.js';
import type { ValueForm } from '../schemas/windows/value-forms.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { codes } from './codes.js';
import { formsIn } from './forms-in.js';

/**
 * A warning for each item with values that no event has in its field, because all values there are
 * written in another form, as the events of every source of the rule are documented.
 *
 * @param rule as it is written, with the names of the events
 */
export function unlikeValues(rule: Rule, variants: readonly Processed[]): readonly Diagnostic[] {
  const forms = variants.map(({ source }) => formsIn(source));
  const [first] = forms;
  if (!first || first.size === 0) return [];
  return itemsOf(rule).flatMap((item) => {
    const name = item.field?.text.toLowerCase() ?? '';
    const form = first.get(name);
    if (!form || !forms.every((f) => f.get(name) === form)) return [];
    const about = { field: item.field!.text, form: VALUE_FORMS[form] };
    const compared = form !== 'decimal' && valuesOf(item).find(({ kind }) => kind === 'compare');
    if (compared) return [diagnostic(codes['form-compared'](about), compared.span)];
    const unlike = valuesOf(item).filter((value) => !mayBe(value, form));
    const [value] = unlike;
    if (!value) return [];
    const values = named(unlike.map((v) => textOf(v)!));
    return [diagnostic(codes['value-form']({ values, ...about }), value.span)];
  });
}

function named(texts: readonly string[]): string {
  const shown = texts.slice(0, SHOWN).map((text) => `\`${text.slice(0, LONGEST)}\``);
  const more = texts.length - shown.length;
  return more > 0 ? `${shown.join(', ')} (and ${more} more)` : shown.join(', ');
}

/** The most values that a message names, and the most characters of each. */
const SHOWN = 3;
const LONGEST = 60;

/** Whether a value in a form may satisfy what a rule asks; what a pattern might match, may. */
function mayBe(value: Value, form: ValueForm): boolean {
  // It equals what spells the same number, however the rule writes it.
  if (value.kind === 'number' && form === 'decimal') return true;
  // Several numbers may be in one value, of which a pattern asks for some.
  if (form === 'message') return !mayHaveWords(value);
  // A hexadecimal number is kept as it is written.
  const text = value.kind === 'number' ? value.number.source : wholeOf(value);
  return text === null || NONE.test(text) || MAY_BE[form](text);
}

function mayHaveWords(value: Value): boolean {
  return (
    value.kind === 'string' && value.pattern.some((p) => typeof p === 'string' && WORD.test(p))
  );
}

const WORD = /\p{L}/u;

function wholeOf(value: Value): string | null {
  return value.kind === 'string' ? literalText(value.pattern) : null;
}

/** What stands for no value. */
const NONE = /^-?$/;

const MAY_BE: Readonly<Record<Exclude<ValueForm, 'message'>, (whole: string) => boolean>> = {
  decimal: (text) => /^\d+$/.test(text),
  hexadecimal: (text) => /^0x[\da-f]+$/i.test(text),
  user: (text) => !/^[^\\]+\\[^\\]+$/.test(text),
  'domain-user': (text) => text.includes('\\'),
  word: (text) => !/^(?:0x[\da-f]+|\d+)$/i.test(text),
};
