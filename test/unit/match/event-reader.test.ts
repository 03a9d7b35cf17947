import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventReader } from '../../../src/match/event-reader.js';
import type { EventRecord } from '../../../src/match/event-reader.js';
import { codeFrame } from '../../../src/source/code-frame.js';

function read(text: string | Uint8Array, size = 1 << 16): EventRecord[] {
  const reader = new EventReader('e.json');
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const records: EventRecord[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    records.push(...reader.push(bytes.subarray(at, at + size)));
  }
  return [...records, ...reader.end()];
}

function short(records: readonly EventRecord[]): unknown[] {
  return records.map((r) =>
    r.kind === 'event' ? [r.index, r.line, r.json] : [r.index, r.line, r.diagnostic.code],
  );
}

describe('events', () => {
  test.each([
    ['one a line', '{"a":1}\n{"a":2}\n', [1, 2]],
    ['one a line, CRLF, blank lines', '{"a":1}\r\n\r\n{"a":2}', [1, 3]],
    ['one after another', '{"a":1}{"a":2} {"a":3}', [1, 1, 1]],
    ['over several lines', '{\n "a": 1\n}\n{\n "a": {\n  "b": [\n   {\n}]}\n}\n', [1, 4]],
    ['a list', '[{"a":1},\n{"a":2}]', [1, 2]],
    ['a list over several lines', '[\n  {\n    "a": 1\n  },\n  {\n    "a": 2\n  }\n]\n', [2, 5]],
    ['several lists', '[{"a":1}]\n[{"a":2}]\n', [1, 2]],
    ['a comma between', '{"a":1},\n{"a":2},\n', [1, 2]],
    ['a byte order mark', '\ufeff{"a":1}', [1]],
    ['brackets and quotes in strings', '{"a":"}\\"]{"}\n{"a":"\\\\"}\n', [1, 2]],
    ['none', '\n \n', []],
    ['an empty list', '[]', []],
  ])('%s', (_, text, lines) => {
    const records = read(text);
    expect(records.every((r) => r.kind === 'event')).toBe(true);
    expect(records.map((r) => r.line)).toEqual(lines);
    expect(records.map((r) => r.index)).toEqual(lines.map((__, i) => i));
  });

  test('a log file that is one object with a list of records', () => {
    expect(short(read('{"Records":[{"a":1},{"a":2}]}\n{"records":[{"a":3}]}'))).toEqual([
      [0, 1, { a: 1 }],
      [1, 1, { a: 2 }],
      [2, 2, { a: 3 }],
    ]);
    expect(short(read('{"Records":[{"a":1}],"b":2}\n{"Records":[1]}'))).toHaveLength(2);
  });

  test('the lines that evtx_dump writes between events are not events', () => {
    const text = 'Record 1\n{\n  "a": 1\n}\nRecord 22\r\n{"a":2}\nRecord x\n';
    for (const size of [1, text.length]) {
      expect(short(read(text, size))).toEqual([
        [0, 2, { a: 1 }],
        [1, 6, { a: 2 }],
        [2, 7, 'event-not-json'],
      ]);
    }
  });

  test('UTF-16 with a byte order mark', () => {
    const bytes = new Uint8Array(Buffer.from('\ufeff{"a":"é"}\r\n{"a":2}\r\n', 'utf16le'));
    expect(short(read(bytes, 3))).toEqual([
      [0, 1, { a: 'é' }],
      [1, 2, { a: 2 }],
    ]);
  });

  test('whole numbers keep every digit', () => {
    const text =
      '{"a":12345678901234567890,"b":-9007199254740993,"c":"12345678901234567890","d":1.2345678901234567,"e":9007199254740991}';
    expect(short(read(text))).toEqual([
      [
        0,
        1,
        {
          a: 12345678901234567890n,
          b: -9007199254740993n,
          c: '12345678901234567890',
          d: 1.2345678901234567,
          e: 9007199254740991,
        },
      ],
    ]);
  });

  test('a string that looks like the mark of a large number stays a string', () => {
    const text = '{"a":"whole number 1","b":12345678901234567890}';
    expect(short(read(text))).toEqual([[0, 1, { a: 'whole number 1', b: 12345678901234567890n }]]);
  });

  test('the size of the pieces makes no difference', () => {
    const lines = fc.constantFrom(
      '{"a":1}',
      '{"a":[{"b":"x\\"}"}]}',
      '{"a":',
      '{"a":"x',
      '[',
      ']',
      '[{"a":1},',
      '{"é":"ü"}',
      '{',
      '}',
      '  {"a":1}',
      'x',
      '"',
      '5,',
      '',
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (all, n) => {
        const text = all.join('\n');
        expect(short(read(text, n))).toEqual(short(read(text)));
      }),
    );
  });
});

describe('what is no event is reported where it stands, and the rest is read', () => {
  test.each<[string, string, unknown[]]>([
    [
      'text',
      'oops\n{"a":1}\n',
      [
        [0, 1, 'event-not-json'],
        [1, 2, { a: 1 }],
      ],
    ],
    [
      'a bad word',
      '{"a": tru}\n{"a":1}',
      [
        [0, 1, 'event-not-json'],
        [1, 2, { a: 1 }],
      ],
    ],
    [
      'a number',
      '5\n{"a":1}',
      [
        [0, 1, 'event-not-an-object'],
        [1, 2, { a: 1 }],
      ],
    ],
    [
      'null in a list',
      '[null,{"a":1}]',
      [
        [0, 1, 'event-not-an-object'],
        [1, 1, { a: 1 }],
      ],
    ],
    [
      'a list in a list',
      '[[{}],{"a":1}]',
      [
        [0, 1, 'event-not-an-object'],
        [1, 1, { a: 1 }],
      ],
    ],
    [
      'a text with a comma in a list',
      '["a,b",{"a":1}]',
      [
        [0, 1, 'event-not-an-object'],
        [1, 1, { a: 1 }],
      ],
    ],
    [
      'cut off in a string',
      '{"a":"b\n{"a":1}',
      [
        [0, 1, 'event-string-truncated'],
        [1, 2, { a: 1 }],
      ],
    ],
    [
      'cut off after a value',
      '{"a":1\n{"a":1}',
      [
        [0, 1, 'event-interrupted'],
        [1, 2, { a: 1 }],
      ],
    ],
    [
      'cut off after a comma',
      '{"a":1,\n{"a":1}',
      [
        [0, 1, 'event-interrupted'],
        [1, 2, { a: 1 }],
      ],
    ],
    [
      'cut off after a colon',
      '{"a":\n{"a":1}\n{"a":2}',
      [
        [0, 1, 'event-interrupted'],
        [1, 2, { a: 1 }],
        [2, 3, { a: 2 }],
      ],
    ],
    [
      'cut off in an object of several lines',
      '{\n "a": {\n  "b": 1\n{\n "a": 1\n}',
      [
        [0, 1, 'event-interrupted'],
        [1, 4, { a: 1 }],
      ],
    ],
    [
      'the file ends',
      '{"a":1}\n{"a":',
      [
        [0, 1, { a: 1 }],
        [1, 2, 'event-truncated'],
      ],
    ],
    [
      'the list ends',
      '[{"a":1},\n',
      [
        [0, 1, { a: 1 }],
        [1, 2, 'event-list-truncated'],
      ],
    ],
    [
      'the wrong bracket',
      '{"a":]}\n{"a":1}',
      [
        [0, 1, 'event-not-json'],
        [1, 2, { a: 1 }],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(short(read(text))).toEqual(expected);
  });

  test('deep nesting', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(short(read(`${deep}\n{"a":1}`))).toEqual([
      [0, 1, 'event-too-deep'],
      [1, 2, { a: 1 }],
    ]);
    const allowed = `{"a":${'['.repeat(199)}${']'.repeat(199)}}`;
    expect(read(allowed)[0]!.kind).toBe('event');
  });

  test('a line beyond the limit is not held', () => {
    const reader = new EventReader('e.json');
    const piece = new TextEncoder().encode('x'.repeat(1 << 20));
    const records = reader.push(new TextEncoder().encode('{"a":"'));
    for (let i = 0; i < 40; i++) records.push(...reader.push(piece));
    records.push(...reader.push(new TextEncoder().encode('"}\n{"a":1}\n')), ...reader.end());
    expect(short(records)).toEqual([
      [0, 1, 'event-too-large'],
      [1, 2, { a: 1 }],
    ]);
  });

  test('bytes that are no UTF-8', () => {
    const bytes = new Uint8Array([...Buffer.from('{"a":"'), 0xff, ...Buffer.from('"}')]);
    expect(short(read(bytes))).toEqual([
      [0, 1, { a: '\ufffd' }],
      [0, 1, 'event-not-utf8'],
    ]);
  });

  test('many cut-off lines take time in proportion', () => {
    const text = '{"a":[\n'.repeat(20_000);
    expect(read(text).length).toBeGreaterThan(0);
  });

  test('the frame shows the line and the place', () => {
    const [, bad] = read('{"a":1}\n{"a": 1, b}\n');
    if (bad?.kind !== 'unreadable') throw new Error('it was read');
    expect(codeFrame(bad.diagnostic, { colour: false })).toBe(
      [
        'error[event-not-json]: This is not JSON. Events must be JSON objects (one per line, one after another, or in a list), CSV with a header, XML of the Windows event log, logs of W3C or Zeek, or lines of auditd, syslog or a web server.',
        ' --> e.json:2:10',
        '2 | {"a": 1, b}',
        '  |          ^',
      ].join('\n'),
    );
  });
});
