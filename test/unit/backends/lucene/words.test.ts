import { describe, expect, test } from 'vitest';
import { ask, exactly } from './ask.js';

const text = { types: { F: 'match_only_text' } };
const dashed = { types: { F: { type: 'text', words: 'dashed' } } };
const wider = ['elastic-words wider'];

describe('a text that is kept as its words', () => {
  test.each([
    ['net user', 'F:(*net AND user*)'],
    [' net user ', 'F:"net user"'],
    ['-Enc ', 'F:enc'],
    ['C:\\Temp\\a.dll', 'F:(*c AND temp AND a* AND *dll*)'],
    ['x & whoami /all', 'F:(*x AND whoami AND all*)'],
    ['one * two', 'F:(*one AND two*)'],
    ['AND', 'F:*and*'],
  ])('contains %j', (value, query) => {
    expect(ask(text, { 'F|contains': value }).query).toBe(query);
  });

  test('has a part of a word exactly where it has the part', () => {
    expect(exactly(text, { 'F|contains': 'Mimikatz' })).toBe('F:*mimikatz*');
    expect(ask(text, { 'F|contains': 'a b' }).said).toEqual(wider);
    expect(ask(text, { 'F|contains|cased': 'Mimikatz' }).said).toEqual(wider);
  });

  test('is asked for the words of a whole text', () => {
    expect(ask(text, { F: 'Run it now.' })).toEqual({ query: 'F:"run it now"', said: wider });
    expect(ask(text, { 'F|startswith': 'Run it' })).toEqual({
      query: 'F:(run AND it*)',
      said: wider,
    });
  });

  test('is asked for what a regular expression is certain of', () => {
    expect(ask(text, { 'F|re': '(?i)invoke\\s+(?:web|rest)[a-z]* -uri' })).toEqual({
      query: 'F:(*invoke* AND uri*)',
      said: wider,
    });
  });

  test('is left open where its words are to be there, and what is between them is not', () => {
    const left = [...wider, 'elastic-left-open wider'];
    expect(ask(text, { 'F|contains': '/log/a', 'F|contains|neq': '/a.' })).toEqual({
      query: 'F:(log AND a*)',
      said: left,
    });
    expect(ask(text, { 'F|contains': ['x /a', 'y /ab'], 'F|contains|neq': ' a' })).toEqual({
      query: 'F:(*x AND a*) OR F:(*y AND ab*)',
      said: [...wider, ...left],
    });
    expect(ask(text, { 'F|contains': ['x /a', 'y'], 'F|contains|neq': ' a' }).query).toBe(
      '(F:(*x AND a*) OR F:*y*) AND NOT F:a*',
    );
  });

  test('is left open where nothing of it is a word', () => {
    expect(ask(text, { 'F|contains': '--' })).toEqual({
      query: '_exists_:F',
      said: ['elastic-only-present wider'],
    });
    expect(ask(text, { 'F|re': '.{1000}' }).said).toEqual(['elastic-only-present wider']);
  });

  test('knows when it is not there', () => {
    expect(exactly(text, { F: null })).toBe('NOT _exists_:F');
  });

  test('may have dashes in its words', () => {
    expect(ask(dashed, { 'F|contains': ' -enc ' })).toEqual({ query: 'F:\\-enc', said: wider });
    expect(exactly(dashed, { 'F|contains': 'Get-Ad' })).toBe('F:*get\\-ad*');
    expect(ask(dashed, { 'F|contains': 'Net.WebClient' })).toEqual({
      query: 'F:(*net AND webclient*)',
      said: wider,
    });
  });
});

describe('keywords', () => {
  const message = { types: { message: 'match_only_text' }, keywords: 'message' };

  test('are looked for where the events’ texts are, and nowhere else', () => {
    expect(ask(message, ['mimikatz'])).toEqual({
      query: 'message:*mimikatz*',
      said: ['keyword-fields narrower'],
    });
    expect(ask({ keywords: ['a', 'b'], types: { '*': 'keyword' } }, ['7']).query).toBe(
      'a:*7* OR b:*7*',
    );
  });

  test('go where the user says, without a doubt', () => {
    expect(ask(message, ['7'], { keyword_field: 'event.original' })).toEqual({
      query: 'event.original:*7*',
      said: [],
    });
  });

  test('go to any field if nothing is said', () => {
    expect(ask({}, ['Evil'])).toEqual({ query: '*Evil*', said: ['lucene-normalized'] });
    expect(ask({ types: { '*': 'keyword' } }, ['Evil'])).toEqual({
      query: '*Evil*',
      said: ['lucene-normalized'],
    });
  });
});
