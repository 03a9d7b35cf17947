import { fieldIn } from '../model/correlation/correlated.js';
import type { Correlated } from '../model/correlation/correlated.js';
import type { Name } from '../model/name.js';
import type { Processed } from '../pipeline/apply.js';
import { VALUE_FORMS } from '../schemas/windows/value-forms.js';
import type { ValueForm } from '../schemas/windows/value-forms.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { codes } from './codes.js';
import { formsIn } from './forms-in.js';

/** What an alias is called in the events of a rule, and how all values of that are written. */
interface Held {
  readonly field: Name;
  readonly form: ValueForm;
}

type SourcesByRule = ReadonlyMap<number, readonly Processed['source'][]>;

/** By each rule, where all values of the field are written in one form. */
function heldBy(correlated: Correlated, name: Name, sources: SourcesByRule): readonly Held[] {
  return [...sources].flatMap(([member, all]) => {
    const field = fieldIn(correlated, member, name);
    const forms = new Set(
      all.map((source) => formsIn(source).get(field.text.toLowerCase()) ?? null),
    );
    const [form = null] = forms;
    return forms.size === 1 && form !== null ? [{ field, form }] : [];
  });
}

/** A warning for each field whose numbers are measured, and whose values are never numbers. */
export function neverNumbers(
  correlated: Correlated,
  sources: SourcesByRule,
): readonly Diagnostic[] {
  const { test } = correlated.correlation;
  if (test.kind !== 'value') return [];
  const held = heldBy(correlated, test.field, sources).filter(({ form }) => form !== 'decimal');
  return held.map(({ field, form }) => {
    const slots = { field: field.text, form: VALUE_FORMS[form] };
    return diagnostic(codes['field-never-a-number'](slots), field.span);
  });
}

/**
 * A warning for each alias to group by whose fields can never have a value in common, as the events of
 * the sources are documented: one for each rule whose values differ from those of the first.
 *
 * @param sources where the events of each rule are, by its position
 */
export function unlikeAliases(
  correlated: Correlated,
  sources: SourcesByRule,
): readonly Diagnostic[] {
  const { groupBy, aliases } = correlated.correlation;
  const used = groupBy.filter((name) => aliases.some((a) => a.name.text === name.text));
  return used.flatMap((name) => {
    const [first, ...others] = heldBy(correlated, name, sources);
    return others.flatMap(({ field, form }) => {
      if (form === first!.form) return [];
      const finding = codes['alias-never-equal']({
        alias: name.text,
        field: field.text,
        form: VALUE_FORMS[form],
        other: first!.field.text,
        otherForm: VALUE_FORMS[first!.form],
      });
      const related = [{ message: 'the other field', span: first!.field.span }];
      return [diagnostic(finding, field.span, { related })];
    });
  });
}
