import { ANY, mapFields, shapeOf } from '../../src/backend/index.js';
import type { Expression, FieldPredicate, QueryContext } from '../../src/backend/index.js';

/** XML has these as they are. */
const PLAIN = /^(?![^]*[<>&"'])[ -~]+$/;

/**
 * Conditions on the unnamed data of an event, which is read as one string although there may be several:
 * what is a whole one, its beginning or its end is looked for with the tags around it.
 */
export function ofUnnamedData(
  conditions: readonly Expression[],
  { placement: { columns } }: QueryContext,
): readonly Expression[] {
  if (![...columns.values()].some(({ reading }) => reading?.as === 'xml-text')) return conditions;

  const tagged = (p: FieldPredicate): FieldPredicate => {
    const reading = columns.get(p.field.text)?.reading;
    if (p.kind !== 'string' || reading?.as !== 'xml-text') return p;
    const found = shapeOf(p.pattern);
    if (!('text' in found) || found.shape === 'contains' || !PLAIN.test(found.text)) return p;
    const start = found.shape === 'endswith' ? '' : '<Data>';
    const end = found.shape === 'startswith' ? '' : '</Data>';
    const field = { text: reading.of, span: p.field.span, mapped: true } as const;
    return { ...p, field, pattern: [ANY, `${start}${found.text}${end}`, ANY] };
  };
  return conditions.map((condition) =>
    mapFields(condition, (node) => {
      if (node.kind !== 'one-of') return tagged(node);
      const operands = node.options.map(tagged);
      const isSame = operands.every((o, i) => o === node.options[i]);
      return isSame ? node : { kind: 'or', operands, span: node.span };
    }),
  );
}
