// Renews what the tests know of the names that vendors publish:
// node scripts/facts.mjs FOLDER [MODELS]
// MODELS are the data models of Splunk's Common Information Model, as its app has them. FOLDER has kusto-tables.json ({ "azure-monitor": { TABLE: { COLUMN: TYPE } }, … }),
// elastic-fields.json ({ MODULE: { FIELD: TYPE } }) and splunk-data-sources.jsonl (an object a line
// with name, source, sourcetype, fields and example_log). Of recorded events, made-up ones of the
// same shape are kept: test/facts/data/events.jsonl.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeUp } from './facts/made-up.mjs';

const [folder, models] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node scripts/facts.mjs FOLDER [MODELS]');
const out = fileURLToPath(new URL('../test/facts/data/', import.meta.url));
mkdirSync(out, { recursive: true });

const read = (name) => readFileSync(join(folder, name), 'utf8');
const write = (name, lines) =>
  writeFileSync(join(out, name), lines.map((l) => `${JSON.stringify(l)}\n`).join(''));

/** One line a table or module: its fields by type, as words. */
function entry(name, page, fields) {
  const byType = new Map();
  for (const [field, type] of fields) {
    const known = byType.get(type);
    if (known) known.push(field);
    else byType.set(type, [field]);
  }
  const sorted = [...byType].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name,
    page,
    fields: Object.fromEntries(sorted.map(([t, f]) => [t, f.sort().join(' ')])),
  };
}

/** Footnote marks of the page are no part of a name. */
const columnsOf = (columns) =>
  Object.entries(columns).map(([name, type]) => [
    name.replace(/`.*$/, '').trim(),
    type.toLowerCase(),
  ]);

const learn = 'https://learn.microsoft.com/en-us';
const kusto = JSON.parse(read('kusto-tables.json'));
write('microsoft.jsonl', [
  ...Object.entries(kusto['azure-monitor']).map(([table, columns]) =>
    entry(
      table,
      `${learn}/azure/azure-monitor/reference/tables/${table.toLowerCase()}`,
      columnsOf(columns),
    ),
  ),
  ...Object.entries(kusto['microsoft-xdr']).map(([table, columns]) =>
    entry(
      table,
      `${learn}/defender-xdr/advanced-hunting-${table.toLowerCase()}-table`,
      columnsOf(columns),
    ),
  ),
]);

const elastic = JSON.parse(read('elastic-fields.json'));
write(
  'elastic.jsonl',
  Object.entries(elastic).map(([module, fields]) =>
    entry(module, elasticPage(module), Object.entries(fields)),
  ),
);

function elasticPage(module) {
  if (module.startsWith('ecs '))
    return 'https://www.elastic.co/docs/reference/ecs/ecs-field-reference';
  const [beat, part] = module.split('/');
  const fields = part === undefined ? '' : `-${part}`;
  return `https://www.elastic.co/docs/reference/beats/${beat}/exported-fields${fields}`;
}

const sources = read('splunk-data-sources.jsonl')
  .trim()
  .split('\n')
  .map((l) => JSON.parse(l));
const splunkPage = 'https://github.com/splunk/security_content/tree/develop/data_sources';
write(
  'splunk.jsonl',
  sources.map(({ name, source, sourcetype, fields }) => ({
    name,
    page: splunkPage,
    source,
    sourcetype,
    fields: { string: [...new Set(fields ?? [])].sort().join(' ') },
  })),
);
write(
  'events.jsonl',
  sources.flatMap(({ name, source, sourcetype, example_log: recorded }) => {
    if (!recorded) return [];
    const raw = madeUp(typeof recorded === 'string' ? recorded : JSON.stringify(recorded));
    return raw === null ? [] : [{ name, source, sourcetype, raw }];
  }),
);

/** A field of a model is called by its dataset, and is of the datasets that are made from that. */
if (models !== undefined) {
  write(
    'cim.jsonl',
    readdirSync(models)
      .sort()
      .flatMap((file) => JSON.parse(readFileSync(join(models, file), 'utf8')).objects)
      .map(({ objectName, fields, calculations = [] }) => {
        const all = [...fields, ...calculations.flatMap((c) => c.outputFields)];
        return entry(
          objectName,
          'https://help.splunk.com/en/splunk-cloud-platform/common-information-model',
          all.map(({ fieldName, type }) => [fieldName, type]),
        );
      }),
  );
}
