import { once } from '../../source/remembered.js';
import { filterPlace } from './catalog.js';
import type { Catalog } from './catalog.js';
import type { CatalogRule } from './entry.js';

/** A text that a page shows with the numbers of its lines. */
export type ShownText = Pick<CatalogRule, 'path' | 'text' | 'firstLine'>;

export function isShown(line: number, { firstLine, text, path }: ShownText): boolean {
  const last = firstLine + linesOf(text).length - 1;
  return !/json$/i.test(path) && line >= firstLine && line <= last;
}

/** An empty line at the end, which no editor numbers, is left out. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** The page that shows a line of a filter's or a rule's file; null if there is none. */
export function linePlace(catalog: Catalog, path: string, line: number): string | null {
  const known = once(byPath, catalog, rulesByPath);
  const rule = known.get(path)?.find((r) => isShown(line, r));
  // Its page gives an id only to those of its lines that it itself leads to.
  const page = rule && catalog.pageOf.get(rule);
  return filterPlace(catalog, path, line) ?? page ?? null;
}

const byPath = new WeakMap<Catalog, ReadonlyMap<string, readonly CatalogRule[]>>();

function rulesByPath({ rules }: Catalog): ReadonlyMap<string, readonly CatalogRule[]> {
  const found = new Map<string, CatalogRule[]>();
  for (const rule of rules) {
    const same = found.get(rule.path);
    if (same) same.push(rule);
    else found.set(rule.path, [rule]);
  }
  return found;
}
