import { hashOf } from '../../source/hash.js';

/** Longer names make paths that some systems refuse. */
const LONGEST = 60;

/** Names that Windows keeps for devices, whatever comes after a dot. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)(?=\.|$)/;

/**
 * A file name from any text: letters, digits, `_`, `-` and single dots, in lower case, since file
 * systems may not tell cases apart. Never empty, never hidden, never a way out of a folder.
 */
export function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9_.]+/g, '-')
    .replace(/[-.]*\.[-.]*/g, '.')
    .slice(0, LONGEST)
    .replace(/^[-.]+|[-.]+$/g, '');
  return plain === '' ? '_' : plain.replace(DEVICE, (device) => `${device}_`);
}

/** What wants a file name. */
export interface Named<T> {
  readonly item: T;
  /** From which the name is made. */
  readonly wish: string;
  /** Tells apart those with the same wish. */
  readonly identity: string;
}

/**
 * A file name for each item. One that no other item has is used unchanged; items that want the same
 * each get a suffix from their identity, so that no name depends on the order of the items.
 */
export function fileNames<T>(named: readonly Named<T>[]): ReadonlyMap<T, string> {
  const byName = new Map<string, Named<T>[]>();
  for (const each of named) {
    const name = slug(each.wish);
    const known = byName.get(name);
    if (known) known.push(each);
    else byName.set(name, [each]);
  }
  const names = new Map<T, string>();
  const taken = new Set(byName.keys());
  for (const [name, sharing] of byName) {
    if (sharing.length === 1) {
      names.set(sharing[0]!.item, name);
      continue;
    }
    for (const { item, identity } of [...sharing].sort(byIdentity)) {
      let own = `${name}-${hashOf(identity).slice(0, 8)}`;
      while (taken.has(own)) own = `${name}-${hashOf(own + identity)}`;
      taken.add(own);
      names.set(item, own);
    }
  }
  return names;
}

function byIdentity<T>(a: Named<T>, b: Named<T>): number {
  return a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0;
}
