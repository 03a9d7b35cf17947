import { attackKindOf } from '../../../model/attack/attack.js';
import type { Catalog } from '../catalog.js';
import { FACETS, FACET_LABELS } from '../facets.js';
import type { Facet } from '../facets.js';
import { bdi, joined, markup } from '../html.js';
import type { Html } from '../html.js';
import type { Page } from '../layout.js';
import { facetPath } from './facet.js';
import { FILTERS } from './filters.js';
import { count, ruleList, thousands } from './list.js';

/** As many as the page's script shows at first, so that nothing moves when it starts. */
const FIRST_RULES = 60;
const FIRST_VALUES = 8;

/** All rules, by facets; the page's script makes filters of the facets and searches. */
export function homePage(catalog: Catalog): Page {
  const path = 'index.html';
  const { rules, options } = catalog;
  const first = rules.slice(0, FIRST_RULES);
  return {
    path,
    title: options.title,
    scripts: ['rules.js', 'home.js'],
    body: markup`<h1>${bdi(options.title)}</h1>
      <p class="lead">${summary(catalog)}</p>
      <div class="home"><aside class="facets" id="facets" aria-label="Filters">${FACETS.map((facet) => facetBlock(facet, catalog))}</aside>
      <section class="results" aria-labelledby="found"><div class="found"><h2 id="found" aria-live="polite">${count(rules.length, 'rule')}</h2>
      <button type="button" class="button filters" aria-expanded="false" aria-controls="facets">Filters</button>
      <button type="button" class="button clear" hidden>Clear</button></div>
      ${ruleList(first, catalog, path)}
      ${rules.length > first.length && markup`<p class="more"><a class="button" href="by/all.html">All ${count(rules.length, 'rule')}</a></p>`}</section></div>`,
  };
}

/** What there is: languages, products, techniques, targets. */
function summary({ rules, facets, attackPages, filters }: Catalog): Html {
  const languages = facets
    .get('language')!
    .map((f) => `${count(f.rules.length, 'rule')} in ${f.label}`);
  const techniques = [...attackPages].filter(([id]) => attackKindOf(id) === 'technique').length;
  const targets = new Set(rules.flatMap((r) => (r.sigma?.queries ?? []).map((q) => q.title)));
  const facts = [
    languages.length === 0 ? 'There are no rules' : languages.join(', '),
    ...(techniques > 0 ? [count(techniques, 'technique of ATT&CK', 'techniques of ATT&CK')] : []),
    ...(targets.size > 0 ? [`queries for ${[...targets].join(', ')}`] : []),
  ];
  if (filters.length > 0) {
    return markup`${joined(facts, ' · ')} · <a href="${FILTERS}">${count(filters.length, 'filter')}</a>`;
  }
  return markup`${joined(facts, ' · ')}`;
}

function facetBlock(facet: Facet, { facets }: Catalog): Html {
  const values = facets.get(facet)!;
  const [one, many] = FACET_LABELS[facet];
  if (values.length === 0) return markup``;
  return markup`<section class="facet" data-facet="${facet}"><h2>${one}</h2><ul>${values
    .slice(0, FIRST_VALUES)
    .map(
      ({ label, path, rules }) =>
        markup`<li><a href="${path}">${bdi(label)}</a><span>${thousands(rules.length)}</span></li>`,
    )}</ul>${
    values.length > FIRST_VALUES &&
    markup`<a class="rest" href="${facetPath(facet)}">All ${values.length} ${many}</a>`
  }</section>`;
}
