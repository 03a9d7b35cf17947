import { isCondition } from '../../inspect/stages.js';
import type { Catalog } from '../catalog.js';
import type { CatalogRule, SigmaDetails } from '../entry.js';
import { bdi, markup } from '../html.js';
import type { Child, Html } from '../html.js';
import { placeLink, preformatted } from './code.js';
import { value } from './indicators.js';

/** The conditions (stage 0) and the search identifiers that they use, each with what it asks. */
export function stageList(
  rule: CatalogRule,
  { stages, predicates }: SigmaDetails,
  catalog: Catalog,
): Html {
  const conditions = stages.filter((s) => isCondition(s.name)).length;
  return markup`<h2>Stages and predicates</h2>
    ${stages.map(({ name, text, ...place }, i) => {
      const n = Math.max(0, i - conditions + 1);
      return markup`<div class="stage"><h3>Stage ${n}: ${bdi(name)} ${placeLink(place, rule, catalog)}</h3>
        ${
          n === 0
            ? markup`<pre data-lang="condition">${preformatted(text)}</pre>`
            : markup`<pre>${preformatted(text)}</pre>${predicateList(predicates.filter((p) => p.stage === name))}`
        }</div>`;
    })}`;
}

function predicateList(predicates: SigmaDetails['predicates']): Child {
  if (predicates.length === 0) return null;
  return markup`<ul>${predicates.map(
    (predicate) =>
      markup`<li><b>${predicate.field === null ? 'any text' : bdi(predicate.field)}</b> ${kindText(predicate)} ${values(predicate.values)}</li>`,
  )}</ul>`;
}

/** One a line; the page's style keeps the lines. */
function values(list: readonly string[]): Child {
  if (list.length === 0) return null;
  return list.length === 1 ? value(list[0]!) : markup`<code>${list.join('\n')}</code>`;
}

function kindText({ kind, negated, all, cased }: SigmaDetails['predicates'][number]): Child {
  return [
    negated && markup`<span class="not">not</span> `,
    kind,
    all && ' (all)',
    cased && ' (cased)',
  ];
}
