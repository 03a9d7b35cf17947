import { CORPUS_LANGUAGES } from '../../corpus/entry.js';
import { countLanguages } from '../../corpus/corpus-index.js';
import type { Catalog, Shared } from '../catalog.js';
import { LANGUAGE_LABELS } from '../facets.js';
import { markup } from '../html.js';
import type { Child, Html } from '../html.js';
import type { Page } from '../layout.js';
import { indicatorLink, predicateText, value } from './indicators.js';
import { count, crumbs, ruleList } from './list.js';

/** So many of the most used are named first. */
const MAX_SHOWN = 100;

const OVERVIEW = 'indicators/index.html';

/** What two rules or more look for, by the page that shows it. */
export function indicatorsByPage({
  indicatorPages,
}: Catalog): ReadonlyMap<string, readonly [Shared, ...Shared[]]> {
  const pages = new Map<string, [Shared, ...Shared[]]>();
  for (const [shared, { page }] of indicatorPages) {
    const known = pages.get(page);
    if (known) known.push(shared);
    else pages.set(page, [shared]);
  }
  return pages;
}

/** What two rules or more look for: the most used, then by field the pages that have all of them. */
export function indicatorOverview(catalog: Catalog): Page {
  const shared = [...catalog.indicatorPages.keys()];
  const used = [...shared].sort((a, b) => b.rules.length - a.rules.length).slice(0, MAX_SHOWN);
  const fields = new Map<
    string,
    (readonly [path: string, own: readonly [Shared, ...Shared[]]])[]
  >();
  for (const entry of indicatorsByPage(catalog)) {
    const field = entry[1][0].indicator.field ?? '';
    const known = fields.get(field);
    if (known) known.push(entry);
    else fields.set(field, [entry]);
  }
  const sizeOf = (field: string): number =>
    fields.get(field)!.reduce((sum, [, own]) => sum + own.length, 0);
  return {
    path: OVERVIEW,
    title: 'Indicators',
    body: markup`<h1>Indicators</h1>
      <p class="lead">What two rules or more look for: ${count(shared.length, 'indicator')}. Letter case is folded, and fields that hold the same have one name.</p>
      <section><h2>Most used</h2><ul class="values wide">${used.map(
        (each) =>
          markup`<li>${indicatorLink(each, catalog, OVERVIEW)} <span>${each.rules.length}</span></li>`,
      )}</ul></section>
      <section><h2>By field</h2><ul class="values wide">${[...fields.keys()]
        .sort((a, b) => sizeOf(b) - sizeOf(a) || (a < b ? -1 : 1))
        .flatMap((field) =>
          fields
            .get(field)!
            .map(
              ([path, own]) =>
                markup`<li><a href="${`../${path}`}">${predicateText(own[0])}</a> <span>${own.length}</span></li>`,
            ),
        )}</ul></section>`,
  };
}

/** The values of a field that several rules of any language look for, each with its rules. */
export function indicatorPage(
  path: string,
  shared: readonly [Shared, ...Shared[]],
  catalog: Catalog,
): Page {
  const { negated, field, kind } = shared[0].indicator;
  return {
    path,
    title: `${negated ? 'not ' : ''}${field ?? 'any text'} ${kind}`,
    body: markup`${crumbs(markup`<a href="index.html">Indicators</a>`)}
      <h1 class="indicator">${predicateText(shared[0])}</h1>
      <p class="lead">${count(shared.length, 'indicator')} that several rules have.</p>
      ${shared.map((each) => valueSection(each, path, catalog))}`,
  };
}

function valueSection(shared: Shared, path: string, catalog: Catalog): Html {
  const { rules, indicator } = shared;
  const { anchor } = catalog.indicatorPages.get(shared)!;
  const { languages } = countLanguages(rules);
  const present = CORPUS_LANGUAGES.filter((l) => languages[l] !== undefined);
  const each = present.map((l) => `${l} ${languages[l]!}`).join(', ');
  return markup`<section id="${anchor}"><h2>${indicator.kind === 'exists' ? 'any value' : value(indicator.value)} <small>${each}</small></h2>
    ${
      present.length === 1
        ? ruleList(rules, catalog, path)
        : present.map((language): Child => {
            const own = rules.filter((r) => r.language === language);
            return markup`<h3>${LANGUAGE_LABELS[language]}</h3>${ruleList(own, catalog, path)}`;
          })
    }</section>`;
}
