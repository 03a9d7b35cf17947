import { CORPUS_LANGUAGES } from '../../corpus/entry.js';
import { countLanguages } from '../../corpus/corpus-index.js';
import type { Catalog, Shared } from '../catalog.js';
import { LANGUAGE_LABELS } from '../facets.js';
import { bdi, markup } from '../html.js';
import type { Child } from '../html.js';
import type { Page } from '../layout.js';
import { indicatorLink, indicatorText } from './indicators.js';
import { count, ruleList } from './list.js';

/** So many of the most used are named first. */
const MAX_SHOWN = 100;

const OVERVIEW = 'indicators/index.html';

/** What two rules or more look for: the most used, then all of them by field. */
export function indicatorOverview(catalog: Catalog): Page {
  const shared = [...catalog.indicatorPages.keys()];
  const used = [...shared].sort((a, b) => b.rules.length - a.rules.length).slice(0, MAX_SHOWN);
  const fields = new Map<string, Shared[]>();
  for (const each of shared) {
    const field = each.indicator.field ?? '';
    const known = fields.get(field);
    if (known) known.push(each);
    else fields.set(field, [each]);
  }
  const row = (each: Shared): Child =>
    markup`<li>${indicatorLink(each, catalog, OVERVIEW)} <span>${each.rules.length}</span></li>`;
  return {
    path: OVERVIEW,
    title: 'Indicators',
    body: markup`<h1>Indicators</h1>
      <p class="lead">What two rules or more look for: ${count(shared.length, 'indicator')}, each with its number of rules. Letter case is folded, and fields that hold the same have one name.</p>
      <section><h2>Most used</h2><ul class="values wide">${used.map(row)}</ul></section>
      <section><h2>By field</h2>${[...fields]
        .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
        .map(
          ([
            field,
            list,
          ]) => markup`<details><summary>${field === '' ? 'any text' : bdi(field)} <span>${list.length}</span></summary>
          <ul class="values wide">${list.map(row)}</ul></details>`,
        )}</section>`,
  };
}

/** The rules of every language that look for one and the same. */
export function indicatorPage(shared: Shared, catalog: Catalog): Page {
  const path = catalog.indicatorPages.get(shared)!;
  const { rules, indicator } = shared;
  const { languages } = countLanguages(rules);
  const present = CORPUS_LANGUAGES.filter((l) => languages[l] !== undefined);
  const each = present.map((l) => `${l} ${languages[l]!}`).join(', ');
  return {
    path,
    title: `${indicator.negated ? 'not ' : ''}${indicator.field ?? 'any text'} ${indicator.kind} ${indicator.value}`,
    body: markup`<h1 class="indicator">${indicatorText(shared)}</h1>
      <p class="lead">${count(rules.length, 'rule')} ${rules.length === 1 ? 'looks' : 'look'} for this (${each}).</p>
      ${
        present.length === 1
          ? ruleList(rules, catalog, path)
          : present.map((language) => {
              const own = rules.filter((r) => r.language === language);
              return markup`<section><h2>${LANGUAGE_LABELS[language]} <small>${own.length}</small></h2>
                ${ruleList(own, catalog, path)}</section>`;
            })
      }`,
  };
}
