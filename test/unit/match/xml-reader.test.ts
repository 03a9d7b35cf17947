import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../src/match/events/shapes.js';
import { MatchEvent } from '../../../src/match/event.js';
import { readEvents } from '../../support/read-events.js';

const read = (text: string, piece?: number): readonly unknown[] => readEvents('e.xml', text, piece);

const event = (data: string): string =>
  "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>" +
  "<Provider Name='Service Control Manager'/><EventID Qualifiers='16384'>7045</EventID>" +
  "<TimeCreated SystemTime='2026-01-31T23:59:00.0000000Z'/><Channel>System</Channel></System>" +
  `<EventData>${data}</EventData></Event>`;
const NAMED = event("<Data Name='ServiceName'>a &amp; b</Data><Data Name='AccountName'/>");
const BARE = event('<Data>one</Data><Data>two</Data>');

const fieldsOf = (record: unknown, ...names: string[]): unknown => {
  const [line, json] = record as [number, Record<string, unknown>];
  const found = new MatchEvent(json, viewOf(json));
  return [line, ...names.map((name) => found.field(name))];
};

describe('XML of the Windows event log', () => {
  test.each([
    ['as Event Viewer saves it', `<?xml version="1.0"?>\r\n<Events>${NAMED}\r\n${BARE}</Events>`],
    ['as wevtutil writes it', `\n${NAMED}\n${BARE}\n`],
    [
      'as Sysmon for Linux sends it to syslog',
      `\nNov 30 10:00:00 pot sysmon: <Event>${NAMED.slice(NAMED.indexOf('<System>'))}\nNov 30 10:00:01 pot sshd[5]: x\n${BARE}\n`,
    ],
    ['as evtx_dump writes it', `Record 1\n${NAMED}\nRecord 2\n<?xml version="1.0"?>${BARE}\n`],
  ])('%s', (_, text) => {
    for (const piece of [undefined, 700, 513]) {
      const [first, second, ...others] = read(text, piece);
      expect(fieldsOf(first, 'Provider_Name', 'EventID', 'ServiceName', 'AccountName')).toEqual([
        2,
        ['Service Control Manager'],
        ['7045'],
        ['a & b'],
        [''],
      ]);
      expect(fieldsOf(second, 'Data')).toEqual([expect.any(Number), ['one', 'two']]);
      expect(others).toEqual([]);
    }
  });

  test('what is wrong with one event leaves the others', () => {
    expect(read(`${NAMED}<Event><a></Event>${NAMED}<Event>`)).toMatchObject([
      [1, {}],
      'event-not-xml',
      [1, {}],
      'event-truncated',
    ]);
    expect(read('<Events><EventData/></Events>')).toEqual(['event-file-xml']);
  });

  test('an event of any length is held only as far as one may be long', () => {
    const long = event(`<Data>${'x'.repeat(20 * 1024 * 1024)}</Data>`);
    expect(read(`${long}\n${NAMED}`, 1 << 16)).toMatchObject(['event-too-large', [2, {}]]);
  });
});
