import { describe, expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { link } from '../../../src/model/linking/library.js';
import { parse } from '../../../src/model/parse.js';
import { cpuTime } from '../../support/cpu.js';

function converted(text: string, backend = kql) {
  const { documents } = parse(text, { path: 'rule.yml' });
  return convert(link(documents), { backend });
}

const head = 'title: Lids\nlogsource: {product: kettle}\ndetection:\n';

describe('what one rule may expand to', () => {
  test.each([kql, splunk, lucene])('$name takes 30,000 values of one field', (backend) => {
    const values = Array.from({ length: 30_000 }, (_, i) => `      - lid${i}`).join('\n');
    const [query] = converted(
      `${head}  sel:\n    Lid|contains|all:\n${values}\n  condition: sel`,
      backend,
    );
    expect(query!.fidelity).toBe('exact');
    expect(query!.text).toContain('lid29999');
  });

  test('conditions times values beyond the budget are refused once, at a condition', () => {
    const values = Array.from({ length: 1_000 }, (_, i) => `      - lid${i}`).join('\n');
    const conditions = Array.from({ length: 300 }, () => '    - not sel').join('\n');
    const text = `${head}  sel:\n    Lid|contains:\n${values}\n  condition:\n${conditions}`;
    const queries = converted(text);
    expect(queries).toHaveLength(1);
    const [{ fidelity, diagnostics }] = queries as [(typeof queries)[0]];
    expect(fidelity).toBe('refused');
    expect(diagnostics.map((d) => d.code)).toEqual(['rule-too-large']);
    expect(text.slice(diagnostics[0]!.span!.start, diagnostics[0]!.span!.end)).toBe('not sel');
  });

  test('values that modifiers make beyond the budget are refused once, at the modifier', () => {
    const values = Array.from({ length: 200 }, (_, i) => `      - ' -a${i} -b -c -d'`).join('\n');
    const more = ['s', 't', 'u']
      .map((s) => `  ${s}:\n    Lid|contains|windash:\n${values}\n`)
      .join('');
    const text = `${head}${more}  condition: 1 of them`;
    const { diagnostics } = parse(text, { path: 'rule.yml' });
    expect(diagnostics.map((d) => d.code)).toEqual(['expansion-too-large']);
    const { start, end } = diagnostics[0]!.span!;
    expect(text.slice(start, end)).toBe('windash');
  });

  test('a list of one field in Lucene costs time in proportion to its length', () => {
    const cost = (length: number): number => {
      const values = Array.from({ length }, (_, i) => `      - lid${i}`).join('\n');
      const text = `${head}  sel:\n    Lid:\n${values}\n  condition: sel`;
      return cpuTime(() => converted(text, lucene));
    };
    cost(2_000);
    expect(cost(40_000)).toBeLessThan(40 * Math.max(cost(4_000), 5));
  });
});

describe('what a reader would not see', () => {
  const rule = `${head}  sel:\n    Name|endswith: "lid\\u202Egpj.exe"\n  other:\n    Label: "\\u2066full\\u2069"\n  condition: sel or other`;

  test.each([kql, splunk, lucene])('has its number in a query of $name', (backend) => {
    expect(converted(rule, backend)[0]!.text).not.toMatch(/\p{Cf}/u);
  });

  test('is exact in a phrase of Lucene, and any character beside a wildcard', () => {
    const [query] = converted(rule, lucene);
    expect(query!.text).toBe('Name:*lid?gpj.exe OR Label:"\\u2066full\\u2069"');
    expect(query!.fidelity).toBe('approximate');
  });

  test('a field name that might end its quotes is refused by Splunk', () => {
    const [query] = converted(`${head}  sel: {'size 11"|re': 'a|b'}\n  condition: sel`, splunk);
    expect(query!.diagnostics.map((d) => d.code)).toEqual(['unsupported-field-name']);
  });
});
