import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../source/diagnostic.js';
import { fileDiagnostic } from '../source/diagnostic.js';
import { codes } from './codes.js';
import type { Input } from './inputs.js';
import type { Protected } from './output/destination.js';
import { disk } from './output/layer.js';
import type { ManifestEntry } from './output/manifest.js';
import { outputNames, safeName } from './output/names.js';
import { OutputFolder } from './output/output-folder.js';
import type { Committed, Fate } from './output/output-folder.js';
import { writeWhole } from './output/whole-file.js';
import { UsageError } from './usage-error.js';

/** Where a run's queries go: below a folder, or all into one file. */
export interface OutputTree {
  /**
   * @param input which of the run's inputs it is of
   * @param kind the target, or what else there is one of for each input
   */
  write(input: number, kind: string, extension: string, text: string): void;
  /** Something of an input could not be converted, so what is there of it is not outdated but stale. */
  failed(input: number): void;
  /** Puts everything in its place; what to say of it. */
  finish(): Promise<readonly Diagnostic[]>;
  /** Leaves everything as it was. */
  abandon(): void;
}

/** What a run converts, and what its output must not touch. */
export interface OutputRun {
  readonly inputs: readonly Input[];
  readonly kinds: readonly string[];
  readonly protects: Protected;
}

/** Throws `UsageError` for a place that must not be written. */
export function outputTree(path: string, run: OutputRun): OutputTree {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const asFile = !isFolder && !/[\\/]$/.test(path) && extname(path) !== '';
  try {
    return asFile ? new SingleFile(path, run) : new Tree(path, run);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} cannot be written (${writeReason(error)}).`);
  }
}

/** What a write failed with, in a word. */
export function writeReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

class SingleFile implements OutputTree {
  private readonly pieces: string[] = [];

  constructor(
    private readonly path: string,
    private readonly run: OutputRun,
  ) {}

  write(_input: number, _kind: string, extension: string, text: string): void {
    if (this.pieces.length > 0 && extension !== 'jsonl') this.pieces.push('\n');
    this.pieces.push(withLineEnd(text));
  }

  failed(): void {
    // What there is of the others is written.
  }

  async finish(): Promise<readonly Diagnostic[]> {
    if (this.pieces.length === 0) {
      return existsSync(this.path) ? [fileDiagnostic(codes['output-stale'](), this.path)] : [];
    }
    mkdirSync(dirname(resolve(this.path)), { recursive: true });
    await writeWhole(this.path, Buffer.from(this.pieces.join('')), this.run.protects, disk);
    return [];
  }

  abandon(): void {
    // Nothing is written before the end.
  }
}

class Tree implements OutputTree {
  private readonly folder: OutputFolder;
  private readonly home: string;
  private readonly names: readonly string[];
  private readonly sources: readonly (string | null)[];
  private readonly failures = new Set<number>();
  private readonly used = new Set<string>();

  constructor(
    private readonly path: string,
    private readonly run: OutputRun,
  ) {
    this.folder = new OutputFolder(path, run.protects);
    this.home = realpathSync(path);
    this.names = outputNames(run.inputs.map((i) => i.mirrored));
    this.sources = run.inputs.map((i) =>
      i.path === '-' ? null : relative(this.home, realpathSync(i.path)).split(sep).join('/'),
    );
  }

  write(input: number, kind: string, extension: string, text: string): void {
    const below = this.run.kinds.length > 1 ? `${safeName(kind)}/` : '';
    const path = this.free(`${below}${this.names[input]!}`, safeName(extension));
    this.folder.put(path, Buffer.from(withLineEnd(text)), this.sources[input]!, kind);
  }

  failed(input: number): void {
    this.failures.add(input);
  }

  async finish(): Promise<readonly Diagnostic[]> {
    if (this.run.inputs.length === 0) {
      this.abandon();
      return [];
    }
    const inputOf = new Map(this.sources.map((source, i) => [source, i]));
    const committed = await this.folder.commit((_, { source, kind }) =>
      this.fateOf(source, kind, inputOf),
    );
    return this.tell(committed);
  }

  abandon(): void {
    this.folder.abandon();
  }

  private fateOf(
    source: ManifestEntry['source'],
    kind: string,
    inputOf: ReadonlyMap<string | null, number>,
  ): Fate {
    if (source === null) return 'keep';
    const input = inputOf.get(source);
    // What other runs wrote stays for as long as what they wrote it from is there.
    if (input === undefined) return existsSync(join(this.home, source)) ? 'keep' : 'remove';
    if (!this.run.kinds.includes(kind)) return 'keep';
    return this.failures.has(input) ? 'stale' : 'remove';
  }

  private tell({ stale, edited }: Committed): Diagnostic[] {
    const at = (path: string): string => join(this.path, path);
    return [
      ...stale.map((path) => fileDiagnostic(codes['output-stale'](), at(path))),
      ...edited.map((path) => fileDiagnostic(codes['output-edited'](), at(path))),
    ];
  }

  /** A second query of one rule file is `name.2.kql`. */
  private free(stem: string, extension: string): string {
    for (let n = 1; ; n++) {
      const name = n === 1 ? `${stem}.${extension}` : `${stem}.${n}.${extension}`;
      if (this.used.has(name)) continue;
      this.used.add(name);
      return name;
    }
  }
}

function withLineEnd(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
