import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { Format, FormattedQuery } from '../../backend/index.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { fileDiagnostic } from '../../source/diagnostic.js';
import { visible } from '../../source/visible.js';
import { codes } from '../codes.js';
import { isFolder } from '../input/inputs.js';
import type { Input } from '../input/inputs.js';
import type { Protected } from './destination.js';
import { disk } from './layer.js';
import type { ManifestEntry } from './manifest.js';
import { outputNames, safeName } from './names.js';
import { OutputFolder } from './output-folder.js';
import type { Committed, Fate } from './output-folder.js';
import { writeWhole } from './whole-file.js';
import { UsageError } from '../usage-error.js';

/** Where a run's queries go: below a folder, or all into one file. */
export interface OutputTree {
  /** @param input which of the run's inputs it is of */
  write(input: number, piece: OutputPiece): void;
  /** Something of an input could not be converted, so what is there of it is not outdated but stale. */
  failed(input: number): void;
  /**
   * Puts everything in its place; what to say of it. Throws `UsageError` for what the place cannot hold.
   *
   * @param formats of each target
   */
  finish(formats: ReadonlyMap<string, Format>): Promise<readonly Diagnostic[]>;
  /** Leaves everything as it was. */
  abandon(): void;
}

export interface OutputPiece extends FormattedQuery {
  /** The target, or what else there is one of for each input. */
  readonly kind: string;
  readonly extension: string;
  /** Which query of its input and target it is, from 1; refused ones count. */
  readonly number: number;
  /** Its format makes files of the whole run. */
  readonly isPart: boolean;
}

/** What a run converts, and what its output must not touch. */
export interface OutputRun {
  readonly inputs: readonly Input[];
  readonly kinds: readonly string[];
  readonly protects: Protected;
}

/** Whether all queries go into one file of this name, and not below a folder. */
export function isOneFile(path: string): boolean {
  if (isFolder(path) || /[\\/]$/.test(path)) return false;
  return extname(path) !== '' || existsSync(path);
}

/** Throws `UsageError` for a place that must not be written. */
export function outputTree(path: string, run: OutputRun): OutputTree {
  try {
    return isOneFile(path) ? new SingleFile(path, run) : new Tree(path, run);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${visible(path)} cannot be written (${writeReason(error)}).`);
  }
}

/** What a write failed with, in a word. */
export function writeReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

class SingleFile implements OutputTree {
  private readonly pieces: OutputPiece[] = [];

  constructor(
    private readonly path: string,
    private readonly run: OutputRun,
  ) {
    if (run.kinds.length > 1) {
      throw new UsageError(
        `${path} cannot hold queries of several targets (${run.kinds.join(', ')}). Write into a folder, or use --json.`,
      );
    }
  }

  write(_input: number, piece: OutputPiece): void {
    this.pieces.push(piece);
  }

  failed(): void {
    // What there is of the others is written.
  }

  async finish(formats: ReadonlyMap<string, Format>): Promise<readonly Diagnostic[]> {
    if (this.pieces.length === 0) {
      return existsSync(this.path) ? [fileDiagnostic(codes['output-stale'](), this.path)] : [];
    }
    const text = this.bundled(formats.get(this.run.kinds[0]!));
    mkdirSync(dirname(resolve(this.path)), { recursive: true });
    await writeWhole(this.path, Buffer.from(text), this.run.protects, disk);
    return [];
  }

  abandon(): void {
    // Nothing is written before the end.
  }

  private bundled(format: Format | undefined): string {
    if (!format) return this.pieces.map(({ text }) => withLineEnd(text)).join('');
    if (format.files) return oneFile(format)(this.pieces);
    if (this.pieces.length === 1) return withLineEnd(this.pieces[0]!.text);
    if (!format.bundle) {
      throw new UsageError(
        `${this.path} cannot hold several queries: nothing separates them in the format ${format.name}. Write into a folder, or use --json.`,
      );
    }
    return format.bundle(this.pieces);
  }
}

/**
 * What a format of the whole run is written as, if that is one file. Throws `UsageError` for a format of
 * several.
 */
export function oneFile({ name, files }: Format): (pieces: readonly FormattedQuery[]) => string {
  if (!files || files([]).length !== 1) {
    throw new UsageError(`The format ${name} consists of several files. Use -o FOLDER/.`);
  }
  return (pieces) => files(pieces)[0]!.text;
}

class Tree implements OutputTree {
  private readonly folder: OutputFolder;
  private readonly home: string;
  private readonly names: readonly string[];
  private readonly sources: readonly (string | null)[];
  private readonly failures = new Set<number>();
  private readonly used = new Set<string>();
  private readonly pieces = new Map<string, OutputPiece[]>();

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

  write(input: number, piece: OutputPiece): void {
    const { kind, extension, text, number, isPart } = piece;
    if (isPart) {
      const pieces = this.pieces.get(kind) ?? [];
      pieces.push(piece);
      this.pieces.set(kind, pieces);
      return;
    }
    const stem = `${this.below(kind)}${this.names[input]!}`;
    const path = this.free(stem, number, safeName(extension));
    this.folder.put(path, Buffer.from(withLineEnd(text)), this.sources[input]!, kind);
  }

  failed(input: number): void {
    this.failures.add(input);
  }

  async finish(formats: ReadonlyMap<string, Format>): Promise<readonly Diagnostic[]> {
    if (this.run.inputs.length === 0) {
      this.abandon();
      return [];
    }
    for (const [kind, pieces] of this.pieces) {
      for (const { path, text } of formats.get(kind)!.files!(pieces)) {
        this.folder.put(`${this.below(kind)}${path}`, Buffer.from(text), null, kind);
      }
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

  /** The folder of a target, where there are several. */
  private below(kind: string): string {
    return this.run.kinds.length > 1 ? `${safeName(kind)}/` : '';
  }

  /** A second query of one rule file is `name.2.kql`. */
  private free(stem: string, number: number, extension: string): string {
    for (let n = number; ; n++) {
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
