import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Library } from '../src/model/linking/library.js';
import { parse } from '../src/model/parse.js';
import { lower } from '../src/predicate/lower.js';
import { codeFrame } from '../src/source/code-frame.js';
import type { Diagnostic } from '../src/source/diagnostic.js';
import { readLibrary } from './support/read-library.js';

const root = join(dirname(fileURLToPath(import.meta.url)), 'errors');
const RECORD = 'UPDATE_GOLDEN=1 npx vitest run test/errors.test.ts';
const updating = Boolean(process.env['UPDATE_GOLDEN']);

/** What there is to say of a text, whatever it is converted to. */
function diagnosticsOf(library: Library): Diagnostic[] {
  const diagnostics = [...library.diagnostics];
  for (const { content } of library.documents) {
    if (content?.kind !== 'rule') continue;
    for (const condition of content.detection.conditions) {
      // It is a correlation, and its parts are conditions of their own.
      if (condition.aggregation) continue;
      diagnostics.push(...lower(content, condition).diagnostics);
    }
  }
  return diagnostics;
}

function frames(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'nothing to say\n';
  return `${diagnostics.map((d) => codeFrame(d, { colour: false })).join('\n\n')}\n`;
}

const files = readdirSync(root).sort();
const fixtures = files.filter((f) => f.endsWith('.yml'));

describe('bad input is explained', () => {
  test.each(fixtures)('%s', (name) => {
    const text = readFileSync(join(root, name), 'utf8');
    const made = frames(diagnosticsOf(readLibrary(text, { path: name })));
    const path = join(root, name.replace(/\.yml$/, '.txt'));
    if (updating) {
      if (process.env['CI']) throw new Error('Golden files are not recorded in CI.');
      writeFileSync(path, made);
      return;
    }
    expect(existsSync(path), `${path} is missing. Record it: ${RECORD}`).toBe(true);
    expect(made).toBe(readFileSync(path, 'utf8'));
  });

  test('no explanation is left over', () => {
    const texts = files.filter((f) => f.endsWith('.txt'));
    expect(texts.filter((f) => !fixtures.includes(f.replace(/\.txt$/, '.yml')))).toEqual([]);
  });

  test('nothing printed can repaint a terminal', () => {
    for (const name of fixtures) {
      const text = readFileSync(join(root, name), 'utf8');
      const printed = frames(diagnosticsOf(readLibrary(text, { path: name })));

      expect(printed, name).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
      );
    }
  });
});

const HEAD = 'title: A rule\nlogsource:\n    product: windows\n';
const RULE = `${HEAD}detection:\n    selection:\n        Image: a.exe\n    condition: selection\n`;

function codes(input: string | Uint8Array): string[] {
  return diagnosticsOf(readLibrary(input, { path: 'rule.yml' })).map((d) => d.code);
}

function conditionOf(text: string): string {
  return RULE.replace('condition: selection', `condition: ${text}`);
}

/** Runs within a bound that only something worse than linear can break. */
function timed<T>(run: () => T): T {
  const start = performance.now();
  const result = run();
  expect(performance.now() - start).toBeLessThan(10_000);
  return result;
}

describe('input of monstrous size or shape is refused in good time', () => {
  test('10,000 nested parentheses', () => {
    const text = conditionOf(`${'('.repeat(10_000)}selection${')'.repeat(10_000)}`);
    expect(timed(() => codes(text))).toEqual(['condition-too-deep']);
  });

  test('1,000 nested parentheses are fine', () => {
    const text = conditionOf(`${'('.repeat(1_000)}selection${')'.repeat(1_000)}`);
    expect(timed(() => codes(text))).toEqual([]);
  });

  test('100,000 nots and operands', () => {
    expect(timed(() => codes(conditionOf(`${'not '.repeat(100_000)}selection`)))).toEqual([]);
    const operands = `selection${' and selection'.repeat(100_000)}`;
    expect(timed(() => codes(conditionOf(operands)))).toEqual([]);
  });

  test('a bomb of aliases', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++) {
      const before = `*a${i - 1}`;
      lines.push(`a${i}: &a${i} [${Array(10).fill(before).join(', ')}]`);
    }
    expect(timed(() => codes(`${lines.join('\n')}\n${RULE}`))).toContain('alias-bomb');
  });

  test('an alias within its own anchor', () => {
    expect(codes(`a: &a [*a]\n${RULE}`).length).toBeGreaterThan(0);
  });

  test('YAML that nests 100,000 levels', () => {
    const text = `${HEAD}detection: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`;
    expect(timed(() => codes(text))).toContain('yaml-too-deep');
    const block = Array.from({ length: 1_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    expect(timed(() => codes(block))).toContain('yaml-too-deep');
  });

  test('a file of 17 megabytes', () => {
    const text = RULE + '#'.repeat(17 * 1024 * 1024);
    expect(timed(() => codes(text))).toEqual(['file-too-large']);
    expect(codes(new TextEncoder().encode(text))).toEqual(['file-too-large']);
  });

  test('20,000 values, 5,000 identifiers', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => `            - v${i}`).join('\n');
    const long = RULE.replace('Image: a.exe', `Image:\n${values}`);
    expect(timed(() => codes(long))).toEqual([]);
    const many = Array.from({ length: 5_000 }, (_, i) => `    s${i}:\n        Image: ${i}`);
    const wide = `${HEAD}detection:\n${many.join('\n')}\n    condition: 1 of s*\n`;
    expect(timed(() => codes(wide))).toEqual([]);
  });

  test('5,000 names that are not defined', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => `    s${i}:\n        Image: ${i}`);
    const names = Array.from({ length: 5_000 }, (_, i) => `t${i}`).join(' or ');
    const text = `${HEAD}detection:\n${many.slice(0, 50).join('\n')}\n    condition: ${names}\n`;
    expect(timed(() => codes(text)).filter((c) => c === 'undefined-identifier')).toHaveLength(
      5_000,
    );
  });

  test('a regular expression of 100,000 characters or groups', () => {
    const of = (regex: string): string => RULE.replace('Image: a.exe', `Image|re: '${regex}'`);
    expect(timed(() => codes(of('a'.repeat(100_000))))).not.toContain(undefined);
    const deep = timed(() => codes(of(`${'('.repeat(100_000)}a${')'.repeat(100_000)}`)));
    expect(deep).toEqual(['regex-too-deep']);
  });

  test('2,000 repairs of loose YAML', () => {
    const lines = Array.from({ length: 2_000 }, (_, i) => `\t\tf${i}: *x${i}`).join('\n');
    timed(() => codes(`${HEAD}detection:\n\tselection:\n${lines}\n\tcondition: selection\n`));
  });

  test('placeholders that multiply', () => {
    const text = RULE.replace('Image: a.exe', `Image|expand: '${'%a%'.repeat(40)}'`);
    const library = readLibrary(text);
    const rule = library.documents[0]!.content;
    if (rule?.kind !== 'rule') throw new Error('the rule should be read');
    const given = { a: Array.from({ length: 10 }, (_, i) => String(i)) };
    const lowered = timed(() => lower(rule, rule.detection.conditions[0]!, given));
    expect(lowered.diagnostics.map((d) => d.code)).toEqual(['placeholder-too-large']);
  });

  test('N of very many', () => {
    const many = Array.from({ length: 200 }, (_, i) => `    s${i}:\n        Image: ${i}`);
    const text = `${HEAD}detection:\n${many.join('\n')}\n    condition: 100 of s*\n`;
    expect(timed(() => codes(text))).toEqual(['quantifier-too-large']);
  });
});

describe('encodings', () => {
  const unicode = RULE.replace('a.exe', 'ä😀.exe');

  function imageOf(input: string | Uint8Array): unknown {
    const library = readLibrary(input, { path: 'rule.yml' });
    const { diagnostics } = library;
    expect(diagnostics).toEqual([]);
    const { content } = library.documents[0]!;
    if (content?.kind !== 'rule') throw new Error('the rule should be read');
    const [body] = content.detection.identifiers;
    if (body?.body.kind !== 'detection-item') throw new Error('there should be one item');
    const [value] = body.body.values;
    return value?.kind === 'string' ? value.pattern[0] : null;
  }

  function utf16(text: string, bigEndian: boolean): Uint8Array {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
    return bytes;
  }

  test('UTF-8, with and without a byte order mark', () => {
    const encoder = new TextEncoder();
    expect(imageOf(encoder.encode(unicode))).toBe('ä😀.exe');
    expect(imageOf(encoder.encode(`\uFEFF${unicode}`))).toBe('ä😀.exe');
    expect(imageOf(`\uFEFF${unicode}`)).toBe('ä😀.exe');
  });

  test('UTF-16 in both orders, with and without a byte order mark', () => {
    for (const bigEndian of [false, true]) {
      expect(imageOf(utf16(unicode, bigEndian))).toBe('ä😀.exe');
      expect(imageOf(utf16(`\uFEFF${unicode}`, bigEndian))).toBe('ä😀.exe');
    }
  });

  test('a byte order mark at the head of each document, as of files put together', () => {
    for (const [before, after] of [
      '---\n\uFEFF',
      '\uFEFF---\n',
      '...\n\uFEFF',
      '--- # 2\r\n\uFEFF',
    ].map((line) => [`\uFEFF${RULE}${line}`, RULE] as const)) {
      for (const input of [before + after, new TextEncoder().encode(before + after)]) {
        const { documents, diagnostics } = parse(input, { path: 'rule.yml' });
        expect(diagnostics).toEqual([]);
        expect(documents.map((d) => d.heading.title)).toEqual(['A rule', 'A rule']);
      }
    }
    // One within a value is part of it.
    const within = parse(RULE.replace('a.exe', 'a\uFEFF.exe'), { path: 'rule.yml' });
    expect(within.diagnostics.map((d) => d.code)).toEqual(['invisible-character']);
    const latin1 = [...`${RULE}---\n`].map((c) => c.charCodeAt(0));
    const mixed = Uint8Array.from([...latin1, 0xef, 0xbb, 0xbf, ...latin1, 0xe4]);
    const [invalid] = parse(mixed, { path: 'rule.yml' }).diagnostics;
    expect(invalid!.span!.start).toBe(2 * latin1.length);
  });

  test('line ends of Windows count as lines', () => {
    for (const end of ['\r\n', '\n']) {
      const text = conditionOf('selection and nothing').replace(/\n/g, end);
      const [problem] = parse(text, { path: 'rule.yml' }).diagnostics;
      expect(codeFrame(problem!, { colour: false })).toContain('rule.yml:7:30');
    }
  });

  test('Latin-1, binary files and NUL are refused with a reason', () => {
    const latin1 = Uint8Array.from([...RULE.replace('a.exe', 'ä.exe')].map((c) => c.charCodeAt(0)));
    expect(codes(latin1)).toEqual(['invalid-encoding']);
    expect(codes(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]))).toContain(
      'binary-file',
    );
    expect(codes(`${RULE}\0`)).toEqual(['binary-file']);
  });
});
