import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { nearest } from '../../model/suggest.js';
import { fileDiagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { codes } from '../codes.js';
import { globsOf, isGlob } from './glob.js';
import type { Glob } from './glob.js';
import { MANIFEST_NAME, writtenBelow } from '../output/manifest.js';
import { isReadable, notAFile, unreadable } from './read-file.js';

export interface Input {
  /** To open it, and to show. `-` is standard input. */
  readonly path: string;
  /** Where it is below the folder that the user named, with `/`. */
  readonly relative: string;
  /** Where it is below the folder that all that was named has in common: the shape of the output. */
  readonly mirrored: string;
}

export interface Inputs {
  readonly files: readonly Input[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Which files of a folder are read, and how they are called where there are none. */
export interface FileKind {
  readonly names: RegExp;
  /** Of those, what is something else; a pattern leaves it out, too. */
  readonly others?: RegExp;
  readonly called: string;
}

const RULES: FileKind = {
  names: /\.ya?ml$/i,
  // What `sigmaql test` reads beside rules, and the configuration.
  others: /(?:\.test|(?:^|\/)sigmaql\.config)\.ya?ml$/i,
  called: '.yml or .yaml files',
};

/**
 * Finds the files that the user named, in order, each once. What lies in a folder is read only if it
 * is a regular file; a link there is followed only within the folders that were named.
 */
export async function findInputs(names: readonly string[], wanted = RULES): Promise<Inputs> {
  const files: (Omit<Input, 'mirrored'> & { readonly base: string | null })[] = [];
  const bases = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const add = ({ path, below, real }: Found, base: string): void => {
    bases.add(base);
    if (seen.has(real)) return;
    seen.add(real);
    files.push({ path, relative: below, base });
  };
  const isOther = (below: string): boolean => wanted.others?.test(below) ?? false;
  const roots = new Roots(names);
  for (const name of names) {
    if (name === '-') {
      if (!seen.has('-')) files.push({ path: '-', relative: 'stdin.yml', base: null });
      seen.add('-');
    } else if (existsSync(name)) {
      const stat = statSync(name);
      if (stat.isDirectory()) {
        const named = (below: string): boolean => wanted.names.test(below) && !isOther(below);
        const found = new Walk(named, Infinity, roots, diagnostics).files(name);
        for (const file of found) add(file, resolve(name));
        if (found.length === 0 && !diagnostics.some((d) => d.path === name)) {
          diagnostics.push(fileDiagnostic(codes['empty-folder']({ wanted: wanted.called }), name));
        }
      } else if (isReadable(stat)) {
        const file = { path: name, below: basename(name), real: realpathSync(name) };
        add(file, resolve(dirname(name)));
      } else diagnostics.push(notAFile(stat, name));
    } else if (isGlob(name)) {
      const globs = globsOf(name).filter(({ base }) => isFolder(base));
      const all = (isWanted: (glob: Glob, below: string) => boolean, depth?: number) =>
        globs
          .flatMap((glob) =>
            new Walk(
              (below) => isWanted(glob, below) && !isOther(below),
              depth ?? glob.depth,
              roots,
              diagnostics,
            )
              .files(glob.base)
              .map((file) => ({ ...file, base: resolve(glob.base) })),
          )
          .sort((x, y) => byCodeUnit(x.path, y.path));
      const named = all((glob, below) => glob.matches(below));
      // A shell that reads the pattern names folders, too.
      const found =
        named.length > 0
          ? named
          : all((glob, below) => wanted.names.test(below) && isIn(glob, below), Infinity);
      if (found.length === 0) diagnostics.push(fileDiagnostic(codes['no-match'](), name));
      for (const file of found) add(file, file.base);
    } else diagnostics.push(missing(name));
  }
  const common = commonFolder(bases);
  const inCommon = new Map([...bases].map((base) => [base, slashed(relative(common, base))]));
  return {
    files: files.map(({ path, relative: below, base }) => {
      const folder = base === null ? '' : inCommon.get(base)!;
      return { path, relative: below, mirrored: folder === '' ? below : `${folder}/${below}` };
    }),
    diagnostics,
  };
}

/** Whether a pattern names a folder that the file is in, however deep. */
function isIn({ matches }: Glob, below: string): boolean {
  const parts = below.split('/');
  return parts.some((_, i) => i > 0 && matches(parts.slice(0, i).join('/')));
}

/** Whether a path that the user named cannot be read, so that what was made from it must not be lost. */
export function lacksNamed(
  names: readonly string[],
  { diagnostics }: Pick<Inputs, 'diagnostics'>,
): boolean {
  return diagnostics.some((d) => d.severity === 'error' && names.includes(d.path));
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** The innermost folder that all of some folders are in, or are. */
function commonFolder(folders: ReadonlySet<string>): string {
  const [first = '.', ...others] = folders;
  let common = first;
  while (
    others.some((f) => f !== common && !f.startsWith(common.endsWith(sep) ? common : common + sep))
  ) {
    common = dirname(common);
  }
  return common;
}

/** The folders that the user named, within which links may be followed. */
class Roots {
  private readonly homes: readonly string[];

  constructor(names: readonly string[]) {
    const folders = names.flatMap((n) =>
      !existsSync(n) && isGlob(n) ? globsOf(n).map((g) => g.base) : [n],
    );
    this.homes = folders.filter(isFolder).map((folder) => realpathSync(folder));
  }

  contain(real: string): boolean {
    return this.homes.some((h) => real === h || real.startsWith(h.endsWith(sep) ? h : h + sep));
  }

  /** The real path of a file that was found there; null, with the reason told, if it is not read. */
  allowed(path: string, diagnostics: Diagnostic[]): string | null {
    try {
      const real = realpathSync(path);
      const stat = statSync(path);
      if (!this.contain(real)) diagnostics.push(fileDiagnostic(codes['link-outside'](), path));
      else if (!stat.isFile()) diagnostics.push(notAFile(stat, path));
      else return real;
    } catch {
      diagnostics.push(missing(path));
    }
    return null;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Why there is nothing at a path. */
export function missing(path: string): Diagnostic {
  try {
    statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'ELOOP') return unreadable(path, error);
  }
  if (isLink(path)) return fileDiagnostic(codes['broken-link'](), path);
  let siblings: string[] = [];
  try {
    siblings = readdirSync(dirname(path));
  } catch {
    // The folder is missing too: there is nothing to suggest.
  }
  const like = nearest(basename(path), siblings);
  const hint =
    path === '' ? ' The name is empty.' : like ? ` Did you mean ${join(dirname(path), like)}?` : '';
  return fileDiagnostic(codes['file-not-found']({ hint }), path);
}

interface Found {
  readonly path: string;
  /** Where it is below the folder, with `/`. */
  readonly below: string;
  /** With every link followed. */
  readonly real: string;
}

/** Lists the files below a folder in order. No folder is listed twice, by whatever links. */
class Walk {
  private readonly entered = new Set<string>();
  /** Files that runs wrote: they are made from rules and are not rules. */
  private readonly written = new Set<string>();

  constructor(
    /** Tests a path below the folder, with `/`. */
    private readonly isWanted: (below: string) => boolean,
    private readonly depth: number,
    private readonly roots: Roots,
    private readonly diagnostics: Diagnostic[],
  ) {}

  files(folder: string, prefix = '', above: readonly string[] = []): Found[] {
    let entries: Dirent[];
    let home: string;
    try {
      home = realpathSync(folder);
      if (this.entered.has(home)) {
        if (above.includes(home))
          this.diagnostics.push(fileDiagnostic(codes['folder-loop'](), folder));
        return [];
      }
      this.entered.add(home);
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.diagnostics.push(unreadable(folder, error));
      return [];
    }
    const found: Found[] = [];
    if (entries.some(({ name }) => name === MANIFEST_NAME)) {
      for (const below of writtenBelow(folder).files.keys()) this.written.add(join(home, below));
    }
    for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = join(folder, name);
      const isWanted = this.isWanted(prefix + name);
      if ((isWanted || entry.isDirectory()) && isMisread(path)) {
        this.diagnostics.push(fileDiagnostic(codes['file-name'](), path));
        continue;
      }
      if (entry.isDirectory() || (entry.isSymbolicLink() && this.mayEnter(path, isWanted))) {
        if (above.length >= this.depth) continue;
        for (const inside of this.files(path, `${prefix}${name}/`, [...above, home])) {
          found.push(inside);
        }
      } else if (isWanted && entry.isFile()) {
        const real = join(home, name);
        if (!this.written.has(real)) found.push({ path, below: prefix + name, real });
      } else if (isWanted) {
        const real = this.roots.allowed(path, this.diagnostics);
        if (real !== null) found.push({ path, below: prefix + name, real });
      }
    }
    return found;
  }

  /** Whether a link leads to a folder that may be listed. */
  private mayEnter(path: string, isWanted: boolean): boolean {
    if (!isFolder(path)) return false;
    if (this.roots.contain(realpathSync(path))) return true;
    // More is said of one that has the name of a file.
    if (!isWanted) this.diagnostics.push(fileDiagnostic(codes['folder-link-outside'](), path));
    return false;
  }
}

/** Whether bytes of a name are no UTF-8, so that what was read instead of them names nothing. */
function isMisread(path: string): boolean {
  return path.includes('\ufffd') && lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}
