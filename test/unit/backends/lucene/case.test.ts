import { describe, expect, test } from 'vitest';
import { ask, exactly } from './ask.js';

const kept = {
  types: {
    Plain: 'keyword',
    Wild: 'wildcard',
    Less: { type: 'keyword', caseless: true },
    Low: { type: 'keyword', lower: true },
  },
};

describe('by what is known of each field', () => {
  test.each([
    [{ Plain: 'a.B' }, 'Plain:/[aA]\\.[Bb]/'],
    [{ Plain: '1.2' }, 'Plain:1.2'],
    [{ 'Plain|cased': 'aB' }, 'Plain:aB'],
    [{ 'Plain|cased|contains': 'aB' }, 'Plain:*aB*'],
    [{ 'Wild|contains': 'aB' }, 'Wild:/.*[aA][Bb].*/'],
    [{ 'Wild|re': 'a+B' }, 'Wild:/.*a+B.*/'],
    [{ 'Wild|re|i': 'a+B' }, 'Wild:/.*[aA]+[Bb].*/'],
    [{ 'Less|endswith': '\\Cmd.exe' }, 'Less.caseless:*\\\\Cmd.exe'],
    [{ 'Less|cased': 'Cmd' }, 'Less:Cmd'],
    [{ 'Less|re': 'Cm+d' }, 'Less:/.*Cm+d.*/'],
    [{ 'Less|re|i': 'Cm+d' }, 'Less.caseless:/.*cm+d.*/'],
    [{ Low: 'AbC' }, 'Low:abc'],
    [{ 'Low|contains': 'AbC' }, 'Low:*abc*'],
    [{ 'Low|re': 'A+b' }, 'Low:/.*a+b.*/'],
    // Lower-cased, σ and ς are two letters, and ä is one.
    [{ 'Less|contains': 'Σä' }, 'Less.caseless:/.*[σς]ä.*/'],
    [{ Low: 'ς' }, 'Low:/[ςσ]/'],
    [{ Low: 'Ä' }, 'Low:"ä"'],
  ])('%j', (detection, query) => {
    expect(ask(kept, detection).query).toBe(query);
  });

  test('small letters cannot be held to a case', () => {
    expect(ask(kept, { 'Low|cased': 'AbC' }).said).toEqual(['elastic-cased wider']);
  });

  test('one that is not known is taken to be lower-cased, and that is said', () => {
    expect(ask(kept, { Other: 'AbC' })).toEqual({
      query: 'Other:"AbC"',
      said: ['lucene-normalized'],
    });
    expect(exactly(kept, { Other: '123' })).toBe('Other:"123"');
  });
});

describe('a mode that is asked for goes for all fields', () => {
  test.each([
    ['normalized', 'Plain:aB AND Less:aB AND Low:aB AND Other:"aB"', ['lucene-normalized']],
    [
      'caseless',
      'Plain.caseless:aB AND Less.caseless:aB AND Low.caseless:aB AND Other.caseless:"aB"',
      [],
    ],
    ['regex', 'Plain:/[aA][Bb]/ AND Less:/[aA][Bb]/ AND Low:/[aA][Bb]/ AND Other:/[aA][Bb]/', []],
  ])('%s', (mode, query, said) => {
    expect(ask(kept, { Plain: 'aB', Less: 'aB', Low: 'aB', Other: 'aB' }, { case: mode })).toEqual({
      query,
      said,
    });
  });
});
