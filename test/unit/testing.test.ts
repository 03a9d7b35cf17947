import { describe, expect, test } from 'vitest';
import { atom, defineCodes, emitBoolean, prefixNot, text } from '../../src/backend/index.js';
import type { Backend } from '../../src/backend/index.js';
import { goldenDifferences, goldenFiles } from '../../src/testing.js';

/** The backend of CONTRIBUTING.md: as small as one can be. */
const codes = defineCodes({
  'example-zero': { severity: 'note', message: 'Zero.', since: '1.0.0' },
  'example-unsayable': {
    severity: 'error',
    message: 'The example target has numbers only, not `{field}`. Compare the field with a number.',
    since: '1.0.0',
  },
});

const example: Backend = {
  name: 'example',
  title: 'An example',
  codes,
  options: [],
  formats: [{ name: 'query', description: 'The query alone', extension: 'txt', wrap: null }],
  simplify: { oneOf: false, pushNegation: false },
  emit: ({ expression }, report) =>
    emitBoolean(
      expression,
      {
        and: { word: 'AND', binding: 20 },
        or: { word: 'OR', binding: 10 },
        not: prefixNot('NOT', 30),
      },
      (node) => {
        if (node.kind === 'constant') return atom(text(String(node.value), node.span));
        if (node.kind === 'number') {
          if (node.number.decimal === '0') report.note(codes['example-zero'](), node.span);
          return atom(text(`${node.field.text}=${node.number.decimal}`, node.span));
        }
        const field = 'field' in node ? node.field.text : 'keywords';
        report.refuse(codes['example-unsayable']({ field }), node.span);
        return atom('');
      },
    ).doc,
};

const mode = { name: 'example/query', backend: example };

function rule(detection: string, condition = 's'): { path: string; text: string } {
  const body = `title: R\nlogsource:\n    product: p\ndetection:\n    s:\n        ${detection}\n    condition: ${condition}\n`;
  return { path: 'folder/rule.yml', text: body };
}

describe('goldenFiles', () => {
  test('gives a file with the query and nothing else', () => {
    expect(goldenFiles(rule('a: 1'), mode)).toEqual([
      { path: 'example/query/folder/rule.txt', text: 'a=1\n' },
    ]);
  });

  test('sets several queries apart', () => {
    const [file] = goldenFiles(rule('a: 1', '[s, not s]'), mode);
    expect(file!.text).toBe('a=1\n\n===== query 2 of 2 =====\n\nNOT a=1\n');
  });

  test('says beside a refused query why', () => {
    const [query, notes] = goldenFiles(rule('a: x'), mode);
    expect(query!.text).toContain('refused');
    expect(notes!.path).toBe('example/query/folder/rule.notes.txt');
    expect(notes!.text).toMatch(
      /^refused\n\nerror\[example-unsayable\]: The example target has numbers only, not `a`\./,
    );
    expect(notes!.text).toContain('--> folder/rule.yml:6:12');
  });

  test('says why a rule could not be read', () => {
    const [, notes] = goldenFiles(rule('a|contain: x'), mode);
    expect(notes!.text).toContain('error[unknown-modifier]');
  });

  test('keeps notes, but for those that are left out', () => {
    expect(goldenFiles(rule('a: 0'), mode)).toHaveLength(2);
    expect(goldenFiles(rule('a: 0'), { ...mode, omit: ['example-zero'] })).toHaveLength(1);
  });

  test('throws for a format or option that the backend does not have', () => {
    expect(() => goldenFiles(rule('a: 1'), { ...mode, format: 'other' })).toThrow(RangeError);
    expect(() => goldenFiles(rule('a: 1'), { ...mode, options: { other: 'x' } })).toThrow(
      RangeError,
    );
  });
});

describe('goldenDifferences', () => {
  const file = (path: string, body: string): { path: string; text: string } => ({
    path,
    text: body,
  });

  test('tells missing, changed and left over files apart, in the order of their paths', () => {
    const made = [file('d', '1'), file('b', '2'), file('c', '3')];
    const recorded = [file('b', '2'), file('c', 'old'), file('a', 'gone')];
    expect(goldenDifferences(made, recorded)).toEqual([
      { path: 'a', kind: 'orphan', made: null, recorded: 'gone' },
      { path: 'c', kind: 'changed', made: '3', recorded: 'old' },
      { path: 'd', kind: 'missing', made: '1', recorded: null },
    ]);
  });
});
