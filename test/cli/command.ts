import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The command as it is built. */
export const cli = join(import.meta.dirname, '../../dist/cli.cjs');

export const GOOD = `title: Good
id: 6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f001
level: high
status: test
logsource:
  product: windows
  category: process_creation
detection:
  s:
    Image|endswith: \\whoami.exe
  condition: s
`;
export const BAD = GOOD.replace('condition: s', 'condition: t').replace('Good', 'Bad');

/** A folder of its own with these files, by their paths in it. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const home = mkdtempSync(join(tmpdir(), 'sigmaql-cli-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  return home;
}

export function sigmaql(args: readonly string[], options: { cwd?: string; input?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    ...options,
  });
  return { status, stdout, stderr };
}
