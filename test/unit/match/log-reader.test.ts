import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../src/match/events/shapes.js';
import { readEvents } from '../../support/read-events.js';

const read = (text: string, piece?: number): readonly unknown[] => readEvents('e.log', text, piece);

const IIS = `#Software: Microsoft Internet Information Services 10.0
#Version: 1.0
#Fields: date time cs-method cs-uri-query cs(User-Agent) sc-status
2026-01-31 23:59:00 GET a=../ Mozilla/5.0+(Windows) 200
2026-01-31 23:59:01 GET - - 404
`;

const ZEEK = `#separator \\x09
#set_separator\t,
#empty_field\t(empty)
#unset_field\t-
#path\tdns
#fields\tts\tquery\tanswers\tTTLs
#types\ttime\tstring\tvector[string]\tset[interval]
1.5\ta b.test\tx,y\\x2cz\t(empty)
2.5\t-\t-\t1
#close\t2026-01-31-00-00-00
`;

describe('logs that say what their fields are', () => {
  test.each<[string, string, readonly unknown[]]>([
    [
      "W3C's format",
      IIS,
      [
        [
          4,
          {
            date: '2026-01-31',
            time: '23:59:00',
            'cs-method': 'GET',
            'cs-uri-query': 'a=../',
            'cs(User-Agent)': 'Mozilla/5.0+(Windows)',
            'c-useragent': 'Mozilla/5.0+(Windows)',
            'cs-user-agent': 'Mozilla/5.0+(Windows)',
            'sc-status': '200',
          },
        ],
        [
          5,
          {
            date: '2026-01-31',
            time: '23:59:01',
            'cs-method': 'GET',
            'cs-uri-query': null,
            'cs(User-Agent)': null,
            'sc-status': '404',
          },
        ],
      ].map(([line, json]) => [line, present(json as object)]),
    ],
    [
      'quoted strings, and fields that change',
      '#Fields: a b\r\n"x ""y""" 1\r\n#Fields: c\r\n2',
      [
        [2, { a: 'x "y"', b: '1' }],
        [4, { c: '2' }],
      ],
    ],
    ['lines with other fields', '#Fields: a b\n1\n1 2 3\n', ['event-log-line', 'event-log-line']],
    [
      "Zeek's format",
      ZEEK,
      [
        [8, { _path: 'dns', ts: '1.5', query: 'a b.test', answers: ['x', 'y,z'], TTLs: [] }],
        [9, { _path: 'dns', ts: '2.5', TTLs: ['1'] }],
      ],
    ],
  ])('%s', (_, text, events) => {
    expect(read(text)).toEqual(events);
    expect(read(text, 700)).toEqual(events);
  });

  test('lines of any length are held only as far as one may be long', () => {
    const line = 'x'.repeat(20 * 1024 * 1024);
    expect(read(`#Fields: a\n${line}\nb\n`, 1 << 16)).toEqual(['event-too-large', [3, { a: 'b' }]]);
    const quoted = `${'x""'.repeat(3_000_000)} `;
    const cells = read(`#Fields: a b\n"${quoted}" b\n`, 1 << 16);
    expect(cells).toEqual([[2, { a: quoted.replaceAll('""', '"'), b: 'b' }]]);
  });
});

function present(json: object): object {
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
}

test("a row of Purview's export is the event that it carries", () => {
  const AuditData = '{"CreationTime":"2026-01-31T23:59:00","Operation":"New-InboxRule"}';
  const { record } = viewOf({ CreationDate: '2026-01-31', Operations: 'x', AuditData });
  expect(record).toEqual(JSON.parse(AuditData));
});
