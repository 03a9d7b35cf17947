import type { Catalog } from '../catalog.js';
import type { CatalogNote } from '../entry.js';
import { bdi, joined, markup } from '../html.js';
import type { Child, Html } from '../html.js';
import { isShown, linePlace } from '../lines.js';
import type { ShownText } from '../lines.js';

/** What notes say, each once, with links to its lines where the page shows them. */
export function noteList(notes: readonly CatalogNote[], shown: ShownText, catalog: Catalog): Child {
  return noteItems(noteTexts(notes, shown, catalog));
}

export function noteItems(items: readonly Html[]): Child {
  return items.length > 0 && markup`<ul class="notes">${items}</ul>`;
}

export function noteTexts(
  notes: readonly CatalogNote[],
  shown: ShownText,
  catalog: Catalog,
): readonly Html[] {
  const byText = new Map<string, CatalogNote[]>();
  for (const note of notes) {
    const key = `${note.severity} ${note.message}`;
    const known = byText.get(key);
    if (known) known.push(note);
    else byText.set(key, [note]);
  }
  return [...byText.values()].map((same) => {
    const { severity, message } = same[0]!;
    const text = markup`${bdi(message)} ${placeLinks(same, shown, catalog)}`;
    return severity === 'note'
      ? markup`<li>${text}</li>`
      : markup`<li class="${severity}">${text}</li>`;
  });
}

/** `line 7, 8`: lines of the rule itself in one list, each once; then those of other files. */
function placeLinks(notes: readonly CatalogNote[], shown: ShownText, catalog: Catalog): Child {
  const own = new Set(
    notes.flatMap(({ line, path }) =>
      path === undefined && line !== null && isShown(line, shown) ? [line] : [],
    ),
  );
  const others = notes.filter(({ line, path }) => path !== undefined || !own.has(line!));
  const links = [...own].map((line, i) =>
    i === 0 ? lineLink(line, shown) : markup`<a href="${`#L${line}`}">${line}</a>`,
  );
  const elsewhere = others.flatMap((place) => placeLink(place, shown, catalog) ?? []);
  return joined([...links, ...elsewhere], ', ');
}

/** A link to a line, which may be of a filter or of another rule: on its own page. */
export function placeLink(
  { line, path }: { readonly line: number | null; readonly path?: string },
  shown: ShownText,
  catalog: Catalog,
): Child {
  if (line === null) return null;
  const elsewhere = path ?? (isShown(line, shown) ? undefined : shown.path);
  const page = elsewhere === undefined ? null : linePlace(catalog, elsewhere, line);
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
