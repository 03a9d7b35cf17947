import { ALL_RULES } from '../catalog.js';
import type { Catalog, FacetValue } from '../catalog.js';
import { FACETS, FACET_LABELS } from '../facets.js';
import type { Facet } from '../facets.js';
import { bdi, markup } from '../html.js';
import type { Page } from '../layout.js';
import { count, crumbs, ruleGroups } from './list.js';

/** Every rule. */
export function allRules(catalog: Catalog): Page {
  const path = ALL_RULES;
  const { rules } = catalog;
  return {
    path,
    title: 'All rules',
    body: markup`${crumbs(markup`<a href="../index.html">Rules</a>`)}
      <h1>All rules</h1><p class="lead">${count(rules.length, 'rule')}</p>
      ${ruleGroups(rules, catalog, path)}`,
  };
}

/** The values of a facet. */
function facetOverview(facet: Facet, catalog: Catalog): Page {
  const [one, many] = FACET_LABELS[facet];
  const values = catalog.facets.get(facet)!;
  const title = many[0]!.toUpperCase() + many.slice(1);
  return {
    path: facetPath(facet),
    title,
    body: markup`${crumbs(markup`<a href="../index.html">Rules</a>`)}
      <h1>${title}</h1>
      <p class="lead">Rules by ${one.toLowerCase()}. A rule may stand under several.</p>
      <ul class="values">${values.map(
        ({ label, path, rules }) =>
          markup`<li><a href="${`../${path}`}">${bdi(label)}</a> <span>${rules.length}</span></li>`,
      )}</ul>`,
  };
}

export function facetPath(facet: Facet): string {
  return `by/all-${facet}.html`;
}

/** The rules of a value of a facet. */
function facetPage(facet: Facet, value: FacetValue, catalog: Catalog): Page {
  const [one, many] = FACET_LABELS[facet];
  const { label, path, rules } = value;
  return {
    path,
    title: `${one}: ${label}`,
    body: markup`${crumbs(
      markup`<a href="../index.html">Rules</a>`,
      markup`<a href="${`../${facetPath(facet)}`}">${many[0]!.toUpperCase() + many.slice(1)}</a>`,
    )}
      <h1><span class="kind">${one}</span> ${bdi(label)}</h1><p class="lead">${count(rules.length, 'rule')}</p>
      ${ruleGroups(rules, catalog, path)}`,
  };
}

export function facetPages(catalog: Catalog): readonly (readonly [string, () => Page])[] {
  return FACETS.flatMap((facet) => [
    [facetPath(facet), () => facetOverview(facet, catalog)] as const,
    ...catalog.facets
      .get(facet)!
      .filter(({ path, rules }) => path !== ALL_RULES && rules.length > 1)
      .map((value) => [value.path, () => facetPage(facet, value, catalog)] as const),
  ]);
}
