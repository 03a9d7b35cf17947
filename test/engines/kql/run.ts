import { resolveColumns } from '../../../backends/kql/columns.js';
import { canonicalDecimal } from '../../../src/model/modifiers/number.js';
import type { MatchEvent } from '../../../src/match/event.js';
import type { EventValue } from '../../../src/match/event-value.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { keeps, pathOf } from './evaluate.js';
import type { KqlValue } from './evaluate.js';
import type { KqlNode } from './parser.js';

/** Whether a query keeps an event; null where its columns cannot hold what the event says. */
export type KqlRun = (event: MatchEvent) => boolean | null;

/** Runs a predicate, as Microsoft's parser reads it, over events. */
export function kqlRun(
  predicate: KqlNode,
  expression: Expression,
  dots: 'path' | 'column' = 'path',
): KqlRun {
  const names = [...new Set(namesIn(predicate))];
  const column = resolveColumns([expression], () => undefined, dots);
  const types = Object.fromEntries(names.map((n) => [n, column(n).type ?? 'string']));
  return (event) => {
    const row: Record<string, KqlValue> = {};
    for (const name of names) {
      if (name === EVERYWHERE) {
        event.texts().forEach((text, i) => (row[`* ${i}`] = text));
        continue;
      }
      const values = event.field(name) ?? [];
      // A list goes into a dynamic column only, and there a query reads it as JSON.
      if (values.length > 1) return null;
      const held = ingested(values[0], types[name]!);
      if (held === NOT_HELD) return null;
      row[name] = held;
    }
    return keeps(predicate, row, types);
  };
}

/** No name of a field is empty. */
const EVERYWHERE = '';

function namesIn(node: KqlNode): string[] {
  if (node.kind === 'name' || node.kind === 'path') return [pathOf(node)];
  if (node.kind === 'star') return [EVERYWHERE];
  return 'operands' in node ? node.operands.flatMap(namesIn) : [];
}

export const NOT_HELD = Symbol('not held');

/** What a column of a type holds of a value. A column of numbers has null for any other text. */
export function ingested(value: EventValue | undefined, type: string): KqlValue | typeof NOT_HELD {
  if (value !== null && typeof value === 'object') return NOT_HELD;
  if (value === null || value === undefined) return value;
  switch (type) {
    case 'int':
    case 'long': {
      if (typeof value === 'boolean') return NOT_HELD;
      const text = String(value).trim();
      if (/^-?(?:0|[1-9]\d*)$/.test(text)) return BigInt(text);
      // `010`, `0x10`, `1e3`, `1.5`: a number column does not keep how a number was spelled.
      return canonicalDecimal(text) === null ? null : NOT_HELD;
    }
    case 'bool': {
      const text = String(value).toLowerCase();
      return text === 'true' || text === 'false' ? text === 'true' : NOT_HELD;
    }
    case 'real':
    case 'datetime':
    case 'guid':
      return NOT_HELD;
    default:
      return value;
  }
}
