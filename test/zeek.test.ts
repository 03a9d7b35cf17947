import { describe, expect, test } from 'vitest';
import { kql } from '../backends/kql/index.js';
import { lucene } from '../backends/lucene/index.js';
import { splunk } from '../backends/splunk/index.js';
import { esql } from '../backends/esql/index.js';
import { convert } from '../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../src/pipeline/shipped.js';
import { zeekFields } from '../src/schemas/zeek/logs.js';
import { linesOf } from './facts/vendors.js';
import { readLibrary } from './support/read-library.js';

/* Zeek's logs have the fields that Zeek documents, on every store, and no others. */

const targets = await Promise.all(
  [kql, splunk, lucene].map(async (backend) => ({
    name: backend.name,
    backend,
    pipelines: await shippedPipelines(backend),
    tables: (await publishedTables(backend)) ?? undefined,
  })),
);

function converted(
  { backend, pipelines, tables }: (typeof targets)[number],
  service: string,
  field: string,
) {
  const detection = { selection: { [field]: '1' }, condition: 'selection' };
  const rule = { title: 'Zeek', logsource: { product: 'zeek', service }, detection };
  const library = readLibrary(JSON.stringify(rule), { path: 'rule.yml' });
  return convert(library, { backend, pipelines, ...(tables && { tables }) })[0]!;
}

const documented = new Map<string, Map<string, string>>();
for (const { name, fields } of linesOf('zeek.jsonl')) {
  const known = documented.get(name) ?? new Map<string, string>();
  for (const [type, names] of Object.entries(fields)) {
    for (const field of names.split(' ')) known.set(field, type);
  }
  documented.set(name, known);
}

/** Fields of packages, and what dpd.log is too old for. */
const UNDOCUMENTED = /^(?:id\.ctx\.|ja3|hassh|[cs]shka$|post_body$)/;

describe.each([...documented])('%s.log', (log, fields) => {
  test('has the fields that are documented', () => {
    const own = [...zeekFields(log)!].filter(([n]) => fields.has(n) || !UNDOCUMENTED.test(n));
    expect(Object.fromEntries(own)).toEqual(Object.fromEntries(fields));
  });
});

describe.each(targets)('$name', (target) => {
  test.each([
    ['ssl', 'server_nam', '`server_name`'],
    ['conn', 'id.resp_port', '`id.resp_p`'],
    ['smb_mapping', 'share_typ', '`share_type`'],
  ])('refuses a misspelt field of %s.log: %s', (log, field, meant) => {
    const { queryText, diagnostics } = converted(target, log, field);
    expect(queryText).toBeNull();
    expect(JSON.stringify(diagnostics)).toContain(meant);
  });

  test('refuses a field of another log', () => {
    expect(converted(target, 'ssh', 'server_name').queryText).toBeNull();
  });

  test('knows the connection of every log that has one', () => {
    for (const log of ['dce_rpc', 'kerberos', 'conn', 'ssl', 'ssh', 'ftp', 'smtp', 'ntlm']) {
      const { queryText, mapping } = converted(target, log, 'id.resp_p');
      expect([log, mapping, queryText !== null]).toEqual([log, 'known', true]);
    }
  });
});

test.each(['zeek', 'zeek-corelight'])('ES|QL searches each item of a list, %s', async (name) => {
  const pipelines = await shippedPipelines(esql, [name]);
  const target = { name: 'esql', backend: esql, pipelines, tables: undefined };
  const lists = [...documented].flatMap(([log, fields]) =>
    [...fields].flatMap(([field, type]) => (type === 'list' ? [{ log, field }] : [])),
  );
  // A comparison of a column is null where it has several values.
  const compared = lists.flatMap(({ log, field }) => {
    const { queryText, mapping } = converted(target, log, field);
    const isCompared = mapping !== 'unmapped' && queryText?.includes('== "1"');
    return isCompared ? [`${log}: ${field}`] : [];
  });
  expect(lists.length).toBeGreaterThan(50);
  expect(compared).toEqual([]);
});

test('Splunk has every field of every log', () => {
  const target = targets.find((t) => t.name === 'splunk')!;
  const lacking = [...documented].flatMap(([log, fields]) =>
    [...fields.keys()].filter((field) => converted(target, log, field).mapping !== 'known'),
  );
  expect(lacking).toEqual([]);
});
