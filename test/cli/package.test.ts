import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test('the library imports only packages that come with it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const dist = join(root, 'dist');
  const modules = [
    ...readdirSync(dist).filter((name) => name.endsWith('.js') && name !== 'cli.js'),
    ...readdirSync(join(dist, 'shared')).map((name) => `shared/${name}`),
  ];
  const imported = modules.flatMap((name) => {
    const text = readFileSync(join(dist, name), 'utf8');
    const found = text.matchAll(/^(?:import|export)\b[^'"\n]*["']([^."'][^"']*)["']/gm);
    return [...found].map((m) => m[1]!);
  });
  expect(modules).toContain('index.js');
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
});

test('the scripts of the command are ASCII, as its loader reads them', () => {
  const cli = join(root, 'dist/cli');
  const scripts = readdirSync(cli).filter((name) => name.endsWith('.cjs'));
  expect(scripts).toContain('main.cjs');
  const others = scripts.filter((name) => /[^\0-\x7f]/.test(readFileSync(join(cli, name), 'utf8')));
  expect(others).toEqual([]);
});
