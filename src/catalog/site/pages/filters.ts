import type { Catalog } from '../catalog.js';
import type { CatalogFilter } from '../entry.js';
import { bdi, markup } from '../html.js';
import type { Page } from '../layout.js';
import { numberedText } from './code.js';
import { noteList } from './notes.js';
import { count, crumbs, ruleList } from './list.js';

/** The page that lists every filter. */
export const FILTERS = 'filters/index.html';

/** Every filter, with the number of rules that it applies to. */
export function filterOverview(catalog: Catalog): Page {
  const { filters, filtered, filterPages } = catalog;
  return {
    path: FILTERS,
    title: 'Filters',
    body: markup`${crumbs(markup`<a href="../index.html">Rules</a>`)}
      <h1>Filters</h1>
      <p class="lead">What is left out of rules. The condition of a filter is part of the queries of each rule that it applies to.</p>
      <ul class="values">${filters.map(
        (filter) =>
          markup`<li><a href="${`../${filterPages.get(filter)!}`}">${bdi(filter.title)}</a> <span>${filtered.get(filter)!.length}</span></li>`,
      )}</ul>`,
  };
}

/** A filter: the rules that it applies to, and its text. */
export function filterPage(filter: CatalogFilter, catalog: Catalog): Page {
  const { title, path: file, id, problem, notes } = filter;
  const path = catalog.filterPages.get(filter)!;
  const rules = catalog.filtered.get(filter)!;
  const description = filter.description?.trim() ?? '';
  return {
    path,
    title,
    body: markup`${crumbs(markup`<a href="../index.html">Rules</a>`, markup`<a href="index.html">Filters</a>`)}
      <h1><span class="kind">Filter</span> ${bdi(title)}</h1>
      ${problem !== null && markup`<p class="problem"><b>Cannot be applied</b> ${bdi(problem)}</p>`}
      ${description !== '' && markup`<p class="lead prose">${description}</p>`}
      <dl class="meta">${id !== null && markup`<div><dt>Id</dt><dd><code>${id}</code></dd></div>`}
      <div><dt>Source</dt><dd><bdi class="path">${file}</bdi></dd></div></dl>
      <h2>Applies to <small>${count(rules.length, 'rule')}</small></h2>
      ${ruleList(rules, catalog, path)}
      <h2>Source</h2>${numberedText(filter, linesOf(filter))}${noteList(notes, filter, catalog)}`,
  };
}

/** Any of them may be what a rule's page links to. */
function linesOf({ text, firstLine }: CatalogFilter): ReadonlySet<number> {
  return new Set(text.split(/\r\n|\r|\n/).map((_, i) => firstLine + i));
}
