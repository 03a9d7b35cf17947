import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { disk } from '../../../src/cli/output/layer.js';
import type { FileLayer } from '../../../src/cli/output/layer.js';
import { publishCommand } from '../../../src/cli/publish/publish.js';
import { UsageError } from '../../../src/cli/usage-error.js';
import { GOOD } from '../../cli/command.js';
import { Stopped, stopsAfter } from './stopping-layer.js';

// A run that is stopped takes no leave.
process.setMaxListeners(0);
vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
vi.spyOn(process.stdout, 'write').mockImplementation(() => true);

afterAll(() => {
  vi.restoreAllMocks();
});

const whole: FileLayer = { ...disk };
afterEach(() => {
  Object.assign(disk, whole);
});

const rule = (id: string, image: string): string =>
  GOOD.replace('6d0a3f0e', id).replace('whoami', image);
/** One rule stays, one changes, one goes, and one is new. */
const OLD = {
  'a.yml': rule('1d0a3f0e', 'same'),
  'b.yml': rule('2d0a3f0e', 'one'),
  'c.yml': rule('3d0a3f0e', 'gone'),
};
const NEW = {
  'a.yml': OLD['a.yml'],
  'b.yml': rule('2d0a3f0e', 'two'),
  'sub/d.yml': rule('4d0a3f0e', 'new'),
};
const LATER = { 'a.yml': OLD['a.yml'], 'b.yml': rule('2d0a3f0e', 'three') };

type Rules = Readonly<Record<string, string>>;

/** One publishing of rules into a folder; what it threw, or its exit status. */
async function publish(out: string, rules: Rules, layer: FileLayer = whole): Promise<unknown> {
  rmSync(HOME, { recursive: true, force: true });
  for (const [name, text] of Object.entries(rules)) {
    mkdirSync(join(HOME, name, '..'), { recursive: true });
    writeFileSync(join(HOME, name), text);
  }
  Object.assign(disk, layer);
  try {
    const target = ['kql', 'splunk'];
    const format = ['splunk=splunk_app'];
    return await publishCommand([HOME], { output: out, target, format, config: CONFIG });
  } catch (error) {
    return error;
  } finally {
    Object.assign(disk, whole);
  }
}

const fresh = (): string => mkdtempSync(join(tmpdir(), 'sigmaql-publish-'));
/** Where the rules of each run are, since a manifest names them. */
const HOME = join(fresh(), 'rules');
const CONFIG = join(fresh(), 'empty.yml');
writeFileSync(CONFIG, '{}\n');

function filesIn(out: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(out.length + 1);
    if (entry.isFile()) found[name] = readFileSync(path, 'utf8');
  }
  return found;
}

/** Without what says how it came to be: the changes of the last run. */
function published(out: string): Record<string, string> {
  const files = Object.entries(filesIn(out));
  return Object.fromEntries(files.filter(([f]) => !/^changes|^\.sigmaql-output/.test(f)));
}

/** A folder that these rules were published into. */
async function after(rules: Rules): Promise<string> {
  const out = fresh();
  expect(await publish(out, rules)).toBe(0);
  return out;
}

function copy(out: string): string {
  const other = fresh();
  cpSync(out, other, { recursive: true });
  writeFileSync(join(other, 'mine.txt'), 'mine');
  return other;
}

/** Each file is as it was or as it is to be, and none that stays is missing. */
function expectOldOrNew(out: string, old: string, made: string, when: string): void {
  const [is, was, willBe] = [published(out), published(old), published(made)];
  for (const [path, text] of Object.entries(is)) {
    if (path === 'mine.txt' || path.startsWith('.sigmaql')) continue;
    expect([was[path], willBe[path]], `${path} ${when}`).toContain(text);
  }
  for (const path of Object.keys(was)) if (path in willBe) expect(is).toHaveProperty([path]);
}

test('killed at any call or within it, publish leaves a state that the next run completes', async () => {
  const [old, made, later] = [await after(OLD), await after(NEW), await after(LATER)];
  for (let calls = 0; ; calls++) {
    const when = `after ${calls} calls`;
    const out = copy(old);
    const end = await publish(out, NEW, stopsAfter(calls, true));
    expectOldOrNew(out, old, made, when);
    // The next run has the same rules, or others.
    const [rules, expected] = calls % 2 === 0 ? ([NEW, made] as const) : ([LATER, later] as const);
    expect(await publish(out, rules), when).toBe(0);
    expect(published(out), when).toEqual({ ...published(expected), 'mine.txt': 'mine' });
    if (calls % 8 === 0) {
      const before = filesIn(out);
      expect(await publish(out, rules)).toBe(0);
      expect(filesIn(out)).toEqual(before);
    }
    if (end === 0) break;
    expect(calls).toBeLessThan(100);
  }
});

test.each(['ENOSPC', 'EROFS'])('%s at any call is an error, and nothing is lost', async (code) => {
  const [old, made] = [await after(OLD), await after(NEW)];
  for (let calls = 0; ; calls++) {
    const out = copy(old);
    let done = 0;
    const failing = Object.fromEntries(
      Object.entries(whole).map(([name, call]: [string, (...args: never[]) => unknown]) => [
        name,
        (...args: never[]) => {
          // A full disk lets files be removed.
          const isLeft = code === 'ENOSPC' && name.startsWith('remove');
          if (done++ < calls || isLeft) return call(...args);
          throw Object.assign(new Error(code), { code });
        },
      ]),
    ) as unknown as FileLayer;
    const end = await publish(out, NEW, failing);
    if (end instanceof Error) {
      expect(end).toBeInstanceOf(UsageError);
      expect(end.message).toContain(code);
    }
    expectOldOrNew(out, old, made, `after ${calls} calls`);
    if (code === 'ENOSPC') expect(Object.keys(filesIn(out)).join()).not.toMatch(/staging|lock/);
    expect(await publish(out, NEW)).toBe(0);
    expect(published(out)).toEqual({ ...published(made), 'mine.txt': 'mine' });
    if (end === 0) break;
    expect(calls).toBeLessThan(100);
  }
});

test('what a stopped run wrote is not taken for a change by hand; a change by hand is', async () => {
  const old = await after(OLD);
  for (let calls = 0; calls < 40; calls += 7) {
    const out = copy(old);
    const end = await publish(out, NEW, stopsAfter(calls, false));
    if (!(end instanceof Stopped)) continue;
    writeFileSync(join(out, 'kql/b.kql'), 'mine');
    expect(await publish(out, LATER)).toBe(1);
    expect(filesIn(out)['kql/b.kql']).toBe('mine');
  }
});
