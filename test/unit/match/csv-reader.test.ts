import { describe, expect, test } from 'vitest';
import { EventReader } from '../../../src/match/event-reader.js';
import { readEvents } from '../../support/read-events.js';

const read = (text: string, piece?: number): readonly unknown[] => readEvents('e.csv', text, piece);

describe('CSV with a header', () => {
  test.each<[string, string, readonly unknown[]]>([
    [
      'rows',
      'Image,User\nC:\\a.exe,b\nc,\n',
      [
        [2, { Image: 'C:\\a.exe', User: 'b' }],
        [3, { Image: 'c' }],
      ],
    ],
    ['another delimiter', 'Image;User\na,b;c\n', [[2, { Image: 'a,b', User: 'c' }]]],
    ['no final line break', 'a,b\n1,2', [[2, { a: '1', b: '2' }]]],
    ['carriage returns', 'a,b\r\n1,2\r\n', [[2, { a: '1', b: '2' }]]],
    [
      'quotation marks',
      '"a","b c"\n"x ""y"", z","1\n2"\n3,4\n',
      [
        [2, { a: 'x "y", z', 'b c': '1\n2' }],
        [4, { a: '3', b: undefined, 'b c': '4' }],
      ],
    ],
    ['a byte order mark', '\ufeffa,b\n1,2\n', [[2, { a: '1', b: '2' }]]],
    [
      'an export of Sentinel',
      'TimeGenerated [UTC],Type\n1,Event\n',
      [[2, { TimeGenerated: '1', Type: 'Event' }]],
    ],
    [
      'names of the prototype',
      'constructor,__proto__\n1,2\n',
      [
        [
          2,
          Object.fromEntries([
            ['constructor', '1'],
            ['__proto__', '2'],
          ]),
        ],
      ],
    ],
    ['a row that is too long', 'a,b\n1,2,3\n4,5\n', ['event-csv-row', [3, { a: '4', b: '5' }]]],
    ['a file that ends too early', 'a,b\n"1,2\n', ['event-csv-truncated']],
    ['empty lines before the header', '\n\na,b\n1,2\n', [[4, { a: '1', b: '2' }]]],
    [
      "PowerShell's type",
      '#TYPE System.Object\r\n"a","b"\r\n"1","2"\r\n',
      [[3, { a: '1', b: '2' }]],
    ],
    ['the delimiter that Excel is told', 'sep=|\na|b\n1|2,3\n', [[3, { a: '1', b: '2,3' }]]],
    [
      'several columns of one name',
      'a,a,b\n1,2,3\n,4,5\n',
      [
        [2, { a: ['1', '2'], b: '3' }],
        [3, { a: '4', b: '5' }],
      ],
    ],
    ['one column', 'Message\nit boils, again\n', ['event-csv-row']],
    ['one column, quoted', 'Message\n"it boils, again"\n', [[2, { Message: 'it boils, again' }]]],
    ['empty rows', 'a,b\n\n,\n1,2\n', [[4, { a: '1', b: '2' }]]],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(read(text.padEnd(600, '\n'), 1)).toEqual(expected);
  });
});

test('a row is shown, and where it is too long', () => {
  const reader = new EventReader('e.csv');
  const [record] = reader.push(new TextEncoder().encode('a,b\n"1;""x",2,3,4\n'.padEnd(600, '\n')));
  if (record?.kind !== 'unreadable') throw new Error('It was read.');
  const { span } = record.diagnostic;
  expect(span?.file).toEqual({ path: 'e.csv', text: '"1;""x",2,3,4', firstLine: 2 });
  expect(span?.file.text.slice(span.start, span.end)).toBe('3,4');
});

describe('what services answer is read as its events', () => {
  const events = (value: unknown): readonly unknown[] =>
    read(JSON.stringify(value)).map((r) => (r as unknown[])[1]);
  test.each<[string, unknown, readonly unknown[]]>([
    [
      'Elasticsearch',
      { took: 1, hits: { total: 1, hits: [{ _source: { a: 1 } }] } },
      [{ _source: { a: 1 } }],
    ],
    [
      'Elasticsearch, of which only the hits were asked',
      { hits: { hits: [{ _source: { a: 1 } }, { _source: { a: 2 } }] } },
      [{ _source: { a: 1 } }, { _source: { a: 2 } }],
    ],
    ['Microsoft Graph', { '@odata.context': 'https://x', value: [{ a: 1 }] }, [{ a: 1 }]],
    ['Splunk', { preview: false, fields: [], results: [{ a: 1 }, { a: 2 }] }, [{ a: 1 }, { a: 2 }]],
    ['Defender', { Schema: [], Results: [{ a: 1 }] }, [{ a: 1 }]],
    ['hunting by Microsoft Graph', { schema: [{ name: 'a' }], results: [{ a: 1 }] }, [{ a: 1 }]],
    [
      'hunting by Microsoft Graph, with its context',
      { '@odata.context': 'https://x', schema: [{ name: 'a' }], results: [{ a: 1 }] },
      [{ a: 1 }],
    ],
    [
      'CloudWatch Logs',
      { events: [{ message: '{}' }], searchedLogStreams: [], nextToken: 't' },
      [{ message: '{}' }],
    ],
    [
      'a subscription of CloudWatch Logs',
      { messageType: 'DATA_MESSAGE', owner: '1', logGroup: 'g', logEvents: [{ message: '{}' }] },
      [{ message: '{}' }],
    ],
    [
      'ES|QL',
      {
        columns: [{ name: 'a.b', type: 'keyword' }, { name: 'c' }],
        values: [
          ['x', null],
          [['y', 'z'], 1],
        ],
      },
      [{ 'a.b': 'x' }, { 'a.b': ['y', 'z'], c: 1 }],
    ],
    [
      'rows of Splunk',
      {
        preview: false,
        fields: ['a', 'b'],
        rows: [
          ['x', ''],
          ['y', '1'],
        ],
      },
      [{ a: 'x' }, { a: 'y', b: '1' }],
    ],
    [
      'Log Analytics',
      {
        tables: [
          {
            name: 'PrimaryResult',
            columns: [{ name: 'a' }, { name: 'b' }],
            rows: [
              [1, null],
              [2, 'x'],
            ],
          },
        ],
      },
      [{ a: 1 }, { a: 2, b: 'x' }],
    ],
    [
      'columns of Splunk',
      {
        preview: false,
        fields: ['a', 'b'],
        columns: [
          ['x', 'y'],
          ['', '1'],
        ],
      },
      [{ a: 'x' }, { a: 'y', b: '1' }],
    ],
    [
      'a page of Azure',
      { value: [{ a: 1 }, { a: 2 }], nextLink: 'https://x' },
      [{ a: 1 }, { a: 2 }],
    ],
    ['a page of AWS', { Events: [{ a: 1 }], NextToken: 'x' }, [{ a: 1 }]],
    [
      'a list of Kubernetes',
      { kind: 'EventList', apiVersion: 'audit.k8s.io/v1', metadata: {}, items: [{ a: 1 }] },
      [{ a: 1 }],
    ],
    ['an event with a value', { value: [{ a: 1 }], name: 'x' }, [{ value: [{ a: 1 }], name: 'x' }]],
    ['an event with a list of its own', { results: [{ a: 1 }] }, [{ results: [{ a: 1 }] }]],
    [
      'an event with rows of its own',
      { columns: ['a'], values: [1] },
      [{ columns: ['a'], values: [1] }],
    ],
    ['an event with tables of its own', { tables: [{ a: 1 }] }, [{ tables: [{ a: 1 }] }]],
  ])('%s', (_, value, expected) => {
    expect(events(value)).toEqual(expected);
  });
});
