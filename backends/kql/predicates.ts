import {
  ATOM,
  atom,
  concat,
  enclose,
  join,
  line,
  linkWith,
  literalText,
  text,
} from '../../src/backend/index.js';
import type { Doc, FieldPredicate, Leaf, OneOf, Polarity } from '../../src/backend/index.js';
import { isInteger, isNumeric, textOf } from './columns.js';
import type { Column } from './columns.js';
import type { Context } from './context.js';
import { LIST_OPERATORS, operation, operationOf, SYNTAX } from './dialect.js';
import type { Written } from './dialect.js';
import { numberLiteral, stringLiteral } from './literals.js';
import { writeNull, writePresent } from './presence.js';
import { isPlainEquality, writeFieldRef, writeKeyword, writeRegex, writeString } from './text.js';
import {
  spellingsOf,
  writeBoolean,
  writeCidr,
  writeCompare,
  writeNumber,
  writeTimePart,
} from './values.js';

export function writeLeaf(node: Leaf, context: Context, polarity: Polarity): Written {
  switch (node.kind) {
    case 'constant':
      return atom(text(String(node.value), node.span));
    case 'one-of':
      return writeOneOf(node, context, polarity);
    case 'keyword':
      return writeKeyword(node, context, polarity);
    default:
      return writePredicate(node, context, polarity);
  }
}

function writePredicate(node: FieldPredicate, context: Context, polarity: Polarity): Written {
  switch (node.kind) {
    case 'string': {
      const column = context.column(node.field.text);
      const literal = literalText(node.pattern);
      if (isNumeric(column) && isInteger(literal)) {
        return operation(column.code, '==', literal, node.span);
      }
      return writeString(node, context, polarity);
    }
    case 'number':
      return writeNumber(node, context);
    case 'boolean':
      return writeBoolean(node, context);
    case 'null':
      return writeNull(context.column(node.field.text), context, polarity, node.span);
    case 'exists':
      return writePresent(context.column(node.field.text), context, polarity, node.span);
    case 'regex':
      return writeRegex(node, context, polarity);
    case 'cidr':
      return writeCidr(node, context, polarity);
    case 'compare':
      return writeCompare(node, context, polarity);
    case 'time-part':
      return writeTimePart(node, context, polarity);
    case 'field-ref':
      return writeFieldRef(node, context, polarity);
  }
}

interface ListItem {
  readonly operator: 'in~' | 'in';
  readonly left: string;
  readonly literals: readonly Doc[];
}

/** Equalities become one `in~ (…)`; everything else stands beside it. */
function writeOneOf(node: OneOf, context: Context, polarity: Polarity): Written {
  const column = context.column(node.field.text);
  const lists = new Map<string, { operator: 'in~' | 'in'; left: string; literals: Doc[] }>();
  const order: ({ list: string } | { written: Written })[] = [];
  for (const option of node.options) {
    const item = listItem(option, column);
    if (!item) {
      order.push({ written: writePredicate(option, context, polarity) });
      continue;
    }
    const key = `${item.operator} ${item.left}`;
    const known = lists.get(key);
    if (known) known.literals.push(...item.literals);
    else {
      lists.set(key, { ...item, literals: [...item.literals] });
      order.push({ list: key });
    }
  }
  const parts = order.map((entry): Written => {
    if ('written' in entry) return entry.written;
    const { operator, left, literals } = lists.get(entry.list)!;
    return writeList(left, operator, literals);
  });
  return parts.length === 1 ? parts[0]! : linkWith(SYNTAX, 'or', parts);
}

/** An option that can stand in a list, as its literals. */
function listItem(option: FieldPredicate, column: Column): ListItem | null {
  if (option.kind === 'string') {
    const literal = isPlainEquality(option);
    if (literal === null) return null;
    const numeric = isNumeric(column) && isInteger(literal);
    if (numeric)
      return { operator: 'in', left: column.code, literals: [text(literal, option.span)] };
    const operator = LIST_OPERATORS[option.cased ? '==' : '=~'];
    return {
      operator,
      left: textOf(column),
      literals: [text(stringLiteral(literal), option.span)],
    };
  }
  if (option.kind === 'number') {
    const { number, span } = option;
    if (isNumeric(column)) {
      return { operator: 'in', left: column.code, literals: [text(numberLiteral(number), span)] };
    }
    const literals = spellingsOf(number).map((s) => text(s, span));
    return { operator: 'in~', left: textOf(column), literals };
  }
  return null;
}

function writeList(left: string, operator: 'in~' | 'in', literals: readonly Doc[]): Written {
  if (literals.length === 1) {
    const single = operator === 'in' ? '==' : '=~';
    return operationOf(single, (o) => concat(`${left} ${o} `, literals[0]!));
  }
  const list = enclose('(', join(concat(',', line), literals), ')');
  const written = operationOf(operator, (o) => concat(`${left} ${o} `, list));
  return { ...written, binding: ATOM };
}
