import { describe, expect, test } from 'vitest';
import { readColumn } from '../../../../src/store/placement.js';
import type { Column } from '../../../../src/store/placement.js';
import { and, is, not } from '../../predicate/build.js';
import { write } from './write.js';

const columns = {
  Data: { type: 'string', as: 'xml-text', of: 'EventData_Xml', key: 'Data' },
  Address: { type: 'string', as: 'xml-element', of: 'UserData_Xml', key: 'Address' },
  Image: { type: 'string', as: 'xml-data', of: 'EventData_Xml', key: 'Ima.ge' },
  http_host: { type: 'string', as: 'json', of: '_raw', key: 'host' },
};

function spl(rule: Parameters<typeof write>[0], given: typeof columns | object = columns) {
  const read = Object.entries(given).map(
    ([name, column]) => [name, readColumn(column as never) as Column] as const,
  );
  return write(rule, {}, 100, { columns: new Map(read) });
}

describe('a field that is read out of another', () => {
  test('is read after the search, and asked for in a search of its own', () => {
    expect(spl(and(is('EventCode', '400'), not(is('Data', '*a*'))))).toEqual({
      text: `EventCode="400"
| rex field=EventData_Xml max_match=0 "<Data>(?<Data>[^<]*)<"
| search NOT Data="*a*"`,
      said: [],
    });
  });

  test('may be an element, named data, or a place in JSON', () => {
    expect(spl(and(is('Address', 'a'), is('Image', 'b'), is('http_host', 'c'))).text).toBe(
      `*
| rex field=UserData_Xml max_match=0 "<Address(?: [^>]*)?>(?<Address>[^<]*)<"
| rex field=EventData_Xml max_match=0 "<Data Name=.Ima[.]ge.>(?<Image>[^<]*)<"
| spath input=_raw output=http_host path="host"
| search Address="a" Image="b" http_host="c"`,
    );
  });

  test('may be on a line of data without a name, or a field of its own already', () => {
    const HostName = { type: 'string', as: 'xml-line', of: 'EventData_Xml', key: 'HostName' };
    expect(spl(and(is('EventCode', '400'), is('HostName', 'a*')), { HostName }).text).toBe(
      `EventCode="400"
| rex field=EventData_Xml max_match=0 "[\\\\s>]HostName=(?<HostName>[^\\\\r\\\\n<]*)"
| search HostName="a*"`,
    );
  });

  test('may be in what SQL Server audits', () => {
    const action_id = {
      type: 'string',
      as: 'sql-audit-field',
      of: 'EventData_Xml',
      key: 'action_id',
    };
    expect(spl(is('action_id', 'LGEA'), { action_id }).text).toBe(
      `EventData_Xml="*LGEA*"
| rex field=EventData_Xml max_match=0 "[\\\\s>]action_id:(?<action_id>[^<]*?)\\\\s*(?:\\\\s(?:[a-z]+(?:_[a-z]+)+|statement|succeeded):|\\\\.?<)"
| search action_id="LGEA"`,
    );
  });

  test('that nothing asks for is not read', () => {
    expect(spl(is('a', 'b')).text).toBe('a="b"');
  });

  test.each([
    ['a key that is not a name', 'xml-element', 'UserData_Xml', 'a>(?<b>', 'a'],
    ['a key that is not a path', 'json', '_raw', 'a" | delete "', 'a'],
    ['a name that no group can have', 'xml-text', 'EventData_Xml', 'a', '1a'],
    ['an unknown reading', 'csv', '_raw', 'a', 'a'],
    ['a source field that is not a name', 'json', '_raw | delete', 'a', 'a'],
  ])('is refused for %s', (_, as, of, key, name) => {
    const { text, said } = spl(is(name, 'x'), { [name]: { as, of, key } });
    expect(said).toEqual(['refused unsupported-reading']);
    expect(text).not.toMatch(/delete|\(\?<b>/);
  });
});
