import type { Outcome } from '../../report/outcome.js';
import { isBelow } from '../output/manifest.js';

export const PUBLISH_MANIFEST = 'manifest.json';

/** A query of the manifest. */
export interface ManifestQuery extends Outcome {
  readonly number: number;
  /** Below the folder, with `/`; null if refused. */
  readonly file: string | null;
  /** SHA-256 of the file. */
  readonly fileHash: string | null;
  /** SHA-256 of the query without its format. */
  readonly queryHash: string | null;
}

export interface ManifestSource {
  /** SHA-256 of the file. */
  readonly hash: string;
  /** Of all files that its queries are made from. */
  readonly inputs: string;
  /** Something else in it has errors. */
  readonly failed: boolean;
  readonly queries: readonly ManifestQuery[];
}

/** What a folder was published from. */
export interface PublishManifest {
  /** The version of the command. */
  readonly tool: string;
  /** Of the settings and of all that they name. */
  readonly settings: string;
  /** By path in the repository. */
  readonly sources: ReadonlyMap<string, ManifestSource>;
  /** The hashes of files that are made of the whole run, by file. */
  readonly whole: ReadonlyMap<string, string>;
}

export function printPublishManifest({ tool, settings, sources, whole }: PublishManifest): string {
  const sorted = [...sources].sort(([a], [b]) => (a < b ? -1 : 1));
  const record = {
    version: 1,
    tool,
    settings,
    whole: Object.fromEntries(whole),
    sources: Object.fromEntries(sorted),
  };
  return `${JSON.stringify(record, null, 1)}\n`;
}

/** Null for anything but a manifest that `printPublishManifest` wrote. */
export function readPublishManifest(text: string): PublishManifest | null {
  try {
    const read = JSON.parse(text) as {
      version?: unknown;
      tool?: unknown;
      settings?: unknown;
      sources?: unknown;
      whole?: unknown;
    } | null;
    const { version, tool, settings, sources, whole } = read ?? {};
    if (version !== 1 || typeof tool !== 'string' || typeof settings !== 'string') return null;
    if (typeof sources !== 'object' || sources === null) return null;
    if (typeof whole !== 'object' || whole === null) return null;
    const entries = Object.entries(sources) as [string, ManifestSource][];
    const files = Object.entries(whole) as [string, string][];
    const isSound = entries.every(
      ([, s]) =>
        typeof s.inputs === 'string' &&
        s.queries.every(({ file }) => file === null || isBelow(file)),
    );
    if (!isSound || !files.every(([file]) => isBelow(file))) return null;
    return { tool, settings, sources: new Map(entries), whole: new Map(files) };
  } catch {
    return null;
  }
}
