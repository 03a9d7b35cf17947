import { linkWith, literalText } from '../../src/backend/index.js';
import type { CidrPredicate, FieldPredicate, OneOf, Polarity } from '../../src/backend/index.js';
import type { Predicate } from '../../src/backend/index.js';
import type { Context } from './context.js';
import { SYNTAX } from './dialect.js';
import type { Written } from './dialect.js';
import { equalityOf, writeEqualities } from './equality.js';
import type { Equality } from './equality.js';
import { writeCompare, writeNetworks, writeTimePart } from './numbers.js';
import { tellsNull, writeMissingOrEmpty, writeNull, writeExists } from './presence.js';
import { writeFieldRef, writeKeyword, writeRegex, writeString } from './text.js';

export function writePredicate(
  predicate: Predicate,
  context: Context,
  polarity: Polarity,
): Written {
  if (predicate.kind === 'keyword') return writeKeyword(predicate, context, polarity);
  const equality = equalityOf(predicate, context, polarity);
  if (equality) return writeEqualities([equality], predicate.field);
  const column = context.column(predicate.field.text);
  switch (predicate.kind) {
    case 'string':
      return writeString(predicate, context, polarity);
    case 'null':
      return writeNull(column, context, polarity, predicate.span);
    case 'exists':
      return writeExists(column, context, polarity, predicate.span);
    case 'regex':
      return writeRegex(predicate, context, polarity);
    case 'cidr':
      return writeNetworks([predicate], context, polarity, predicate.span);
    case 'compare':
      return writeCompare(predicate, context, polarity);
    case 'time-part':
      return writeTimePart(predicate, context, polarity);
    case 'field-ref':
      return writeFieldRef(predicate, context, polarity);
    case 'number':
    case 'boolean':
      throw new TypeError('every number and boolean is an equality');
  }
}

/** Alternatives on one field: equal values and networks go into lists, the rest is linked by `or`. */
export function writeOneOf(node: OneOf, context: Context, polarity: Polarity): Written {
  const writers: (() => Written)[] = [];
  const equalities = new Map<string, Equality[]>();
  const networks = new Map<number, CidrPredicate[]>();
  const missingOrEmpty = missingAndEmpty(node, context);
  if (missingOrEmpty) {
    const column = context.column(node.field.text);
    writers.push(() => writeMissingOrEmpty(column, missingOrEmpty[0]!.span));
  }
  for (const option of node.options) {
    if (missingOrEmpty?.includes(option)) continue;
    if (option.kind === 'cidr') {
      add(networks, option.network.version, option, (list) =>
        writers.push(() => writeNetworks(list, context, polarity, node.field.span)),
      );
      continue;
    }
    const equality = equalityOf(option, context, polarity);
    if (equality?.listable) {
      add(equalities, `${equality.operator} ${equality.code}`, equality, (list) =>
        writers.push(() => writeEqualities(list, node.field)),
      );
    } else writers.push(() => writePredicate(option, context, polarity));
  }
  return linkWith(
    SYNTAX,
    'or',
    writers.map((write) => write()),
  );
}

/**
 * The options for null and for the empty string, if both are there and the column cannot tell the
 * two apart: together they are exactly what `isempty` says.
 */
function missingAndEmpty(node: OneOf, context: Context): readonly FieldPredicate[] | null {
  if (tellsNull(context.column(node.field.text))) return null;
  const missing = node.options.find((o) => o.kind === 'null');
  const empty = node.options.find((o) => o.kind === 'string' && literalText(o.pattern) === '');
  return missing && empty ? [missing, empty] : null;
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V, begin: (list: V[]) => void): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else {
    const list = [value];
    lists.set(key, list);
    begin(list);
  }
}
