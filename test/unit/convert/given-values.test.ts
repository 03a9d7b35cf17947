import { describe, expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { compile } from '../../../src/index.js';
import { defaultsOf, firstQuery } from '../../support/defaults.js';
import { readLibrary } from '../../support/read-library.js';

const settings = await defaultsOf([kql, lucene]);

/** A field that some source keeps apart or by other words, with a value of it. */
const READ = [
  ['process_creation', 'User', String.raw`CONTOSO\bob`],
  ['process_creation', 'User|startswith', String.raw`CONTOSO\adm_`],
  ['process_creation', 'Hashes|contains', 'MD5=9E107D9D372BB6826BD81D3542A419D6'],
  ['process_creation', 'IntegrityLevel', 'S-1-16-16384'],
  ['network_connection', 'DestinationIp', '10.0.0.1'],
  ['registry_set', 'Details', 'DWORD (0x00000001)'],
  ['registry_set', 'TargetObject|contains', String.raw`\CurrentControlSet\Services\\`],
  ['file_event', 'TargetFilename|endswith', String.raw`\b.exe`],
] as const;

const ruleOf = (category: string, selection: object): object => ({
  logsource: { product: 'windows', category },
  detection: { selection, condition: 'selection' },
});

describe.each(['kql', 'lucene'])('%s', (target) => {
  const options = settings.get(target)!;

  test.each(READ)('%s: %s of a placeholder is asked as its value is', (category, field, value) => {
    const expanded = ruleOf(category, { [`${field}|expand`]: '%one%' });
    const { text } = firstQuery(expanded, { ...options, placeholders: { one: [value] } });
    expect(text).toBe(firstQuery(ruleOf(category, { [field]: value }), options).text);
    expect(text).not.toBeNull();
  });

  test.each(READ)('%s: %s of a placeholder without a value is refused', (category, field) => {
    const rule = ruleOf(category, { [`${field}|expand`]: '%one%' });
    const { fidelity, diagnostics } = firstQuery(rule, options);
    expect(fidelity).toBe('refused');
    expect(diagnostics.map((d) => d.code)).toContain('placeholder-unresolved');
  });
});

test('events under the names of a pipeline are matched by the values', () => {
  const { pipelines, tables } = settings.get('kql')!;
  const rule = { title: 't', ...ruleOf('process_creation', { 'User|expand': '%one%' }) };
  const matcher = compile(readLibrary(JSON.stringify(rule), { path: 'r.yml' }), {
    placeholders: { one: [String.raw`CONTOSO\bob`] },
    storedAs: { pipelines: pipelines!, target: kql, tables },
  });
  const event = { ActionType: 'ProcessCreated', AccountDomain: 'contoso', AccountName: 'Bob' };
  expect(matcher.match(event)).toHaveLength(1);
  expect(matcher.match({ ...event, AccountName: 'alice' })).toHaveLength(0);
});
