import type { DetectionItem, DetectionNode } from '../../model/detection.js';
import {
  ANY,
  hasPlaceholder,
  isAny,
  isAnything,
  parsePattern,
  pattern,
} from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import { plainText } from '../../model/patterns/plain-text.js';
import type { Name } from '../../model/name.js';
import { mapValues, partsOf, valuesOf } from '../../model/rewrite.js';
import type { Value } from '../../model/value.js';

/** Hexadecimal digits of each algorithm that Sysmon lists. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['MD5', 32],
  ['SHA1', 40],
  ['SHA256', 64],
  ['SHA512', 128],
  ['IMPHASH', 32],
]);

/** `SHA1=…`, or `SHA1|…` */
const NAMED = /^(\w+)[=|](.*)$/;

/** The field of each algorithm's digests, or those of which some events have one and some another. */
export type Algorithms = ReadonlyMap<string, readonly string[]>;

/** A digest, or a part of one, in a field of its own. */
interface Digest {
  readonly fields: readonly string[];
  readonly pattern: StringPattern;
}

/**
 * What is asked of Sysmon's list `MD5=…,SHA256=…` asked of a source that keeps each digest in a field
 * of its own. Digests of one value must all be there; one without an algorithm is in any field that
 * may hold it.
 * https://learn.microsoft.com/en-us/sysinternals/downloads/sysmon#configuration-files
 *
 * @returns a string where a digest has no field: what was asked for
 */
export function readHashes(item: DetectionItem, algorithms: Algorithms): DetectionNode | string {
  const single = new Map<string, Value[]>();
  const nodes: DetectionNode[] = [];
  const of = (field: string, values: readonly Value[]): DetectionItem => {
    const span = item.field?.span ?? item.span;
    return { ...item, field: { text: field, span, mapped: true }, values };
  };
  for (const value of valuesOf(item)) {
    if (isPresence(value)) {
      // A list without entries is a list of nothing.
      const isListed = value.kind === 'string' || (value.kind === 'exists' && value.expected);
      const fields = [...new Set([...algorithms.values()].flat())];
      nodes.push(
        partsOf(
          item,
          isListed ? 'any' : 'all',
          fields.map((field) => of(field, [value])),
        ),
      );
      continue;
    }
    if (value.kind !== 'string') return 'values of another kind';
    if (hasPlaceholder(value.pattern)) return 'a placeholder without a value';
    const digests = digestsOf(plainText(value.pattern), algorithms);
    if (typeof digests === 'string') return digests;
    const [first] = digests;
    if (!first) return 'an empty string';
    if (digests.length === 1 && first.fields.length === 1) {
      const [field] = first.fields as [string];
      single.set(field, [...(single.get(field) ?? []), { ...value, pattern: first.pattern }]);
      continue;
    }
    const parts = digests.map(({ fields, pattern: asked }) =>
      partsOf(
        item,
        'any',
        fields.map((field) => of(field, [{ ...value, pattern: asked }])),
      ),
    );
    nodes.push(partsOf(item, 'all', parts));
  }
  nodes.unshift(...[...single].map(([field, values]) => of(field, values)));
  return nodes.length === 0 ? 'nothing' : partsOf(item, item.linking, nodes);
}

/** The algorithms of Sysmon's lists, unless its configuration names others. */
const LISTED = ['MD5', 'SHA1', 'SHA256', 'IMPHASH'];

/**
 * An algorithm of which the source has no digests, and a value without the name of one may be a
 * digest, or part of one; null if there is none.
 */
export function unheldAlgorithm(item: DetectionItem, algorithms: Algorithms): string | null {
  const unheld = LISTED.filter((algorithm) => !algorithms.has(algorithm));
  if (unheld.length === 0) return null;
  for (const value of valuesOf(item)) {
    if (value.kind !== 'string') continue;
    for (const part of plainText(value.pattern).split(',')) {
      const digits = /^\**([0-9a-f]+)\**$/i.exec(part)?.[1]?.length;
      if (digits === undefined) continue;
      const isWhole = [...DIGITS.values()].includes(digits);
      const fitting = unheld.find((algorithm) => {
        const all = DIGITS.get(algorithm)!;
        return isWhole ? digits === all : digits < all;
      });
      if (fitting !== undefined) return fitting;
    }
  }
  return null;
}

/** What a value lists of which no field is known: neither its algorithm nor its length tells one. */
export function unknownDigests(value: Value, algorithms: Algorithms): readonly string[] {
  if (value.kind !== 'string' || isPresence(value)) return [];
  const parts = plainText(value.pattern)
    .replace(/^\*+|\*+$/g, '')
    .split(',');
  return parts.filter((part) => {
    const [, name] = NAMED.exec(part) ?? [];
    if (name !== undefined) return !algorithms.has(name.toUpperCase());
    return part !== '' && ![...algorithms.keys()].some((a) => DIGITS.get(a) === part.length);
  });
}

/** Whether all that is asked is that there is a list, or none. */
function isPresence(value: Value): boolean {
  if (value.kind === 'null' || value.kind === 'exists') return true;
  return value.kind === 'string' && isAnything(value.pattern);
}

/**
 * The taxonomy's fields for single digests.
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-appendix-taxonomy.md
 */
const DIGEST_FIELDS: ReadonlySet<string> = new Set(['imphash', 'md5', 'sha1', 'sha256']);

export function isDigestField(field: string): boolean {
  return DIGEST_FIELDS.has(field.toLowerCase());
}

/** What Sysmon's events call a list of digests; that of a file stream is `Hash`. */
export const HASH_LISTS = ['Hashes', 'Hash'] as const;

/**
 * What is asked of a field for one digest, asked of Sysmon's list of them. Null where more than a whole
 * digest or its beginning is asked for, since a wildcard could run on into the next digest.
 */
export function listedIn(
  item: DetectionItem,
  { text, span }: Name,
  list: (typeof HASH_LISTS)[number],
): DetectionItem | null {
  const algorithm = text.toUpperCase();
  const isDigest = (value: Value): boolean => {
    if (value.kind !== 'string') return false;
    const [digest, rest, ...more] = value.pattern;
    if (typeof digest !== 'string' || !/^[0-9a-f]+$/i.test(digest) || more.length > 0) return false;
    return rest === undefined ? digest.length === DIGITS.get(algorithm) : isAny(rest);
  };
  if (item.values.length === 0 || !valuesOf(item).every(isDigest)) return null;
  const listed = (value: Value): Value =>
    value.kind === 'string'
      ? { ...value, pattern: pattern([ANY, `${algorithm}=`, ...value.pattern, ANY]) }
      : value;
  return { ...mapValues(item, listed), field: { text: list, span } };
}

/** The digests that a value lists; a string for one that no field holds. */
function digestsOf(text: string, algorithms: Algorithms): readonly Digest[] | string {
  const open = { start: text.startsWith('*'), end: text.endsWith('*') };
  const parts = text
    .replace(/^\*+|\*+$/g, '')
    .split(',')
    .filter((part) => part !== '');
  const digests: Digest[] = [];
  for (const [i, part] of parts.entries()) {
    const [, name, rest = part] = NAMED.exec(part) ?? [];
    // No digest has any other characters, and so no field of digests.
    if (!/^[0-9a-f*?]*$/i.test(rest)) return part;
    const named = name === undefined ? null : algorithms.get(name.toUpperCase());
    const isWhole = (algorithm: string): boolean => DIGITS.get(algorithm) === rest.length;
    const ofLength = [...algorithms].filter(([algorithm]) => isWhole(algorithm));
    const possible = ofLength.length > 0 ? ofLength : [...algorithms];
    const unnamed = new Set(possible.flatMap(([, ofOne]) => ofOne));
    const fields = named === null ? [...unnamed] : (named ?? []);
    if (fields.length === 0) return part;
    const whole = name === undefined ? ofLength.length > 0 : isWhole(name.toUpperCase());
    const before = !whole && named === null && i === 0 && open.start;
    const after = !whole && i === parts.length - 1 && open.end;
    const asked = pattern([
      ...(before ? [ANY] : []),
      ...parsePattern(rest),
      ...(after ? [ANY] : []),
    ]);
    digests.push({ fields, pattern: asked });
  }
  return digests;
}
