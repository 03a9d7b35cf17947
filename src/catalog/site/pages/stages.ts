import { isCondition } from '../../inspect/stages.js';
import type { Catalog } from '../catalog.js';
import type { CatalogRule, SigmaDetails } from '../entry.js';
import { bdi, markup } from '../html.js';
import type { Child, Html } from '../html.js';
import { preformatted } from './code.js';
import { value } from './indicators.js';
import { placeLink } from './notes.js';

/**
 * The conditions (stage 0) and the search identifiers that they use, each with what it asks: values
 * where they are not those of its text.
 */
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
            : markup`<pre>${preformatted(text)}</pre>${predicateList(
                predicates.filter((p) => p.stage === name),
                scalarsOf(text),
              )}`
        }</div>`;
    })}`;
}

/** What is behind the keys and dashes of a stage's text. */
function scalarsOf(text: string): ReadonlySet<string> {
  return new Set(
    text.split('\n').map((line) => {
      const [, scalar = ''] = /^\s*(?:- )*(?:[^'"]*?: )?(.*)$/s.exec(line) ?? [];
      if (/^'.*'$/s.test(scalar)) return scalar.slice(1, -1).replaceAll("''", "'");
      return /^".*"$/s.test(scalar) ? unescaped(scalar) : scalar;
    }),
  );
}

/** YAML's escapes that are JSON's too; another string stays as it is. */
function unescaped(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}

function predicateList(predicates: SigmaDetails['predicates'], said: ReadonlySet<string>): Child {
  if (predicates.length === 0) return null;
  return markup`<ul>${predicates.map(
    (predicate) =>
      markup`<li><b>${predicate.field === null ? 'any text' : bdi(predicate.field)}</b> ${kindText(predicate)} ${values(predicate.values.filter((v) => v === '' || !said.has(v)))}</li>`,
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
