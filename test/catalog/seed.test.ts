// The rule of the page that the project was founded on: what `inspect` says of it is what stands there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspect, inspectionRecord, parse } from '../../src/index.js';
import { inspectionText } from '../../src/cli/inspect-text.js';

const home = import.meta.dirname;
const updating = Boolean(process.env['UPDATE_GOLDEN']);
const rule = parse(readFileSync(join(home, 'seed.yml')), { path: 'seed.yml' }).documents[0]!
  .content;
if (rule?.kind !== 'rule') throw new Error('seed.yml is no rule');
const inspection = await inspect(rule);

test('its stages are those of the page', () => {
  expect(inspection.stages.map(({ name, text }) => ({ name, text }))).toEqual([
    { name: 'condition', text: 'selection_service_install or selection_service_privilege' },
    {
      name: 'selection_service_install',
      text: `selection_service_install:
  EventID:
    - 4697
    - 7045
  ServiceName|contains: PSEXESVC`,
    },
    {
      name: 'selection_service_privilege',
      text: `selection_service_privilege:
  EventID: 4674
  ObjectServer: 'SC Manager'
  ProcessName|endswith: '\\services.exe'
  ObjectName: PSEXESVC`,
    },
  ]);
});

test('its indicators are the rows of the page', () => {
  expect(inspection.indicators.map(({ field, kind, values }) => [field, kind, ...values])).toEqual([
    ['ObjectName', 'eq', 'PSEXESVC'],
    ['ObjectServer', 'eq', 'SC Manager'],
    ['ProcessName', 'ends_with', '\\services.exe'],
    ['ServiceName', 'match', 'PSEXESVC'],
  ]);
});

test.each([
  ['seed.inspect.json', `${JSON.stringify(inspectionRecord(inspection), null, 2)}\n`],
  ['seed.inspect.txt', inspectionText(inspection, false)],
])('%s', (name, made) => {
  const path = join(home, name);
  if (updating) {
    if (process.env['CI']) throw new Error('Golden files are not recorded in CI.');
    writeFileSync(path, made);
    return;
  }
  expect(made).toBe(readFileSync(path, 'utf8'));
});
