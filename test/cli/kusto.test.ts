import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* What the build carries of Microsoft's parser; that the command reads queries by it, catalog.test.ts says. */

const dist = join(import.meta.dirname, '../../dist');

test('the parser comes with its notice and licences', () => {
  expect(readFileSync(join(dist, 'kusto/NOTICE.txt'), 'utf8')).toMatch(/Microsoft Corporation/);
  expect(readFileSync(join(dist, 'kusto/LICENSE-APACHE.txt'), 'utf8')).toMatch(/Apache License/);
});

test('nothing but its loader knows where it lies, so nothing else loads it', () => {
  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.c?js$/.test(name) && !name.startsWith('kusto/'));
  const knowing = scripts.filter((name) =>
    readFileSync(join(dist, name), 'utf8').includes('Kusto.Language.Bridge'),
  );
  expect(knowing).toEqual(['cli/kusto.cjs']);
});
