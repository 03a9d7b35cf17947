// Rules whose texts are made to break out of whatever holds them.
import { expect, test } from 'vitest';
import { inspector, inspectionRecord, parse } from '../../src/index.js';
import { inspectionText } from '../../src/cli/inspect-text.js';
import { quoted } from '../support/quoted.js';
import { cpuTime } from '../support/cpu.js';

const inspect = await inspector();

const EVIL = [
  '\u001b[2J\u001b]0;title\u0007',
  '\u202egnp.exe\u2066',
  '<script>alert(1)</script>',
  '\'"`${7*7}{{x}}',
  'a\r\nb\u2028c\u0085d',
  '__proto__',
  '| head\\',
];

const rules = EVIL.map(
  (evil) => `title: ${quoted(evil)}
status: ${quoted(evil)}
level: ${quoted(evil)}
tags: [${quoted(`attack.${evil}`)}, ${quoted(evil)}]
logsource:
  product: windows
  service: [${quoted(evil)}, security]
detection:
  ${quoted(evil)}:
    ${quoted(evil.replace(/\|/g, ''))}: ${quoted(evil)}
    EventID: [${quoted(evil)}, 4624]
    Provider_Name: ${quoted(evil)}
    Channel: ${quoted(evil)}
  words:
    - ${quoted(evil)}
  condition: ${evil.startsWith('_') ? '1 of _* or words' : '1 of *'}
`,
);

test.each(rules.map((text, i) => [JSON.stringify(EVIL[i]), text] as const))('%s', (_, text) => {
  const { documents, diagnostics } = parse(text, { path: EVIL[0]! });
  const rule = documents[0]!.content;
  if (rule?.kind !== 'rule') throw new Error(diagnostics.map((d) => d.message).join('\n'));
  const inspection = inspect(rule);
  const record = JSON.stringify(inspectionRecord(inspection));
  expect(record).not.toMatch(/[\r\n]/);
  expect(JSON.parse(record)).toEqual(inspectionRecord(inspection));
  expect(inspection.predicates.length).toBeGreaterThanOrEqual(5);
  const shown = inspectionText(inspection, false);
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
});

test('a rule of many values and levels is inspected at once', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => `      - v${i}`).join('\n');
  const nested = `${'['.repeat(80)}x${']'.repeat(80)}`;
  const text = `title: t\nlogsource: { product: windows }\ndetection:\n  s:\n    a:\n${many}\n    b: ${nested}\n  condition: s\n`;
  const rule = parse(text).documents[0]!.content;
  if (rule?.kind !== 'rule') throw new Error('no rule');
  let inspected: ReturnType<typeof inspect>;
  expect(cpuTime(() => (inspected = inspect(rule)))).toBeLessThan(1_000);
  const { predicates, stages } = inspected!;
  expect(predicates.map((p) => p.values.length)).toEqual([10_000, 1]);
  expect(stages[1]!.text.split('\n').at(-1)).toBe(`    ${'- '.repeat(80)}x`);
});
