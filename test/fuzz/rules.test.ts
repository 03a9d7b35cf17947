import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dsl } from '../../backends/dsl/index.js';
import { esql } from '../../backends/esql/index.js';
import { kql } from '../../backends/kql/index.js';
import { lucene } from '../../backends/lucene/index.js';
import { splunk } from '../../backends/splunk/index.js';
import { converter } from '../../src/convert/index.js';
import { compile } from '../../src/match/compile.js';
import { link } from '../../src/model/library.js';
import { modifiersByName } from '../../src/model/modifiers/index.js';
import { parse } from '../../src/model/parse.js';
import { changed, filesBelow, hostile } from './hostile-text.js';
import { expectWhole, quick } from './quick.js';
import { runs } from './runs.js';

const converters = [kql, splunk, lucene, dsl, esql].flatMap((backend) => [
  converter({ backend }),
  converter({ backend, pipelines: [] }),
]);
const event = { EventID: 1, Image: 'C:\\a.exe', CommandLine: 'a "b" c', a: ['x', null, 7], b: '' };

/** Reads, links, converts and matches; nothing is thrown, and nothing is lost without a word. */
function survive(text: string, which: number): void {
  quick(() => {
    const parsed = parse(text, { path: 'r.yml' });
    expectWhole(parsed.diagnostics);
    const library = link(parsed.documents);
    for (const query of converters[which % converters.length]!(library)) {
      expectWhole(query.diagnostics);
      for (const { code, message } of query.diagnostics) {
        // What only the guard of a conversion stops is a fault of ours.
        if (code === 'conversion-failed') expect.fail(message);
      }
      const all = [...parsed.diagnostics, ...library.diagnostics, ...query.diagnostics];
      if (query.text === null) expect(all).not.toEqual([]);
    }
    const matcher = compile(library);
    matcher.match(event);
    expectWhole(matcher.diagnostics);
  });
}

const which = fc.nat({ max: converters.length - 1 });

test('a rule that was changed anywhere', () => {
  fc.assert(fc.property(changed(filesBelow('rules')), which, survive), runs(300));
});

const names = [...modifiersByName.keys(), 'contains', 'all', 're', 'constructor', ''];
const field = fc
  .tuple(
    fc.oneof(fc.constantFrom('Image', 'EventID', 'Hashes', 'a b', ''), hostile),
    fc.array(fc.constantFrom(...names), { maxLength: 3 }),
  )
  .map((parts) => parts.flat().join('|'));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 5, arbitrary: hostile },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, 5, -0.5, 1e300, '', '*', []) },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 2, arbitrary: fc.dictionary(field, tie('value'), { maxKeys: 3 }) },
  ),
}));
const identifier = fc.oneof(fc.constantFrom('a', 'b', '_c', 'sel_1', 'sel_2', 'not'), hostile);
const word = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'and',
    'or',
    'not',
    '(',
    ')',
    '1 of',
    'all of',
    'them',
    'sel_*',
    '2 of',
  ),
  fc.constantFrom('|', 'count()', 'by', '>', '5', 'near', 'any of', '_c'),
  hostile,
);
const condition = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const rule = fc
  .record({
    title: fc.oneof(fc.constant('t'), value),
    logsource: fc.oneof(
      fc.constantFrom<unknown>(
        { product: 'windows', category: 'process_creation' },
        { product: 'windows', service: 'security' },
        { product: 'linux', service: 'auditd' },
        { category: 'webserver' },
      ),
      value,
    ),
    detection: fc
      .tuple(
        fc.dictionary(identifier, value, { maxKeys: 4 }),
        fc.oneof(condition, fc.array(condition, { maxLength: 3 })),
      )
      .map(([detections, c]) => ({ ...detections, condition: c })),
    more: fc.dictionary(hostile, value, { maxKeys: 2 }),
  })
  .map(({ more, ...rest }) => JSON.stringify({ ...rest, ...more }));

test('a rule of hostile keys, values and conditions', () => {
  fc.assert(fc.property(rule, which, survive), runs(300));
});

test('any condition over identifiers that exist', () => {
  const body = `title: t
logsource: {product: windows, category: process_creation}
detection:
  a: {Image: x}
  b: [{CommandLine|contains: y}, {User: z}]
  _c: {OriginalFileName: null}
  sel_1: [keyword]
  sel_2: {ProcessId|gt: 5}
  condition: `;
  fc.assert(
    fc.property(condition, which, (c, target) => survive(body + JSON.stringify(c), target)),
    runs(300),
  );
});
