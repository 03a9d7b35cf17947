import type { Catalog } from '../catalog.js';
import type { CatalogQuery, CatalogRule, QueryPart } from '../entry.js';
import { isWebLink, markup, printHtml, webLink } from '../html.js';
import type { Html } from '../html.js';
import { linesOf } from '../lines.js';
import { noteItems, noteTexts, placeLink } from './notes.js';
import type { ShownText } from '../lines.js';

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
    const shownLine = linkedLine(line);
    return linked.has(number)
      ? markup`<li id="${`L${number}`}">${shownLine}`
      : markup`<li>${shownLine}`;
  })}</ol></div>`;
}

/** Where an address is all that an item of a list or a field holds, it is a link. */
function linkedLine(line: string): Html {
  const [, before = '', address = '', after = ''] = ADDRESS.exec(line) ?? [];
  return isWebLink(address) ? markup`${before}${webLink(address)}${after}` : markup`${line}`;
}

const ADDRESS = /^(\s*(?:- |[\w-]+: )['"]?)(https?:\/\/[^\s'"]+)(['"]?\s*)$/;

/** Whether `linkedLine` makes a link of it somewhere in a string. */
export function isLinkedIn(text: string, address: string): boolean {
  return isWebLink(address) && linesOf(text).some((line) => ADDRESS.exec(line)?.[2] === address);
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

/**
 * The queries of a rule for each target, one below the other, then the notes that several of them
 * have; the page's script makes tabs of the targets, each with all of its notes.
 */
export function queryPanels(rule: CatalogRule, catalog: Catalog): Html {
  const byTarget = new Map<string, CatalogQuery[]>();
  for (const query of rule.sigma?.queries ?? []) {
    const known = byTarget.get(query.target);
    if (known) known.push(query);
    else byTarget.set(query.target, [query]);
  }
  const notes = notesOf(byTarget, rule, catalog);
  return markup`<div class="queries">${[...byTarget].map(
    ([target, queries]) =>
      markup`<div data-target="${target}">${queries.map((q, n) =>
        queryBlock(
          q,
          queries.length === 1 ? q.title : `${q.title}, condition ${n + 1}`,
          notes.own.get(q)!,
          rule,
          catalog,
        ),
      )}</div>`,
  )}${[...notes.shared].map(
    ([targets, list]) =>
      markup`<div data-targets="${targets.replaceAll(' ', ', ')}">${noteItems(list)}</div>`,
  )}</div>`;
}

interface Notes {
  readonly own: ReadonlyMap<CatalogQuery, readonly Html[]>;
  /** By the names of those targets, which have one query each. */
  readonly shared: ReadonlyMap<string, readonly Html[]>;
}

function notesOf(
  byTarget: ReadonlyMap<string, readonly CatalogQuery[]>,
  rule: CatalogRule,
  catalog: Catalog,
): Notes {
  const items = new Map<CatalogQuery, readonly Html[]>();
  const users = new Map<string, { readonly item: Html; readonly targets: string[] }>();
  for (const [target, queries] of byTarget) {
    for (const query of queries) {
      const own = noteTexts(query.notes, rule, catalog);
      items.set(query, own);
      if (queries.length > 1) continue;
      for (const item of own) {
        const key = printHtml(item);
        const known = users.get(key);
        if (known) known.targets.push(target);
        else users.set(key, { item, targets: [target] });
      }
    }
  }
  const shared = new Map<string, Html[]>();
  for (const { item, targets } of users.values()) {
    if (targets.length < 2) continue;
    const names = targets.join(' ');
    const known = shared.get(names);
    if (known) known.push(item);
    else shared.set(names, [item]);
  }
  const isOwn = (item: Html): boolean => (users.get(printHtml(item))?.targets.length ?? 1) < 2;
  const own = [...items].map(([query, list]) => [query, list.filter(isOwn)] as const);
  return { own: new Map(own), shared };
}

function queryBlock(
  query: CatalogQuery,
  name: string,
  notes: readonly Html[],
  rule: CatalogRule,
  catalog: Catalog,
): Html {
  const { text, fidelity, parts, elsewhere } = query;
  const source = rule.sigma?.correlation ? 'a rule' : 'a filter';
  return markup`<h3>${name} ${fidelity === 'exact' ? markup`<b>exact</b>` : markup`<b class="${fidelity}">${fidelity}</b>`}</h3>
    ${text !== null && markup`<pre data-map="${mapOf(parts)}">${preformatted(text)}</pre>`}
    ${
      elsewhere.length > 0 &&
      markup`<ul class="notes">${elsewhere.map(
        (part) =>
          markup`<li>From ${source}: <code>${part.text}</code> ${placeLink(part, rule, catalog)}</li>`,
      )}</ul>`
    }
    ${noteItems(notes)}`;
}

/** HTML ignores a line break at the start of a `pre`. */
export function preformatted(text: string): string {
  return text.startsWith('\n') ? `\n${text}` : text;
}

/** What is said of one line without another in between is one part. */
function joinedParts(parts: readonly QueryPart[]): readonly QueryPart[] {
  const found: QueryPart[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last?.[2] === part[2]) found[found.length - 1] = [last[0], part[1], part[2]];
    else found.push(part);
  }
  return found;
}

/**
 * As the page's script reads it, for each part: characters before, characters within, and the line
 * where it is not the one after that of the part before; numbers of base 36. One number alone is of
 * characters within: as many are before as with the last part.
 */
function mapOf(parts: readonly QueryPart[]): string {
  let at = 0;
  let before = 0;
  let gap = 0;
  const texts = joinedParts(parts).map(([start, end, line]) => {
    const isNext = line === before + 1;
    const isSameGap = start - at === gap;
    gap = start - at;
    at = end;
    before = line;
    const numbers = [...(isNext && isSameGap ? [] : [gap]), end - start, ...(isNext ? [] : [line])];
    return numbers.map((n) => n.toString(36)).join(' ');
  });
  return texts.join();
}
