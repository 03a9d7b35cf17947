import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { kql } from '../backends/kql/index.js';
import { lucene } from '../backends/lucene/index.js';
import { splunk } from '../backends/splunk/index.js';
import { commonPipelines, storeOf } from '../src/schemas/stores.js';
import { record, updating } from './support/golden-files.js';

/*
 * docs/fields-<target>.md says of each pipeline that ships which log sources it knows, where their
 * events are, and what their fields are called there. UPDATE_GOLDEN=1 writes it.
 */

const docs = join(import.meta.dirname, '../docs');
const targets = [
  ...[
    { target: kql, folder: 'microsoft' },
    { target: splunk, folder: 'splunk' },
    { target: lucene, folder: 'elastic' },
  ].map(({ target, folder }) => ({
    name: target.name,
    title: target.title,
    folder: `src/schemas/${folder}`,
    load: storeOf(target).pipelines,
  })),
  { name: 'any', title: 'any target', folder: 'src/schemas/windows', load: commonPipelines },
];

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** As the file has it, with what it includes. */
interface WrittenSource {
  readonly name?: string;
  readonly table?: string | readonly string[];
  readonly logsource?: WrittenLogSource | readonly WrittenLogSource[];
  readonly logsources?: string | readonly string[];
  readonly where?: Json;
  readonly fields?: Readonly<Record<string, Json>>;
  readonly others?: Json;
  readonly refuse?: string;
}

type WrittenLogSource = Readonly<Record<string, Json>>;

interface WrittenPipeline {
  readonly name: string;
  readonly sources?: readonly WrittenSource[];
  readonly include?: readonly string[];
}

function documentOf(title: string, folder: string, pipelines: Readonly<Record<string, string>>) {
  const read = new Map(
    Object.entries(pipelines).map(([name, json]) => [name, JSON.parse(json) as WrittenPipeline]),
  );
  const lines = [
    `# Log sources and fields: ${title}`,
    '',
    'The sources of the included pipelines, in order of preference. The right column is the name of a field',
    'there, or how it is read; [sources.md](sources.md) explains the notation. Written by',
    '`test/field-tables.test.ts`.',
  ];
  for (const [name, pipeline] of read) {
    const path = join(import.meta.dirname, '..', folder, `${name}.yml`);
    const { include = [] } = parse(readFileSync(path, 'utf8')) as WrittenPipeline;
    const included = new Set(
      include.flatMap((n) => (read.get(n)?.sources ?? []).map((s) => JSON.stringify(s))),
    );
    lines.push('', `## ${name}`);
    if (include.length > 0) {
      lines.push('', `Includes the sources of ${include.map((n) => `[${n}](#${n})`).join(', ')}.`);
    }
    for (const source of pipeline.sources ?? []) {
      if (!included.has(JSON.stringify(source))) lines.push(...sectionOf(source));
    }
  }
  return `${lines.join('\n')}\n`;
}

function sectionOf(source: WrittenSource): string[] {
  const { name, table, where, fields = {}, others, refuse } = source;
  const tables = [table ?? []].flat();
  const title = name ? plain(name) : tables.map((t) => `\`${t}\``).join(' and ') || 'No source';
  const lines = ['', `### ${title}`, '', `- For ${logSourcesOf(source).join('; ')}.`];
  if (refuse !== undefined) lines.push(`- Not available: ${plain(refuse)}`);
  if (name !== undefined && tables.length > 0) lines.push(`- Reads ${tables.join(' and ')}.`);
  if (where !== undefined) lines.push(`- Only events with ${code(where)}.`);
  if (others !== undefined) lines.push(`- Other fields: ${code(others)}.`);
  const rows = Object.entries(fields);
  if (rows.length === 0) return lines;
  const cells = rows.map(([field, rule]) => `| ${plain(field)} | ${calledThere(rule)} |`);
  return [...lines, '', '| field | name there |', '| --- | --- |', ...cells];
}

function logSourcesOf({ logsource, logsources }: WrittenSource): readonly string[] {
  const named = [logsources ?? []].flat().map((n) => `\`logsources: ${n}\``);
  const listed = [logsource ?? []].flat() as readonly WrittenLogSource[];
  return [...named, ...listed.map(logSourceOf)];
}

function logSourceOf(entry: WrittenLogSource): string {
  const keys = ['product', 'category', 'service'].filter((key) => key in entry);
  const parts = keys.map((key) => `${key} ${[entry[key] ?? 'none'].flat().join(' or ')}`);
  const what = parts.join(', ') || 'any log source';
  return entry['where'] === undefined ? what : `${what} (${code(entry['where'])})`;
}

function calledThere(rule: Json): string {
  if (rule === null || (Array.isArray(rule) && rule.length === 0)) return 'not there';
  if (typeof rule === 'string') return `\`${rule}\``;
  if (Array.isArray(rule) && rule.every((name) => typeof name === 'string')) {
    return rule.map((name) => `\`${name}\``).join(' or ');
  }
  return code(rule).replaceAll('|', '\\|');
}

/** As YAML would have it on one line. */
function code(value: Json): string {
  return `\`${flow(value)}\``;
}

function flow(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value as Readonly<Record<string, Json>>);
    return `{ ${pairs.map(([key, inner]) => `${key}: ${flow(inner)}`).join(', ')} }`;
  }
  return String(value);
}

function plain(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*');
}

const named = targets.map((target) => [target.name, target] as const);

test.each(named)('docs/fields-%s.md is what the pipelines say', async (_, target) => {
  const made = documentOf(target.title, target.folder, (await target.load?.()) ?? {});
  const file = `fields-${target.name}.md`;
  if (updating) record(docs, [{ path: file, text: made }]);
  expect(existsSync(join(docs, file)), 'UPDATE_GOLDEN=1 writes it').toBe(true);
  expect(readFileSync(join(docs, file), 'utf8')).toBe(made);
});
