import { expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { convert } from '../../../src/convert/index.js';
import { defaultsOf } from '../../support/defaults.js';
import { readLibrary } from '../../support/read-library.js';

const [[, settings]] = [...(await defaultsOf([kql]))] as [[string, Parameters<typeof convert>[1]]];

function said(...documents: readonly string[]): readonly string[] {
  const library = readLibrary(documents.join('---\n'), { path: 'rules.yml' });
  return convert(library, settings).flatMap((query) =>
    query.diagnostics.filter((d) => d.severity === 'warning').map((d) => d.code),
  );
}

const logon = (condition: string): string => `title: Logon
name: logon
logsource: { product: windows, service: security }
detection:
  failed: { EventID: 4625 }
  other: { EventID: 4624, TargetUserName: 'CORP\\bob' }
${condition}
`;

const impossible = logon('  condition: failed and other');
const counted = `title: Counted
correlation: { type: event_count, rules: [logon], timespan: 5m, condition: { gte: 3 } }
`;
const chained = `title: Chained
correlation: { type: event_count, rules: [counted], timespan: 1h, condition: { gte: 2 } }
`;

// Such a rule has no separate query that would say it.
test.each([
  ['a rule', [impossible]],
  ['a rule that only a correlation counts', [impossible, counted]],
  ['a rule in a chain', [impossible, counted.replace('\n', '\nname: counted\n'), chained]],
  ['an old aggregation', [logon('  timeframe: 5m\n  condition: failed and other | count() > 2')]],
])('what is wrong with %s as it is written is said once', (_, documents) => {
  expect(said(...documents)).toEqual(['never-matches', 'value-form']);
});

test('what a filter leaves nothing of is said of a rule that only a correlation counts', () => {
  const filter = `title: None
logsource: { product: windows, service: security }
filter:
  rules: [logon]
  failed: { EventID: 4625 }
  condition: not failed
`;
  expect(said(logon('  condition: failed'), filter, counted)).toContain('never-matches');
});
