import type { SigmaDocument } from '../model/document.js';
import type { Library } from '../model/linking/library.js';
import { once } from '../source/remembered.js';
import { isUuid, uuidOf } from '../source/uuid.js';

/** What a query is called where it is deployed. */
export interface Identity {
  /** A UUID: that of the rule where it is the rule's alone. */
  readonly id: string;
  /** The title of the rule, with a number where the rule has several queries. */
  readonly name: string;
  /** The id was made from the path and the title, since the rule has none of its own. */
  readonly isMade: boolean;
}

/** The namespace of the ids that are made here; a random UUID. */
const NAMESPACE = '5f1c7a52-3c1b-4f0e-9d55-8f0a3a6b2c11';

/**
 * The identity of one query of a document. It depends on nothing but the rule, and so on neither the
 * order nor the number of the rules of a run: but two documents with one id are told apart by where
 * they are.
 *
 * @param index which of the document's queries it is, from 0
 * @param count how many the document has
 * @param placeOf what to call a path, so that it is the same wherever a run is started
 */
export function identityOf(
  document: SigmaDocument,
  index: number,
  count: number,
  library: Library,
  placeOf: (path: string) => string = (path) => path,
): Identity {
  const { heading, span } = document;
  const title = heading.title?.trim() || 'Untitled rule';
  const own = heading.id?.trim().toLowerCase() || null;
  const name = count > 1 ? `${title} (${index + 1})` : title;
  const isShared = own !== null && (library.byId.get(own)?.length ?? 0) > 1;
  const part = count > 1 ? String(index + 1) : '';
  if (own !== null && !isShared) {
    const id = part === '' && isUuid(own) ? own : uuidOf(`${own}\n${part}`, NAMESPACE);
    return { id, name, isMade: false };
  }
  const place = placeOf(span.file.path)
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  const which = placeAmongAlike(document, library);
  const seed = [own ?? '', place, title, which, part].join('\n');
  return { id: uuidOf(seed, NAMESPACE), name, isMade: own === null };
}

/** Of the documents of one file that share id and title, which it is, from 0. */
function placeAmongAlike(document: SigmaDocument, library: Library): number {
  return once(placesIn, library, placesAmongAlike).get(document) ?? 0;
}

/** Looking for each document among all others would take the square of their number. */
const placesIn = new WeakMap<Library, ReadonlyMap<SigmaDocument, number>>();

function placesAmongAlike({ documents }: Library): ReadonlyMap<SigmaDocument, number> {
  const counts = new Map<string, number>();
  const places = new Map<SigmaDocument, number>();
  for (const d of documents) {
    const key = JSON.stringify([d.span.file.path, d.heading.title, d.heading.id]);
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    places.set(d, before);
  }
  return places;
}
