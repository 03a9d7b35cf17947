import type { Catalog } from '../catalog.js';
import { markup } from '../html.js';
import type { Page } from '../layout.js';
import { duplicates, huntedBy, nearDuplicates } from '../similar.js';
import { indicatorLink } from './indicators.js';
import { count, ruleList } from './list.js';

/** Beyond so many, indicators are counted rather than named. */
const MAX_NAMED = 12;

/** Rules that ask the same, and rules that ask nearly the same. */
export function duplicatesPage(catalog: Catalog): Page {
  const path = 'duplicates.html';
  const same = duplicates(catalog.index.rules);
  const near = nearDuplicates(catalog.index);
  const named = (list: Parameters<typeof indicatorLink>[0][]) => {
    const shown = list
      .slice(0, MAX_NAMED)
      .map((i) => markup`<li>${indicatorLink(i, catalog, path)}</li>`);
    const more = list.length - shown.length;
    return markup`<ul class="chips">${shown}${more > 0 && markup`<li>and ${more} more</li>`}</ul>`;
  };
  return {
    path,
    title: 'Duplicates',
    body: markup`<h1>Duplicates</h1>
      <p class="lead">${count(same.length, 'group')} of rules that ask the same of the same log source, and ${count(near.length, 'group')} of rules that have nearly the same indicators.</p>
      <section><h2>The same</h2>
      <p class="hint">These rules are equal apart from the order of values and conditions, and from letter case where it does not matter.</p>
      ${same.length === 0 && markup`<p>None.</p>`}
      ${same.map((rules) => markup`<div class="group">${ruleList(rules, catalog, path)}</div>`)}</section>
      <section><h2>Nearly the same</h2>
      <p class="hint">Two rules share at least four fifths of their indicators (half without exclusions), and their log sources overlap. Below each rule are the indicators that not all rules of its group share.</p>
      ${near.length === 0 && markup`<p>None.</p>`}
      ${near.map(({ rules, common }) => {
        const shared = new Set(common);
        return markup`<div class="group"><p>${count(common.length, 'indicator')} in common</p>${ruleList(
          rules,
          catalog,
          path,
          (rule) => {
            const own = huntedBy(rule, catalog.index).filter((i) => !shared.has(i));
            return own.length > 0 && named(own);
          },
        )}</div>`;
      })}</section>`,
  };
}
