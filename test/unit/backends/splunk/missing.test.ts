import { describe, expect, test } from 'vitest';
import type { Expression } from '../../../../src/backend/index.js';
import { parseRegex } from '../../../../src/model/regex/parse.js';
import { readColumn } from '../../../../src/store/placement.js';
import type { Column } from '../../../../src/store/placement.js';
import { and, is, not, or } from '../../predicate/build.js';

import { ask, write } from './write.js';

const columns = new Map([['code', readColumn({ type: 'string', missing: 'success' }) as Column]]);

function spl(rule: Expression) {
  const { text, said } = write(and(is('a', 'b'), rule), {}, 100, { columns });
  return said.length > 0 ? `${text.slice(6)} ${said.join()}` : text.slice(6);
}

const none = ask('null', 'code', {});
const some = ask('exists', 'code', {});

describe('a field that an add-on fills where an event has no value', () => {
  test('is missing where it has that word', () => {
    expect(spl(none)).toBe('code="success"');
    expect(spl(some)).toBe('NOT code="success"');
    expect(spl(is('code', '*'))).toBe('NOT code="success"');
    expect(spl(not(some))).toBe('code="success"');
  });

  test('has the word for a value only if a missing one is asked for as well', () => {
    expect(spl(or(none, is('code', 'Success')))).toBe('code="success"');
    expect(spl(is('code', 'Success'))).toBe(
      'code="Success" splunk-word-for-missing wider positive',
    );
    expect(spl(not(is('code', 'Success')))).toBe(
      'NOT code="Success" splunk-word-for-missing wider negative',
    );
  });

  test('is not missing where a value is asked for', () => {
    expect(spl(is('code', 'Denied'))).toBe('code="Denied"');
    expect(spl(not(is('code', 'Denied')))).toBe('NOT code="Denied"');
    expect(spl(is('code', 'S*'))).toBe('code="S*" NOT code="success"');
    expect(spl(not(is('code', 'S*')))).toBe('NOT (code="S*" NOT code="success")');
    expect(spl(or(is('code', 'x*'), none))).toBe('code IN ("x*", "success")');
  });
});

describe('a field that holds `null` where an event has null', () => {
  const of = (rule: Expression): string => {
    const { text, said } = write(and(is('a', 'b'), rule), {}, 100, { nulls: 'null' });
    return [text.replace('a="b" ', ''), ...said].join(' ');
  };

  test('is missing where it has that word, or is not there', () => {
    expect(of(ask('null', 'code', {}))).toBe('(NOT code=* OR code="null")');
    expect(of(not(ask('null', 'code', {})))).toBe('code=* NOT code="null"');
    expect(of(or(ask('null', 'code', {}), is('code', '')))).toBe(
      '(NOT code=* OR code IN ("null", ""))',
    );
  });

  test('is present whatever it holds', () => {
    expect(of(ask('exists', 'code', {}))).toBe('code=*');
  });

  test('has no value then', () => {
    expect(of(is('code', '*'))).toBe('code=* NOT code="null"');
    expect(of(is('code', '*l'))).toBe('code="*l" NOT code="null"');
    expect(of(is('code', 'x*'))).toBe('code="x*"');
    expect(of(not(is('code', 'x*')))).toBe('NOT code="x*"');
    expect(of(is('code', 'null'))).toBe('code="null" splunk-word-for-missing wider positive');
  });

  test('may have another value in a list', () => {
    expect(of(is('list{}', '*'))).toBe('"list{}"=* NOT "list{}"="null"');
    expect(of(is('list{}.code', '*'))).toBe(
      '"list{}.code"=* splunk-word-for-missing wider positive',
    );
    expect(of(is('list{}.code', 'x*'))).toBe('"list{}.code"="x*"');
  });

  test.each([
    ['^[a-z]+$', true],
    ['(^0oa.*|.+@.+)', false],
    ['nul|tea', true],
  ])('is excluded where %s may match it: %s', (source, isExcluded) => {
    const flags = { ignoreCase: false, multiLine: false, dotAll: false };
    const parsed = parseRegex(source, flags);
    if ('error' in parsed) throw new Error(source);
    const text = of(ask('regex', 'code', { regex: { source, flags, ast: parsed.ast } }));
    expect(text.includes('NOT code="null"')).toBe(isExcluded);
  });
});
