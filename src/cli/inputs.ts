import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { nearest } from '../model/suggest.js';
import { fileTooLarge } from '../source/decode.js';
import { fileDiagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { MAX_FILE_SIZE } from '../source/limits.js';

export interface Input {
  /** To open it, and to show. `-` is standard input. */
  readonly path: string;
  /** Where it stands below the folder that the user named, with `/`: the shape of the output tree. */
  readonly relative: string;
}

export interface Inputs {
  readonly files: readonly Input[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Which files of a folder are read, and how they are called where there are none. */
export interface Wanted {
  readonly names: RegExp;
  readonly called: string;
}

const RULES: Wanted = { names: /\.ya?ml$/i, called: '.yml or .yaml file' };

/** Finds the files that the user named, in order, each once. */
export async function findInputs(names: readonly string[], wanted = RULES): Promise<Inputs> {
  const files: Input[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const add = (path: string, below: string, real = realpathSync(path)): void => {
    if (seen.has(real)) return;
    seen.add(real);
    files.push({ path, relative: below.split(sep).join('/') });
  };
  for (const name of names) {
    if (name === '-') add('-', 'stdin.yml', '-');
    else if (existsSync(name)) {
      if (!statSync(name).isDirectory()) add(name, basename(name));
      else {
        const before = files.length;
        for (const { path, real } of walk(name, wanted.names, diagnostics)) {
          add(path, relative(name, path), real);
        }
        if (files.length === before) diagnostics.push(empty(name, wanted));
      }
    } else if (/[*?[\]{}]/.test(name)) {
      const { glob } = await import('tinyglobby');
      const found = (await glob([name.replace(/\\/g, '/')], { dot: false })).sort(byCodeUnit);
      if (found.length === 0)
        diagnostics.push(problem('no-match', 'No file matches this pattern.', name));
      const base = globBase(name);
      for (const path of found) add(path, relative(base, path));
    } else diagnostics.push(missing(name));
  }
  return { files, diagnostics };
}

/** It can be read only once. */
let standardInput: Uint8Array | null = null;

/** What a file holds, or why it cannot be had. */
export function readInput(path: string): Uint8Array | Diagnostic {
  let file: number | null = null;
  try {
    if (path === '-') return (standardInput ??= readFileSync(0));
    const { size } = fstatSync((file = openSync(path, 'r')));
    if (size > MAX_FILE_SIZE) return fileTooLarge(size, path);
    // One more than its size, to see that it ends there.
    const bytes = Buffer.allocUnsafe(size + 1);
    const read = readSync(file, bytes, 0, size + 1, null);
    const start = bytes.subarray(0, read);
    return read === size && size > 0 ? start : Buffer.concat([start, readFileSync(file)]);
  } catch (error) {
    return unreadable(path, error);
  } finally {
    if (file !== null) closeSync(file);
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function problem(code: string, message: string, path: string): Diagnostic {
  return fileDiagnostic('error', code, message, path);
}

function empty(path: string, { called }: Wanted): Diagnostic {
  return problem('empty-folder', `There is no ${called} in this folder.`, path);
}

export function unreadable(path: string, error: unknown): Diagnostic {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
  const hint = reason === 'EACCES' ? 'You may not read it; change its permissions.' : `(${reason})`;
  return problem('unreadable', `This cannot be read. ${hint}`, path);
}

function missing(path: string): Diagnostic {
  let siblings: string[] = [];
  try {
    siblings = readdirSync(dirname(path));
  } catch {
    // The folder is missing too: there is nothing to suggest.
  }
  const like = nearest(basename(path), siblings);
  const hint = like ? ` Did you mean ${join(dirname(path), like)}?` : '';
  return problem('file-not-found', `There is no such file or folder.${hint}`, path);
}

interface Found {
  readonly path: string;
  /** With every link followed. */
  readonly real: string;
}

/** Files below a folder, by name. A link back to a folder above is not followed. */
function walk(
  folder: string,
  names: RegExp,
  diagnostics: Diagnostic[],
  above: readonly string[] = [],
): Found[] {
  const found: Found[] = [];
  let entries: Dirent[];
  let home: string;
  try {
    home = realpathSync(folder);
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    diagnostics.push(unreadable(folder, error));
    return found;
  }
  if (above.includes(home)) {
    const message = 'This link leads back to a folder that it is in; it was not followed.';
    diagnostics.push(fileDiagnostic('warning', 'folder-loop', message, folder));
    return found;
  }
  for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    const { name } = entry;
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = join(folder, name);
    let directory = entry.isDirectory();
    let real = join(home, name);
    if (entry.isSymbolicLink()) {
      try {
        directory = statSync(path).isDirectory();
        real = realpathSync(path);
      } catch (error) {
        if (names.test(name)) diagnostics.push(unreadable(path, error));
        continue;
      }
    }
    if (directory) {
      for (const inner of walk(path, names, diagnostics, [...above, home])) found.push(inner);
    } else if (names.test(name)) found.push({ path, real });
  }
  return found;
}

/** The part of a glob before its first wildcard. */
function globBase(glob: string): string {
  const parts = glob.replace(/\\/g, '/').split('/');
  const at = parts.findIndex((p) => /[*?[\]{}]/.test(p));
  return parts.slice(0, at).join('/') || '.';
}
