import { expect, test } from 'vitest';
import { commandFrame, commandRecord } from '../../../src/cli/terminal/hints.js';
import { fileDiagnostic } from '../../../src/source/diagnostic.js';

const finding = { code: 'kql-no-table', severity: 'note', message: 'No table.' } as const;
const hint = 'Use -O kql.table=TABLE.';

test('flags that resolve a diagnostic are in its frame and in its record', () => {
  const diagnostic = fileDiagnostic(finding, 'a.yml');
  expect(commandFrame(diagnostic, { colour: false })).toContain(hint);
  expect(commandRecord(diagnostic)).toMatchObject({ help: hint });
});

test('they follow the help that a diagnostic has already', () => {
  const diagnostic = { ...fileDiagnostic(finding, 'a.yml'), help: 'Name one.' };
  expect(commandRecord(diagnostic).help).toBe(`Name one. ${hint}`);
});

test('a diagnostic that no flag resolves is unchanged', () => {
  const diagnostic = fileDiagnostic({ ...finding, code: 'other' }, 'a.yml');
  expect(commandRecord(diagnostic)).not.toHaveProperty('help');
});
