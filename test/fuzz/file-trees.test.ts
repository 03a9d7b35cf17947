import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import { findInputs } from '../../src/cli/input/inputs.js';
import { protectedFiles } from '../../src/cli/output/destination.js';
import { keyOf, outputNames } from '../../src/cli/output/names.js';
import { outputTree } from '../../src/cli/output/output-tree.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { property } from './property.js';

const temp = realpathSync(mkdtempSync(join(tmpdir(), 'sigmaql-fuzz-')));
/** The pipe that trees have links to, as making one takes a process. */
const pipe = join(temp, 'pipe');
execFileSync('mkfifo', [pipe]);
afterAll(() => {
  rmSync(temp, { recursive: true });
});

const name = fc.constantFrom(
  'a',
  'b',
  'A',
  'c.yml',
  'd.yml',
  'D.yml',
  'e.2.yml',
  'e.yml',
  'con.yml',
);
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const entry = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('file' as const), path }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      path,
      to: fc.oneof(
        path,
        fc.constantFrom('..', '../..', '../secret', '../secret/s.yml', '/dev/zero', '.', 'gone'),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pipe' as const), path }) },
);

interface Entry {
  readonly kind: 'file' | 'link' | 'pipe';
  readonly path: string;
  readonly to?: string;
}

/** Makes what can be made of it. */
function make(home: string, entries: readonly Entry[]): void {
  for (const { kind, path: below, to } of entries) {
    const full = join(home, below);
    try {
      mkdirSync(dirname(full), { recursive: true });
      if (!realpathSync(dirname(full)).startsWith(home)) continue;
      if (existsSync(full)) continue;
      if (kind === 'file') writeFileSync(full, 'text', { flag: 'wx' });
      else if (kind === 'link') symlinkSync(to!, full);
      else linkSync(pipe, full);
    } catch {
      // Something else has the place.
    }
  }
}

function contents(home: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const item of readdirSync(home, { recursive: true, withFileTypes: true })) {
    const full = join(item.parentPath, item.name);
    if (item.isFile()) found[full.slice(home.length)] = readFileSync(full, 'utf8');
    else found[full.slice(home.length)] = item.isDirectory() ? 'folder' : 'other';
  }
  return found;
}

property(
  'whatever a tree holds, only regular files within it are listed, and nothing else is written',
  20,
  fc.tuple(fc.array(entry, { maxLength: 12 }), fc.array(entry, { maxLength: 6 })),
  async ([rules, output]) => {
    const outer = mkdtempSync(join(temp, 't'));
    const home = join(outer, 'rules');
    const out = join(outer, 'out');
    for (const folder of [home, out, join(outer, 'secret')]) mkdirSync(folder);
    writeFileSync(join(outer, 'secret/s.yml'), 'secret');
    make(home, rules);
    make(out, output);
    const before = contents(outer);
    const { files } = await findInputs([home]);
    for (const file of files) {
      const real = realpathSync(file.path);
      expect(real.startsWith(`${home}/`)).toBe(true);
      expect(lstatSync(real).isFile()).toBe(true);
    }
    const protects = protectedFiles(files.map((f) => f.path));
    try {
      const tree = outputTree(out, { inputs: files, kinds: ['kql'], protects });
      try {
        for (const i of files.keys()) {
          const piece = {
            kind: 'kql',
            extension: 'kql',
            heading: '',
            number: 1,
            isPart: false,
          };
          tree.write(i, { ...piece, text: `query ${i}` });
        }
        await tree.finish(new Map());
      } finally {
        tree.abandon();
      }
    } catch (error) {
      // A folder in the place of a file is told by what the system says.
      if (!(error instanceof UsageError)) expect(error).toHaveProperty('code');
    }
    const after = contents(outer);
    for (const [place, text] of Object.entries(before)) {
      if (!place.startsWith('/out/')) expect(after[place], place).toBe(text);
    }
    for (const place of Object.keys(after)) {
      if (!place.startsWith('/out/')) expect(before).toHaveProperty([place]);
      expect(place).not.toMatch(/\.sigmaql-(?:staging|lock|\d)/);
    }
    rmSync(outer, { recursive: true });
  },
);

const part = fc.oneof(
  name,
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'grapheme', minLength: 60, maxLength: 120 }),
);
const any = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
property(
  'names of outputs are safe and differ, whatever the paths',
  500,
  fc.uniqueArray(any, { maxLength: 12 }),
  (paths) => {
    const names = outputNames(paths);
    const made = names.map((n) => keyOf(`${n}.kql`));
    for (const n of names) {
      for (const p of n.split('/')) {
        expect(Buffer.byteLength(p)).toBeLessThan(240);
        expect(p).not.toMatch(/[<>:"|?*\\\u0000-\u001f]|[. ]$|^\.{1,2}$/);
      }
    }
    const plain = paths.map((p) =>
      p
        .split('/')
        .filter((x) => !['', '.', '..'].includes(x))
        .join('/'),
    );
    if (new Set(plain).size === paths.length && !plain.includes('')) {
      expect(new Set(made).size).toBe(paths.length);
    }
    const order = [...paths.keys()].reverse();
    const turned = outputNames(order.map((i) => paths[i]!));
    expect(order.map((i) => names[i])).toEqual(turned);
  },
);
