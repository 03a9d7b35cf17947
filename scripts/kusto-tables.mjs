// Writes the tables that Microsoft publishes, with their columns, as the compact text that
// src/schemas/microsoft/tables.ts reads: node scripts/kusto-tables.mjs FILE
// FILE is JSON: { "azure-monitor": { TABLE: { COLUMN: TYPE } }, "microsoft-xdr": … }, after
// https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables-index and
// https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-schema-tables
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const TYPES = ['string', 'dynamic', 'datetime', 'real', 'int', 'long', 'bool', 'guid'];
const OTHER_NAMES = { boolean: 'bool', double: 'real', bigint: 'long' };
/** The one in Sentinel, the other in Defender. */
const TIMES = ['TimeGenerated', 'Timestamp'];

const [file] = process.argv.slice(2);
const source = JSON.parse(readFileSync(file, 'utf8'));
const tables = new Map();
for (const database of ['microsoft-xdr', 'azure-monitor']) {
  for (const [table, published] of Object.entries(source[database])) {
    const columns = columnsOf(published);
    const known = tables.get(table);
    tables.set(table, known ? inBoth(known, columns) : columns);
  }
}

/** Footnote marks of the page are no part of a name. */
function columnsOf(published) {
  const columns = new Map();
  for (const [written, type] of Object.entries(published)) {
    const name = written.replace(/`.*$/, '').trim();
    const lower = type.toLowerCase();
    columns.set(name, OTHER_NAMES[lower] ?? lower);
  }
  return columns;
}

/** A table that Sentinel and Defender both have is queried in either. */
function inBoth(xdr, azure) {
  return new Map(
    [...xdr, ...azure].flatMap(([name, type]) =>
      TIMES.includes(name) || (xdr.has(name) && azure.has(name))
        ? [[name, xdr.get(name) ?? type]]
        : [],
    ),
  );
}

const lines = [...tables]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([table, columns]) => {
    const groups = TYPES.flatMap((type) => {
      const names = [...columns].filter(([, t]) => t === type).map(([name]) => name);
      return names.length === 0 ? [] : [`${type}:${names.sort().join(',')}`];
    });
    const odd = [...columns].find(([, t]) => !TYPES.includes(t));
    if (odd) throw new Error(`${table}.${odd[0]} is of the type ${odd[1]}.`);
    return `${table} ${groups.join(' ')}`;
  });

const target = fileURLToPath(new URL('../src/schemas/microsoft/tables.data.ts', import.meta.url));
const module = `/** A table a line, its columns by type; written by scripts/kusto-tables.mjs. */
export default \`
${lines.join('\n')}
\`;
`;
writeFileSync(target, await format(module, { ...(await resolveConfig(target)), filepath: target }));
console.log(`${tables.size} tables, ${module.length} characters`);
