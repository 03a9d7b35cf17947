import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesJson, changesMarkdown } from '../../report/changes.js';
import type { Change } from '../../report/changes.js';
import { fileDiagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { visible } from '../../source/visible.js';
import { codes } from '../codes.js';
import type { Protected } from '../output/destination.js';
import { LOCK_NAME } from '../output/lock.js';
import { writtenBelow } from '../output/manifest.js';
import type { OutputManifest } from '../output/manifest.js';
import { OutputFolder } from '../output/output-folder.js';
import { writeReason } from '../output/output-tree.js';
import { PUBLISH_MANIFEST, readPublishManifest } from './manifest.js';
import type { ManifestSource, PublishManifest } from './manifest.js';
import { UsageError } from '../usage-error.js';

/** A file to publish. */
export interface Deployable {
  readonly bytes: Uint8Array;
  /** Null for a file that is made of the whole run. */
  readonly source: string | null;
}

/** What earlier runs left. */
export interface Earlier {
  /** The manifest as it is written; null if there is none. */
  readonly text: string | null;
  /** Of the last run that came to its end. */
  readonly manifest: PublishManifest | null;
  /** Also by a run that was stopped. */
  readonly written: OutputManifest;
}

/** Throws `UsageError` for a folder that cannot be published into. */
export function earlierIn(folder: string): Earlier {
  const text = readText(join(folder, PUBLISH_MANIFEST));
  const manifest = text === null ? null : readPublishManifest(text);
  if (text !== null && manifest === null) {
    throw new UsageError(
      `${visible(join(folder, PUBLISH_MANIFEST))} is not a manifest of sigmaql. Choose another folder.`,
    );
  }
  try {
    return { text, manifest, written: writtenBelow(folder) };
  } catch (error) {
    throw new UsageError(`${visible(folder)} cannot be written (${writeReason(error)}).`);
  }
}

/** What the output manifest calls published files. */
const PUBLISHED = 'published';

interface Publishing {
  readonly puts: ReadonlyMap<string, Deployable>;
  readonly gone: readonly string[];
  /** Of the manifest. */
  readonly text: string;
  readonly changes: readonly Change[];
}

/** Writes what is to be published; returns what to say of it. Throws `UsageError` for a wrong folder. */
export async function publishFiles(
  folder: string,
  protects: Protected,
  { puts, gone, text, changes }: Publishing,
): Promise<readonly Diagnostic[]> {
  let output: OutputFolder | undefined;
  try {
    output = new OutputFolder(folder, protects);
    for (const [file, { bytes }] of puts) output.put(file, bytes, null, PUBLISHED);
    if (changes.length > 0) {
      output.put('changes.md', Buffer.from(changesMarkdown(changes)), null, 'changes');
      output.put('changes.json', Buffer.from(changesJson(changes)), null, 'changes');
    }
    // The last to come: until then, the next run compares with the one before.
    output.put(PUBLISH_MANIFEST, Buffer.from(text), null, 'manifest');
    const removed = new Set(gone);
    const { edited } = await output.commit((path) => (removed.has(path) ? 'remove' : 'keep'));
    return edited.map((file) => fileDiagnostic(codes['output-edited'](), join(folder, file)));
  } catch (error) {
    output?.abandon();
    if (error instanceof UsageError) throw error;
    const reason = writeReason(error);
    if (!output) throw new UsageError(`${visible(folder)} cannot be written (${reason}).`);
    return [fileDiagnostic(codes['output-failed']({ reason }), folder)];
  }
}

/** Whether each file of a source is on the disk as it was written. */
export function isAsPublished({ queries }: ManifestSource, folder: string): boolean {
  return queries.every(({ file, fileHash }) => {
    if (file === null) return true;
    const bytes = bytesOf(join(folder, file));
    return bytes !== null && hashOf(bytes) === fileHash;
  });
}

/** Whether a file is neither what a run wrote nor what is to be. */
export function isEdited(
  file: string,
  { bytes, source }: Deployable,
  { manifest, written }: Earlier,
  folder: string,
): boolean {
  const content = bytesOf(join(folder, file));
  if (content === null) return false;
  const now = hashOf(content);
  const published =
    source === null
      ? manifest?.whole.get(file)
      : manifest?.sources.get(source)?.queries.find((q) => q.file === file)?.fileHash;
  return ![hashOf(bytes), published, written.files.get(file)?.hash].includes(now);
}

/** The manifest goes on to say what was published last of a file that is left as it is. */
export function withEdited(
  made: ReadonlyMap<string, ManifestSource>,
  edited: ReadonlySet<string>,
  before: PublishManifest | null,
): ReadonlyMap<string, ManifestSource> {
  return new Map(
    [...made].map(([place, source]) => {
      const queries = source.queries.map((query) => {
        if (query.file === null || !edited.has(query.file)) return query;
        const known = before?.sources.get(place)?.queries.find((q) => q.file === query.file);
        return { ...query, fileHash: known?.fileHash ?? null };
      });
      return [place, { ...source, queries }];
    }),
  );
}

/** Files of earlier runs that this one neither makes nor leaves for a rule that is refused now. */
export function goneFiles(
  { manifest, written }: Earlier,
  { sources, whole }: PublishManifest,
): readonly string[] {
  const kept = new Set([...filesOf(sources), ...whole.keys()]);
  const old = new Set([
    ...filesOf(manifest?.sources ?? new Map()),
    ...(manifest?.whole.keys() ?? []),
  ]);
  for (const [file, { kind }] of written.files) if (kind === PUBLISHED) old.add(file);
  return [...old].filter((file) => !kept.has(file));
}

function* filesOf(sources: PublishManifest['sources']): Generator<string> {
  for (const { queries } of sources.values()) {
    for (const { file } of queries) if (file !== null) yield file;
  }
}

/** Another run is writing, or one that was stopped has left its lock. */
export function isLocked(folder: string): boolean {
  return existsSync(join(folder, LOCK_NAME));
}

export function isOnDisk(folder: string, file: string, bytes: Uint8Array): boolean {
  return bytesOf(join(folder, file))?.equals(bytes) ?? false;
}

export function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Nothing if it cannot be read, which the conversion tells. */
export function readBytes(path: string): Uint8Array {
  return bytesOf(path) ?? new Uint8Array();
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

export function readText(path: string): string | null {
  return bytesOf(path)?.toString('utf8') ?? null;
}
