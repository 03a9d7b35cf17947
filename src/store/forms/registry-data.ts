import { foldCase } from '../../model/patterns/case-folding.js';
import type { DetectionItem, DetectionNode, ItemValue } from '../../model/detection.js';
import { isAny, literalText } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import { partsOf } from '../../model/rewrite.js';
import type { Value } from '../../model/value.js';
import { itemOf, someValue, textValue } from './in-columns.js';
import type { InColumns } from './in-columns.js';

/** Numbers as Sysmon writes them. */
const DWORD = /^dword \(0x([0-9a-f]{8})\)$/;
const QWORD = /^qword \(0x([0-9a-f]{8})-0x([0-9a-f]{8})\)$/;
/** A character that neither of these has. */
const NO_NUMBER = /[^dwordq(0x1-9a-f)\- ]/;
/** What Sysmon writes for bytes, and for nothing. */
const BINARY = 'binary data';
const EMPTY = '(empty)';
/** A character that bytes are not written with. */
const NO_BYTES = /[^\w+/=,:. -]/;

/**
 * What is asked of data as Sysmon writes it, asked of a column with the data and one with its type.
 * No string is looked for that is spelled as Sysmon spells a number, bytes or nothing.
 */
export function dataInColumns(item: DetectionItem, data: string, type: string): InColumns {
  const nodes: DetectionNode[] = [];
  const rest: ItemValue[] = [];
  // Values that are asked for together, and what is asked of the type beside them.
  const together = new Map<string, { readonly asked: Asked & InData; readonly values: Value[] }>();
  for (const [i, value] of item.values.entries()) {
    const asked = askedOf(value);
    if (asked === null || value.kind === 'value-group') {
      rest.push(value);
      continue;
    }
    const { span } = value;
    const of = (column: string, v: Value) => itemOf(item, column, [v], span);
    switch (asked.kind) {
      case 'missing': {
        const { field, ...none } = of(data, value);
        // That an empty string counts as missing is said once.
        const named = { text: data, span: field!.span, mapped: true } as const;
        nodes.push(partsOf(item, 'all', [{ ...none, field: named }, of(type, value)]));
        break;
      }
      case 'binary':
        nodes.push(of(type, textValue('Binary', span)));
        break;
      case 'empty':
        nodes.push(
          partsOf(item, 'all', [of(data, textValue('', span)), of(type, someValue(span))]),
        );
        break;
      default: {
        if (asked.kind === 'number' && !isWhole(value)) {
          // A string may have more than the number.
          const number = [
            of(type, textValue(asked.type, span)),
            of(data, textValue(asked.decimal, span, true)),
          ];
          nodes.push(partsOf(item, 'any', [partsOf(item, 'all', number), of(data, value)]));
          break;
        }
        const types = asked.kind === 'number' ? asked.type : asked.not.join();
        const known = `${asked.kind} ${types} ${item.linking === 'all' ? i : ''}`;
        const found = together.get(known) ?? { asked, values: [] };
        together.set(known, found);
        found.values.push(asked.kind === 'number' ? textValue(asked.decimal, span, true) : value);
      }
    }
  }
  for (const { asked, values } of together.values()) {
    const { span } = values[0]!;
    const asks = itemOf(item, data, values, span);
    const named = asked.kind === 'number' ? [asked.type] : asked.not;
    if (named.length === 0) {
      nodes.push(asks);
      continue;
    }
    const types = named.map((name) => textValue(name, span));
    const typed = { ...itemOf(item, type, types, span), linking: 'any' } as const;
    const isNot = asked.kind === 'text';
    nodes.push(
      partsOf(item, 'all', isNot ? [{ ...typed, negated: !item.negated }, asks] : [typed, asks]),
    );
  }
  return { nodes, rest, joined: [] };
}

/** `text`: of all types but some, whose data may look so and is written in another way by Sysmon. */
type InData =
  | { readonly kind: 'number'; readonly type: 'Dword' | 'Qword'; readonly decimal: string }
  | { readonly kind: 'text'; readonly not: readonly string[] };

type Asked = InData | { readonly kind: 'missing' | 'binary' | 'empty' };

/** Null where it takes writing data as Sysmon does. */
function askedOf(value: ItemValue): Asked | null {
  if (value.kind === 'null') return { kind: 'missing' };
  if (value.kind !== 'string' || value.cased) return null;
  const { pattern } = value;
  const texts = pattern.flatMap((p) => (typeof p === 'string' ? [foldCase(p)] : []));
  const [only] = texts;
  if (only === undefined || pattern.some((p) => typeof p === 'object' && !isAny(p))) return null;
  const number = texts.length === 1 ? numberIn(only) : null;
  if (number) return number;
  if (only === BINARY && isWhole(value)) return { kind: 'binary' };
  if (only === EMPTY && isWhole(value)) return { kind: 'empty' };
  if ([BINARY, EMPTY].some((other) => texts.every((t) => other.includes(t)))) return null;
  const bytes = texts.some((t) => NO_BYTES.test(t)) ? [] : ['Binary'];
  if (texts.some((t) => NO_NUMBER.test(t))) return { kind: 'text', not: bytes };
  return isNumber(pattern) ? null : { kind: 'text', not: ['Dword', 'Qword', ...bytes] };
}

/** Whether a pattern may match a number as Sysmon writes it, by how that begins and ends. */
function isNumber(pattern: StringPattern): boolean {
  const first = pattern[0];
  const last = pattern.at(-1);
  const begins = typeof first === 'string' ? foldCase(first) : '';
  const ends = typeof last === 'string' ? last : ')';
  const isBegun = NUMBER_BEGINNINGS.some((b) => b.startsWith(begins) || begins.startsWith(b));
  return isBegun && ends.endsWith(')');
}

const NUMBER_BEGINNINGS = ['dword (0x', 'qword (0x'];

function isWhole(value: Value): boolean {
  return value.kind === 'string' && literalText(value.pattern) !== null;
}

function numberIn(value: string): InData | null {
  const [, digits] = DWORD.exec(value) ?? [];
  if (digits !== undefined) {
    return { kind: 'number', type: 'Dword', decimal: String(Number(`0x${digits}`)) };
  }
  const [, high, low] = QWORD.exec(value) ?? [];
  if (high === undefined) return null;
  return { kind: 'number', type: 'Qword', decimal: String(BigInt(`0x${high}${low}`)) };
}
