import { describe, expect, test } from 'vitest';
import { ask, exactly } from './ask.js';

const typed = (type: unknown) => ({ types: { F: type } });

const range = (from: number, to: number, written: (n: number) => string) =>
  Array.from({ length: to - from + 1 }, (_, i) => written(from + i)).join(' OR ');

describe('a field of addresses', () => {
  test.each([
    [{ 'F|cidr': '10.0.0.0/8' }, 'F:"10.0.0.0/8"'],
    [{ 'F|cidr': 'fe80::/10' }, 'F:"fe80::/10"'],
    [{ F: ['127.0.0.1', '::1'] }, 'F:(127.0.0.1 OR "::1")'],
    [{ 'F|startswith': '10.' }, 'F:"10.0.0.0/8"'],
    [{ 'F|startswith': '192.168.' }, 'F:"192.168.0.0/16"'],
    [{ 'F|startswith': '192.168.7.' }, 'F:"192.168.7.0/24"'],
    [
      { 'F|startswith': '172.1' },
      'F:([172.1.0.0 TO 172.1.255.255] OR [172.10.0.0 TO 172.19.255.255] OR [172.100.0.0 TO 172.199.255.255])',
    ],
    [{ 'F|startswith': '10.0.0.25' }, 'F:(10.0.0.25 OR [10.0.0.250 TO 10.0.0.255])'],
    [{ 'F|startswith': 'fe80:' }, 'F:"fe80::/16"'],
    [{ F: '10.0.0.?' }, 'F:[10.0.0.0 TO 10.0.0.9]'],
    [{ F: '10.0.?.*' }, 'F:[10.0.0.0 TO 10.0.9.255]'],
    [{ F: '10.25*.*.*' }, 'F:("10.25.0.0/16" OR [10.250.0.0 TO 10.255.255.255])'],
    [{ F: '10.3?.0.1?' }, `F:(${range(30, 39, (n) => `[10.${n}.0.10 TO 10.${n}.0.19]`)})`],
    [{ F: '10.0.*.1' }, `F:(${range(0, 255, (n) => `10.0.${n}.1`)})`],
    [{ F: null }, 'NOT _exists_:F'],
    [{ F: '*' }, '_exists_:F'],
  ])('%j', (detection, query) => {
    expect(exactly(typed('ip'), detection)).toBe(query);
  });

  test('has no text that is not an address', () => {
    const never = { query: null, said: ['elastic-never', 'refused elastic-matches-nothing'] };
    expect(ask(typed('ip'), { F: 'localhost' })).toEqual(never);
    expect(ask(typed('ip'), { 'F|contains': 'x' })).toEqual(never);
    expect(ask(typed('ip'), { F: '10.3??.0.1' })).toEqual(never);
    expect(ask(typed('ip'), { F: 7 })).toEqual(never);
    expect(ask(typed('ip'), { F: ['x', '::1'] })).toEqual({
      query: 'F:"::1"',
      said: ['elastic-never'],
    });
  });

  test('is not asked what query_string cannot ask of it', () => {
    const refused = { query: null, said: ['refused elastic-no-text'] };
    expect(ask(typed('ip'), { 'F|endswith': '.1' })).toEqual(refused);
    expect(ask(typed('ip'), { 'F|contains': '10.' })).toEqual(refused);
    expect(ask(typed('ip'), { F: '10.*.1' })).toEqual(refused);
    expect(ask(typed('ip'), { F: '*.0.0.1' })).toEqual(refused);
    expect(ask(typed('ip'), { F: '10.*.*.1' })).toEqual(refused);
    expect(ask(typed('ip'), { 'F|startswith': '2001:db8::' })).toEqual(refused);
    expect(ask(typed('ip'), { 'F|re': '^10\\.\\d+\\.' })).toEqual(refused);
  });
});

describe('a network in a field of texts', () => {
  test.each([
    ['10.0.0.0/8', '/10\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}/'],
    ['192.168.0.0/16', '/192\\.168\\.[0-9]{1,3}\\.[0-9]{1,3}/'],
    ['192.0.2.8/30', '/192\\.0\\.2\\.(8|9|10|11)/'],
    ['192.0.2.1/32', '/192\\.0\\.2\\.1/'],
    ['::1/128', '/::1|0:0:0:0:0:0:0:1/'],
    ['fe80::/10', '/[fF][eE][89aAbB][0-9a-fA-F]:.*/'],
  ])('%s', (network, regex) => {
    expect(exactly(typed('keyword'), { 'F|cidr': network })).toBe(`F:${regex}`);
  });

  test('is looked for by its first group where there are more', () => {
    expect(ask(typed('keyword'), { 'F|cidr': '2001:db8::/32' })).toEqual({
      query: 'F:/2001:.*/',
      said: ['elastic-network-text wider'],
    });
  });

  test('is left open where texts of it have no common beginning', () => {
    expect(ask(typed('keyword'), { 'F|cidr': '::/8' })).toEqual({
      query: '_exists_:F',
      said: ['elastic-only-present wider'],
    });
  });
});

describe('a field of numbers', () => {
  test.each([
    ['long', { F: 445 }, 'F:445'],
    ['long', { F: '445' }, 'F:445'],
    ['long', { F: -1 }, 'F:"-1"'],
    ['long', { 'F|gte': 400 }, 'F:>=400'],
    ['long', { 'F|lt': -5 }, 'F:[* TO "-5"}'],
    ['short', { 'F|startswith': '80' }, 'F:(80 OR [800 TO 809] OR [8000 TO 8099])'],
    ['short', { 'F|startswith': '0' }, 'F:0'],
    ['double', { F: 1.5 }, 'F:1.5'],
    ['integer', { 'F|gt': 5_000_000_000 }, null],
    ['integer', { 'F|lt': 5_000_000_000 }, 'F:*'],
  ])('%s %j', (type, detection, query) => {
    expect(ask(typed(type), detection).query).toBe(query);
  });

  test.each([
    ['long', 'http'],
    ['long', '0x10'],
    ['long', '1.0'],
    ['long', '08'],
    ['long', 1.5],
    ['integer', 5_000_000_000],
    ['long', ''],
  ])('%s has no %j', (type, value) => {
    expect(ask(typed(type), { F: value })).toEqual({
      query: null,
      said: ['elastic-never', 'refused elastic-matches-nothing'],
    });
  });

  test('is not asked for parts of its digits', () => {
    const refused = { query: null, said: ['refused elastic-no-text'] };
    expect(ask(typed('long'), { 'F|contains': '44' })).toEqual(refused);
    expect(ask(typed('long'), { 'F|re': '4+' })).toEqual(refused);
    expect(ask(typed('double'), { 'F|startswith': '4' })).toEqual(refused);
  });

  test('is one that is compared; a field of texts is not', () => {
    expect(exactly(typed('integer'), { 'F|gt': 9 })).toBe('F:>9');
    expect(ask(typed('keyword'), { 'F|gt': 9 })).toEqual({
      query: null,
      said: ['refused elastic-compare-strings'],
    });
  });
});

describe('a field of booleans', () => {
  test.each([
    [{ F: true }, 'F:true'],
    [{ F: 'True' }, 'F:true'],
    [{ 'F|startswith': 'f' }, 'F:false'],
    [{ F: '*e' }, 'F:(true OR false)'],
  ])('%j', (detection, query) => {
    expect(exactly(typed('boolean'), detection)).toBe(query);
  });

  test('has nothing else', () => {
    const never = { query: null, said: ['elastic-never', 'refused elastic-matches-nothing'] };
    expect(ask(typed('boolean'), { F: 'yes' })).toEqual(never);
    expect(ask(typed('boolean'), { F: 1 })).toEqual(never);
    expect(ask(typed('boolean'), { 'F|cased': 'True' })).toEqual(never);
  });
});

test('a field of texts has booleans and numbers as texts', () => {
  expect(exactly(typed('keyword'), { F: true })).toBe('F:/[tT][rR][uU][eE]/');
  expect(exactly(typed('keyword'), { F: 4624 })).toBe('F:4624');
});

test('a date is there or not, and no more is asked of it', () => {
  expect(exactly(typed('date'), { F: null })).toBe('NOT _exists_:F');
  expect(ask(typed('date'), { F: '2024-01-01' }).said).toEqual(['refused elastic-date']);
  expect(ask(typed('date'), { 'F|gt': 5 }).said).toEqual(['refused elastic-date']);
});

describe('an object that is indexed as one', () => {
  test('is asked for whole texts and their beginnings, in their own case', () => {
    expect(exactly(typed('flattened'), { F: 7 })).toBe('F:7');
    expect(exactly(typed('flattened'), { 'F|cased': 'Admin' })).toBe('F:"Admin"');
    expect(ask(typed('flattened'), { F: 'Admin' })).toEqual({
      query: 'F:"Admin"',
      said: ['elastic-flattened-case narrower'],
    });
    expect(ask(typed('flattened'), { 'F|startswith': '10.' })).toEqual({
      query: 'F:10.*',
      said: [],
    });
  });

  test('is left open where a part is asked for', () => {
    expect(ask(typed('flattened'), { 'F|contains': 'x' })).toEqual({
      query: '_exists_:F',
      said: ['elastic-only-present wider'],
    });
    expect(ask(typed('flattened'), { 'F|contains': 'x' }, { condition: 'not s' })).toEqual({
      query: null,
      said: ['elastic-left-open wider', 'refused elastic-all-open'],
    });
  });
});

test('a regular expression for a few numbers or addresses is a list of them', () => {
  expect(exactly(typed('long'), { 'F|re': '^(80|443)$' })).toBe('F:(80 OR 443)');
  expect(exactly(typed('ip'), { 'F|re': '^10\\.[12]\\.' })).toBe(
    'F:("10.1.0.0/16" OR "10.2.0.0/16")',
  );
  expect(ask(typed('long'), { 'F|re': '8' }).said).toEqual(['refused elastic-no-text']);
});

describe('texts that are not kept', () => {
  const absent = { types: { F: { type: 'keyword', absent: ['', '-'] } } };

  test('are looked for as missing fields', () => {
    const missing = { query: 'NOT _exists_:F', said: ['elastic-absent wider'] };
    expect(ask(absent, { F: '' })).toEqual(missing);
    expect(ask(absent, { F: '-' })).toEqual(missing);
    expect(ask(absent, { F: null })).toEqual(missing);
  });

  test('are asked for together with a missing field', () => {
    expect(exactly(absent, { F: [null, '', '-'] })).toBe('NOT _exists_:F');
    expect(ask(absent, { F: [null, '', '-', 'x'] }, { condition: 'not s' })).toEqual({
      query: '_exists_:F AND NOT F:/[xX]/',
      said: [],
    });
  });

  describe('by some versions', () => {
    const sometimes = { types: { F: { type: 'keyword', absent: [''], sometimes: ['-'] } } };
    const wider = ['elastic-absent wider'];

    test('are looked for either way', () => {
      expect(ask(sometimes, { F: '-' })).toEqual({
        query: 'F:"-" OR (NOT _exists_:F)',
        said: wider,
      });
      expect(ask(sometimes, { F: '' })).toEqual({ query: 'NOT _exists_:F', said: wider });
      expect(ask(sometimes, { F: null })).toEqual({ query: 'NOT _exists_:F', said: wider });
    });

    test('are excluded either way, exactly if all that may be missing is', () => {
      expect(ask(sometimes, { F: [null, '', '-'] }, { condition: 'not s' })).toEqual({
        query: '_exists_:F AND NOT F:"-"',
        said: [],
      });
    });
  });

  test('are missing beside others', () => {
    expect(ask(absent, { F: ['-', 'x'] })).toEqual({
      query: '(NOT _exists_:F) OR F:/[xX]/',
      said: ['elastic-absent wider'],
    });
  });

  test('fit a pattern too', () => {
    expect(ask(absent, { 'F|contains': '-' })).toEqual({
      query: 'F:*\\-* OR (NOT _exists_:F)',
      said: ['elastic-absent-match wider'],
    });
    expect(exactly(absent, { 'F|contains': '--' })).toBe('F:*\\-\\-*');
  });

  test('fit a regular expression too', () => {
    expect(ask(absent, { 'F|re': '^a?\\z' })).toEqual({
      query: 'F:/a?/ OR (NOT _exists_:F)',
      said: ['elastic-absent-match wider'],
    });
    const zeros = { types: { F: { type: 'keyword', absent: ['', '000'] } } };
    expect(ask(zeros, { 'F|re': '^[0-9]{3}\\z' })).toEqual({
      query: 'F:/[0-9]{3}/',
      said: ['elastic-absent narrower'],
    });
    expect(exactly(zeros, { 'F|re': '^[1-9]{3}\\z' })).toBe('F:/[1-9]{3}/');
  });

  test('stand alone beside others of a type that holds none of them', () => {
    const address = { types: { F: { type: 'ip', absent: ['-'] } } };
    const wanted = '(NOT _exists_:F) OR F:"::1"';
    expect(ask(address, [{ 'F|contains': '-' }, { F: '::1' }]).query).toBe(wanted);
    expect(ask(address, { 'F|contains': '-' }, { condition: 'not s' }).query).toBe('_exists_:F');
  });

  test('make the field look missing', () => {
    expect(ask(absent, { F: '*' })).toEqual({
      query: '_exists_:F',
      said: ['elastic-absent narrower'],
    });
  });

  test('are no reason to wait for a pattern that takes forever', () => {
    const zeros = { types: { F: { type: 'keyword', absent: ['0'.repeat(60)] } } };
    expect(ask(zeros, { F: `${'*0'.repeat(30)}*1` }).query).not.toContain('_exists_');
  });

  test('let two fields be equal without being there', () => {
    expect(ask(absent, { 'F|fieldref': 'G' }).query).toBe('_exists_:G');
  });
});

test('a type that does not exist is refused where its field is asked for', () => {
  const { query, said } = ask(typed('varchar'), { F: '7' });
  expect([query, said]).toEqual([null, ['refused elastic-field-type']]);
  expect(exactly(typed('varchar'), { G: '7' })).toBe('G:"7"');
});

describe('a field of unknown type that is tested for a network', () => {
  const untyped = { types: {} };
  const net = { 'F|cidr': '10.0.0.0/8' };

  test('is an ip field for everything that is asked of it', () => {
    const ip = (query: string) => ({ query, said: ['elastic-ip-field'] });
    expect(ask(untyped, net)).toEqual(ip('F:"10.0.0.0/8"'));
    expect(ask(untyped, [net, { 'F|startswith': '192.0.2.' }])).toEqual(
      ip('F:("10.0.0.0/8" OR "192.0.2.0/24")'),
    );
    // Any value at all is wider than either.
    expect(ask(untyped, [net, { F: ['192.0.2.7', '*'] }])).toEqual({
      query: '_exists_:F',
      said: [],
    });
  });

  test('is a keyword where a value cannot be an address', () => {
    const network = '/10\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}/';
    expect(ask(untyped, [net, { F: '-' }])).toEqual({ query: `F:(${network} OR "-")`, said: [] });
    expect(ask(untyped, [net, { 'F|endswith': '.1' }])).toEqual({
      query: `F:(${network} OR *.1)`,
      said: [],
    });
  });
});

describe('a value that neither of two fields stores', () => {
  const either = {
    fields: { F: ['a', 'b'] },
    types: { '*': { type: 'keyword', absent: [''] } },
  };

  test.each([
    [{ F: '' }, 's', 'NOT _exists_:a AND NOT _exists_:b'],
    [{ F: '' }, 'not s', '_exists_:a OR _exists_:b'],
    [{ F: ['', '1'] }, 's', 'a:1 OR b:1 OR (NOT _exists_:a AND NOT _exists_:b)'],
  ])('%j, %s', (detection, condition, query) => {
    expect(ask(either, detection, { condition }).query).toBe(query);
  });

  test('is one of the other where that stores it', () => {
    const kept = { ...either, types: { ...either.types, b: 'keyword' } };
    expect(ask(kept, { F: '' }).query).toBe('(NOT _exists_:a) OR b:""');
  });
});
