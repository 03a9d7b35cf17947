import { expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { convert } from '../../../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../../../src/pipeline/shipped.js';
import { readLibrary } from '../../support/read-library.js';

const pipelines = await shippedPipelines(kql);
const tables = await publishedTables(kql);

function converted(categories: string) {
  const rule = `
title: A
logsource: { product: windows, category: ${categories} }
detection:
  a: { Payload|contains: kettle }
  b: { ScriptBlockText|contains: kettle }
  condition: a or b
`;
  const [query] = convert(readLibrary(rule), { backend: kql, pipelines, tables, compact: true });
  const losses = query!.diagnostics.filter((d) => d.direction !== undefined);
  return { fidelity: query!.fidelity, text: query!.queryText!, losses: losses.map((d) => d.code) };
}

test('an alternative that only one of several log sources has a field for is asked of that', () => {
  const { fidelity, text, losses } = converted('[ps_module, ps_script]');
  expect({ fidelity, losses }).toEqual({ fidelity: 'exact', losses: [] });
  expect(text).toMatch(
    /EventID == 4103 .*Payload contains.*EventID == 4104 .*ScriptBlockText contains/,
  );
  expect(text.match(/\| where Payload/g)).toHaveLength(1);
});

test('and is reported if no other log source of the rule has it', () => {
  expect(converted('ps_module')).toMatchObject({
    fidelity: 'approximate',
    losses: ['source-field-left-out'],
  });
});
