import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GOOD, cli, folder } from './command.js';

/* Every command in README.md and docs/ runs as it is written. */

const root = join(import.meta.dirname, '../..');
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];

const EVENT = '{"Image": "C:\\\\whoami.exe"}\n';
const FILTER = `title: Ours
logsource: { product: windows, category: process_creation }
filter:
  rules: [6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f001]
  selection: { User: backup }
  condition: not selection
`;
const home = folder({
  'sigmaql.config.yml': 'targets: [kql]\n',
  'rule.yml': GOOD,
  'rules/a.yml': GOOD,
  'rules/a.test.yml': "match:\n  - { Image: 'C:\\whoami.exe' }\n",
  'filters/ours.yml': FILTER,
  'tuning/ours.yml': FILTER,
  'fields.yml': 'mapping: { Image: process_path }\n',
  'mine.yml': 'mapping: { Image: process_path }\n',
  'events.jsonl': EVENT,
  'feed.jsonl': EVENT,
  'audit.log': `type=SYSCALL msg=audit(1767225600.000:1): syscall=59 exe="/usr/bin/whoami"\n`,
  'elastic.ndjson': '{"process": {"executable": "C:\\\\whoami.exe"}}\n',
  'bin/sigmaql': `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`,
});
chmodSync(join(home, 'bin/sigmaql'), 0o755);
for (const name of ['elastic', 'elastic-rules', 'sentinel']) {
  cpSync(
    join(root, 'test/catalog/corpus/fixtures', name === 'sentinel' ? name : 'elastic'),
    join(home, name),
    {
      recursive: true,
    },
  );
}

function commandsIn(path: string): string[] {
  const blocks = readFileSync(join(root, path), 'utf8').matchAll(/^```sh\n(.*?)^```/gms);
  return [...blocks]
    .flatMap(([, block]) => block!.split('\n'))
    .map((line) => line.replace(/^\$ /, '').replace(/\s+#.*$/, ''))
    .filter((line) => line.startsWith('sigmaql '));
}

const all = pages.flatMap((path) => commandsIn(path).map((command) => [path, command] as const));

// It ends when it is told to; test/cli/catalog.test.ts does.
const ends = all.filter(([, command]) => !command.includes(' serve '));

describe('commands', () => {
  test('are found', () => {
    expect(ends.length).toBeGreaterThan(25);
  });

  test.each(ends)('%s: %s', (_, command) => {
    const { status, stderr } = spawnSync('bash', ['--norc', '-c', command], {
      cwd: home,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(home, 'bin')}${delimiter}${process.env['PATH']}` },
    });
    expect(status, stderr).toBe(0);
  });
});
