import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, vi } from 'vitest';
import { expectationsOf } from '../../src/cli/match/expectations.js';
import { publishCommand } from '../../src/cli/publish/publish.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { parse } from '../../src/model/parse.js';
import { changesBetween, changesMarkdown } from '../../src/report/changes.js';
import { GOOD } from '../cli/command.js';
import { changed, hostile } from './hostile-text.js';
import { property } from './property.js';
import { expectWhole, quick } from './quick.js';

vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
const home = mkdtempSync(join(tmpdir(), 'sigmaql-fuzz-'));
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(home, { recursive: true });
});

const rule = join(home, 'rules/a.yml');
const beside = join(home, 'rules/a.test.yml');
const secret = join(home, 'secret.json');
mkdirSync(join(home, 'rules'));
execFileSync('mkfifo', [join(home, 'rules/pipe.json')]);
symlinkSync('../secret.json', join(home, 'rules/link.json'));
writeFileSync(rule, GOOD);
writeFileSync(join(home, 'rules/events.json'), '{"Image":"x"}');
writeFileSync(secret, '{"secret":1}');
const OWN = [rule, join(home, 'rules/events.json'), beside];
const { documents } = parse(GOOD, { path: rule });

const value = fc.oneof(
  hostile,
  fc.constantFrom<unknown>(null, 5, [], '../secret.json', secret, 'events.json', '.', 'a.yml'),
  fc.constantFrom('pipe.json', 'link.json', '/dev/zero'),
  fc.dictionary(hostile, hostile, { maxKeys: 2 }),
);
const expectations = fc.oneof(
  changed(["match: [{Image: 'C:\\\\a.exe'}, events.json]\nno_match: [{Image: b}]\nrule: Good\n"]),
  fc
    .dictionary(
      fc.oneof(fc.constantFrom('match', 'no_match', 'rule'), hostile),
      fc.oneof(value, fc.array(value, { maxLength: 3 })),
      { maxKeys: 3 },
    )
    .map((map) => JSON.stringify(map)),
);

property('tests beside a rule name no file elsewhere', 200, expectations, (text) => {
  writeFileSync(beside, text);
  quick(() => {
    const { found, diagnostics } = expectationsOf(rule, documents);
    expectWhole(diagnostics);
    for (const { events } of found) {
      if (typeof events === 'string') expect(OWN).toContain(join(events));
    }
  });
  rmSync(beside);
});

const out = join(home, 'out');
const flags = { output: out, target: ['kql'], config: join(home, 'config.yml'), quiet: true };
writeFileSync(flags.config, '{}');

/** What a first run leaves, by name. */
async function firstRun(): Promise<Record<string, string>> {
  await publishCommand([rule], flags);
  const names = ['manifest.json', '.sigmaql-output.json', 'kql/a.kql'];
  return Object.fromEntries(names.map((n) => [n, readFileSync(join(out, n), 'utf8')]));
}
const files = await firstRun();
const RULES = readdirSync(join(home, 'rules')).sort();

property(
  'publish into a folder that somebody changed',
  20,
  fc.tuple(changed([files['manifest.json']!]), changed([files['.sigmaql-output.json']!])),
  async ([manifest, written]) => {
    rmSync(out, { recursive: true });
    mkdirSync(join(out, 'kql'), { recursive: true });
    writeFileSync(join(out, 'kql/a.kql'), files['kql/a.kql']!);
    writeFileSync(join(out, 'mine.txt'), 'mine');
    writeFileSync(join(out, 'manifest.json'), manifest);
    writeFileSync(join(out, '.sigmaql-output.json'), written);
    try {
      await publishCommand([rule], flags);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
    }
    expect(readFileSync(join(out, 'mine.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(home).sort()).toEqual(['config.yml', 'out', 'rules', 'secret.json']);
    expect(readdirSync(join(home, 'rules')).sort()).toEqual(RULES);
  },
);

const query = fc.record({
  id: hostile,
  name: hostile,
  target: hostile,
  path: hostile,
  hash: hostile,
  isStale: fc.boolean(),
});
property(
  'a list of changes is Markdown that nothing in a rule adds to',
  300,
  fc.tuple(fc.array(query, { maxLength: 4 }), fc.array(query, { maxLength: 4 }), hostile, hostile),
  ([before, after, old, now]) => {
    const changes = changesBetween(
      before,
      after,
      () => false,
      () => [old, now],
    );
    const lines = changesMarkdown(changes).split('\n');
    const headings = lines.filter((line) => line.startsWith('#'));
    for (const line of headings) {
      expect(line).toMatch(
        /^# Changes of queries$|^## (?:New|Changed|Moved, and otherwise the same|Gone) \(\d+\)$/,
      );
    }
    const items = lines.filter((line) => line.startsWith('- '));
    expect(items).toHaveLength(changes.length);
    for (const line of lines) expect(line).toMatch(/^$|^#|^- |^ {2}|^None\.$/);
  },
);
