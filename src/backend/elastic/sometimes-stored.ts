import { mapFields } from '../../predicate/fold.js';
import { isAmong } from '../../model/patterns/pattern.js';
import type {
  Expression,
  FieldPredicate,
  NullPredicate,
  OneOf,
  StringPredicate,
} from '../../predicate/predicate.js';

/** The values of a field that only some versions of what writes its events leave out, in lower case. */
export type SometimesStored = (field: string) => readonly string[];

/** Conditions that ask for such a value where it is stored, too. */
export function askedEitherWay(
  conditions: readonly Expression[],
  sometimes: SometimesStored,
): readonly Expression[] {
  return conditions.map((condition) => mapFields(condition, (node) => eitherWay(node, sometimes)));
}

function eitherWay(node: FieldPredicate | OneOf, sometimes: SometimesStored): Expression {
  const { field, span } = node;
  const values = sometimes(field.text);
  if (values.length === 0) return node;
  const own = node.kind === 'one-of' ? node.options : [node];
  const options = own.flatMap((p) => ways(p, values));
  if (options.length === own.length) return node;
  return { kind: 'one-of', field, options: withoutSame(options), span };
}

function ways(p: FieldPredicate, values: readonly string[]): readonly FieldPredicate[] {
  const { field, span } = p;
  if (p.kind === 'null' && p.together) {
    const stored = values.map((value): StringPredicate => ({
      kind: 'string',
      field,
      pattern: [value],
      cased: false,
      stored: true,
      span,
    }));
    return [p, ...stored];
  }
  if (p.kind !== 'string' || !isAmong(p.pattern, values)) return [p];
  const missing: NullPredicate = { kind: 'null', field, span };
  return [{ ...p, stored: true }, missing];
}

/** A missing value is asked for once: with all that are like it, if that is so of one. */
function withoutSame(options: readonly FieldPredicate[]): readonly FieldPredicate[] {
  const missing = options.filter((o) => o.kind === 'null');
  const one = missing.find((o) => o.together) ?? missing[0];
  return options.filter((o) => o.kind !== 'null' || o === one);
}
