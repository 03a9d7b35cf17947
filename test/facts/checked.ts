import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { namesOf } from './names.js';
import type { Named, StoreName } from './names.js';
import { Vendors } from './vendors.js';
import type { Word } from './vendors.js';

export interface Assumption {
  readonly why: string;
  /** Any value of these fields. */
  readonly values?: readonly string[];
  readonly names?: readonly string[];
}

export const assumptions = parse(
  readFileSync(join(import.meta.dirname, 'data/assumed.yml'), 'utf8'),
) as readonly Assumption[];

/** Null for what must have a vendor's word. */
export function assumptionOf({ kind, name, field }: Named): Assumption | null {
  const found = assumptions.find(
    ({ values = [], names = [] }) =>
      (kind === 'value' && values.includes(field!)) ||
      names.some((n) => (n.endsWith('*') ? name.startsWith(n.slice(0, -1)) : n === name)),
  );
  return found ?? null;
}

/** What a schema names, and what vendors say of it. */
export interface Checked {
  readonly named: Named;
  readonly words: readonly Word[] | null;
}

const vendors = new Vendors();

export async function checked(store: StoreName): Promise<readonly Checked[]> {
  const names = await namesOf(store);
  return names.map((named) => ({ named, words: vendors.wordOf(named) }));
}
