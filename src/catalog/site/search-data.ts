import type { SearchData, SearchRule } from './browser/data.js';
import type { Catalog } from './catalog.js';
import type { CatalogRule } from './entry.js';
import { FACET_LABELS } from './facets.js';
import { once } from '../../source/remembered.js';
import { logSourceLabel, statusLabel } from './labels.js';

/** A script that hands the home page what it searches: from disk, a page can get it in no other way. */
export function searchScript(catalog: Catalog): string {
  return `self.catalog=${JSON.stringify(searchData(catalog))};\n`;
}

function searchData(catalog: Catalog): SearchData {
  const facets = [...catalog.facets];
  const placesOf = new Map(catalog.rules.map((rule) => [rule, facets.map((): number[] => [])]));
  facets.forEach(([, values], f) => {
    values.forEach(({ rules }, v) => {
      for (const rule of rules) placesOf.get(rule)![f]!.push(v);
    });
  });
  return {
    facets: facets.map(([key, values]) => ({
      key,
      label: FACET_LABELS[key][0],
      values: values.map(({ value, label }) => [value, label] as const),
    })),
    rules: catalog.rules.map((rule): SearchRule => [
      catalog.pageOf.get(rule)!,
      rule.title,
      statusLabel(rule),
      logSourceLabel(rule),
      placesOf.get(rule)!,
      once(knownTexts, rule, searchedText),
    ]),
  };
}

const knownTexts = new WeakMap<CatalogRule, string>();

/** In the order in which the place of a hit is shown: what people search for most comes first. */
function searchedText(rule: CatalogRule): string {
  const { id, path, sigma, predicates } = rule;
  const values = new Map<string, Set<string>>();
  for (const { field, kind, value } of predicates) {
    const name = `${field ?? ''} ${kind}`.trim();
    const known = values.get(name);
    if (known) known.add(value);
    else values.set(name, new Set([value]));
  }
  const lines = [
    sigma?.description ?? '',
    path,
    id ?? '',
    sigma?.author ?? '',
    (sigma?.tags ?? []).join(' '),
    ...(sigma?.attack ?? []).flatMap((t) => t.name ?? []),
    ...[...values].map(([name, list]) => `${name} ${[...list].join(' · ')}`),
  ];
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
