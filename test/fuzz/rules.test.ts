import fc from 'fast-check';
import { modifiersByName } from '../../src/model/modifiers/index.js';
import { changed, filesBelow, hostile } from './hostile-text.js';
import { property } from './property.js';
import { WAYS, survive } from './survive.js';

const which = fc.nat({ max: WAYS - 1 });

property(
  'a rule that was changed anywhere',
  300,
  fc.tuple(changed(filesBelow('rules')), which),
  survive,
);

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

property('a rule of hostile keys, values and conditions', 300, fc.tuple(rule, which), survive);

const body = `title: t
logsource: {product: windows, category: process_creation}
detection:
  a: {Image: x}
  b: [{CommandLine|contains: y}, {User: z}]
  _c: {OriginalFileName: null}
  sel_1: [keyword]
  sel_2: {ProcessId|gt: 5}
  condition: `;
property(
  'any condition over identifiers that exist',
  300,
  fc.tuple(
    condition.map((c) => body + JSON.stringify(c)),
    which,
  ),
  survive,
);
