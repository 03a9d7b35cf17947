import { describe, expect, test } from 'vitest';
import { ask, exactly } from './ask.js';

const kept = { types: { F: 'keyword', G: 'wildcard' } };

describe('alternatives in any letter case', () => {
  test.each([
    [{ 'F|contains': ['ab', 'c'] }, 'F:/.*([aA][bB]|[cC]).*/'],
    [{ 'F|startswith': ['ab', 'c'] }, 'F:/([aA][bB]|[cC]).*/'],
    [{ F: ['ab', 'c'] }, 'F:/[aA][bB]|[cC]/'],
    [{ F: ['ab', 'c', '1'] }, 'F:(/[aA][bB]|[cC]/ OR 1)'],
    [
      { F: ['ab', '*c', 'd*', '*e*', 'f', '*g'] },
      'F:(/[aA][bB]|[fF]/ OR /.*([cC]|[gG])/ OR /[dD].*/ OR /.*[eE].*/)',
    ],
    // Only what is between words goes before and after the others.
    [{ 'F|endswith': ['\\a.exe', '\\b.exe'] }, 'F:/.*\\\\([aA]|[bB])\\.[eE][xX][eE]/'],
    [{ 'F|endswith': ['net', 'net1'] }, 'F:/.*([nN][eE][tT]|[nN][eE][tT]1)/'],
    [{ 'F|endswith': [' -a', ' -ab'] }, 'F:/.* -([aA]|[aA][bB])/'],
    [{ 'F|windash|contains': ' -a' }, 'F:/.* [\\-\\/–—―][aA].*/'],
    [{ 'F|contains': ['-ab', '/ab', '++ab'] }, 'F:/.*(-|\\/|\\+\\+)[aA][bB].*/'],
    // A backslash before the slash would escape it.
    [{ 'F|endswith': ['a\\', 'b\\'] }, 'F:/.*([aA]|[bB])[\\\\]/'],
    // A wildcard within is a pattern of its own.
    [{ 'F|contains': ['ab', 'c', 'd*e'] }, 'F:(/.*([aA][bB]|[cC]).*/ OR /.*[dD].*[eE].*/)'],
    [{ 'F|contains': ['ab', 'AB', 'c'] }, 'F:/.*([aA][bB]|[cC]).*/'],
    [{ 'F|contains|all': ['ab', 'c'] }, 'F:(/.*[aA][bB].*/ AND /.*[cC].*/)'],
    [
      [{ 'F|contains|all': ['1', '2'], 'G|contains': ['1', '2'] }],
      'F:(*1* AND *2*) AND G:(*1* OR *2*)',
    ],
    [[{ 'F|contains': '1' }, { 'F|contains|all': ['2', '3'] }], 'F:*1* OR F:(*2* AND *3*)'],
    [
      [{ 'F|contains': 'a' }, { 'G|contains': 'b' }, { 'F|contains': 'c' }],
      'F:/.*([aA]|[cC]).*/ OR G:/.*[bB].*/',
    ],
  ])('%j', (detection, query) => {
    expect(exactly(kept, detection)).toBe(query);
  });

  test('are no longer together than an index takes', () => {
    const values = Array.from({ length: 60 }, (_, i) => `value${i}x`);
    const { query, said } = ask(kept, { 'F|contains': values });
    const patterns = [...query!.matchAll(/\/((?:[^/\\]|\\.)*)\//g)].map((m) => m[1]!);
    expect(said).toEqual([]);
    expect(patterns).toHaveLength(2);
    expect(patterns.every((p) => p.length <= 1_000)).toBe(true);
    expect(patterns.join('|').match(/\[vV\]/g)).toHaveLength(60);
  });
});

describe('a field that no other events have', () => {
  const told = {
    types: { F: { type: 'keyword', absent: ['-'] }, G: 'keyword' },
    logsource: { product: 'p', where: { C: 1 } },
    tells: 'F',
  };

  test.each([
    [{ F: 'a' }, 's', 'F:/[aA]/'],
    [{ 'F|exists': true }, 's', '_exists_:F'],
    [{ F: 'a', G: 'b' }, 's', 'F:/[aA]/ AND G:/[bB]/'],
    [[{ F: 'a', G: 'b' }, { F: '1' }], 's', '(F:/[aA]/ AND G:/[bB]/) OR F:1'],
  ])('needs no other condition in %j', (detection, condition, query) => {
    expect(ask(told, detection, { condition }).query).toBe(query);
  });

  test.each([
    [{ G: 'b' }, 's', 'C:1 AND G:/[bB]/'],
    [[{ F: 'a' }, { G: 'b' }], 's', 'C:1 AND (F:/[aA]/ OR G:/[bB]/)'],
    [{ F: null }, 's', 'C:1 AND NOT _exists_:F'],
    // Stored as a missing value.
    [{ F: '-' }, 's', 'C:1 AND NOT _exists_:F'],
    [{ 'F|contains': '-' }, 's', 'C:1 AND (F:*\\-* OR (NOT _exists_:F))'],
    [{ F: 'a' }, 'not s', 'C:1 AND NOT F:/[aA]/'],
  ])('needs the conditions of the source in %j', (detection, condition, query) => {
    expect(ask(told, detection, { condition }).query).toBe(query);
  });
});
