import { expect, test } from 'vitest';
import { codeFrame } from '../../../src/source/code-frame.js';
import { positionAt } from '../../../src/source/span.js';
import { diagnostic } from '../../../src/source/diagnostic.js';
import { codes } from '../../../src/model/codes.js';

test('columns count code points, from the start of the line', () => {
  const file = { path: 'a.yml', text: 'a\u{1f600}b\r\n\u{1f600}\u{1f600}c\rd\n' };
  const at = (part: string) => positionAt(file, file.text.indexOf(part));
  expect(at('b')).toEqual({ line: 1, column: 3 });
  expect(at('c')).toEqual({ line: 2, column: 3 });
  expect(at('d')).toEqual({ line: 3, column: 1 });
  expect(positionAt(file, file.text.length)).toEqual({ line: 4, column: 1 });
  expect(positionAt({ ...file, firstLine: 7 }, 0)).toEqual({ line: 7, column: 1 });
});

test('10,000 places in a line of megabytes are found at once', () => {
  const file = { path: 'a.yml', text: `${'0123456789'.repeat(300_000)}\r\n` };
  let columns = 0;
  for (let i = 0; i < 10_000; i++) {
    const span = { file, start: i * 300, end: i * 300 + 5 };
    columns += positionAt(file, span.start).column;
    if (i % 10 === 0) codeFrame(diagnostic(codes['missing-title'](), span), { colour: false });
  }
  expect(columns).toBe(10_000 + 300 * ((9_999 * 10_000) / 2));
});
