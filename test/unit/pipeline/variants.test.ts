import { expect, test } from 'vitest';
import { usableRule } from '../../../src/model/document.js';
import { parse } from '../../../src/model/parse.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import { applyToEach } from '../../../src/pipeline/variants.js';

const source = (table: string, logsource: string, field: string): string =>
  `  - { table: ${table}, logsource: { ${logsource} }, fields: { ${field}: ${field} } }\n`;

const ON_WINDOWS = source('W', 'category: process_creation, product: windows', 'A');
const ON_LINUX = source('L', 'category: process_creation, product: linux', 'B');
const ON_ANY = source('E', 'category: process_creation', 'A');
const OF_TEA = source('T', 'category: process_creation, product: samovar', 'A');

/** The tables that a rule is asked of, and the codes of what is reported. */
function asked(sources: string, logsource: string, selection: string) {
  const text = `title: t\nlogsource: { ${logsource} }\ndetection:\n  s: { ${selection} }\n  condition: s`;
  const { pipeline } = loadPipeline(`sources:\n${sources}`);
  const rule = usableRule(parse(text).documents[0]!)!;
  const made = applyToEach(rule, [pipeline!], { target: { name: 'kql' } })!.flat();
  return {
    tables: made.flatMap((p) => p.placement.tables),
    codes: made.flatMap((p) => p.diagnostics.map((d) => d.code)).filter((c) => c !== CHOSEN),
  };
}

const CHOSEN = 'source-chosen';
const CREATED = 'category: process_creation';

test.each([
  ['those that have all of it', [ON_LINUX, ON_WINDOWS], 'A: 1', ['W'], true],
  ['those that have its fields', [ON_WINDOWS, ON_LINUX], 'B: 1', ['L'], true],
  ['none beside a source of any product', [ON_WINDOWS, ON_ANY], 'A: 1', ['E'], false],
  ['no product that is no system', [ON_WINDOWS, OF_TEA], 'A: 1', ['W'], false],
])('a rule without a product means %s', (_, sources, selection, tables, leavesOut) => {
  const { tables: read, codes } = asked(sources.join(''), CREATED, selection);
  expect(read).toEqual(tables);
  expect(codes.includes('logsource-product-left-out')).toBe(leavesOut);
});

test('the first system tells why none has the rule', () => {
  const { codes } = asked(ON_WINDOWS + ON_LINUX, CREATED, 'C: 1');
  expect(codes).toEqual(['field-not-in-source']);
});

test('a rule with a product means that one', () => {
  const { tables, codes } = asked(ON_WINDOWS + ON_LINUX, `${CREATED}, product: linux`, 'B: 1');
  expect([tables, codes]).toEqual([['L'], []]);
});
