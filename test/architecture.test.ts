import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** From the bottom: a file may import from its own floor and the floors below it. */
const floors: readonly (readonly [prefix: string, floor: number])[] = [
  ['src/source/', 0],
  ['src/model/', 1],
  ['src/pipeline/', 2],
  ['src/schemas/', 2],
  ['src/store/', 2],
  ['src/predicate/', 3],
  ['src/plan/', 4],
  ['src/backend/', 4],
  ['backends/', 4],
  ['src/lint/', 5],
  ['src/match/', 5],
  ['src/catalog/', 5],
  ['src/languages/', 5],
  ['src/cli/', 6],
  ['src/', 5],
];

function floorOf(file: string): number {
  const found = floors.find(([prefix]) => file.startsWith(prefix));
  if (!found) throw new Error(`${file} stands on no floor`);
  return found[1];
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.ts$/.test(entry.name) && !/\.generated\./.test(entry.name) ? [path] : [];
  });
}

const files = [...sources('src'), ...sources('backends')];

test('no schema is in the folder of a backend', () => {
  const found = readdirSync(join(root, 'backends'), { recursive: true, encoding: 'utf8' });
  expect(found.filter((f) => /\.yml$|\.data\.ts$|pipelines/.test(f))).toEqual([]);
});

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map((m) => m[1]!);
}

function resolve(file: string, specifier: string): string | null {
  return specifier.startsWith('.') && !specifier.endsWith('.json')
    ? posix.join(posix.dirname(file), specifier)
    : null;
}

describe.each(files)('%s', (file) => {
  const imports = importsOf(file);

  test('imports only from its own floor and those below', () => {
    const upward = imports.filter((i) => {
      const target = resolve(file, i);
      return target !== null && floorOf(target) > floorOf(file);
    });
    expect(upward).toEqual([]);
  });

  test.runIf(floorOf(file) < 6)('imports no Node module', () => {
    expect(imports.filter((i) => isBuiltin(i))).toEqual([]);
  });

  test.runIf(file.startsWith('backends/'))('imports the backend contract and nothing else', () => {
    const home = file.split('/').slice(0, 2).join('/') + '/';
    const foreign = imports.filter((i) => {
      const target = resolve(file, i);
      return target === null || !(target.startsWith(home) || target.startsWith('src/backend/'));
    });
    expect(foreign).toEqual([]);
  });

  test.runIf(
    /^src\/(lint|match|catalog|languages|predicate|model|source|pipeline|schemas|store)\//.test(
      file,
    ),
  )('knows no concrete backend', () => {
    expect(imports.filter((i) => resolve(file, i)?.startsWith('backends/'))).toEqual([]);
  });
});
