import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { version } from '../package.json';
import { loadBackends } from '../src/cli/backends.js';
import { codeTables } from '../src/cli/code-tables.js';
import type { CodeTable } from '../src/cli/code-tables.js';
import { record, updating } from './support/golden-files.js';

const root = join(import.meta.dirname, '..');
const backends = await loadBackends([]);
const tables = codeTables(backends);
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

test('no code is of a version to come', () => {
  const isLater = (since: string): boolean =>
    since.localeCompare(version, 'en', { numeric: true }) > 0;
  expect(all.filter(([, , { since }]) => isLater(since)).map(([, code]) => code)).toEqual([]);
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
  /\ba text\b|\btexts\b|\bblanks?\b|(?<!there )\bis no (?!longer\b)|\bwhat goes after\b|\bof yours\b|\bin its stead\b|\bheeds?\b|\bdear\b|\bstands? (?:here|in|at|beside|for)\b|\basks? for\b|\bis told\b|\bof its own\b/i;

describe.each(all)('%s: %s', (title, _, { message, help = '' }) => {
  test('is plain English', () => {
    expect(`${message} ${help}`).not.toMatch(HABITS);
  });

  test.runIf(title !== 'Command')('names no flag of the command', () => {
    expect(`${message} ${help}`).not.toMatch(/(?:^|[\s`(])-{1,2}[a-zA-Z]/);
  });
});

describe('plain English', () => {
  const documents = readdirSync(join(root, 'docs')).map((name) => `docs/${name}`);

  test.each(['README.md', 'CONTRIBUTING.md', ...documents])('in %s', (path) => {
    const prose = readFileSync(join(root, path), 'utf8').replace(/^```.*?^```|`[^`\n]*`/gms, '');
    expect(habitsIn(prose)).toEqual([]);
  });

  test('in the help of the command', () => {
    expect(habitsIn(readFileSync(join(root, 'src/cli/main.ts'), 'utf8'))).toEqual([]);
  });

  const written = backends.flatMap(({ name, options, formats }) =>
    [...options, ...formats].map((o) => [`${name} ${o.name}`, o.description] as const),
  );
  test.each(written)('in the description of %s', (_, description) => {
    expect(habitsIn(description)).toEqual([]);
  });

  const schemas = readdirSync(join(root, 'src/schemas'), { recursive: true, encoding: 'utf8' });
  test.each(schemas.filter((f) => f.endsWith('.yml')))('in the notes of %s', (path) => {
    const lines = readFileSync(join(root, 'src/schemas', path), 'utf8').split('\n');
    expect(
      habitsIn(lines.filter((l) => /^\s+(?:- )?(?:note|refuse|name): /.test(l)).join('\n')),
    ).toEqual([]);
  });
});

function habitsIn(prose: string): string[] {
  return prose.split('\n').filter((line) => HABITS.test(line));
}

test('the name of a source, which may be a plural, is never the subject of a verb', () => {
  const verb =
    /(?<!list for )\{(?:source|events|others)\}(?:,? which)? (?:only )?(?:has|have|is|are|holds|stores)\b/;
  expect(all.filter(([, , { message }]) => verb.test(message))).toEqual([]);
});
