import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { disk } from '../../../src/cli/output/layer.js';
import type { FileLayer } from '../../../src/cli/output/layer.js';
import { MANIFEST_NAME, readOutputManifest } from '../../../src/cli/output/manifest.js';
import { OutputFolder } from '../../../src/cli/output/output-folder.js';
import { writeWhole } from '../../../src/cli/output/whole-file.js';
import { Stopped, stopsAfter } from './stopping-layer.js';

type Files = Readonly<Record<string, string>>;

// A run that is stopped takes no leave.
process.setMaxListeners(0);

async function run(home: string, files: Files, layer: FileLayer = disk): Promise<void> {
  const folder = new OutputFolder(home, new Set(), layer);
  for (const [path, text] of Object.entries(files)) folder.put(path, Buffer.from(text), null, 'k');
  await folder.commit(() => 'remove');
}

function filesIn(home: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(home.length + 1);
    if (entry.isFile() && !name.startsWith('.sigmaql')) found[name] = readFileSync(path, 'utf8');
  }
  return found;
}

function hidden(home: string): string[] {
  return readdirSync(home).filter((name) => name.startsWith('.'));
}

const OLD: Files = { 'a.kql': 'old a', 'x/b.kql': 'old b', 'x/y/c.kql': 'same', 'gone/d.kql': 'd' };
const NEW: Files = {
  'a.kql': 'new a, longer',
  'x/b.kql': 'new b',
  'x/y/c.kql': 'same',
  'z/e.kql': 'e',
};

const fresh = (): string => mkdtempSync(join(tmpdir(), 'sigmaql-out-'));

describe('stopped at any call', () => {
  test.each([
    ['a first run', {}],
    ['a run over another', OLD],
  ] as const)('%s leaves each file old or new, and the next run mends it', async (_, old) => {
    for (const half of [false, true]) {
      for (let calls = 0; ; calls++) {
        const home = fresh();
        if (Object.keys(old).length > 0) await run(home, old);
        writeFileSync(join(home, 'mine.txt'), 'mine');
        const layer = stopsAfter(calls, half);
        const stopped = await run(home, NEW, layer).then(
          () => false,
          (error: unknown) => {
            if (!(error instanceof Stopped)) throw error;
            return true;
          },
        );
        const files = filesIn(home);
        expect(files['mine.txt']).toBe('mine');
        for (const [path, text] of Object.entries(files)) {
          if (path === 'mine.txt') continue;
          const known = [(old as Files)[path], NEW[path]];
          expect(known, `${path} after ${calls} calls`).toContain(text);
        }
        // What was there, and is to stay, is never missing.
        for (const path of Object.keys(old)) if (path in NEW) expect(files).toHaveProperty([path]);
        await run(home, NEW);
        expect(filesIn(home)).toEqual({ ...NEW, 'mine.txt': 'mine' });
        expect(hidden(home)).toEqual([MANIFEST_NAME]);
        const manifest = readOutputManifest(readFileSync(join(home, MANIFEST_NAME), 'utf8'))!;
        expect(manifest.complete).toBe(true);
        expect([...manifest.files.keys()].sort()).toEqual(Object.keys(NEW).sort());
        if (!stopped) break;
        expect(calls).toBeLessThan(100);
      }
    }
  });

  test('a larger run that is stopped leaves nothing to a smaller one after it', async () => {
    const large = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`n/${i}.kql`, `${i}`]));
    for (let calls = 0; calls < 60; calls++) {
      const home = fresh();
      await run(home, { 'a.kql': 'a' });
      await run(home, large, stopsAfter(calls, false)).catch(() => undefined);
      await run(home, { 'a.kql': 'a' });
      expect(filesIn(home)).toEqual({ 'a.kql': 'a' });
      expect(existsSync(join(home, 'n'))).toBe(false);
    }
  });

  test('two runs in turn, and then all rules go', async () => {
    for (let first = 0; first < 24; first += 2) {
      for (let second = 0; second < 20; second += 5) {
        const home = fresh();
        await run(home, OLD);
        await run(home, NEW, stopsAfter(first, false)).catch(() => undefined);
        const third = { ...NEW, 'a.kql': 'third' };
        await run(home, third, stopsAfter(second, false)).catch(() => undefined);
        await run(home, {});
        expect(filesIn(home), `${first}, ${second}`).toEqual({});
      }
    }
  });

  test('one file is old or new', async () => {
    for (const half of [false, true]) {
      for (let calls = 0; calls < 6; calls++) {
        const home = fresh();
        const path = join(home, 'q.kql');
        writeFileSync(path, 'old');
        await writeWhole(path, Buffer.from('new'), new Set(), stopsAfter(calls, half)).catch(
          () => undefined,
        );
        expect(['old', 'new']).toContain(readFileSync(path, 'utf8'));
      }
    }
  });
});

test('a run that fails is taken back, with the folders that it made', async () => {
  const home = join(fresh(), 'x/y');
  const failing: FileLayer = {
    ...disk,
    create(path, bytes) {
      if (bytes.length > 20 && !path.includes('lock')) {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      }
      disk.create(path, bytes);
    },
  };
  const folder = new OutputFolder(home, new Set(), failing);
  expect(() => folder.put('a.kql', Buffer.from('x'.repeat(30)), null, 'k')).toThrow('full');
  folder.abandon();
  expect(existsSync(join(home, '..'))).toBe(false);
});

test('what did not change is not written again', async () => {
  const home = fresh();
  await run(home, OLD);
  const layer = stopsAfter(1_000, false);
  await run(home, OLD, layer);
  // The lock alone: made beside, linked, removed beside, removed.
  expect(layer.done()).toBe(4);
});

test('no manifest makes the writer touch what is outside, or what was changed', async () => {
  const outer = fresh();
  const home = join(outer, 'out');
  writeFileSync(join(outer, 'mine.txt'), 'mine');
  await run(home, { 'a.kql': 'a' });
  const text = readFileSync(join(home, MANIFEST_NAME), 'utf8');
  const { hash } = readOutputManifest(text)!.files.get('a.kql')!;
  const entry = JSON.stringify({ hash, source: null, kind: 'k' });
  const names = ['../mine.txt', '/etc/hostname', 'x/../../mine.txt', 'C:\\a', 'b.kql', '__proto__'];
  const files = names.map((n) => `${JSON.stringify(n)}:${entry}`).join(',');
  writeFileSync(join(home, MANIFEST_NAME), `{"version":1,"complete":true,"files":{${files}}}`);
  writeFileSync(join(home, 'b.kql'), 'changed');
  await run(home, {});
  expect(readFileSync(join(outer, 'mine.txt'), 'utf8')).toBe('mine');
  expect(readFileSync(join(home, 'b.kql'), 'utf8')).toBe('changed');
});
