import { describe, expect, test } from 'vitest';
import type { Expression } from '../../../../src/backend/index.js';
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
