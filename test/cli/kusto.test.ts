import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kustoReader } from '../../src/languages/kusto/read.js';
import type { KustoParser } from '../../src/languages/kusto/syntax.js';

const dist = join(import.meta.dirname, '../../dist');

test('the build carries Microsoft’s parser, which reads queries', () => {
  const require = createRequire(import.meta.url);
  const { loadKusto } = require(join(dist, 'cli/kusto.cjs')) as { loadKusto: () => KustoParser };
  const read = kustoReader(loadKusto());
  expect(read({ path: 'query', text: 'T | where a =~ "b"' }).conditions).toMatchObject([
    { source: 'T', expression: { kind: 'string', field: { text: 'a' }, pattern: ['b'] } },
  ]);
  expect(read({ path: 'query', text: 'T | where' }).problem).not.toBeNull();
});

test('with its notice and licences', () => {
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
