import { expect, test } from 'vitest';
import type { DiagnosticRecord } from '../../../src/source/diagnostic.js';
import { toGitHub } from '../../../src/report/github.js';
import { toSarif } from '../../../src/report/sarif.js';
import { toCsv } from '../../../src/report/tables.js';

const path = 'rules/a\u202eb\n::error::c.yml';
const place = { path, line: 1, column: 2, endLine: 1, endColumn: 3 };
const said = (code: string, severity: DiagnosticRecord['severity']): DiagnosticRecord => ({
  ...place,
  code,
  severity,
  message: 'It boils\nover\u2066.',
});
const report = { outcomes: [], diagnostics: [said('one', 'warning'), said('two', 'note')] };

test('annotations show what is hidden, and leave out notes', () => {
  expect(toGitHub(report)).toBe(
    '::warning file=rules/a\\u{202e}b\\u{a}%3A%3Aerror%3A%3Ac.yml,line=1,col=2,endLine=1,endColumn=3,title=one' +
      '::It boils%0Aover\\u{2066}.\n',
  );
});

test('cells of a table are one line, in which nothing is hidden', () => {
  const outcome = {
    path,
    rule: { id: null, title: 'Kettle' },
    id: null,
    name: null,
    target: 'kql',
    format: 'query',
    isUnreadable: false,
    fidelity: 'refused',
    mapping: null,
    limits: [],
    errors: [],
    warnings: [],
    reason: null,
  } as const;
  expect(toCsv({ ...report, outcomes: [outcome] }).split('\r\n')[1]).toMatch(
    /^rules\/a\\u\{202e\}b\\u\{a\}::error::c\.yml,/,
  );
});

test('SARIF says what a code means, if that is known', () => {
  const meaning = (code: string) =>
    code === 'one' ? { message: 'It boils {where}.', help: 'Take it off.' } : null;
  const log = JSON.parse(toSarif(report, '1', meaning)) as {
    runs: { tool: { driver: { rules: unknown } } }[];
  };
  expect(log.runs[0]!.tool.driver.rules).toEqual([
    { id: 'one', shortDescription: { text: 'It boils {where}.' }, help: { text: 'Take it off.' } },
    { id: 'two' },
  ]);
});
