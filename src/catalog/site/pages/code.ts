import { filterPlace } from '../catalog.js';
import type { Catalog } from '../catalog.js';
import type { CatalogNote, CatalogQuery, CatalogRule, QueryPart } from '../entry.js';
import { bdi, markup } from '../html.js';
import type { Child, Html } from '../html.js';

/** A text that a page shows with the numbers of its lines. */
export type ShownText = Pick<CatalogRule, 'path' | 'text' | 'firstLine'>;

/** Which rules of colouring fit the text of a rule. */
function sourceLanguage({ path }: ShownText, language: CatalogRule['language']): string {
  if (/\.ya?ml$/i.test(path)) return 'yaml';
  if (/\.toml$/i.test(path)) return 'toml';
  if (/json$/i.test(path)) return 'json';
  return language === 'kusto' ? 'kql' : '';
}

/**
 * A rule's text, with the numbers of its lines in the file. Those that the page links to have ids;
 * its script gives them to the others too.
 */
export function sourceCode(rule: CatalogRule): Html {
  return numberedText(rule, linkedLines(rule), rule.language);
}

/** @param linked lines that other places link to */
export function numberedText(
  shown: ShownText,
  linked: ReadonlySet<number | null>,
  language: CatalogRule['language'] = 'sigma',
): Html {
  const { text, firstLine } = shown;
  return markup`<div class="code source" data-lang="${sourceLanguage(shown, language)}"><ol start="${firstLine}">${linesOf(
    text,
  ).map((line, i) => {
    const number = firstLine + i;
    return linked.has(number) ? markup`<li id="${`L${number}`}">${line}` : markup`<li>${line}`;
  })}</ol></div>`;
}

function linkedLines({ sigma, notes }: CatalogRule): ReadonlySet<number | null> {
  const queryNotes = (sigma?.queries ?? []).flatMap((q) => q.notes);
  const places: readonly (readonly { line: number | null; path?: string }[])[] = [
    notes,
    sigma?.notes ?? [],
    queryNotes,
    sigma?.stages ?? [],
  ];
  return new Set(places.flat().flatMap(({ line, path }) => (path === undefined ? line : [])));
}

/** An empty line at the end, which no editor numbers, is left out. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** The queries of a rule for each target, one below the other; the page's script makes tabs of them. */
export function queryPanels(rule: CatalogRule, catalog: Catalog): Html {
  const byTarget = new Map<string, CatalogQuery[]>();
  for (const query of rule.sigma?.queries ?? []) {
    const known = byTarget.get(query.target);
    if (known) known.push(query);
    else byTarget.set(query.target, [query]);
  }
  return markup`<div class="queries">${[...byTarget].map(
    ([target, queries]) =>
      markup`<div data-target="${target}">${queries.map((q, n) =>
        queryBlock(
          q,
          queries.length === 1 ? q.title : `${q.title}, condition ${n + 1}`,
          rule,
          catalog,
        ),
      )}</div>`,
  )}</div>`;
}

function queryBlock(query: CatalogQuery, name: string, rule: CatalogRule, catalog: Catalog): Html {
  const { text, fidelity, notes, parts, elsewhere } = query;
  const source = rule.sigma?.correlation ? 'a rule' : 'a filter';
  return markup`<h3>${name} <b class="${fidelity}">${fidelity}</b></h3>
    ${text !== null && markup`<pre data-map="${mapOf(parts)}">${preformatted(text)}</pre>`}
    ${
      elsewhere.length > 0 &&
      markup`<ul class="notes">${elsewhere.map(
        (part) =>
          markup`<li>From ${source}: <code>${part.text}</code> ${placeLink(part, rule, catalog)}</li>`,
      )}</ul>`
    }
    ${noteList(notes, rule, catalog)}`;
}

/** HTML ignores a line break at the start of a `pre`. */
export function preformatted(text: string): string {
  return text.startsWith('\n') ? `\n${text}` : text;
}

/**
 * As the page's script reads it, for each part: characters before, characters within, and the line
 * where it is not the one after that of the part before; numbers of base 36.
 */
function mapOf(parts: readonly QueryPart[]): string {
  let at = 0;
  let before = 0;
  const texts = parts.map(([start, end, line]) => {
    const numbers = [start - at, end - start, ...(line === before + 1 ? [] : [line])];
    at = end;
    before = line;
    return numbers.map((n) => n.toString(36)).join(' ');
  });
  return texts.join();
}

/** What notes say, each with a link to its line where the page shows it. */
export function noteList(notes: readonly CatalogNote[], shown: ShownText, catalog: Catalog): Child {
  if (notes.length === 0) return null;
  return markup`<ul class="notes">${notes.map(({ severity, message, ...place }) => {
    const text = markup`${bdi(message)} ${placeLink(place, shown, catalog)}`;
    return severity === 'note'
      ? markup`<li>${text}</li>`
      : markup`<li class="${severity}">${text}</li>`;
  })}</ul>`;
}

/** A link to a line, which may be in the file of a filter: on its own page. */
export function placeLink(
  { line, path }: { readonly line: number | null; readonly path?: string },
  shown: ShownText,
  catalog: Catalog,
): Child {
  if (line === null) return null;
  const elsewhere = path ?? (isShown(line, shown) ? undefined : shown.path);
  const page = elsewhere === undefined ? null : filterPlace(catalog, elsewhere, line);
  if (page !== null) {
    return markup`<a href="${`../${page}`}">line ${line} of <bdi class="path">${elsewhere!}</bdi></a>`;
  }
  if (path !== undefined) return markup`(line ${line} of <bdi class="path">${path}</bdi>)`;
  return lineLink(line, shown);
}

export function lineLink(line: number | null, shown: ShownText): Child {
  if (line === null) return null;
  return isShown(line, shown)
    ? markup`<a href="${`#L${line}`}">line ${line}</a>`
    : `(line ${line})`;
}

function isShown(line: number, { firstLine, text, path }: ShownText): boolean {
  const last = firstLine + linesOf(text).length - 1;
  return !/json$/i.test(path) && line >= firstLine && line <= last;
}
