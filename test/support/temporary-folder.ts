import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run of tests, and the commands that they start, one folder for temporary files, gone when it ends. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sigmaql-test-'));
  // An engine that root starts runs as another user, who must get to its own folder.
  chmodSync(folder, 0o711);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
