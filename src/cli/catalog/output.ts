import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../catalog/site/changes.js';
import type { Manifest } from '../../catalog/site/changes.js';
import { MANIFEST } from '../../catalog/site/site.js';
import type { Site } from '../../catalog/site/site.js';
import { visible } from '../../source/visible.js';
import type { Protected } from '../output/destination.js';
import { OutputFolder } from '../output/output-folder.js';
import type { Committed } from '../output/output-folder.js';
import { writeReason } from '../output/output-tree.js';
import { UsageError } from '../usage-error.js';

/** What the output manifest calls the files of a site. */
const SITE = 'catalog';

/** Throws a `UsageError` for a file that is not a manifest. */
export function manifestAt(path: string, otherwise: string): Manifest {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${visible(path)} cannot be read.`);
  }
  const manifest = readManifest(text);
  if (manifest) return manifest;
  throw new UsageError(
    `${visible(path)} is not the manifest.json of a catalogue, or was written by another version. ${otherwise}`,
  );
}

/** A folder that a site is built into; nothing in it changes before `write`. */
export class SiteFolder {
  private readonly output: OutputFolder;
  /** The manifest of the site that was built before; null if there is none. */
  readonly before: Manifest | null;

  /** Throws a `UsageError` for a folder that must not be written, or has pages that are not ours. */
  constructor(
    private readonly folder: string,
    inputs: Protected,
  ) {
    try {
      this.output = new OutputFolder(folder, inputs);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`${visible(folder)} cannot be written (${writeReason(error)}).`);
    }
    try {
      this.before = this.readBefore();
    } catch (error) {
      this.output.abandon();
      throw error;
    }
  }

  /** Writes the changed files of a site, and removes those that are no longer part of it. */
  async write(site: Site): Promise<Committed> {
    for (const [path, text] of site) this.output.put(path, Buffer.from(text()), null, SITE);
    return this.output.commit((_, { kind }) => (kind === SITE ? 'remove' : 'keep'));
  }

  /** Leaves everything as it was, unless it is written already. */
  close(): void {
    this.output.abandon();
  }

  private readBefore(): Manifest | null {
    const path = join(this.folder, MANIFEST);
    if (existsSync(path)) return manifestAt(path, 'Remove it.');
    const isOurs = this.output.manifest.files.has('index.html');
    if (!isOurs && existsSync(join(this.folder, 'index.html'))) {
      throw new UsageError(
        `${visible(this.folder)} contains an index.html but no catalogue ${MANIFEST}. Choose another folder.`,
      );
    }
    return null;
  }
}
