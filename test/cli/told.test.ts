import { expect, test } from 'vitest';
import { folder, sigmaql } from './command.js';

/* What several targets say of one place of a rule. */

const RULE = `title: t
logsource: { product: windows, category: process_creation }
detection:
  s: { Image: tea.exe, ImageLoaded: pot.dll }
  condition: s
`;
const TARGETS = 'kql,splunk,lucene';
const home = folder({ 'r.yml': RULE });

test('is told once, with the other targets', () => {
  const { status, stderr } = sigmaql(['convert', 'r.yml', '-t', TARGETS], { cwd: home });
  expect(status).toBe(1);
  expect(stderr.match(/error\[field-not-in-source\]/g)).toHaveLength(1);
  expect(stderr).toContain('`ImageLoaded`. It is a field of events of category image_load.');
  expect(stderr).toContain('The same holds for splunk, lucene.');
});

test.each([['--verbose'], ['--json']])('is told of each with %s', (flag) => {
  const { stdout, stderr } = sigmaql(['convert', 'r.yml', '-t', TARGETS, flag], { cwd: home });
  const told = flag === '--json' ? stdout : stderr;
  expect(told.match(/No source for this log source has/g)).toHaveLength(3);
  expect(told).not.toContain('The same holds');
});
