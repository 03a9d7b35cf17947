import { createHash } from 'node:crypto';
import { INVISIBLE } from '../../source/visible.js';

/**
 * Names for output files, one for each path of an input below its folder. Each can be made on every
 * common file system, no two differ in case or normalization alone, and none depends on the order in
 * which the inputs were named.
 *
 * @param paths with `/`; each input once
 * @returns names without an extension, in the order of the paths
 */
export function outputNames(paths: readonly string[]): readonly string[] {
  const names = paths.map(safePath);
  const byKey = new Map<string, number[]>();
  for (const [i, name] of names.entries()) {
    const key = keyOf(name);
    const same = byKey.get(key);
    if (same) same.push(i);
    else byKey.set(key, [i]);
  }
  return names.map((name, i) => {
    const key = keyOf(name);
    const [first] = [...byKey.get(key)!].sort((a, b) => compare(paths[a]!, paths[b]!));
    return first === i && !isNumbered(key, byKey) ? name : marked(name, paths[i]!);
  });
}

/** Whether it is what a further query of another input is called: `a.2` beside `a`. */
function isNumbered(key: string, keys: ReadonlyMap<string, unknown>): boolean {
  const base = key.replace(/\.\d+$/, '');
  return base !== key && keys.has(base);
}

/** What two names share that a file system may take for the same. */
export function keyOf(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

function safePath(path: string): string {
  const parts = path.split('/').filter((p) => p !== '' && p !== '.' && p !== '..');
  const last = parts.length - 1;
  return parts
    .map((part, i) => safeName(i === last ? part.replace(/\.ya?ml$/i, '') : part))
    .join('/');
}

/** Bytes of a name; what the output's extension adds still fits into the 255 of most file systems. */
const MAX_NAME = 200;

/**
 * Names that Windows keeps for devices, with any extension.
 * https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
 */
const RESERVED =
  /^(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\.|$)/i;

export function safeName(name: string): string {
  let safe = name
    .replace(/[<>:"|?*\\/]/g, '_')
    .replace(INVISIBLE, '_')
    .replace(/[. ]+$/, (end) => '_'.repeat(end.length));
  if (RESERVED.test(safe)) safe = `_${safe}`;
  if (/^\.sigmaql/i.test(safe) || safe === '') safe = `_${safe}`;
  if (Buffer.byteLength(safe) > MAX_NAME) safe = cut(safe, MAX_NAME - 10);
  return safe === name ? name : marked(safe, name);
}

function cut(text: string, bytes: number): string {
  let length = 0;
  let kept = '';
  for (const c of text) {
    length += Buffer.byteLength(c);
    if (length > bytes) break;
    kept += c;
  }
  return kept;
}

function marked(name: string, of: string): string {
  return `${name}~${createHash('sha256').update(of).digest('hex').slice(0, 8)}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
