import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBackends } from '../src/cli/backends.js';
import { codeTables } from '../src/cli/code-tables.js';
import type { CodeTable } from '../src/cli/code-tables.js';
import { record, updating } from './golden-files.js';

const root = join(import.meta.dirname, '..');
const tables = codeTables(await loadBackends([]));
const all = tables.flatMap((t) => Object.entries(t.entries).map((e) => [t.title, ...e] as const));

/** docs/codes.md; UPDATE_GOLDEN=1 writes it. */
function documentOf(found: readonly CodeTable[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
  const lines = [
    '# Codes',
    '',
    'Every code that a diagnostic may have, and its message; a name in braces is filled in. A message in lower',
    'case is an approximation: it follows "May match more than the rule:" or "May miss what the rule matches:",',
    'and `--strict` makes it an error. `sigmaql list codes --json` gives the same as JSON. Written by',
    '`test/codes.test.ts`.',
  ];
  for (const { title, entries } of found) {
    lines.push(
      '',
      `## ${title}`,
      '',
      '| code | severity | message | since |',
      '| --- | --- | --- | --- |',
    );
    for (const [code, { severity, message, help, since }] of Object.entries(entries)) {
      const text = help === undefined ? message : `${message} Help: ${help}`;
      lines.push(`| \`${code}\` | ${severity} | ${cell(text)} | ${since} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

test('docs/codes.md lists every code', () => {
  const document = documentOf(tables);
  const path = join(root, 'docs/codes.md');
  if (updating) record(join(root, 'docs'), [{ path: 'codes.md', text: document }]);
  expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(document);
});

test('no code is in two tables', () => {
  const names = all.map(([, code]) => code);
  expect(names.filter((n, i) => names.indexOf(n) < i)).toEqual([]);
});

test('every table of codes is listed', () => {
  const listed = readFileSync(join(root, 'src/cli/code-tables.ts'), 'utf8');
  const files = ['src', 'backends'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((f) => /\.ts$/.test(f))
      .map((f) => join(folder, f)),
  );
  const withTable = files.filter((f) =>
    /= defineCodes\(/.test(readFileSync(join(root, f), 'utf8')),
  );
  const missing = withTable.filter((file) => {
    if (file.startsWith('backends/')) {
      const index = readFileSync(join(root, file, '../index.ts'), 'utf8');
      return !/^ {2}codes,$/m.test(index);
    }
    const name = file.replace(/^src\//, '').replace(/\.ts$/, '.js');
    return !listed.includes(file === 'src/cli/codes.ts' ? "'./codes.js'" : `'../${name}'`);
  });
  expect(missing).toEqual([]);
});

/** Habits of translated English. */
const HABITS =
  /\ba text\b|\btexts\b|\bblanks?\b|\bis no [a-z]+\.|\bin its stead\b|\bheeds?\b|\bdear\b|\bstands? (?:here|in|at|beside|for)\b|\basks? for\b|\bis told\b|\bof its own\b/i;

describe.each(all)('%s: %s', (title, _, { message, help = '' }) => {
  test('is plain English', () => {
    expect(`${message} ${help}`).not.toMatch(HABITS);
  });

  test.runIf(title !== 'Command')('names no flag of the command', () => {
    expect(`${message} ${help}`).not.toMatch(/(?:^|[\s`(])-{1,2}[a-zA-Z]/);
  });
});
