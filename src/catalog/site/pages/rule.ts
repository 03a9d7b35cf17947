import { filterPlace } from '../catalog.js';
import type { Catalog } from '../catalog.js';
import type { CatalogRule, SigmaDetails } from '../entry.js';
import { LANGUAGE_LABELS } from '../facets.js';
import type { Facet } from '../facets.js';
import { bdi, isWebLink, joined, markup, webLink } from '../html.js';
import type { Child, Html } from '../html.js';
import type { Page } from '../layout.js';
import { similarTo } from '../similar.js';
import { isLinkedIn, queryPanels, sourceCode } from './code.js';
import { correlationParts, servedCorrelations } from './correlations.js';
import { attackCoverage, eventCoverage } from './coverage.js';
import { indicatorTable } from './indicators.js';
import { crumbs, levelBadge, ruleList } from './list.js';
import { lineLink, noteList } from './notes.js';
import { stageList } from './stages.js';

const MAX_SIMILAR = 5;

/** The page of a rule: everything about a Sigma rule, and whatever is known about others. */
export function rulePage(rule: CatalogRule, catalog: Catalog): Page {
  const { sigma, title, problem } = rule;
  const path = catalog.pageOf.get(rule)!;
  const description = sigma?.description?.trim() ?? '';
  return {
    path,
    title,
    body: markup`${crumbs(
      markup`<a href="../index.html">Rules</a>`,
      facetLink('language', rule.language, LANGUAGE_LABELS[rule.language], catalog),
    )}
      <h1>${sigma?.correlation ? markup`<span class="kind">Correlation</span> ` : null}${title}</h1>
      ${problem !== null && markup`<p class="problem"><b>${sigma ? 'Not counted' : 'Could not be read'}</b> ${bdi(problem)}</p>`}
      ${description !== '' && markup`<p class="lead prose">${description}</p>`}
      ${sigma ? sigmaHead(rule, sigma, catalog) : otherHead(rule, catalog)}
      ${sigma && markup`<div class="pair">${attackCoverage(sigma, catalog)}${sigma.correlation ? correlationParts(sigma.correlation, catalog) : eventCoverage(sigma, catalog)}</div>`}
      ${sigma ? ruleAndQueries(rule, catalog) : sourceSection(rule)}
      ${sigma && !sigma.correlation && stageList(rule, sigma, catalog)}
      ${!sigma?.correlation && indicatorTable(rule, catalog)}
      ${similarRules(rule, path, catalog)}
      ${sigma && texts(sigma, rule.text)}`,
  };
}

function sigmaHead(rule: CatalogRule, sigma: SigmaDetails, catalog: Catalog): Html {
  const { status, level, author, date, modified, license } = sigma;
  const entries: readonly (readonly [string, Child])[] = [
    ['Status', status && facetLink('status', status, status, catalog)],
    ['Severity', level && facetLink('level', level, levelBadge(level), catalog)],
    ['Log source', logSource(sigma, catalog)],
    ['Author', author && bdi(author)],
    ['Written', dates(date, modified)],
    ['Id', rule.id && markup`<code>${rule.id}</code>`],
    ['License', license && bdi(license)],
    ['Tags', otherTags(sigma)],
    ['Related', related(sigma, catalog)],
    ['Filters', filters(sigma, catalog)],
    ['Serves', servedCorrelations(sigma, catalog)],
    ['Source', source(rule, catalog)],
  ];
  return definitions(entries);
}

function otherHead(rule: CatalogRule, catalog: Catalog): Html {
  return definitions([
    ['Language', LANGUAGE_LABELS[rule.language]],
    ['Source', source(rule, catalog)],
    ['Id', rule.id && markup`<code>${rule.id}</code>`],
  ]);
}

function definitions(entries: readonly (readonly [string, Child])[]): Html {
  const given = entries.filter(([, text]) => text !== null && text !== false && text !== '');
  return markup`<dl class="meta">${given.map(
    ([name, text]) => markup`<div><dt>${name}</dt><dd>${text}</dd></div>`,
  )}</dl>`;
}

function facetLink(facet: Facet, value: string, label: Child, catalog: Catalog): Html {
  const key = value.trim().toLowerCase();
  const found = catalog.facets.get(facet)!.find((f) => f.value === key);
  return found && found.rules.length > 1
    ? markup`<a href="${`../${found.path}`}">${label}</a>`
    : markup`${label}`;
}

/** `product windows, service system or security`. */
function logSource({ logsource }: SigmaDetails, catalog: Catalog): Child {
  const parts = (['product', 'category', 'service'] as const).flatMap((key) => {
    const names = logsource[key].map((name) => facetLink(key, name, bdi(name), catalog));
    return names.length === 0 ? [] : [markup`${key} ${joined(names, ' or ')}`];
  });
  return parts.length === 0 ? null : joined(parts, ', ');
}

function source(rule: CatalogRule, { options }: Catalog): Html {
  const url = options.sourceUrl === null ? null : sourceLink(options.sourceUrl, rule.path);
  const path = markup`<bdi class="path">${rule.path}</bdi>`;
  return url !== null && isWebLink(url) ? markup`<a href="${url}">${path}</a>` : path;
}

/** Null for a path that would lead out of the folder of the address. */
function sourceLink(base: string, path: string): string | null {
  const parts = path.split('/');
  if (parts.some((p) => p === '' || p === '.' || p === '..')) return null;
  try {
    return `${base.replace(/\/$/, '')}/${parts.map(encodeURIComponent).join('/')}`;
  } catch {
    // Half a surrogate pair has no form in an address.
    return null;
  }
}

function dates(date: string | null, modified: string | null): Child {
  if (date === null) return modified && markup`modified ${bdi(modified)}`;
  return modified === null ? bdi(date) : markup`${bdi(date)}, modified ${bdi(modified)}`;
}

function otherTags({ tags }: SigmaDetails): Child {
  const others = tags.filter((tag) => !/^attack\./i.test(tag));
  return others.length === 0 ? null : joined(others.map(bdi), ', ');
}

function related({ related: links }: SigmaDetails, { byId, pageOf }: Catalog): Child {
  if (links.length === 0) return null;
  return joined(
    links.map(({ id, type }) => {
      const rule = byId.get(id);
      return rule
        ? markup`${bdi(type)} <a href="${`../${pageOf.get(rule)!}`}">${bdi(rule.title)}</a>`
        : markup`${bdi(type)} <code>${id}</code>`;
    }),
    ', ',
  );
}

/** The filters whose conditions are part of the queries. */
function filters({ filters: woven }: SigmaDetails, catalog: Catalog): Child {
  if (woven.length === 0) return null;
  return joined(
    woven.map(({ title, path, line }) => {
      const page = filterPlace(catalog, path, line);
      return page === null ? bdi(title) : markup`<a href="${`../${page}`}">${bdi(title)}</a>`;
    }),
    ', ',
  );
}

function ruleAndQueries(rule: CatalogRule, catalog: Catalog): Html {
  return markup`<div class="sides"><section><h2>Rule body <small>yaml</small></h2>
    ${sourceCode(rule)}${noteList(rule.sigma!.notes, rule, catalog)}</section>
    <section class="stay"><h2>Queries</h2>${rule.sigma!.isServing && markup`<p class="hint">It serves correlations and has no query of its own.</p>`}${queryPanels(rule, catalog)}</section></div>`;
}

function sourceSection(rule: CatalogRule): Html {
  return markup`<section><h2>Source</h2>${sourceCode(rule)}
    ${rule.notes.length > 0 && markup`<ul class="notes">${rule.notes.map(({ message, line }) => markup`<li>${bdi(message)} ${lineLink(line, rule)}</li>`)}</ul>`}</section>`;
}

function similarRules(rule: CatalogRule, path: string, catalog: Catalog): Child {
  const found = similarTo(rule, catalog.index, MAX_SIMILAR);
  if (found.length === 0) return null;
  const byRule = new Map(found.map((s) => [s.rule, s]));
  const rules = found.map((s) => s.rule);
  return markup`<h2>Similar rules</h2>
    ${ruleList(rules, catalog, path, (other) => {
      const { same, shared, either } = byRule.get(other)!;
      return same
        ? markup`<span class="same">asks the same</span>`
        : markup`<span>${shared} of ${either} indicators</span>`;
    })}`;
}

/** What the rule's text does not show as links. */
function texts({ references, falsepositives }: SigmaDetails, text: string): Child {
  const others = references.filter((r) => !isLinkedIn(text, r));
  return [
    falsepositives.length > 0 &&
      markup`<h2>False positives</h2>
        <ul class="prose">${falsepositives.map((text) => markup`<li>${text}</li>`)}</ul>`,
    others.length > 0 &&
      markup`<h2>References</h2>
        <ul class="prose">${others.map((text) => markup`<li>${webLink(text)}</li>`)}</ul>`,
  ];
}
