import { describe, expect, test } from 'vitest';
import { defineCodes, defineTarget, textFrame, writeConditions } from '../../src/backend/index.js';
import type { Code, Dialect, Emitted } from '../../src/backend/index.js';
import { goldenDifferences, goldenFiles } from '../../src/testing.js';

const codes = defineCodes({
  'example-zero': { severity: 'note', message: 'Zero.', since: '1.0.0' },
});

/** As small as one can be. */
const dialect: Dialect<Code, Emitted> = {
  frame: textFrame({ and: 'AND', or: 'OR', not: 'NOT', true: 'true', false: 'false' }),
  field: ({ text }) => text,
  number(field, { number }, context) {
    if (number.decimal === '0') context.note(codes['example-zero']());
    return `${field}=${number.decimal}`;
  },
};

const example = defineTarget({
  name: 'example',
  title: 'An example',
  options: [],
  formats: [{ name: 'query', description: 'The query alone', extension: 'txt', wrap: null }],
  simplify: { oneOf: false, pushNegation: false },
  query: {
    source: () => '',
    search: ({ conditions }, _, context) => writeConditions(dialect, conditions, context).doc,
  },
});

const mode = { name: 'example/query', backend: example };

function rule(detection: string, condition = 's'): { path: string; text: string } {
  const body = `title: R\nlogsource:\n    product: p\ndetection:\n    s:\n        ${detection}\n    condition: ${condition}\n`;
  return { path: 'folder/rule.yml', text: body };
}

describe('goldenFiles', () => {
  test('links a rule with the files beside it', () => {
    const text =
      'title: F\nlogsource: { product: p }\nfilter: { rules: any, t: { b: 2 }, condition: not t }\n';
    const beside = [{ path: 'f.yml', text }];
    const [file] = goldenFiles(rule('a: 1'), { ...mode, beside });
    expect(file!.text).toBe('a=1 AND NOT b=2\n');
  });

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
      /^refused\n\nerror\[unsupported-predicate\]: An example cannot express this string/,
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
