import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

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
  ['src/convert/', 5],
  ['src/match/', 5],
  ['src/languages/', 5],
  ['src/catalog/', 5],
  ['src/report/', 5],
  ['src/cli/', 6],
  ['src/', 5],
];

const MAX_LINES = 400;

interface Source {
  readonly path: string;
  readonly floor: number;
  readonly lines: number;
  /** As written. */
  readonly specifiers: readonly string[];
  /** The files of ours among them. */
  readonly imports: readonly string[];
}

function floorOf(path: string): number {
  const found = floors.find(([prefix]) => path.startsWith(prefix));
  if (!found) throw new Error(`${path} is on no floor`);
  return found[1];
}

function read(folder: string): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return read(path);
    if (!entry.name.endsWith('.ts') || entry.name.includes('.generated.')) return [];
    const text = readFileSync(join(root, path), 'utf8');
    const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
    const specifiers = [...found].map((m) => m[1]!);
    const imports = specifiers
      .filter((s) => s.startsWith('.') && !s.endsWith('.json'))
      .map((s) => posix.join(folder, s).replace(/\.js$/, '.ts'));
    return [
      { path, floor: floorOf(path), lines: text.split('\n').length - 1, specifiers, imports },
    ];
  });
}

const files = [...read('src'), ...read('backends')];

/** `file -> import` for each import that breaks a rule. */
function breaches(breaks: (file: Source, imported: string) => boolean): readonly string[] {
  return files.flatMap((file) =>
    file.imports.filter((i) => breaks(file, i)).map((i) => `${file.path} -> ${i}`),
  );
}

test('files import only from their own floor and those below', () => {
  expect(breaches((file, imported) => floorOf(imported) > file.floor)).toEqual([]);
});

test('files import in no circle, not even types', () => {
  expect(circles(new Map(files.map((f) => [f.path, f.imports])))).toEqual([]);
});

test('no file below the command imports a Node module', () => {
  const found = files.filter((f) => f.floor < 6 && f.specifiers.some((s) => isBuiltin(s)));
  expect(found.map((f) => f.path)).toEqual([]);
});

test('no file is longer than 400 lines, data apart', () => {
  const long = files.filter((f) => f.lines > MAX_LINES && !/\.data\.ts$|\/data\//.test(f.path));
  expect(long.map((f) => `${f.path}: ${f.lines}`)).toEqual([]);
});

test('a backend imports the contract of backends and nothing else', () => {
  const foreign = files
    .filter((f) => f.path.startsWith('backends/'))
    .flatMap((file) => {
      const home = `${file.path.split('/').slice(0, 2).join('/')}/`;
      const packages = file.specifiers.filter((s) => !s.startsWith('.'));
      const others = file.imports.filter((i) => !i.startsWith(home));
      return [...packages, ...others.filter((i) => !i.startsWith('src/backend/'))].map(
        (i) => `${file.path} -> ${i}`,
      );
    });
  expect(foreign).toEqual([]);
});

test('no backend holds a schema', () => {
  const schemas = readdirSync(join(root, 'backends'), { recursive: true }).filter((path) =>
    /schema|pipelines?[/.]|\.yml$/.test(String(path)),
  );
  expect(schemas).toEqual([]);
});

test('only the command and the top of the library know a concrete backend', () => {
  const rooms =
    /^src\/(?:source|model|pipeline|schemas|store|predicate|plan|backend|match|languages|catalog|report)\//;
  expect(
    breaches((file, imported) => rooms.test(file.path) && imported.startsWith('backends/')),
  ).toEqual([]);
});

test('a circle is found whatever leads to it', () => {
  const graph = { a: ['b'], b: ['c'], c: ['d', 'e'], d: ['b'], e: ['e'], f: [] };
  expect(circles(new Map(Object.entries(graph)))).toEqual([['b', 'c', 'd'], ['e']]);
});

/** The strongly connected components that are circles (Tarjan, 1972), each in order of name. */
function circles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const path: string[] = [];
  const visit = (node: string): void => {
    const at = index.size;
    index.set(node, at);
    low.set(node, at);
    path.push(node);
    const next = graph.get(node) ?? [];
    for (const to of next) {
      if (!index.has(to)) visit(to);
      if (path.includes(to)) low.set(node, Math.min(low.get(node)!, low.get(to)!));
    }
    if (low.get(node) !== at) return;
    const component = path.splice(path.indexOf(node)).sort();
    if (component.length > 1 || next.includes(node)) found.push(component);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}
