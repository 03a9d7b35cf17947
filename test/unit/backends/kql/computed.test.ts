import { describe, expect, test } from 'vitest';
import { READINGS, readingOf } from '../../../../backends/kql/computed.js';
import type { Reading } from '../../../../src/backend/index.js';
import { stringLiteral } from '../../../../backends/kql/literals.js';
import { keepsRow } from '../../../engines/kql/evaluate.js';
import type { Row } from '../../../engines/kql/evaluate.js';
import { bindKql, readQuery } from '../../../engines/kql/parser.js';

const TYPES: Readonly<Record<string, string>> = {
  'json-text': 'dynamic',
  'named-value': 'dynamic',
};

function queryOf(column: Reading, value: string): string {
  return `T\n| extend Read = ${readingOf(column)!}\n| where Read == ${stringLiteral(value)}`;
}

/** Whether a row's value is read so, in a query that the parser and the binder take. */
function reads(column: Reading, row: Row, value: string): boolean {
  const query = queryOf(column, value);
  const type = TYPES[column.as] ?? 'string';
  expect(bindKql(query, 'T', `Of:${type}, Key:string, Own:string, Number:int`)).toEqual([]);
  return keepsRow(readQuery(query), 'T', row, { Number: 'int', Of: type });
}

const XML = `<DataItem type="System.XmlData"><EventData xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><Data Name="Image">C:\\a &amp; b.exe</Data><Data Name='New Value'>1 &lt; 2</Data><Data Name="Path.x">dotted</Data><Data Name="Pathxx">other</Data><Data Name="Empty" /></EventData></DataItem>`;
const NAMED = [
  { Name: 'From', Value: 'To' },
  { Name: 'To', Value: 'x "y"' },
];
const USER_DATA = `<DataItem><UserData><RuleAndFileData xmlns="http://schemas.microsoft.com/schemas/event/Microsoft.Windows/1.0.0.0"><PolicyName>EXE</PolicyName><FilePath>%OSDRIVE%\\A.EXE</FilePath></RuleAndFileData></UserData></DataItem>`;
const LINES = '<Data>Stopped</Data><Data>\n\tHostName=a &amp; b\n\tHostNames=c\n</Data>';
const AUDIT =
  '<Data>audit_schema_version:1\naction_id:AL  \nsucceeded:true\nsession_server_principal_name:x\n' +
  'server_principal_name:KETTLE\\a b\nschema_name:\nobject_name:y\nstatement:ALTER\n x_y: 1 &lt; 2\n' +
  'additional_information:&lt;a&gt;2&lt;/a&gt;\nuser_defined_information:\nhost_name:KETTLE\n.</Data>';
const UNNAMED =
  '<EventData><Data>a &quot;b&quot;</Data><Data></Data><Data>c</Data><Binary>00</Binary></EventData>';

const SUDO = 'one : TTY=pts/0 ; PWD=/home/a b ; USER=root ; COMMAND=/bin/sh -c a ; B=c';

const ACCESS = String.raw`192.0.2.7 - kay t [30/Nov/2026:15:00:00 +0000] "PUT /a b\".jsp?c=d HTTP/x HTTP/1.1" 201 512 "-" "ket\"tle 404"`;
const COMMON = '::1 - - [30/Nov/2026:15:00:00 +0000] "PUT /x.jsp/?y" 403 -';
const ERROR =
  '2026/11/30 15:00:00 [error] 1#1: *2 open() "/a" failed, client: ::1, request: "GET /a HTTP/1.1"';

/** How it is read, what the row holds, and what comes out of it. */
const CASES: readonly (readonly [Reading, Row, string])[] = [
  [{ as: 'column', of: 'Of', key: '' }, { Of: 'a' }, 'a'],
  [{ as: 'column', of: 'Of', key: '', without: '::ffff:' }, { Of: '::FFFF:10.0.0.1' }, '10.0.0.1'],
  [{ as: 'column', of: 'Of', key: '', without: '::ffff:' }, { Of: '10.0.0.1' }, '10.0.0.1'],
  [{ as: 'column', of: 'Of', key: '', empty: '-' }, { Of: '-' }, ''],
  [{ as: 'column', of: 'Of', key: '', empty: '-' }, { Of: '--' }, '--'],
  [{ as: 'xml-data', of: 'Of', key: 'Image' }, { Of: XML }, 'C:\\a & b.exe'],
  [{ as: 'xml-data', of: 'Of', key: 'New Value' }, { Of: XML }, '1 < 2'],
  [{ as: 'xml-data', of: 'Of', key: 'Path.x' }, { Of: XML }, 'dotted'],
  [{ as: 'xml-data', of: 'Of', key: 'Path.y' }, { Of: XML }, ''],
  [{ as: 'xml-data', of: 'Of', key: 'Empty' }, { Of: XML }, ''],
  [{ as: 'xml-data', of: 'Of', key: 'image' }, { Of: XML }, ''],
  [{ as: 'xml-field', of: 'Of', key: 'Image' }, { Of: XML }, 'C:\\a & b.exe'],
  [{ as: 'xml-field', of: 'Of', key: 'New Value' }, { Of: XML }, '1 < 2'],
  [{ as: 'xml-field', of: 'Of', key: 'FilePath' }, { Of: USER_DATA }, '%OSDRIVE%\\A.EXE'],
  [{ as: 'xml-field', of: 'Of', key: 'File' }, { Of: USER_DATA }, ''],
  [{ as: 'xml-text', of: 'Of', key: 'Data' }, { Of: UNNAMED }, 'a "b"\n\nc'],
  [{ as: 'xml-line', of: 'Of', key: 'HostName' }, { Of: LINES }, 'a & b'],
  [{ as: 'xml-line', of: 'Of', key: 'Name' }, { Of: LINES }, ''],
  [{ as: 'sql-audit-field', of: 'Of', key: 'action_id' }, { Of: AUDIT }, 'AL'],
  [{ as: 'sql-audit-field', of: 'Of', key: 'server_principal_name' }, { Of: AUDIT }, 'KETTLE\\a b'],
  [{ as: 'sql-audit-field', of: 'Of', key: 'schema_name' }, { Of: AUDIT }, ''],
  [{ as: 'sql-audit-field', of: 'Of', key: 'statement' }, { Of: AUDIT }, 'ALTER\n x_y: 1 < 2'],
  [{ as: 'sql-audit-field', of: 'Of', key: 'additional_information' }, { Of: AUDIT }, '<a>2</a>'],
  [{ as: 'sql-audit-field', of: 'Of', key: 'host_name' }, { Of: AUDIT }, 'KETTLE'],
  [{ as: 'sql-audit-field', of: 'Of', key: 'name' }, { Of: AUDIT }, ''],
  [{ as: 'account', of: 'Of', key: 'Key' }, { Of: 'D', Key: 'user' }, 'D\\user'],
  [{ as: 'xml-item', of: 'Of', key: '1' }, { Of: UNNAMED }, 'a "b"'],
  [{ as: 'xml-item', of: 'Of', key: '3' }, { Of: UNNAMED }, 'c'],
  [{ as: 'xml-item', of: 'Of', key: '9' }, { Of: UNNAMED }, ''],
  [{ as: 'json', of: 'Of', key: 'a.b' }, { Of: '{"a":{"b":true}}' }, 'true'],
  [{ as: 'json', of: 'Of', key: 'x-y' }, { Of: '{"x-y":"\\u00e9"}' }, 'é'],
  [{ as: 'json', of: 'Of', key: 'a' }, { Of: 'no JSON' }, ''],
  [
    { as: 'json', of: 'Of', key: 'PipeName', without: '\\Device\\NamedPipe' },
    { Of: '{"PipeName":"\\\\Device\\\\NamedPipe\\\\wkssvc"}' },
    '\\wkssvc',
  ],
  [{ as: 'json-text', of: 'Of', key: '' }, { Of: [{ id: '1' }] }, '[{"id":"1"}]'],
  [{ as: 'named-value', of: 'Of', key: 'To' }, { Of: NAMED }, 'x "y"'],
  [{ as: 'named-value', of: 'Of', key: 'T' }, { Of: NAMED }, ''],
  [{ as: 'cef-extension', of: 'Of', key: 'cfgpath' }, { Of: 'a=b;cfgpath=x y;c=d' }, 'x y'],
  [{ as: 'cef-extension', of: 'Of', key: 'cfgpath' }, { Of: 'mycfgpath=x' }, ''],
  [{ as: 'audit-field', of: 'Of', key: 'unit' }, { Of: 'pid=1 msg=\'unit=ufw comm="x"\'' }, 'ufw'],
  [{ as: 'sudo-field', of: 'Of', key: 'COMMAND' }, { Of: SUDO }, '/bin/sh -c a ; B=c'],
  [{ as: 'sudo-field', of: 'Of', key: 'PWD' }, { Of: SUDO }, '/home/a b'],
  [{ as: 'sudo-field', of: 'Of', key: 'TTY' }, { Of: SUDO }, 'pts/0'],
  [{ as: 'access-log', of: 'Of', key: 'client' }, { Of: ACCESS }, '192.0.2.7'],
  [{ as: 'access-log', of: 'Of', key: 'user' }, { Of: ACCESS }, 'kay t'],
  [{ as: 'access-log', of: 'Of', key: 'method' }, { Of: ACCESS }, 'PUT'],
  [{ as: 'access-log', of: 'Of', key: 'uri' }, { Of: ACCESS }, '/a b\\".jsp?c=d HTTP/x'],
  [{ as: 'access-log', of: 'Of', key: 'path' }, { Of: ACCESS }, '/a'],
  [{ as: 'access-log', of: 'Of', key: 'uri' }, { Of: COMMON }, '/x.jsp/?y'],
  [{ as: 'access-log', of: 'Of', key: 'path' }, { Of: COMMON }, '/x.jsp/'],
  [{ as: 'access-log', of: 'Of', key: 'query' }, { Of: ACCESS }, 'c=d HTTP/x'],
  [{ as: 'access-log', of: 'Of', key: 'query' }, { Of: COMMON }, 'y'],
  [{ as: 'access-log', of: 'Of', key: 'version' }, { Of: ACCESS }, 'HTTP/1.1'],
  [{ as: 'access-log', of: 'Of', key: 'status' }, { Of: ACCESS }, '201'],
  [{ as: 'access-log', of: 'Of', key: 'bytes' }, { Of: ACCESS }, '512'],
  [{ as: 'access-log', of: 'Of', key: 'referer', empty: '-' }, { Of: ACCESS }, ''],
  [{ as: 'access-log', of: 'Of', key: 'agent' }, { Of: ACCESS }, 'ket\\"tle 404'],
  [{ as: 'access-log', of: 'Of', key: 'agent' }, { Of: COMMON }, ''],
  [{ as: 'access-log', of: 'Of', key: 'status' }, { Of: ERROR }, ''],
  [{ as: 'access-log', of: 'Of', key: 'client' }, { Of: ERROR }, ''],
  [{ as: 'audit-field', of: 'Of', key: 'name' }, { Of: 'filename=x name="/etc/a"' }, '/etc/a'],
  [{ as: 'file-path', of: 'Of', key: 'Key' }, { Of: 'C:\\a\\b.exe', Key: 'B.EXE' }, 'C:\\a\\b.exe'],
  [{ as: 'file-path', of: 'Of', key: 'Key' }, { Of: 'C:\\a', Key: 'b.exe' }, 'C:\\a\\b.exe'],
  [
    { as: 'file-path', of: 'Of', key: 'Key' },
    { Of: 'C:\\xb.exe', Key: 'b.exe' },
    'C:\\xb.exe\\b.exe',
  ],
  [{ as: 'file-path', of: 'Of', key: 'Key' }, { Of: '/usr/bin', Key: 'sh' }, '/usr/bin/sh'],
  [{ as: 'file-path', of: 'Of', key: 'Key' }, { Of: 'C:\\a', Key: '' }, 'C:\\a'],
  [{ as: 'url-extension', of: 'Of', key: '' }, { Of: 'https://a.com/b.c/d.EXE?e.f' }, 'EXE'],
  [{ as: 'url-extension', of: 'Of', key: '' }, { Of: 'https://a.com' }, ''],
  [{ as: 'url-extension', of: 'Of', key: '' }, { Of: 'a.com/b?c=d.exe' }, ''],
  [{ as: 'url-host', of: 'Of', key: '' }, { Of: 'https://a:b@c.com:443/d?e' }, 'c.com'],
  [{ as: 'url-host', of: 'Of', key: '' }, { Of: 'a.com:443' }, 'a.com'],
  [{ as: 'url-host', of: 'Of', key: '' }, { Of: 'a.com/b:c@d' }, 'a.com'],
  [{ as: 'url-host', of: 'Of', key: '' }, { Of: 'a.com' }, 'a.com'],
  [{ as: 'url-path', of: 'Of', key: '' }, { Of: 'https://a.com/b/c.d?e=/f#g' }, '/b/c.d'],
  [{ as: 'url-path', of: 'Of', key: '' }, { Of: 'a.com/b?c' }, '/b'],
  [{ as: 'url-path', of: 'Of', key: '' }, { Of: '/b#c' }, '/b'],
  [{ as: 'url-path', of: 'Of', key: '' }, { Of: 'https://a.com?b=/c' }, ''],
  [{ as: 'url-path', of: 'Of', key: '' }, { Of: 'a.com:443//b' }, '//b'],
  [{ as: 'url-query', of: 'Of', key: '' }, { Of: 'https://a.com/b?c=d?e#f' }, 'c=d?e'],
  [{ as: 'uri', of: 'Of', key: 'Key' }, { Of: '/a', Key: 'b=c' }, '/a?b=c'],
  [{ as: 'uri', of: 'Of', key: 'Key' }, { Of: '/a', Key: '-' }, '/a'],
  [{ as: 'uri-query', of: 'Of', key: 'Key' }, { Of: '/a', Key: 'b=c' }, '/a?b=c'],
  [
    { as: 'registry-key', of: 'Of', key: '' },
    { Of: 'HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\x' },
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\x',
  ],
  [
    { as: 'registry-key', of: 'Of', key: '' },
    { Of: 'HKEY_CURRENT_USER\\S-1-5-21-1-1001_Classes\\x' },
    'HKU\\S-1-5-21-1-1001_Classes\\x',
  ],
  [
    { as: 'registry-key', of: 'Of', key: '' },
    { Of: 'HKEY_USERS\\.DEFAULT\\SYSTEM\\ControlSet001' },
    'HKU\\.DEFAULT\\SYSTEM\\ControlSet001',
  ],
  [{ as: 'registry-path', of: 'Of', key: 'Key' }, { Of: 'HKEY_LOCAL_MACHINE\\a' }, 'HKLM\\a'],
  [{ as: 'registry-path', of: 'Of', key: 'Key' }, { Of: 'HKEY_USERS\\a', Key: 'b' }, 'HKU\\a\\b'],
  [{ as: 'registry-value', of: 'Of', key: 'Key' }, { Of: 'HKEY_USERS\\a', Key: 'b' }, 'HKU\\a\\b'],
  [{ as: 'registry-value', of: 'Of', key: 'Key' }, { Of: 'a', Key: '' }, 'a\\(Default)'],
  [{ as: 'registry-path-joined', of: 'Of', key: 'Key' }, { Of: 'a', Key: '' }, 'a'],
  [{ as: 'registry-path-joined', of: 'Of', key: 'Key' }, { Of: 'a', Key: 'b' }, 'a\\b'],
  [{ as: 'registry-value-joined', of: 'Of', key: 'Key' }, { Of: 'a', Key: 'b' }, 'a\\b'],
  [
    { as: 'registry-typed-data', of: 'Of', key: 'Key' },
    { Of: '4294967295', Key: 'Dword' },
    'DWORD (0xffffffff)',
  ],
  [
    { as: 'registry-typed-data', of: 'Of', key: 'Key' },
    { Of: '4294967298', Key: 'Qword' },
    'QWORD (0x00000001-0x00000002)',
  ],
  [
    { as: 'registry-typed-data', of: 'Of', key: 'Key' },
    { Of: 'AQ==', Key: 'Binary' },
    'Binary Data',
  ],
  [{ as: 'registry-typed-data', of: 'Of', key: 'Key' }, { Of: '', Key: 'String' }, '(Empty)'],
  [{ as: 'registry-typed-data', of: 'Of', key: 'Key' }, { Of: '1', Key: 'String' }, '1'],
  [{ as: 'xml-data', of: 'Of', key: 'Image', first: 'Own' }, { Of: XML, Own: 'x' }, 'x'],
  [{ as: 'xml-data', of: 'Of', key: 'Image', first: 'Own' }, { Of: XML, Own: '' }, 'C:\\a & b.exe'],
  [{ as: 'xml-data', of: 'Of', key: 'x', first: 'tostring(Number)' }, { Of: XML, Number: 3 }, '3'],
];

describe('what is read out of another column', () => {
  test.each(CASES.map((c, i) => [i, c[0].as, c] as const))(
    '%i: %s',
    (_, __, [column, row, value]) => {
      expect(reads(column, row, value)).toBe(true);
      expect(reads(column, row, `${value}.`)).toBe(false);
    },
  );

  test('of nothing is empty', () => {
    const whole = ['registry-value', 'registry-value-joined', 'file-path'];
    const keys: Readonly<Record<string, string>> = { 'xml-item': '1', 'access-log': 'uri' };
    for (const as of Object.keys(READINGS).filter((a) => !whole.includes(a))) {
      const column = { as, of: 'Of', key: keys[as] ?? 'Key' };
      const row = { Of: as === 'json-text' ? null : '', Key: '' };
      expect([as, reads(column, row, '')]).toEqual([as, true]);
    }
  });

  test('has a case for each reading', () => {
    expect(new Set(CASES.map(([{ as }]) => as))).toEqual(new Set(Object.keys(READINGS)));
  });
});

const HOSTILE = [
  'a"b',
  "a'b",
  'a\\',
  'a"]) | where true //',
  '</Data><Data Name="b">',
  'a|b',
  '(a+)+$',
  '[a',
  'a\nb',
  '.*',
  ';a=b;',
  '__x',
  'where',
  '🙂',
  '',
];

describe('names that would change the query', () => {
  test.each(HOSTILE)('%j is refused or stays a name', (name) => {
    for (const as of [...Object.keys(READINGS), 'toString', '__proto__', 'nothing']) {
      for (const column of [
        { as, of: 'Of', key: name },
        { as, of: name, key: 'Key' },
        { as, of: 'Of', key: 'Key', without: name, empty: name },
      ]) {
        if (readingOf(column) === null) continue;
        const branches = readQuery(queryOf(column, 'x'));
        expect(branches.map((b) => b.steps.map((s) => s.kind))).toEqual([['extend', 'where']]);
      }
    }
  });
});
