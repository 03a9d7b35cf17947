import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, '../../../scripts/attack.mjs');

const known = (id: string, rest: object) => ({
  id: `object--${id}`,
  external_references: [
    { source_name: 'elsewhere', external_id: 'X1' },
    { source_name: 'mitre-attack', external_id: id },
  ],
  ...rest,
});
const phases = (...names: string[]) => ({
  kill_chain_phases: names.map((phase_name) => ({ kill_chain_name: 'mitre-attack', phase_name })),
});
const revokedBy = (from: string, to: string) => ({
  type: 'relationship',
  relationship_type: 'revoked-by',
  source_ref: `object--${from}`,
  target_ref: `object--${to}`,
});

test('scripts/attack.mjs makes the module of a STIX bundle', () => {
  const home = mkdtempSync(join(tmpdir(), 'sigmaql-attack-'));
  const objects = [
    { type: 'x-mitre-collection', x_mitre_version: '99.1', modified: '2031-04-01T00:00:00Z' },
    { type: 'x-mitre-matrix', tactic_refs: ['object--TA0002', 'object--TA0001'] },
    known('TA0001', { type: 'x-mitre-tactic', x_mitre_shortname: 'first', name: 'First' }),
    known('TA0002', { type: 'x-mitre-tactic', x_mitre_shortname: 'second', name: 'Second' }),
    known('T0002.001', {
      type: 'attack-pattern',
      name: 'Tick ` and ${x}',
      ...phases('first', 'second'),
    }),
    known('T0003', { type: 'attack-pattern', name: 'Old', revoked: true, ...phases('first') }),
    known('T0004', { type: 'attack-pattern', name: 'Older', revoked: true }),
    known('T0005', { type: 'attack-pattern', name: 'Gone', x_mitre_deprecated: true }),
    known('S0001', { type: 'tool', name: 'A tool' }),
    known('G0001', { type: 'intrusion-set', name: 'A group' }),
    revokedBy('T0004', 'T0003'),
    revokedBy('T0003', 'T0002.001'),
  ];
  writeFileSync(join(home, 'bundle.json'), JSON.stringify({ objects }));
  const output = join(home, 'attack.ts');
  execFileSync(process.execPath, [script, join(home, 'bundle.json'), output]);
  const module = readFileSync(output, 'utf8');
  expect(module).toContain("attackVersion = '99.1'");
  expect(module).toContain('© 2031 The MITRE Corporation');
  expect(module.slice(module.indexOf('attackText'))).toBe(`attackText = \`
TA0002|second|Second
TA0001|first|First
G0001||A group
S0001||A tool
T0002.001|second,first|Tick \\\` and \\\${x}
T0003|>T0002.001|Old
T0004|>T0002.001|Older
T0005|>|Gone
\`;
`);
});
