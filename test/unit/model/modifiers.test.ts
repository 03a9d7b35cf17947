import { describe, expect, test } from 'vitest';
import { modifiers } from '../../../src/model/modifiers/index.js';
import { item, messages, values, wrong } from './build.js';

describe('plain values', () => {
  test.each([
    ['x', "'x'"],
    ["'C:\\a \\*'", "'C:\\a \\*'"],
    ["''", "''"],
    ['null', 'null'],
    ['~', 'null'],
    ['true', 'true'],
    ['yes', "'yes'"],
    ['4688', 'number 4688 = 4688'],
    ["'4688'", "'4688'"],
    ['010', 'number 010 = 10'],
    ['0x10', 'number 0x10 = 16'],
    ['0o17', 'number 0o17 = 15'],
    ['1e3', 'number 1e3 = 1000'],
    ['-1.50', 'number -1.50 = -1.5'],
    ['+7', 'number +7 = 7'],
    ['9223372036854775807', 'number 9223372036854775807 = 9223372036854775807'],
    ['.inf', "'.inf'"],
    ['2025-01-01', "'2025-01-01'"],
    ['2025-01-01T10:00:00Z', "'2025-01-01T10:00:00Z'"],
  ])('%s', (written, read) => {
    expect(values('f', written)).toEqual([read]);
    expect(wrong('f', written)).toEqual([]);
  });
});

describe('each modifier', () => {
  test.each([
    ['f|contains', 'x', ["'*x*'"]],
    ['f|startswith', 'x', ["'x*'"]],
    ['f|endswith', 'x', ["'*x'"]],
    ['f|contains', "'*x*'", ["'*x*'"]],
    ['f|contains', "''", ["'*'"]],
    ['f|contains', '0x10', ["'*0x10*'"]],
    ['f|contains', '12345678901234567890', ["'*12345678901234567890*'"]],
    ['f|contains', 'True', ["'*True*'"]],
    ['f|contains', '[a, b]', ["'*a*'", "'*b*'"]],
    ['f|exists', 'true', ['exists']],
    ['f|exists', 'false', ['is missing']],
    ['f|cased', 'Ab', ["cased 'Ab'"]],
    ['f|cased', '5', ['number 5 = 5']],
    ['f|cased|contains', 'Ab', ["cased '*Ab*'"]],
    ['f|contains|cased', 'Ab', ["cased '*Ab*'"]],
    ['f|windash', 'no flag', ["'no flag'"]],
    ['f|windash', '5', ['number 5 = 5']],
    ['f|windash', "'-a'", ["('-a' or '/a' or '–a' or '—a' or '―a')"]],
    ['f|contains|windash', "' /a'", ["('* /a*' or '* -a*' or '* –a*' or '* —a*' or '* ―a*')"]],
    [
      'f|windash',
      "'x-a /usr/bin'",
      ["('x-a /usr/bin' or 'x-a -usr/bin' or 'x-a –usr/bin' or 'x-a —usr/bin' or 'x-a ―usr/bin')"],
    ],
    ['f|re', "'^a.*\\d$'", ['/^a.*\\d$/']],
    ['f|re', '5', ['/5/']],
    ['f|re', "'a\\\\b\\*'", ['/a\\\\b\\*/']],
    ['f|re|i', 'a', ['/a/i']],
    ['f|re|i|m|s', 'a', ['/a/ims']],
    ['f|re|ignorecase|multiline|dotall', 'a', ['/a/ims']],
    ['f|base64', 'foobar', ["'Zm9vYmFy'"]],
    ['f|base64', "''", ["''"]],
    ['f|base64', 'é', ["'w6k='"]],
    ['f|base64', "'a\\*b'", ["'YSpi'"]],
    ['f|base64|contains', 'foo', ["'*Zm9v*'"]],
    ['f|base64offset|contains', 'foobar', ["('*Zm9vYmFy*' or '*Zvb2Jhc*' or '*mb29iYX*')"]],
    ['f|base64offset|contains', 'foo bar', ["('*Zm9vIGJhc*' or '*ZvbyBiYX*' or '*mb28gYmFy*')"]],
    ['f|wide|base64', 'foo', ["'ZgBvAG8A'"]],
    ['f|utf16|base64', 'foo', ["'//5mAG8AbwA='"]],
    ['f|wide|base64', '€', ["'rCA='"]],
    ['f|wide|base64offset|contains', 'foo', ["('*ZgBvAG8A*' or '*YAbwBvA*' or '*mAG8Abw*')"]],
    ['f|lt', '5', ['lt 5']],
    ['f|lte', "'0x10'", ['lte 16']],
    ['f|gt', '-1.5', ['gt -1.5']],
    ['f|gte', '18446744073709551616', ['gte 18446744073709551616']],
    ['f|minute', '59', ['minute eq 59']],
    ['f|hour', '0', ['hour eq 0']],
    ['f|day', '31', ['day eq 31']],
    ['f|week', '53', ['week eq 53']],
    ['f|month', "'12'", ['month eq 12']],
    ['f|year', '2025', ['year eq 2025']],
    ['f|hour|gte', '22', ['hour gte 22']],
    ['f|gte|hour', '22', ['hour gte 22']],
    ['f|cidr', '10.0.0.0/8', ['network 10.0.0.0/8']],
    ['f|cidr', "'FE80::/10'", ['network fe80::/10']],
    ['f|cidr', '192.0.2.1', ['network 192.0.2.1/32']],
    ['f|expand', "'%Servers%'", ["'%Servers%'"]],
    ['f|contains|expand', "'x%a%*'", ["'*x%a%*'"]],
    ['f|fieldref', 'Other.Field', ['equals field Other.Field']],
    ['f|fieldref|contains', 'Other', ['contains field Other']],
    ['f|startswith|fieldref', 'Other', ['startswith field Other']],
    ['f|fieldref|endswith|cased', 'Other', ['cased endswith field Other']],
    ['f|cased|fieldref', 'Other', ['cased equals field Other']],
  ])('%s: %s', (key, value, read) => {
    expect(values(key, value)).toEqual(read);
    expect(wrong(key, value)).toEqual([]);
  });

  test.each([
    ['f|utf16le', 'ab', ["'a\0b\0'"]],
    ['f|wide', 'ab', ["'a\0b\0'"]],
    ['f|utf16be', 'ab', ["'\0a\0b'"]],
    ['f|utf16', 'a', ["'ÿþa\0'"]],
    ['f|wide|contains', 'a', ["'*a\0*'"]],
  ])('%s: %s, told for want of Base64', (key, value, read) => {
    expect(values(key, value)).toEqual(read);
    const [, name] = key.split('|');
    expect(wrong(key, value)).toEqual([`utf16-without-base64 "${name}"`]);
  });

  test.each([
    ['f', 'C:\\temp\\*', true],
    ['f|contains', 'x\\*', true],
    ['f|endswith', '\\temp\\*', true],
    ['f|contains', '/tn \\*', false],
    ['f|contains', '\\*', false],
    ['f|contains', '\\*x\\*', false],
    ['f|contains', 'x=\\*', false],
    ['f', 'C:\\temp\\\\*', false],
    ['f|re', 'x\\*', false],
    ['f', '*\\temp\\7z*\\*', true],
    ['f|startswith', 'C:\\Users\\*\\AppData\\', true],
    ['f|contains', '\\temp\\*.rar\\', true],
    ['f', 'C:\\*\\tea.exe', true],
    ['f', 'C:\\*.exe', true],
    ['f|endswith', '\\temp\\*.exe', true],
    ['f|contains', '%TEMP%\\*.dll', true],
    ['f|contains', 'del C:\\temp\\*.exe', false],
    ['f|contains', '/path:\\*.exe /s', false],
    ['f|endswith', '\\*.exe', false],
    ['f', 'C:\\Users\\\\*\\AppData', false],
    ['f', 'C:\\Users\\\\\\*\\AppData', false],
    ['f|contains', '\\*boil\\*', false],
    ['f|contains', '(tea=\\*)(pot=\\*)', false],
    ['f|re', '\\Wsers\\*\\Wpp\\W', false],
  ])('an escaped asterisk: %s: %s', (key, value, told) => {
    expect(wrong(key, `'${value}'`)).toEqual(told ? [`escaped-asterisk "'${value}'"`] : []);
  });

  test.each([
    ['f|startswith', '\\??\\C:\\', true],
    ['f|contains', 'x \\??\\C:', true],
    ['f|startswith', '\\\\\\?\\?\\C:\\', false],
    ['f', '/boil\\?tea=??', false],
    ['f|re', 'x\\??\\\\', false],
  ])('the prefix of a device: %s: %s', (key, value, told) => {
    expect(wrong(key, `'${value}'`)).toEqual(told ? [`escaped-device-prefix "'${value}'"`] : []);
  });

  test.each([
    ['“boil”', true],
    ['‘x’', true],
    ['„x“', true],
    ['“', false],
    ["'“boil”'", false],
    ['“a” b', false],
  ])('typographic quotes around a value: %s', (value, told) => {
    expect(wrong('f', value)).toEqual(told ? [`typographic-quotes "${value}"`] : []);
  });

  test('all reaches into nested lists, which is told', () => {
    expect(wrong('f|contains|all', '[[a, b], c]')).toEqual(['nested-list-all "[a, b]"']);
    expect(wrong('f|contains|all', '[[a], c]')).toEqual([]);
    expect(wrong('f', '[[a, b], c]')).toEqual([]);
  });

  test('all links with AND, neq negates, wherever they stand', () => {
    for (const key of ['f|all|contains', 'f|contains|all']) {
      expect(item(key, '[a, b]').item.linking).toBe('all');
    }
    for (const key of ['f|neq|contains', 'f|contains|neq', 'f|cidr|neq', 'f|neq|lt']) {
      expect(item(key, key.includes('lt') ? '5' : '10.0.0.0/8').item.negated).toBe(true);
    }
    expect(item('f|re|i|neq', 'a').problems).toEqual([]);
    expect(item('f|fieldref|neq', 'a').problems).toEqual([]);
    expect(item('f', '[a, b]').item).toMatchObject({ linking: 'any', negated: false });
  });

  test('all does not link the alternatives of windash (pySigma#395)', () => {
    const read = item('f|windash|contains|all', "[' -a', ' -b']").item;
    expect(read.linking).toBe('all');
    expect(read.values.map((v) => v.kind)).toEqual(['value-group', 'value-group']);
  });
});

describe('from PAINS: wildcards that a modifier adds', () => {
  test('a trailing backslash does not escape them (pySigma#431, elasticsearch#167)', () => {
    expect(values('f|contains', "'\\Desktop\\'")).toEqual(["'*\\Desktop\\\\*'"]);
    expect(values('f|startswith', "'C:\\'")).toEqual(["'C:\\\\*'"]);
    const [value] = item('f|contains', "'\\AppData\\'").item.values;
    expect(value).toMatchObject({ pattern: [{ kind: 'any' }, '\\AppData\\', { kind: 'any' }] });
  });

  test('an escaped wildcard stays a character (legacy-sigmatools#14)', () => {
    const [value] = item('f|contains', "'/tn \\*'").item.values;
    expect(value).toMatchObject({ pattern: [{ kind: 'any' }, '/tn *', { kind: 'any' }] });
  });
});

describe('placeholders', () => {
  const parts = (value: string) => {
    const [read] = item('f|expand', value).item.values;
    return read?.kind === 'string'
      ? read.pattern.map((p) => (typeof p === 'object' && p.kind === 'placeholder' ? [p.name] : p))
      : null;
  };

  test('a backslash makes a percent sign of one, and a backslash of another', () => {
    expect(parts("'\\%plain%name%'")).toEqual(['%plain', ['name']]);
    expect(parts("'\\\\%name%'")).toEqual(['\\', ['name']]);
    expect(parts("'%a%%b%'")).toEqual([['a'], ['b']]);
    expect(parts("'100% %a% 50%'")).toEqual(['100% ', ['a'], ' 50%']);
  });

  test('without expand they are text', () => {
    expect(item('f', "'%a%'").item.values).toMatchObject([{ pattern: ['%a%'] }]);
    expect(item('f', "'\\%a%'").item.values).toMatchObject([{ pattern: ['\\%a%'] }]);
  });
});

describe('values that do not fit', () => {
  test.each([
    ['f|contains', 'null', ['wrong-value "null"']],
    ['f|contains', '[a, null, ~]', ['wrong-value "null"', 'wrong-value "~"']],
    ['f|exists', '1', ['wrong-value "1"']],
    ['f|exists', 'maybe', ['wrong-value "maybe"']],
    ['f|exists', "'true'", [`exists-value "'true'"`]],
    ['f|exists', 'no', ['exists-value "no"']],
    ['f|lt', 'abc', ['wrong-value "abc"']],
    ['f|lt', 'true', ['wrong-value "true"']],
    ['f|lt', '[1, a, b]', ['wrong-value "a"', 'wrong-value "b"']],
    ['f|hour', '24', ['time-out-of-range "24"']],
    ['f|day', '0', ['time-out-of-range "0"']],
    ['f|month', '1.5', ['time-out-of-range "1.5"']],
    ['f|week', '54', ['time-out-of-range "54"']],
    ['f|year', 'noon', ['wrong-value "noon"']],
    ['f|cidr', '10.0.0.0/33', ['bad-network "10.0.0.0/33"']],
    ['f|cidr', '10.*', ['bad-network "10.*"']],
    ['f|cidr', '10.0.0.1/8', ['network-host-bits "10.0.0.1/8"']],
    ['f|cidr', '5', ['wrong-value "5"']],
    ['f|base64', "'a*'", [`encoded-wildcard "'a*'"`]],
    ['f|base64', 'null', ['wrong-value "null"']],
    ['f|wide|base64', "'a?'", [`encoded-wildcard "'a?'"`]],
    ['f|base64offset|contains', 'a', ['base64offset-too-short "a"']],
    ['f|fieldref', "'Oth*'", [`fieldref-wildcard "'Oth*'"`]],
    ['f|fieldref', "''", [`fieldref-empty "''"`]],
    ['f|windash', 'null', ['wrong-value "null"']],
    ['f|windash', "'-a -b -c -d -e'", [`windash-too-many "'-a -b -c -d -e'"`]],
    ['f|re', 'null', ['wrong-value "null"']],
    ['f|re', "'x(y'", ['regex-parenthesis-not-closed "("']],
    ['f|re', '"\\x41\\\\(\\t["', ['regex-bracket-not-closed "["']],
  ])('%s: %s', (key, value, problem) => {
    expect(wrong(key, value)).toEqual(problem);
  });
});

describe('modifiers that do not fit', () => {
  test.each([
    ['f|contians', 'unknown-modifier "contians"', 'Did you mean `contains`?'],
    ['f|in', 'needless-modifier "in"', 'A list already matches any'],
    ['f|contains|any', 'needless-modifier "any"', 'Remove it'],
    ['f|contains|nocase', 'needless-modifier "nocase"', 'already ignores case'],
    ['f|contains|any|all', 'unknown-modifier "any"', 'It contradicts `all`.'],
    ['f|contains|equals', 'unknown-modifier "equals"', 'It contradicts `contains`.'],
    ['f|re|nocase', 'unknown-modifier "nocase"', 'Write `re|i`.'],
    ['f|regex', 'unknown-modifier "regex"', 'Did you mean `re`?'],
    ['f|present', 'unknown-modifier "present"', 'Did you mean `exists`?'],
    ['f|ends', 'unknown-modifier "ends"', 'Did you mean `endswith`?'],
    ['f|frobnicate', 'unknown-modifier "frobnicate"', 'no modifier `frobnicate`'],
    ['f|', 'empty-modifier "|"', 'remove the `|`'],
    ['f||contains', 'empty-modifier "|"', 'remove the `|`'],
    ['f|Contains', 'modifier-spelling "Contains"', '`contains`'],
    ['f|base64|base64', 'repeated-modifier "base64"', 'Remove one'],
    ['f|contains|contains', 'redundant-modifier "contains"', 'Remove one'],
    ['f|all', 'all-single-value "all"', 'Remove it'],
    ['f|re|contains', 'redundant-contains "contains"', 'already matches anywhere'],
    ['f|contains|re', 'redundant-contains "contains"', 'already matches anywhere'],
    ['f|re|cased', 'redundant-cased "cased"', 'case-sensitive'],
    ['f|cased|re', 'redundant-cased "cased"', 'case-sensitive'],
    ['f|re|startswith', 'illegal-chain "startswith"', 'write ^'],
    ['f|re|i|endswith', 'illegal-chain "endswith"', 'write $'],
    ['f|startswith|re', 'illegal-chain "re"', 'Put that into the expression'],
    ['f|re|i|cased', 'illegal-chain "cased"', '`i` ignores case'],
    ['f|cased|re|i', 'illegal-chain "i"', '`i` ignores case'],
    ['f|i', 'flag-without-re "i"', 'Write `|re|i`'],
    ['f|i|re', 'illegal-chain "re"', 'Write `|re|i`'],
    ['f|contains|i', 'flag-without-re "i"', 'Write `|re|i`'],
    ['f|re|windash', 'illegal-chain "windash"', '[-/]'],
    ['f|re|base64', 'illegal-chain "base64"', 'Remove one'],
    ['f|contains|startswith', 'illegal-chain "startswith"', 'Keep one'],
    ['f|contains|base64', 'illegal-chain "base64"', 'Write `|base64|contains`'],
    ['f|contains|wide', 'illegal-chain "wide"', 'Write `|wide|contains`'],
    ['f|base64|wide', 'illegal-chain "wide"', 'write `|wide|base64`'],
    ['f|wide|utf16', 'illegal-chain "utf16"', 'Keep one'],
    ['f|base64|windash', 'illegal-chain "windash"', 'Write `|windash|base64`'],
    ['f|expand|base64', 'illegal-chain "base64"', 'Placeholders'],
    ['f|base64offset', 'base64offset-without-contains "base64offset"', 'Add `contains`'],
    ['f|contains|lt', 'illegal-chain "lt"', 'Remove `contains`'],
    ['f|lt|gt', 'illegal-chain "gt"', 'write the field twice'],
    ['f|hour|day', 'illegal-chain "day"', 'write the field twice'],
    ['f|contains|hour', 'illegal-chain "hour"', 'Remove `contains`'],
    ['f|contains|cidr', 'illegal-chain "cidr"', 'Remove `contains`'],
    ['f|cidr|contains', 'illegal-chain "contains"', 'Remove one'],
    ['f|exists|contains', 'illegal-chain "contains"', 'Remove one'],
    ['f|contains|exists', 'illegal-chain "exists"', 'Remove `contains`'],
    ['f|cased|exists', 'illegal-chain "exists"', 'Remove `cased`'],
    ['f|lt|cased', 'illegal-chain "cased"', 'Remove one'],
    ['f|windash|fieldref', 'illegal-chain "fieldref"', 'Remove `windash`'],
    ['f|re|fieldref', 'illegal-chain "fieldref"', 'Remove `re`'],
    ['f|expand', 'expand-without-placeholder "expand"', '%name%'],
  ])('%s', (key, problem, message) => {
    expect(wrong(key, '55')).toEqual([problem]);
    expect(messages(key, '55')[0]).toContain(message);
  });

  test('all of the wrong ones are named', () => {
    expect(wrong('f|contians|lt|gt|', '5')).toEqual([
      'unknown-modifier "contians"',
      'illegal-chain "gt"',
      'empty-modifier "|"',
    ]);
  });

  test.each([
    ["'|startswith'", 'startswith'],
    ["'|exists'", 'exists'],
    ["'|cidr'", 'cidr'],
    ["'|lt'", 'lt'],
    ["'|hour'", 'hour'],
    ["'|fieldref'", 'fieldref'],
  ])('%s asks something of a field', (key, name) => {
    expect(wrong(key, '5')).toEqual([`modifier-needs-field "${name}"`]);
  });

  test('a hundred modifiers are not looked at', () => {
    expect(wrong(`f${'|contains'.repeat(100)}`, 'x')).toEqual(['too-many-modifiers "contains"']);
  });
});

describe('the table', () => {
  test('has every modifier of the specification and of pySigma', () => {
    expect(modifiers.map((m) => m.name).sort()).toEqual(
      `all base64 base64offset cased cidr contains day dotall endswith exists expand fieldref gt gte
      hour i ignorecase lt lte m minute month multiline neq re s startswith utf16 utf16be utf16le week
      wide windash year`.split(/\s+/),
    );
  });

  test('names only its own in what may stand before', () => {
    const names = new Set(modifiers.map((m) => m.name));
    for (const { follows } of modifiers) {
      expect(follows.filter((f) => !names.has(f))).toEqual([]);
    }
  });

  test('says of every clash what to do instead', () => {
    for (const modifier of modifiers) {
      if (['all', 'neq'].includes(modifier.name)) continue;
      for (const { name } of modifiers) expect(modifier.instead(name)).toMatch(/[.]$/);
    }
  });

  test('describes each in a line', () => {
    for (const { description } of modifiers) expect(description).toMatch(/^[^\n]{10,100}\.$/);
  });

  test('no chain throws', () => {
    const names = modifiers.map((m) => m.name);
    for (const a of names) {
      for (const b of names) {
        for (const value of ["'%x% -a'", '5', 'null', 'true', '10.0.0.0/8']) {
          expect(() => wrong(`f|${a}|${b}`, value)).not.toThrow();
        }
      }
    }
  });
});
