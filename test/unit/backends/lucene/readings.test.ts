import { describe, expect, test } from 'vitest';
import { lucene } from '../../../../backends/lucene/index.js';
import { defaultsOf, firstQuery } from '../../../support/defaults.js';
import { ask, exactly } from './ask.js';

const read = (as: string, of: string, key?: string, types: object = { '*': 'keyword' }) => ({
  fields: { F: { as, of, ...(key === undefined ? {} : { key }) } },
  types,
});

test('any field whose name is like another', () => {
  const like = read('like', 'data.*.name');
  expect(exactly(like, { F: 'a' })).toBe('data.\\*.name:/[aA]/');
  expect(exactly(like, { F: null })).toBe('NOT _exists_:data.\\*.name');
});

test('a name of the rule stands for itself alone', () => {
  expect(ask({}, { 'data.*': '1' }).said).toEqual(['refused lucene-field-name']);
});

test('no field of an event has the name of a metadata field', () => {
  expect(ask({}, { _index: '1' }).said).toEqual(['refused lucene-field-name']);
});

test('either of two fields', () => {
  const either = read('either', 'process.executable', 'data.ProcessName');
  expect(exactly(either, { F: '1' })).toBe('process.executable:1 OR data.ProcessName:1');
  expect(exactly(either, { F: null })).toBe(
    'NOT _exists_:process.executable AND NOT _exists_:data.ProcessName',
  );
});

describe('the same, or a name alone', () => {
  const login = read('login', 'user.domain', 'user.name');

  test.each([
    [{ F: '1\\7' }, 'user.domain:1 AND user.name:7'],
    [{ F: '7' }, 'user.name:7 AND NOT _exists_:user.domain'],
    [{ 'F|endswith': '\\7' }, '_exists_:user.domain AND user.name:7'],
    [{ 'F|contains': '\\' }, '_exists_:user.domain'],
    [{ 'F|contains': '7' }, 'user.name:*7* OR user.domain:*7*'],
    [{ 'F|startswith': '7' }, 'user.domain:7* OR (user.name:7* AND NOT _exists_:user.domain)'],
    [{ F: null }, 'NOT _exists_:user.name'],
  ])('%j', (detection, query) => {
    expect(exactly(login, detection)).toBe(query);
  });

  test('has one backslash', () => {
    const never = ['elastic-never-domain-user', 'refused elastic-matches-nothing'];
    expect(ask(login, { F: 'a\\b\\c' })).toEqual({ query: null, said: never });
  });
});

describe('a domain, a backslash and a name', () => {
  const user = read('domain-user', 'user.domain', 'user.name');

  test.each([
    [{ F: 'NT\\7' }, 'user.domain:/[Nn][Tt]/ AND user.name:7'],
    [{ 'F|endswith': '\\7' }, 'user.name:7'],
    [{ 'F|startswith': '1\\' }, 'user.domain:1'],
    [{ 'F|contains': '1\\2' }, 'user.domain:*1 AND user.name:2*'],
    [{ 'F|contains': '7' }, 'user.name:*7* OR user.domain:*7*'],
    [{ F: '1?2' }, 'user.domain:1 AND user.name:2'],
    [{ 'F|contains': '\\' }, '_exists_:user.name'],
    [{ F: null }, 'NOT _exists_:user.name'],
    [{ F: '*' }, '_exists_:user.name'],
    [{ 'F|re': '^1\\\\2[0-9]+\\z' }, 'user.domain:/1/ AND user.name:/2[0-9]+/'],
    [{ 'F|re': '\\\\2' }, 'user.name:2*'],
    [{ 'F|re': '7[0-9]' }, 'user.domain:/.*7[0-9].*/ OR user.name:/.*7[0-9].*/'],
    [{ 'F|re': '^7' }, 'user.domain:7*'],
    [{ 'F|re': '7\\z' }, 'user.name:*7'],
  ])('%j', (detection, query) => {
    expect(exactly(user, detection)).toBe(query);
  });

  test('is neither without a backslash nor with two', () => {
    const never = ['elastic-never-domain-user', 'refused elastic-matches-nothing'];
    const form = { query: null, said: ['value-form', ...never] };
    expect(ask(user, { F: 'SYSTEM' })).toEqual(form);
    expect(ask(user, { F: 'a\\b\\c' })).toEqual({ query: null, said: never });
    expect(ask(user, { 'F|re': '^SYSTEM$' })).toEqual({ query: null, said: never });
  });

  test('is left open to regular expressions of which no part is sure to be for one of them', () => {
    expect(ask(user, { 'F|re': 'a.c' })).toEqual({
      query: '_exists_:user.name',
      said: ['elastic-only-present wider'],
    });
  });
});

test('one of the values of a field', () => {
  expect(ask(read('among', 'args'), { 'F|endswith': '7' })).toEqual({
    query: 'args:*7',
    said: ['elastic-among wider'],
  });
});

test('one of the values of a field, or another field', () => {
  const argument = read('among-or', 'args', 'a1');
  expect(ask(argument, { 'F|endswith': '7' })).toEqual({
    query: 'args:*7 OR a1:*7',
    said: ['elastic-among wider'],
  });
  expect(ask(argument, { F: null }).said).toEqual([
    'elastic-left-open wider',
    'refused elastic-all-open',
  ]);
});

describe('somewhere in the text of another field', () => {
  const within = read('within', 'message', undefined, { message: 'match_only_text' });

  test('is asked for there', () => {
    expect(ask(within, { F: 'a b' })).toEqual({
      query: 'message:(*a AND b*)',
      said: ['elastic-within wider', 'elastic-words wider'],
    });
    expect(ask(within, { F: 7 }).query).toBe('message:*7*');
  });

  test('may not be there at all', () => {
    expect(ask(within, { F: null })).toEqual({
      query: null,
      said: ['elastic-left-open wider', 'refused elastic-all-open'],
    });
  });
});

test('a comparison with a field that is read out of others is refused as a comparison', () => {
  const user = read('domain-user', 'user.domain', 'user.name');
  expect(ask(user, { 'G|fieldref': 'F' }).said).toEqual(['refused unsupported-predicate']);
});

test('a way to read that does not exist is refused', () => {
  expect(ask(read('json', 'message'), { F: 'a' }).said).toEqual(['refused unsupported-reading']);
});

describe('the registry as any agent keeps it', () => {
  const data = read('registry-any-data', 'registry.data.strings', 'registry.data.type');
  const notNumber = 'NOT registry.data.type:(REG_DWORD OR SZ_DWORD OR REG_QWORD OR SZ_QWORD)';

  test.each([
    [{ F: 1 }, `registry.data.strings:1 AND ${notNumber}`],
    [{ F: '1' }, `registry.data.strings:1 AND ${notNumber}`],
    [{ 'F|endswith': '0' }, `registry.data.strings:*0 AND ${notNumber}`],
    [{ F: '%1' }, 'registry.data.strings:"%1"'],
    [
      { F: 'DWORD (0x00000010)' },
      'registry.data.type:(REG_DWORD OR SZ_DWORD) AND registry.data.strings:16',
    ],
    [
      { F: 'QWORD (0x00000001-0x00000002)' },
      '(registry.data.type:REG_QWORD AND registry.data.strings:4294967298) OR (registry.data.type:SZ_QWORD AND registry.data.strings:258)',
    ],
    [
      { F: ['DWORD (0x00000000)', 'DWORD (0x00000001)', 'x'] },
      '(registry.data.type:(REG_DWORD OR SZ_DWORD) AND registry.data.strings:(0 OR 1)) OR registry.data.strings:/[xX]/',
    ],
    [{ F: '*' }, '_exists_:registry.data.strings'],
    [{ F: null }, 'NOT _exists_:registry.data.strings'],
  ])('%j', (detection, query) => {
    expect(exactly(data, detection)).toBe(query);
  });
});

describe('what Sysmon says of the registry', () => {
  const data = read('registry-data', 'registry.data.strings', 'registry.data.type');
  const dword = (decimal: string) =>
    `registry.data.type:SZ_DWORD AND registry.data.strings:${decimal}`;

  test('is never a number alone', () => {
    const notNumber = 'NOT registry.data.type:(SZ_DWORD OR SZ_QWORD)';
    expect(exactly(data, { F: 1 })).toBe(`registry.data.strings:1 AND ${notNumber}`);
    expect(ask(data, { 'F|gt': 1 }).said).toEqual(['refused elastic-compare-strings']);
  });

  test.each([
    ['DWORD (0x00000010)', dword('16')],
    ['dword (0x0000ABcd)', dword('43981')],
    ['QWORD (0x00000001-0x00000002)', 'registry.data.type:SZ_QWORD AND registry.data.strings:258'],
    ['%1', 'registry.data.strings:"%1"'],
    ['4*', 'registry.data.strings:4* AND NOT registry.data.type:(SZ_DWORD OR SZ_QWORD)'],
    [
      '*DWORD (0x00000010)*',
      `(${dword('16')}) OR registry.data.strings:/.*[Dd][Ww][Oo][Rr][Dd] \\(0[xX]00000010\\).*/`,
    ],
    ['DWORD*', 'registry.data.type:SZ_DWORD OR registry.data.strings:/[Dd][Ww][Oo][Rr][Dd].*/'],
  ])('%s', (value, query) => {
    expect(exactly(data, { F: value })).toBe(query);
  });

  test('is there or not', () => {
    expect(exactly(data, { F: null })).toBe('NOT _exists_:registry.data.strings');
    expect(exactly(data, { F: '*' })).toBe('_exists_:registry.data.strings');
  });

  test('is missed where it is a part of a number', () => {
    expect(ask(data, { F: '*0x000000*' }).said).toEqual(['elastic-registry-number narrower']);
    expect(ask(data, { 'F|re': '0x0+1' }).said).toContain('elastic-registry-number narrower');
    expect(ask(data, { F: '*0x00000010*' })).toEqual({
      query: `(${dword('16')}) OR registry.data.strings:/.*0[xX]00000010.*/`,
      said: ['elastic-registry-number narrower'],
    });
  });
});

test('a saved search shows what a field is put together of', async () => {
  const rule = {
    logsource: { product: 'windows', category: 'process_creation' },
    detection: { s: { Image: 'x' }, condition: 's' },
    fields: ['CommandLine', 'User'],
  };
  const settings = (await defaultsOf([lucene])).get('lucene')!;
  const { text } = firstQuery(rule, { ...settings, format: 'kibana' });
  expect(JSON.parse(text!)).toMatchObject({
    attributes: { columns: ['process.command_line', 'user.domain', 'user.name'] },
  });
});

describe('a list of names and values, of which each is a field', () => {
  const list = read('named-list', 'data.*');
  const NARROWER = ['elastic-named-list narrower'];

  test.each([
    [{ 'F|contains': '12' }, 'data.\\*:*12* OR _exists_:data.12', NARROWER],
    [{ 'F|contains': '1 2' }, 'data.\\*:*1\\ 2*', NARROWER],
  ])('%j is looked for in values, and as a name', (detection, query, said) => {
    expect(ask(list, detection)).toEqual({ query, said });
  });

  test.each([{ F: '12' }, { 'F|contains': '"Name":"12"' }, { 'F|startswith': '[{' }])(
    '%j is left open',
    (detection) => {
      expect(ask(list, detection).query).toBe(null);
    },
  );
});
