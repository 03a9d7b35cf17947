import { describe, expect, test } from 'vitest';
import { is, name, not, or, and, constant } from '../../predicate/build.js';
import { ask, exactly, keyword, network, number, write } from './write.js';
import { parsePattern } from '../../../../src/model/patterns/pattern.js';
import { parseRegex } from '../../../../src/model/regex/parse.js';
import type { Expression } from '../../../../src/backend/index.js';

const kw = (text: string, cased = false): Expression =>
  keyword({ kind: 'pattern', pattern: parsePattern(text), cased });

describe('strings', () => {
  test.each([
    ['cmd.exe', 'F =~ "cmd.exe"', 'F == "cmd.exe"'],
    ['192.0.2.1', 'F == "192.0.2.1"', 'F == "192.0.2.1"'],
    ['cmd*', 'F startswith "cmd"', 'F startswith_cs "cmd"'],
    ['*.exe', 'F endswith ".exe"', 'F endswith_cs ".exe"'],
    ['*cmd*', 'F contains "cmd"', 'F contains_cs "cmd"'],
    ['c*d', 'F startswith "c" and F endswith "d"', 'F startswith_cs "c" and F endswith_cs "d"'],
    ['c*c', 'F matches regex "(?is)^c.*c$"', 'F matches regex "(?s)^c.*c$"'],
    ['c?d*', 'F matches regex "(?is)^c.d"', 'F matches regex "(?s)^c.d"'],
    ['*.?', String.raw`F matches regex @"(?is)\..$"`, String.raw`F matches regex @"(?s)\..$"`],
  ])('%s', (value, uncased, cased) => {
    expect(exactly(is('F', value))).toBe(uncased);
    expect(exactly(is('F', value, true))).toBe(cased);
  });

  test('an escaped wildcard is itself', () => {
    expect(exactly(is('F', String.raw`/tn \*`))).toBe('F =~ "/tn *"');
    expect(exactly(is('F', String.raw`a\?b*`))).toBe('F startswith "a?b"');
  });

  test('letters beyond ASCII go by a regular expression, for Kusto’s operators ignore only ASCII’s case', () => {
    expect(exactly(is('F', 'Åsa'))).toBe('F matches regex "(?is)^Åsa$"');
    expect(exactly(is('F', '*Жук*'))).toBe('F matches regex "(?is)Жук"');
    expect(exactly(is('F', 'Åsa', true))).toBe('F == "Åsa"');
    expect(exactly(is('F', '日本*'))).toBe('F startswith "日本"');
    expect(exactly(or(is('F', 'a'), is('F', 'é'), is('F', 'b')))).toBe(
      'F in~ ("a", "b") or F matches regex "(?is)^é$"',
    );
  });

  test('negations use the operators’ own', () => {
    expect(exactly(not(is('F', 'a')))).toBe('F !~ "a"');
    expect(exactly(not(is('F', 'a', true)))).toBe('F != "a"');
    expect(exactly(not(is('F', '*a*')))).toBe('F !contains "a"');
    expect(exactly(not(is('F', 'a*', true)))).toBe('F !startswith_cs "a"');
    expect(exactly(not(is('F', 'a?b')))).toBe('not(F matches regex "(?is)^a.b$")');
    expect(exactly(not(or(is('F', 'a'), is('F', 'b'))))).toBe('F !in~ ("a", "b")');
    expect(exactly(not(or(is('F', '1'), is('F', '::1'))))).toBe('F !in ("1", "::1")');
    expect(exactly(or(is('F', '1'), is('F', 'b')))).toBe('F in~ ("1", "b")');
  });
});

describe('alternatives', () => {
  test('equal values are one list, and never `has_any`, which compares terms', () => {
    expect(exactly(or(is('F', 'a'), is('F', '*b*'), is('F', 'c'), is('F', '*d')))).toBe(
      'F in~ ("a", "c") or F contains "b" or F endswith "d"',
    );
  });

  test('cased and uncased values do not share a list', () => {
    expect(exactly(or(is('F', 'a', true), is('F', 'b', true), is('F', 'c')))).toBe(
      'F in ("a", "b") or F =~ "c"',
    );
  });

  test('numbers', () => {
    const numbers = or(
      ask('number', 'EventID', { number: number('4688') }),
      ask('number', 'EventID', { number: number('0x10', '16') }),
      ask('number', 'EventID', { number: number('-5') }),
    );
    expect(exactly(numbers)).toBe('EventID in (4688, 16, -5)');
    expect(exactly(not(numbers))).toBe('EventID !in (4688, 16, -5)');
  });

  test('beside a text, numbers are text, for one column has one type', () => {
    const mixed = or(is('F', 'a'), ask('number', 'F', { number: number('010', '8') }));
    expect(exactly(mixed)).toBe('F in~ ("a", "010", "8")');
    expect(exactly(and(is('F', '*x*'), ask('number', 'F', { number: number('8') })))).toBe(
      'F == "8" and F contains "x"',
    );
  });

  test('beside a number, digits in quotes are a number', () => {
    const mixed = or(is('F', '4688'), ask('number', 'F', { number: number('4689') }));
    expect(exactly(mixed)).toBe('F in (4688, 4689)');
  });

  test('null and the empty string are together what `isempty` says, exactly', () => {
    const missing = ask('null', 'F', {});
    expect(exactly(or(missing, is('F', ''), is('F', 'a')))).toBe('isempty(F) or F =~ "a"');
    expect(exactly(not(or(missing, is('F', ''))))).toBe('isnotempty(F)');
  });

  test('a long list stands one value a line', () => {
    const values = or(...['first', 'second', 'third'].map((v) => is('Image', v)));
    expect(write(values, {}, { width: 20 }).text).toBe(
      'Image in~ (\n  "first",\n  "second",\n  "third"\n)',
    );
  });

  test('a chain that Kusto would refuse as too complex is folded', () => {
    const many = or(...Array.from({ length: 3_000 }, (_, i) => is('F', `*-${i}-*`)));
    const { text } = write(many);
    expect(text.match(/contains/g)).toHaveLength(3_000);
    expect(text.match(/\(/g)).toHaveLength(30);
  });
});

describe('presence', () => {
  test('null, empty and exists on strings say what Kusto cannot tell', () => {
    expect(write(ask('null', 'F', {}))).toEqual({
      text: 'isempty(F)',
      said: ['kql-null-is-empty wider'],
    });
    expect(write(is('F', ''))).toEqual({
      text: 'isempty(F)',
      said: ['kql-missing-is-empty wider'],
    });
    expect(write(ask('exists', 'F', {}))).toEqual({
      text: 'isnotempty(F)',
      said: ['kql-empty-is-missing narrower'],
    });
    expect(write(is('F', '*'))).toEqual({
      text: 'isnotempty(F)',
      said: ['kql-empty-is-missing narrower'],
    });
  });

  test('under a negation the effect is the opposite', () => {
    expect(write(not(ask('null', 'F', {})))).toEqual({
      text: 'isnotempty(F)',
      said: ['kql-null-is-empty narrower'],
    });
  });

  test('it is said once a query', () => {
    const missing = and(ask('null', 'F', {}), ask('null', 'G', {}));
    expect(write(missing).said).toEqual(['kql-null-is-empty wider']);
  });

  test('other types have a null', () => {
    expect(exactly(ask('null', 'F', {}), 'F:int')).toBe('isnull(F)');
    expect(exactly(not(ask('null', 'F', {})), 'F:datetime')).toBe('isnotnull(F)');
    expect(exactly(is('F', '*'), 'F:dynamic')).toBe('isnotnull(F)');
    expect(exactly(is('F', ''), 'F:dynamic')).toBe('isnotnull(F) and tostring(F) == ""');
    for (const type of ['int', 'bool', 'datetime', 'real']) {
      const { said } = write(is('F', ''), { columns: `F:${type}` });
      expect(said).toEqual(['refused kql-matches-nothing']);
    }
  });
});

describe('regular expressions', () => {
  const re = (source: string, ignoreCase = false): Expression => {
    const parsed = parseRegex(source, { ignoreCase, multiLine: false, dotAll: false });
    const flags = { ignoreCase, multiLine: false, dotAll: false };
    return ask('regex', 'F', { regex: { source, flags, ast: (parsed as { ast: never }).ast } });
  };

  test('are searched for, in Kusto’s dialect', () => {
    expect(exactly(re(String.raw`a\d+\.exe`))).toBe(String.raw`F matches regex @"a[0-9]+\.exe"`);
    expect(exactly(re('abc', true))).toBe('F matches regex "(?i)abc"');
  });

  test('several of one column are one, unless that is long or their flags differ', () => {
    const any = (...options: Expression[]): string => exactly(or(...options));
    expect(any(re('a+'), re('b|c'), re('"'), re('d.', true))).toBe(
      'F matches regex "a+|b|c" or F matches regex "\\"" or F matches regex "(?i)d."',
    );
    expect(any(re('a\\d'), is('F', 'x'), is('F', '1?'), is('F', 'é'))).toBe(
      'F matches regex "a[0-9]" or F =~ "x" or F matches regex "(?is)^1.$|^é$"',
    );
    expect(exactly(not(or(is('F', '"?'), is('F', '2?"'))))).toBe(
      String.raw`not(F matches regex "(?is)^\".$|^2.\"$")`,
    );
    expect(any(re('a+'.repeat(40)), re('b+'.repeat(40)))).toMatch(/a\+"\nor F matches regex "b/);
    expect(write(or(re('a+'), re('b*'))).text).toBe('F matches regex "a+" or F matches regex "b*"');
  });

  test('that Kusto cannot say are refused', () => {
    expect(write(re('a(?=b)')).said).toEqual(['refused regex-look-around']);
    expect(write(re(String.raw`(a)\1`)).said).toEqual(['refused regex-back-reference']);
  });

  test('that match the empty string match what is missing', () => {
    expect(write(re('a*')).said).toEqual(['kql-regex-matches-empty wider']);
    expect(write(re('(?:|a)b|c?')).said).toEqual(['kql-regex-matches-empty wider']);
    expect(write(re('(?:|a)b')).said).toEqual([]);
  });
});

describe('networks', () => {
  const ten = ask('cidr', 'Ip', network(4, 10n << 24n, 8, '10.0.0.0/8'));
  const local = ask('cidr', 'Ip', network(4, 0xc0a8n << 16n, 16, '192.168.0.0/16'));
  const link = ask('cidr', 'Ip', network(6, 0xfe80n << 112n, 10, 'fe80::/10'));
  const all = ask('cidr', 'Ip', network(6, 0n, 0, '::/0'));

  test('one', () => {
    expect(exactly(ten)).toBe('ipv4_is_in_range(Ip, "10.0.0.0/8")');
    expect(exactly(link)).toBe('ipv6_is_in_range(Ip, "fe80::/10")');
    expect(exactly(ten, 'Ip:dynamic')).toBe('ipv4_is_in_range(tostring(Ip), "10.0.0.0/8")');
  });

  test('several', () => {
    expect(exactly(or(ten, link, local))).toBe(
      'ipv4_is_in_any_range(Ip, dynamic(["10.0.0.0/8", "192.168.0.0/16"]))\nor ipv6_is_in_range(Ip, "fe80::/10")',
    );
  });

  test('what is no address gives null, which a negation must not swallow', () => {
    expect(exactly(not(ten))).toBe('not(coalesce(ipv4_is_in_range(Ip, "10.0.0.0/8"), false))');
    expect(exactly(not(and(is('F', 'a'), not(ten))))).toContain('coalesce(');
  });

  test('an IPv4 address is in no network of IPv6, though Kusto maps it into one', () => {
    expect(exactly(all)).toBe('Ip contains ":" and ipv6_is_in_range(Ip, "::/0")');
  });
});

describe('comparisons', () => {
  const more = ask('compare', 'Size', { operator: 'gt', number: number('5') });

  test('of numbers', () => {
    expect(write(more)).toEqual({ text: 'Size > 5', said: ['note kql-number-assumed'] });
    expect(exactly(more, 'Size:real')).toBe('Size > 5');
    expect(exactly(not(more), 'Size:long')).toBe('not(coalesce(Size > 5, false))');
  });

  test('of text', () => {
    expect(write(more, { columns: 'Size:string' })).toEqual({
      text: 'toreal(Size) > 5',
      said: [],
    });
    const big = ask('compare', 'Size', { operator: 'lte', number: number('9007199254740993') });
    expect(write(big, { columns: 'Size:string' }).text).toBe('todecimal(Size) <= 9007199254740993');
  });

  test.each([
    ['lt', '<'],
    ['lte', '<='],
    ['gt', '>'],
    ['gte', '>='],
  ] as const)('%s', (operator, sign) => {
    expect(exactly(ask('compare', 'F', { operator, number: number('-1.5') }))).toBe(
      `F ${sign} -1.5`,
    );
  });
});

describe('numbers that are hard to keep', () => {
  const equal = (source: string, decimal = source): Expression =>
    ask('number', 'F', { number: number(source, decimal) });

  test('the longest long, and beyond', () => {
    expect(exactly(equal('9223372036854775807'))).toBe('F == 9223372036854775807');
    expect(exactly(equal('18446744073709551615'))).toBe('tostring(F) == "18446744073709551615"');
    expect(exactly(equal('18446744073709551615'), 'F:decimal')).toBe(
      'F == decimal(18446744073709551615)',
    );
    expect(exactly(equal('-9223372036854775808'), 'F:long')).toBe(
      'F == decimal(-9223372036854775808)',
    );
  });

  test('spellings', () => {
    expect(exactly(equal('0x1F', '31'), 'F:string')).toBe('F in~ ("0x1F", "31")');
    expect(exactly(not(equal('0x1F', '31')), 'F:string')).toBe('F !in~ ("0x1F", "31")');
    expect(exactly(equal('0x1F', '31'), 'F:int')).toBe('F == 31');
    expect(exactly(equal('1.50', '1.5'))).toBe('F == 1.5');
    expect(exactly(equal('0.12345678901234567890'), 'F:decimal')).toBe(
      'F == decimal(0.12345678901234567890)',
    );
  });
});

describe('dates', () => {
  test.each([
    ['minute', 'minute'],
    ['hour', 'hour'],
    ['day', 'day'],
    ['week', 'week_of_year'],
    ['month', 'month'],
    ['year', 'year'],
  ] as const)('%s', (part, word) => {
    const asked = ask('time-part', 'T', { part, operator: 'eq', number: number('5') });
    expect(exactly(asked)).toBe(
      `datetime_part("${word}", todatetime(replace_regex(T, @"(:[0-9.]+) *(?:[zZ]|[+-][0-9]{2}:?[0-9]{2})$", @"\\1"))) == 5`,
    );
    expect(exactly(asked, 'T:datetime')).toBe(`datetime_part("${word}", T) == 5`);
    expect(exactly(not(asked), 'T:datetime')).toBe(`datetime_part("${word}", T) != 5`);
  });

  test('several are a list', () => {
    const [one, two] = ['1', '2'].map((n) =>
      ask('time-part', 'T', { part: 'hour', operator: 'eq', number: number(n) }),
    );
    expect(exactly(or(one!, two!), 'T:datetime')).toBe('datetime_part("hour", T) in (1, 2)');
    expect(exactly(not(or(one!, two!)), 'T:datetime')).toBe('datetime_part("hour", T) !in (1, 2)');
  });

  test('an order under a negation', () => {
    const late = ask('time-part', 'T', { part: 'hour', operator: 'gte', number: number('18') });
    expect(exactly(late)).toBe(
      'datetime_part("hour", todatetime(replace_regex(T, @"(:[0-9.]+) *(?:[zZ]|[+-][0-9]{2}:?[0-9]{2})$", @"\\1"))) >= 18',
    );
    expect(exactly(not(late)).replace(/\n */g, '')).toBe(
      'not(coalesce(datetime_part("hour", todatetime(replace_regex(T, @"(:[0-9.]+) *(?:[zZ]|[+-][0-9]{2}:?[0-9]{2})$", @"\\1"))) >= 18, false))',
    );
  });
});

describe('booleans', () => {
  const yes = ask('boolean', 'F', { value: true });

  test('by type', () => {
    expect(exactly(yes)).toBe('tostring(F) =~ "true"');
    expect(exactly(yes, 'F:bool')).toBe('F == true');
    expect(exactly(yes, 'F:string')).toBe('F =~ "true"');
    expect(exactly(not(yes), 'F:bool')).toBe('F != true');
  });
});

describe('two fields', () => {
  const ref = (match: 'equals' | 'contains' | 'startswith' | 'endswith', cased = false) =>
    ask('field-ref', 'A', { other: name('B'), match, cased });

  test.each([
    ['equals', '=='],
    ['contains', 'contains_cs'],
    ['startswith', 'startswith_cs'],
    ['endswith', 'endswith_cs'],
  ] as const)('%s, where both are there', (match, operator) => {
    expect(write(ref(match))).toEqual({
      text: `isnotempty(B) and tolower(A) ${operator} tolower(B)`,
      said: ['kql-field-ref-empty narrower'],
    });
    expect(write(ref(match, true)).text).toBe(`isnotempty(B) and A ${operator} B`);
  });

  test('of numbers', () => {
    expect(exactly(ref('equals'), 'A:int,B:long')).toBe('A == B');
    expect(exactly(not(ref('equals')), 'A:int,B:long')).toBe('not(coalesce(A == B, false))');
    expect(exactly(ref('contains', true), 'A:int,B:int')).toBe(
      'isnotnull(B) and tostring(A) contains_cs tostring(B)',
    );
  });

  test('its two halves keep together under `or` and `not`', () => {
    expect(write(or(is('C', 'c'), ref('equals', true))).text).toBe(
      'C =~ "c" or (isnotempty(B) and A == B)',
    );
    expect(write(not(ref('equals', true))).text).toBe('not(isnotempty(B) and A == B)');
  });
});

describe('keywords', () => {
  test('are looked for in every column', () => {
    expect(exactly(kw('mimikatz'))).toBe('* contains "mimikatz"');
    expect(exactly(kw('*Mimi*', true))).toBe('* contains_cs "Mimi"');
    expect(exactly(kw('a*b'))).toBe('* matches regex "(?is)a.*b"');
    expect(exactly(kw('Ünal'))).toBe('* matches regex "(?is)Ünal"');
    expect(exactly(kw('*'))).toBe('true');
  });

  test('a negation is of all columns, which `* !contains` would not be', () => {
    expect(exactly(not(kw('a')))).toBe('not(* contains "a")');
  });
});

test('constants', () => {
  expect(exactly(constant(true))).toBe('true');
  expect(write(constant(false), { table: 'T' }).text).toBe('T\n| where false');
});
