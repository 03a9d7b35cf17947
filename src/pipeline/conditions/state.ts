import type { Json } from '../../source/json.js';
import type { Run } from '../pipeline.js';
import type { Settings } from '../settings.js';

/** `processing_state`, which is a condition of rules, detection items and field names. */
export function stateTest(settings: Settings): (subject: unknown, run: Run) => boolean {
  const key = settings.required('key');
  const value = settings.json('val');
  const operator = settings.choice('op', ['eq', 'ne', 'gte', 'gt', 'lte', 'lt'], 'eq');
  return (_, run) => {
    const found = run.state.get(key);
    if (found === undefined) return false;
    if (operator === 'eq') return same(found, value);
    if (operator === 'ne') return !same(found, value);
    return isInOrder(found, operator, value);
  };
}

export type OrderOperator = 'gte' | 'gt' | 'lte' | 'lt';

/** Numbers by value, other strings by their characters, a number and a word not at all. */
export function isInOrder(a: Json, operator: OrderOperator, b: Json): boolean {
  const [x, y] = [rank(a), rank(b)];
  if (x === null || y === null || typeof x !== typeof y) return false;
  switch (operator) {
    case 'gte':
      return x >= y;
    case 'gt':
      return x > y;
    case 'lte':
      return x <= y;
    case 'lt':
      return x < y;
  }
}

function rank(value: Json): string | number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  // Dates are written both ways.
  return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value.replace(/\//g, '-');
}

/** Equal as YAML values, or as strings: `1` and `'1'`. */
export function same(a: Json | undefined, b: Json): boolean {
  return (
    JSON.stringify(a ?? null) === JSON.stringify(b) || (a !== undefined && String(a) === String(b))
  );
}
