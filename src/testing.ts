/**
 * Golden suites, for our backends and for those of others: what a backend makes of some rules is
 * written into files that people read and keep, and that later runs are held against. Nothing here
 * touches a file or needs a test runner; the suite does both.
 */
import type { Backend } from './backend/contract.js';
import { convert } from './convert/index.js';
import type { Query } from './convert/index.js';
import type { AttackData } from './model/attack/attack.js';
import { link } from './model/linking/library.js';
import { parse } from './model/parse.js';
import type { Pipeline } from './pipeline/pipeline.js';
import type { Tables } from './store/tables.js';
import type { Placeholders } from './model/given-values.js';
import { codeFrame } from './source/code-frame.js';
import type { Diagnostic } from './source/diagnostic.js';

/** A rule file that goes in. */
export interface GoldenRule {
  /** Relative to the suite, with `/`: `windows/one.yml`. */
  readonly path: string;
  readonly text: string;
}

/** One way to convert all the rules. */
export interface GoldenMode {
  /** The folder its files go to: `kql/query`. */
  readonly name: string;
  readonly backend: Backend;
  readonly format?: string | undefined;
  readonly options?: Readonly<Record<string, string>> | undefined;
  readonly compact?: boolean | undefined;
  readonly pipelines?: readonly Pipeline[] | undefined;
  readonly tables?: Tables | undefined;
  readonly attack?: AttackData | undefined;
  readonly placeholders?: Placeholders | undefined;
  /** Files that each rule is linked with, such as filters; what they are converted to is left out. */
  readonly beside?: readonly GoldenRule[] | undefined;
  /** Codes of notes that every query carries, and that are not worth a file each. */
  readonly omit?: readonly string[] | undefined;
}

/** A file that comes out. */
export interface GoldenFile {
  /** `<mode>/<rule without its extension>.<extension of the format>`, or `….notes.txt`. */
  readonly path: string;
  /** Ends with a line break. */
  readonly text: string;
}

/**
 * What one rule file gives in one mode: a file with its queries and, where there is anything to
 * say of them, one with their fidelity and the diagnostics as people see them. Throws a
 * `RangeError` if the backend has no such format or option.
 */
export function goldenFiles(rule: GoldenRule, mode: GoldenMode): GoldenFile[] {
  const { name, omit = [], beside = [], ...options } = mode;
  const read = ({ path, text }: GoldenRule) => parse(text, { path }).documents;
  const own = read(rule);
  const library = link([...own, ...beside.flatMap(read)]);
  const documents = library.documents.slice(0, own.length);
  const queries = convert(library, { ...options, documents });
  const stem = `${name}/${rule.path.replace(/\.ya?ml$/i, '')}`;
  const format = mode.backend.formats.find((f) => f.name === mode.format);
  const extension = (format ?? mode.backend.formats[0])?.extension ?? 'txt';
  const files = [{ path: `${stem}.${extension}`, text: joinQueries(queries) }];
  const notes = notesOf(queries, omit);
  if (notes !== null) files.push({ path: `${stem}.notes.txt`, text: notes });
  return files;
}

/** How a recorded file differs from what is made now. */
export interface GoldenDifference {
  readonly path: string;
  /** `missing`: made, not recorded. `orphan`: recorded, not made any more. */
  readonly kind: 'missing' | 'changed' | 'orphan';
  /** What is made now; null for an orphan. */
  readonly made: string | null;
  /** What is recorded; null if missing. */
  readonly recorded: string | null;
}

/** Holds what is made against what is recorded, by path; in the order of the paths. */
export function goldenDifferences(
  made: readonly GoldenFile[],
  recorded: readonly GoldenFile[],
): GoldenDifference[] {
  const old = new Map(recorded.map((f) => [f.path, f.text]));
  const differences: GoldenDifference[] = [];
  for (const { path, text } of made) {
    const before = old.get(path);
    old.delete(path);
    if (before === undefined) {
      differences.push({ path, kind: 'missing', made: text, recorded: null });
    } else if (before !== text) {
      differences.push({ path, kind: 'changed', made: text, recorded: before });
    }
  }
  for (const [path, text] of old) {
    differences.push({ path, kind: 'orphan', made: null, recorded: text });
  }
  return differences.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const REFUSED = '(refused: see the notes)';

function joinQueries(queries: readonly Query[]): string {
  const texts = queries.map((q) => (q.text ?? REFUSED).replace(/\n+$/, ''));
  let out = texts[0] ?? '(no query)';
  for (let i = 1; i < texts.length; i++) {
    out += `\n\n===== query ${i + 1} of ${texts.length} =====\n\n${texts[i]!}`;
  }
  return `${out}\n`;
}

/** Null if every query is exact and nothing was said. */
function notesOf(queries: readonly Query[], omit: readonly string[]): string | null {
  const parts: string[] = [];
  queries.forEach((query, index) => {
    // A rule that could not be read has its diagnostics in its document; others are checked elsewhere.
    const said = query.text === null ? query.document.diagnostics : [];
    const all: readonly Diagnostic[] = [...said, ...query.diagnostics];
    const diagnostics = all.filter((d) => d.severity !== 'note' || !omit.includes(d.code));
    if (query.fidelity === 'exact' && diagnostics.length === 0) return;
    const which = queries.length > 1 ? `query ${index + 1} of ${queries.length}: ` : '';
    const frames = diagnostics.map((d) => codeFrame(d, { colour: false }));
    parts.push([`${which}${query.fidelity}`, ...frames].join('\n\n'));
  });
  return parts.length === 0 ? null : `${parts.join('\n\n')}\n`;
}
