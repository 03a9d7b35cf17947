import { conditionText } from '../../inspect/correlation.js';
import type { CorrelatedRule, CorrelationParts } from '../../inspect/correlation.js';
import type { DocumentLink } from '../../inspect/links.js';
import { placeKey } from '../catalog.js';
import type { Catalog } from '../catalog.js';
import type { SigmaDetails } from '../entry.js';
import { bdi, joined, markup } from '../html.js';
import type { Child, Html } from '../html.js';

/** What a correlation relates, and how, with links to the pages of its rules. */
export function correlationParts(parts: CorrelationParts, catalog: Catalog): Html {
  const { type, rules, groupBy, timespan, aliases } = parts;
  return markup`<section><h2>Correlation</h2>
    <dl class="meta"><div><dt>Type</dt><dd>${type}</dd></div>
    <div><dt>Timespan</dt><dd>${bdi(timespan)}</dd></div>
    <div><dt>Condition</dt><dd>${bdi(conditionText(parts))}</dd></div>
    <div><dt>Group by</dt><dd>${groupBy.length === 0 ? 'nothing' : joined(groupBy.map(bdi), ', ')}</dd></div></dl>
    <h3>Rules</h3>
    <ul>${rules.map((rule) => markup`<li>${ruleLink(rule, catalog)}</li>`)}</ul>
    ${
      aliases.length > 0 &&
      markup`<h3>Aliases</h3><ul>${aliases.map(
        ({ name, fields }) =>
          markup`<li>${bdi(name)}: ${joined(
            fields.map(({ rule, field }) => markup`${bdi(field)} in ${bdi(rule)}`),
            ', ',
          )}</li>`,
      )}</ul>`
    }</section>`;
}

/** The correlations that refer to a rule; null if there are none. */
export function servedCorrelations({ correlations }: SigmaDetails, catalog: Catalog): Child {
  if (correlations.length === 0) return null;
  return joined(
    correlations.map((link) => documentLink(link, link.title ?? link.path, catalog)),
    ', ',
  );
}

function ruleLink({ reference, document, isAmbiguous }: CorrelatedRule, catalog: Catalog): Child {
  if (!document) {
    return markup`<code>${reference}</code> (${isAmbiguous ? 'several have this name' : 'not found'})`;
  }
  return documentLink(document, document.title ?? reference, catalog);
}

function documentLink(link: DocumentLink, name: string, { byPlace, pageOf }: Catalog): Child {
  const rule = byPlace.get(placeKey(link));
  return rule ? markup`<a href="${`../${pageOf.get(rule)!}`}">${bdi(name)}</a>` : bdi(name);
}
