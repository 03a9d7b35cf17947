import { countLanguages } from '../../corpus/corpus-index.js';
import type { CorpusCounts } from '../../corpus/corpus-index.js';
import type { CorpusLanguage, CorpusPredicate } from '../../corpus/entry.js';
import { isEventSelector } from '../../inspect/selectors.js';
import type { Catalog, IndicatorPlace, Shared } from '../catalog.js';
import type { CatalogRule } from '../entry.js';
import { bdi, markup } from '../html.js';
import type { Child, Html } from '../html.js';
import { rootOf } from '../layout.js';

interface Row {
  readonly field: string | null;
  readonly kind: string;
  readonly exclusion: boolean;
  readonly values: { readonly text: string | null; readonly shared: Shared | null }[];
}

/** What a rule looks for, in its own words, and who else does. */
export function indicatorTable(rule: CatalogRule, catalog: Catalog): Child {
  const rows = rule.sigma ? sigmaRows(rule, catalog) : otherRows(rule, catalog);
  if (rows.length === 0) return null;
  return markup`<h2>Indicators</h2>
    <p class="hint"><i>corpus</i>: other rules that look for the same.</p>
    <table class="indicators"><thead><tr><th>Field</th><th>Kind</th><th>Values</th></tr></thead>
    <tbody>${rows.map((row) => tableRow(row, rule, catalog))}</tbody></table>`;
}

function tableRow({ field, kind, exclusion, values }: Row, rule: CatalogRule, catalog: Catalog) {
  return markup`<tr><th>${field === null ? 'any text' : bdi(field)}</th>
    <td>${exclusion && markup`<span class="not">not</span> `}${kind}</td>
    <td><ul>${values.map(({ text, shared }) => {
      const place = (shared && catalog.indicatorPages.get(shared)) ?? null;
      return markup`<li>${text !== null && plainValue(text)}${place && markup` <a href="${`../${placePath(place)}`}">${corpusText(countLanguages(shared!.rules, rule), rule.language)}</a>`}</li>`;
    })}</ul></td></tr>`;
}

/** `corpus 2 (sigma 1, kusto 1)`; `corpus 2` if all are in the language of the rule. */
function corpusText({ total, languages }: CorpusCounts, own: CorpusLanguage): string {
  const each = Object.entries(languages).map(([language, n]) => `${language} ${n}`);
  return languages[own] === total ? `corpus ${total}` : `corpus ${total} (${each.join(', ')})`;
}

/** In a list of values alone; spaces at its ends are made visible. */
function plainValue(text: string): Child {
  return text === '' || /^\s|\s$/.test(text) ? value(text) : text;
}

const EMPTY = markup`<i>empty</i>`;

export function value(text: string): Html {
  return text === '' ? EMPTY : markup`<code>${text}</code>`;
}

function sigmaRows(rule: CatalogRule, { index }: Catalog): readonly Row[] {
  const { indicators, logsource } = rule.sigma!;
  const context = logsource.category.length === 1 ? logsource.category[0]! : null;
  return indicators.map(({ field, kind, values, exclusion }) => {
    // A value that must not equal has the row of `equals`, excluded, rather than a kind `ne`.
    const negated = exclusion !== (kind === 'ne');
    const asked = values.length > 0 ? values : [null];
    return {
      field,
      kind,
      exclusion: negated,
      values: asked.map((text) => ({
        text,
        shared: index.find('sigma', { field, context, kind, value: text ?? '', negated }),
      })),
    };
  });
}

function otherRows(rule: CatalogRule, { index }: Catalog): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const predicate of rule.predicates) {
    const { field, kind, value: text, negated } = predicate;
    if (field !== null && isEventSelector(field)) continue;
    const key = JSON.stringify([field ?? '', kind, negated]);
    let row = rows.get(key);
    if (!row) rows.set(key, (row = { field, kind, exclusion: negated, values: [] }));
    const shared = index.find(rule.language, predicate);
    row.values.push({ text: comparesNothing(predicate) ? null : text, shared });
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function comparesNothing({ kind }: CorpusPredicate): boolean {
  return kind === 'exists' || kind === 'null';
}

/** What is looked for, without the value. */
export function predicateText({ indicator: { field, kind, negated } }: Shared): Html {
  return markup`${negated && markup`<span class="not">not</span> `}<b>${field === null ? 'any text' : bdi(field)}</b> ${kind}`;
}

function placePath({ page, anchor }: IndicatorPlace): string {
  return `${page}#${anchor}`;
}

/** An indicator in one line, leading to its page where it has one. */
export function indicatorLink(shared: Shared, catalog: Catalog, from: string): Html {
  const place = catalog.indicatorPages.get(shared);
  const { kind, value: asked } = shared.indicator;
  const text = markup`${predicateText(shared)} ${kind !== 'exists' && value(asked)}`;
  return place ? markup`<a href="${rootOf(from) + placePath(place)}">${text}</a>` : text;
}
