import type { Column, Placement } from '../../../src/store/placement.js';

/** Columns as a pipeline would give them: a type alone where there is nothing else to say. */
export function columnsIn({ columns }: Placement): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...columns].map(([name, column]) => [name, shown(column)]));
}

function shown({ type, lower, caseless, absent, words, reading }: Column): unknown {
  if (reading) return { type, ...reading };
  if (!lower && !caseless && absent.length === 0 && words === 'standard') return type;
  return { type, lower, caseless, absent, words };
}
