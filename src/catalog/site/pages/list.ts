import { once } from '../../../source/remembered.js';
import type { Catalog } from '../catalog.js';
import type { CatalogRule } from '../entry.js';
import { LEVELS, valuesOf } from '../facets.js';
import { bdi, joined, markup } from '../html.js';
import type { Child, Html } from '../html.js';
import { logSourceLabel, statusLabel } from '../labels.js';
import { rootOf } from '../layout.js';

/** The rows that most pages show, which are one folder deep. */
interface Rows {
  readonly full: Map<CatalogRule, Html>;
  /** Without the log source. */
  readonly grouped: Map<CatalogRule, Html>;
}

const rowsOf = new WeakMap<Catalog, Rows>();

/** Longer lists are in groups. */
const LONG = 30;

/** Rules as a list: title, level and log source; on the pages at the root, status and tactics too. */
export function ruleList(
  rules: readonly CatalogRule[],
  catalog: Catalog,
  from: string,
  more: (rule: CatalogRule) => Child = () => null,
): Html {
  return markup`<ul class="rules">${rules.map((rule) => {
    return markup`<li>${row(rule, catalog, from, 'full')}${more(rule)}</li>`;
  })}</ul>`;
}

/** All that a page is about: a long list is in groups by log source, largest first. */
export function ruleGroups(rules: readonly CatalogRule[], catalog: Catalog, from: string): Html {
  if (rules.length <= LONG) return ruleList(rules, catalog, from);
  const groups = new Map<string, CatalogRule[]>();
  for (const rule of rules) {
    const label = aboutOf(rule);
    const known = groups.get(label);
    if (known) known.push(rule);
    else groups.set(label, [rule]);
  }
  const sorted = [...groups].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : a > b ? 1 : 0),
  );
  return markup`${sorted.map(
    ([label, own]) =>
      markup`<section><h2>${label === '' ? 'Others' : bdi(label)} <small>${own.length}</small></h2>
      <ul class="rules">${own.map((rule) => markup`<li>${row(rule, catalog, from, 'grouped')}</li>`)}</ul></section>`,
  )}`;
}

function row(rule: CatalogRule, catalog: Catalog, from: string, kind: keyof Rows): Html {
  const root = rootOf(from);
  if (root !== '../') return makeRow(rule, catalog, root, kind);
  const rows = once(rowsOf, catalog, () => ({ full: new Map(), grouped: new Map() }));
  let made = rows[kind].get(rule);
  if (!made) rows[kind].set(rule, (made = makeRow(rule, catalog, root, kind)));
  return made;
}

function makeRow(rule: CatalogRule, catalog: Catalog, root: string, kind: keyof Rows): Html {
  const [level = ''] = valuesOf(rule, 'level', catalog.attack);
  // The thousands of lists a folder deep are the shorter for it.
  const about =
    root === ''
      ? [statusLabel(rule), logSourceLabel(rule), tacticNames(rule, catalog)]
      : kind === 'full'
        ? [aboutOf(rule)]
        : [];
  const shown = about.filter((a) => a !== '');
  return markup`<a href="${root + catalog.pageOf.get(rule)!}">${bdi(rule.title)}</a>
    ${level !== '' && levelBadge(level)}
    ${shown.length > 0 && markup`<i>${joined(shown.map(bdi), ' · ')}</i>`}`;
}

/** The log source; of a rule without one, what it is. */
function aboutOf(rule: CatalogRule): string {
  return logSourceLabel(rule) || statusLabel(rule);
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
