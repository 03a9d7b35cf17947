import type { Catalog } from '../catalog.js';
import type { CatalogRule } from '../entry.js';
import { LEVELS, valuesOf } from '../facets.js';
import { bdi, joined, markup } from '../html.js';
import type { Child, Html } from '../html.js';
import { logSourceLabel, statusLabel } from '../labels.js';
import { rootOf } from '../layout.js';

/** The rows that most pages show, which are one folder deep. */
const rowsOf = new WeakMap<Catalog, Map<CatalogRule, Html>>();

/** Rules as a list: title, level, status and log source; on the pages at the root, tactics too. */
export function ruleList(
  rules: readonly CatalogRule[],
  catalog: Catalog,
  from: string,
  more: (rule: CatalogRule) => Child = () => null,
): Html {
  return markup`<ul class="rules">${rules.map((rule) => {
    return markup`<li>${row(rule, catalog, from)}${more(rule)}</li>`;
  })}</ul>`;
}

function row(rule: CatalogRule, catalog: Catalog, from: string): Html {
  const root = rootOf(from);
  if (root !== '../') return makeRow(rule, catalog, root);
  let rows = rowsOf.get(catalog);
  if (!rows) rowsOf.set(catalog, (rows = new Map()));
  let made = rows.get(rule);
  if (!made) rows.set(rule, (made = makeRow(rule, catalog, root)));
  return made;
}

function makeRow(rule: CatalogRule, catalog: Catalog, root: string): Html {
  const [level = ''] = valuesOf(rule, 'level', catalog.attack);
  const about = [statusLabel(rule), logSourceLabel(rule)];
  // The thousands of lists a folder deep are the shorter for it.
  if (root === '') about.push(tacticNames(rule, catalog));
  return markup`<a href="${root + catalog.pageOf.get(rule)!}">${bdi(rule.title)}</a>
    ${level !== '' && levelBadge(level)}
    <i>${joined(about.filter((a) => a !== '').map(bdi), ' · ')}</i>`;
}

export function levelBadge(level: string): Html {
  const known = (LEVELS as readonly string[]).includes(level);
  return markup`<b class="${known ? level : 'level'}">${bdi(level)}</b>`;
}

function tacticNames(rule: CatalogRule, catalog: Catalog): string {
  return valuesOf(rule, 'tactic', catalog.attack)
    .map((short) => tacticName(short, catalog))
    .join(', ');
}

export function tacticName(short: string, { attack }: Catalog): string {
  return attack.tactics.find((t) => t.tactics[0] === short)?.name ?? short;
}

/** `1 rule`, `1,234 rules`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${thousands(n)} ${n === 1 ? one : many}`;
}

export function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The path to a page, from the home page on. */
export function crumbs(...steps: readonly Child[]): Html {
  return markup`<p class="crumbs">${joined(steps, ' › ')}</p>`;
}
