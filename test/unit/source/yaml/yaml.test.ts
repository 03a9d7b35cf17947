import { describe, expect, test } from 'vitest';
import { fileTooLarge } from '../../../../src/source/decode.js';
import { MAX_FILE_SIZE } from '../../../../src/source/limits.js';
import type { YamlMap, YamlNode, YamlScalar } from '../../../../src/source/yaml/node.js';
import { spanWithin } from '../../../../src/source/offset-map.js';
import { readYaml } from '../../../../src/source/yaml/yaml.js';
import type { YamlDocument } from '../../../../src/source/yaml/yaml.js';
import { applyEdits } from '../../../support/apply-edits.js';

function read(text: string): readonly YamlDocument[] {
  return readYaml({ path: 'test.yml', text });
}

function plain(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries(node.entries.map((e) => [e.key.text, plain(e.value)]));
  }
}

function codes(text: string): string[] {
  return read(text).flatMap((d) => d.diagnostics.map((x) => x.code));
}

test('a block is mapped where carriage returns alone end the lines', () => {
  const text = 'a: >\r  one two\r  three\r';
  const [document] = read(text);
  const [entry] = (document!.root as YamlMap).entries;
  const { start, end } = spanWithin(entry!.value as YamlScalar, 8, 13);
  expect(text.slice(start, end)).toBe('three');
});

/** The text with all fixes made. */
function repaired(text: string): string {
  const edits = read(text).flatMap((d) => d.diagnostics.flatMap((x) => x.fix?.edits ?? []));
  return applyEdits(
    text,
    edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  );
}

function valueOf(text: string): unknown {
  const [document] = read(text);
  return document?.root ? plain(document.root) : undefined;
}

function scalars(node: YamlNode): YamlScalar[] {
  if (node.kind === 'scalar') return [node];
  return node.kind === 'list'
    ? node.items.flatMap(scalars)
    : node.entries.flatMap((e) => scalars(e.value));
}

describe('values that strict YAML refuses or misreads, and a person does not', () => {
  test.each<[string, string, unknown]>([
    ['a wildcard', 'a: *\\evil.exe', '*\\evil.exe'],
    ['a wildcard with spaces', 'a: *foo* bar', '*foo* bar'],
    ['a lone wildcard', 'a: *', '*'],
    ['a percent sign', 'a: %TEMP%\\x', '%TEMP%\\x'],
    ['an at sign', 'a: @echo', '@echo'],
    ['a backtick', 'a: `x`', '`x`'],
    ['a comma', 'a: ,x', ',x'],
    ['an ampersand', 'a: & calc', '& calc'],
    ['an entity', 'a: &lt;script', '&lt;script'],
    ['an exclamation mark', 'a: !important', '!important'],
    ['a pipe', 'a: | findstr x', '| findstr x'],
    ['a redirection', 'a: > out.txt', '> out.txt'],
    ['a type in brackets', 'a: [System.Net]::Foo', '[System.Net]::Foo'],
    ['a colon', 'a: b: c', 'b: c'],
    ['a quote within', "a: *it's", "*it's"],
    ['an apostrophe', "a: 'It's so'", "It's so"],
    ['backslashes in double quotes', 'a: "C:\\Windows\\System32"', 'C:\\Windows\\System32'],
    ['a path with what could be a tab', 'a: "C:\\Windows\\temp\\new"', 'C:\\Windows\\temp\\new'],
    ['a word after what could be a bell', 'a: "x\\cmd\\all"', 'x\\cmd\\all'],
    ['a path that ends in a backslash', 'a: "C:\\Dir\\"', 'C:\\Dir\\'],
  ])('%s', (_, text, value) => {
    expect(valueOf(`${text}\n`)).toEqual({ a: value });
    expect(codes(`${text}\n`)).toHaveLength(1);
    expect(read(`${text}\n`)[0]!.diagnostics[0]!.severity).toBe('warning');
    const list = `- ${text.slice(3)}\n`;
    if (!text.includes('b: c')) expect(valueOf(list)).toEqual([value]);
    const indented = `x:\n\t${text}\n\tz: 1\n`;
    expect(valueOf(indented)).toEqual({ x: { a: value, z: 1 } });
    expect(valueOf(repaired(indented))).toEqual({ x: { a: value, z: 1 } });
    expect(codes(repaired(indented))).toEqual([]);
  });

  test.each<[string, string]>([
    ['all by tabs', 'a:\n\tb: 1\n\tc:\n\t\td: 2\n'],
    ['tabs below spaces', 'a:\n  b: 1\n  c:\n\td: 2\n'],
    ['a tab after a dash', 'a:\n  b: 1\n  c:\n    \td: 2\n'],
    ['carriage returns alone', 'a:\r  b: 1\r  c:\r    d: 2\r'],
    ['a zero-width space', 'a:\n\u200b  b: 1\n  c:\n    d: 2\n'],
  ])('indentation: %s', (_, text) => {
    expect(valueOf(text)).toEqual({ a: { b: 1, c: { d: 2 } } });
  });

  test('no-break spaces as indentation are named', () => {
    const text = 'a:\n\u00a0\u00a0b: 1\n\u00a0\u00a0c: 2\n';
    expect(valueOf(text)).toEqual({ a: { b: 1, c: 2 } });
    expect(codes(text)).toEqual(['yaml-repaired-no-break-space', 'yaml-repaired-no-break-space']);
  });

  test('one item that knows no escapes speaks for its list', () => {
    const list = 'a:\n  - "\\net.exe"\n  - "\\cmd.exe"\n  - "\\\\ok.exe"\n  - "\\tar.exe" # x\n';
    expect(valueOf(`${list}b: "\\n"\n`)).toEqual({
      a: ['\\net.exe', '\\cmd.exe', '\\ok.exe', '\\tar.exe'],
      b: '\n',
    });
    expect(codes(list)).toEqual(Array(3).fill('yaml-repaired-backslash'));
  });

  test('the same in brackets, where a quote after a backslash ends an item', () => {
    const list = 'a: ["\\net.exe", "\\cmd.exe", "\\tar\\", \'x, y\', z] # "\\q"\n';
    expect(valueOf(list)).toEqual({ a: ['\\net.exe', '\\cmd.exe', '\\tar\\', 'x, y', 'z'] });
    expect(codes(list)).toEqual(['yaml-repaired-backslash']);
    expect(codes(repaired(list))).toEqual([]);
  });

  test.each(['a: ["\\q", {b: 1}]\n', 'a: ["\\q" "x"]\n', 'a: ["x \\"y\\" \\q"]\n'])(
    'a list that may be read otherwise is not repaired: %s',
    (list) => {
      expect(codes(list)).not.toContain('yaml-repaired-backslash');
    },
  );

  test('the same where tabs indent the list', () => {
    const list = 'a:\n\t- "\\net.exe"\n\t- "C:\\Windows"\n\t- "\\tar.exe"\n';
    expect(valueOf(list)).toEqual({ a: ['\\net.exe', 'C:\\Windows', '\\tar.exe'] });
    expect(codes(repaired(list))).toEqual([]);
  });

  test.each<[string, string, unknown]>([
    ['a quote', "a: '\\pot.exe\nb: 'x'\n", { a: '\\pot.exe', b: 'x' }],
    ['quotes of items', "a:\n  - 'x\n  - \"y\n  - 'z'\n", { a: ['x', 'y', 'z'] }],
    [
      'a double quote of a path',
      'a:\n  b: "C:\\temp\\pot\nc: 1\n',
      { a: { b: 'C:\\temp\\pot' }, c: 1 },
    ],
    ['a quote in a map of a list', "a:\n  - b: 'x\n    c: 'y'\n", { a: [{ b: 'x', c: 'y' }] }],
    ['a list', "a: ['x', y\nb: [1, 2\n", { a: ['x', 'y'], b: [1, 2] }],
    ['a map', "a: {b: x, c: 'y'\nd: 1\n", { a: { b: 'x', c: 'y' }, d: 1 }],
    ['a quote beside a block scalar', "a: |\n  it's 'so\nb: 'x\n", { a: "it's 'so\n", b: 'x' }],
  ])('what is not closed at the end of its line: %s', (_, text, value) => {
    expect(valueOf(text)).toEqual(value);
    const indented = text.replace(/^/gm, '\t').trimEnd().replaceAll('\t  ', '\t\t');
    expect(valueOf(`x:\n${indented}\n`)).toEqual({ x: value });
    for (const { code } of read(text)[0]!.diagnostics) {
      expect(code).toMatch(/^yaml-repaired-unclosed/);
    }
  });

  test.each<[string, string, unknown]>([
    ['a string', "a: 'b\nc, d\n\ne'\nf: 1\n", { a: 'b c, d\ne', f: 1 }],
    ['one with an apostrophe', "a: 'it''s\nso' # x\nf: 1\n", { a: "it's so", f: 1 }],
    ['one with escapes', 'a: "b \\"c\\"\nd"\nf: 1\n', { a: 'b "c" d', f: 1 }],
    ['an item', 'a:\n  - "b\nc\n    d"\nf: 1\n', { a: ['b c d'], f: 1 }],
  ])('the lines of a quoted string are too near the margin: %s', (_, text, value) => {
    expect(valueOf(text)).toEqual(value);
    expect(codes(text)).toEqual(['yaml-repaired-quoted-indent']);
  });

  test('dashes without a space after them are told', () => {
    expect(codes('a:\n  -b\n  -c\n')).toEqual(['yaml-dash-without-space']);
    expect(codes('a: -b\n  c\n')).toEqual([]);
    expect(codes('a: -b\n')).toEqual([]);
  });

  test('a list below a value is told at its dash', () => {
    const [{ diagnostics }] = read("a: 'x'\n  - 'y'\n") as [YamlDocument];
    expect(diagnostics.map((d) => [d.code, d.span!.start])).toEqual([['yaml-list-after-value', 9]]);
  });

  test('the place of a repaired value is that in the file', () => {
    const text = 'a: 1\nb: %it\'s: x\nc: "C:\\Windows\\tmp"\n';
    const [, b, c] = scalars(read(text)[0]!.root!);
    for (const scalar of [b!, c!]) {
      for (let i = 0; i < scalar.text.length; i++) {
        const { start, end } = spanWithin(scalar, i, i + 1);
        expect(text.slice(start, end)).toBe(scalar.text[i]);
      }
    }
    expect(b!.style).toBe('plain');
  });
});

describe('what has no plain reading is refused', () => {
  test.each<[string, string, string]>([
    ['an escape beside a backslash that is none', 'a: "\\d+\\n"', 'yaml-escape'],
    ['text after a quote', "a: 'b' c", 'yaml-after-quote'],
    ['a quote that could end the value', "a: 'b', 'c'", 'yaml-after-quote'],
    ['a dash on the line of a name', 'a: - b', 'yaml-unexpected'],
    ['a value that goes on', 'a: %b\n  c', 'yaml-unquoted-start'],
    [
      'tabs that could be one level or two',
      'a:\n    b: x\n\tc: 1\n        d: 2\n',
      'yaml-tab-indent',
    ],
    ['a quote before what may be a comment', "a: 'b # c\nd: 'e'", 'yaml-unclosed-single-quote'],
    [
      'a quote that closes after what may be a key',
      "a: 'b\nc: d\ne'\n",
      'yaml-unclosed-single-quote',
    ],
    ['a quote before a deeper line', "a: 'b\n  c: d", 'yaml-unclosed-single-quote'],
    ['a list of what may be more', "a: [b', c\nd: 1", 'yaml-unclosed-bracket'],
    ['a tag', 'a: !foo bar', 'yaml-tag'],
    ['binary data', 'a: !!binary aGk=', 'yaml-tag'],
    ['a number that is none', 'a: !!int x', 'yaml-tag'],
    ['an alias within its anchor', 'a: &a [*a]', 'cyclic-alias'],
    ['a merge of no map', '<<: 3', 'yaml-merge'],
    ['a key twice', 'a: 1\na: 2', 'duplicate-key'],
    ['a list as a key', '? [a]\n: b', 'yaml-key'],
  ])('%s', (_, text, code) => {
    expect(codes(text)).toContain(code);
    expect(read(text).map((d) => d.root)).toEqual([null]);
  });

  test('an unclosed quote or bracket is shown where it opens', () => {
    for (const text of ["a: 1\nb: 'x\nc: 2\n", 'a: 1\nb: "x\nc: 2\n', 'a: 1\nb: [x\nc: 2\n']) {
      expect(read(text)[0]!.diagnostics[0]!.span!.start).toBe(text.indexOf('b: ') + 3);
    }
  });
});

describe('documents', () => {
  test('a broken one takes nothing from the others', () => {
    const text = "a: 'x' y\n---\na: %x\n---\na: 'open # x\n---\n# nothing\n---\na: 1\n";
    const documents = read(text);
    expect(documents.map((d) => d.root && plain(d.root))).toEqual([
      null,
      { a: '%x' },
      null,
      { a: 1 },
    ]);
    for (const { span, diagnostics } of documents) {
      for (const d of diagnostics) expect(d.span!.start).toBeGreaterThanOrEqual(span.start);
    }
    expect(documents[3]!.span.start).toBe(text.lastIndexOf('a: 1'));
  });

  test('a broken one still tells its names', () => {
    const [document] = read("title: T\na: 'x' y\n");
    expect(plain(document!.partial!)).toMatchObject({ title: 'T' });
  });

  test('markers, directives and comments around them', () => {
    expect(
      read('%YAML 1.2\n# c\n---\na: 1\n...\n# d\n---\nb: 2\n...\n').map((d) => plain(d.root!)),
    ).toEqual([{ a: 1 }, { b: 2 }]);
    expect(read('---\n---\n\n---\n')).toEqual([]);
    expect(plain(read('a: |\n  x\n  --- y\n')[0]!.root!)).toEqual({ a: 'x\n--- y\n' });
  });

  test('a file that is hardly over the limit is not said to have its size', () => {
    const { message } = fileTooLarge(MAX_FILE_SIZE + 1, 'a.yml');
    expect(message).toContain('is 16.1 MiB; the limit is 16 MiB');
  });

  test('one beyond the limit is refused unread, its neighbours are not', () => {
    const documents = read(`a: [1]\n---\n${'- [x]\n'.repeat(200_000)}---\nb: [2]\n`);
    expect(documents.map((d) => d.root !== null)).toEqual([true, false, true]);
    expect(documents[1]!.diagnostics[0]!.code).toBe('document-too-large');
  });
});

describe('aliases', () => {
  test('stand for what is anchored; merged keys give way to own ones', () => {
    const text = 'x: &x {a: 1, b: 2}\ny: *x\nz:\n  <<: *x\n  b: 3\n';
    expect(valueOf(text)).toEqual({ x: { a: 1, b: 2 }, y: { a: 1, b: 2 }, z: { b: 3, a: 1 } });
  });

  test('cannot nest without end', () => {
    const lines = ['- &a0 [x]'];
    for (let i = 1; i < 1_000; i++) lines.push(`- &a${i} [*a${i - 1}]`);
    expect(codes(lines.join('\n'))).toEqual(['alias-bomb']);
  });
});

describe('depth', () => {
  test.each([
    ['brackets', '[', ']'],
    ['brackets with names', '[\na: ', ']'],
    ['dashes', '- ', ''],
    ['question marks', '? ', ''],
  ])('%s: 100 levels are read, 300 refused, and 100,000 too', (_, open, close) => {
    const nested = (n: number): string[] => codes(`${open.repeat(n)}x${close.repeat(n)}`);
    expect(nested(100)).not.toContain('yaml-too-deep');
    expect(nested(300)).toEqual(['yaml-too-deep']);
    expect(nested(100_000)).toEqual(['yaml-too-deep']);
  });

  test('brackets in quotes are no levels', () => {
    const items = Array.from({ length: 1_000 }, (_, i) => `  - '\${[${i}'`).join('\n');
    expect(codes(`a:\n${items}\nb: []\n`)).toEqual([]);
  });
});
