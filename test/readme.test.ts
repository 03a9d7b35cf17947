import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dsl } from '../backends/dsl/index.js';
import { eql } from '../backends/eql/index.js';
import { esql } from '../backends/esql/index.js';
import { kql } from '../backends/kql/index.js';
import { lucene } from '../backends/lucene/index.js';
import { splunk } from '../backends/splunk/index.js';
import { convert } from '../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../src/pipeline/shipped.js';
import { readLibrary } from './support/read-library.js';

/*
 * The README shows a rule and what its first command makes of it. UPDATE_GOLDEN=1 writes both.
 */

const root = join(import.meta.dirname, '..');
const START = '<!-- By test/readme.test.ts: -->';
const END = '<!-- End of it -->';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [, path = '', targets = ''] = /node dist\/cli\.cjs convert (\S+) -t (\S+)/.exec(readme) ?? [];
const rule = readFileSync(join(root, path), 'utf8');

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** Without metadata; indented as Prettier has it. */
function shownRule(): string {
  const shown = rule.slice(rule.indexOf('logsource:'), rule.indexOf('falsepositives:'));
  return shown.replace(/^ +/gm, (indent) => ' '.repeat(indent.length / 2));
}

async function made(): Promise<string> {
  const library = readLibrary(rule, { path });
  const shown = ['The rule, without its metadata:', block('yaml', shownRule()), 'Its queries:'];
  for (const [name, backend] of Object.entries({ kql, splunk, lucene })) {
    if (!targets.split(',').includes(name)) throw new Error(`${name} is not shown`);
    const [query] = convert(library, {
      backend,
      pipelines: await shippedPipelines(backend),
      tables: await publishedTables(backend),
    });
    expect(query).toMatchObject({ fidelity: 'exact' });
    shown.push(block(name === 'splunk' ? 'spl' : name, query!.text!));
  }
  return `${START}\n\n${shown.join('\n\n')}\n\n`;
}

test('the README shows what its first command makes of a rule', async () => {
  const [before = '', rest = ''] = readme.split(START);
  const now = `${before}${await made()}${END}${rest.split(END)[1]!}`;
  if (process.env['UPDATE_GOLDEN']) {
    if (process.env['CI']) throw new Error('Golden files are not recorded in CI.');
    writeFileSync(join(root, 'README.md'), now);
    return;
  }
  expect(readme).toBe(now);
});

test('the README names every option and format of every target', () => {
  for (const { name, options, formats } of [kql, splunk, lucene, dsl, eql, esql]) {
    const row = readme
      .split('\n')
      .find((line) => line.startsWith(`| \`${name}\` `) && line.includes('query'));
    const [, named = '', written = ''] = row!.split('|').slice(1);
    const names = (cell: string): readonly string[] =>
      [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1]!);
    expect([...names(named)].sort()).toEqual(options.map((o) => o.name).sort());
    expect(names(written)).toEqual(formats.map((f) => f.name));
  }
});
