import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splunk } from '../backends/splunk/index.js';
import { convert } from '../src/convert/index.js';
import { applyPipelines } from '../src/pipeline/apply.js';
import { describeRule } from '../src/pipeline/describe.js';
import { finalize } from '../src/pipeline/finalize.js';
import { loadPipeline } from '../src/pipeline/load.js';
import type { Pipeline } from '../src/pipeline/pipeline.js';
import { codeFrame } from '../src/source/code-frame.js';
import { readLibrary } from './support/read-library.js';

/*
 * Every pipeline of test/pipelines goes over every rule of test/pipelines/rules; what each step
 * changed, the query and what the finalizers made of all is in test/pipelines/golden. A file that
 * is added is a test: UPDATE_GOLDEN=1 npx vitest run test/pipelines.test.ts
 */
const here = join(import.meta.dirname, 'pipelines');
const files = readdirSync(here).filter((f) => f.endsWith('.yml'));
const rules = readdirSync(join(here, 'rules')).sort();
const updating = Boolean(process.env['UPDATE_GOLDEN']);

function run(file: string): string {
  const { pipeline, diagnostics } = loadPipeline(readFileSync(join(here, file)), { path: file });
  if (!pipeline) {
    return diagnostics.map((d) => codeFrame(d, { colour: false })).join('\n\n');
  }
  const out: string[] = [`pipeline: ${pipeline.name}`];
  const queries: string[] = [];
  for (const path of rules) {
    const library = readLibrary(readFileSync(join(here, 'rules', path)), { path });
    const [item] = library.documents;
    if (item?.content?.kind !== 'rule') throw new Error(`${path} cannot be read`);
    out.push('', `== ${path}`);
    const [{ state }] = applyPipelines(item.content, [pipeline], {
      target: splunk,
      onStep: (step, before, after) => {
        if (step === 'sources') return;
        const [a, b] = [describeRule(before), describeRule(after)];
        out.push(`${step.transformation.type}${step.id === null ? '' : ` (${step.id})`}`);
        out.push(...a.filter((l) => !b.includes(l)).map((l) => `  - ${l}`));
        out.push(...b.filter((l) => !a.includes(l)).map((l) => `  + ${l}`));
      },
    });
    for (const [key, value] of state) out.push(`state ${key} = ${JSON.stringify(value)}`);
    const [query] = convert(library, {
      backend: splunk,
      pipelines: [pipeline],
      placeholders: replaces(pipeline) ? {} : VALUES,
    });
    for (const d of query!.diagnostics) {
      // None of these pipelines says where events are.
      if (d.code !== 'pipeline-no-source') out.push(codeFrame(d, { colour: false }));
    }
    if (query!.text !== null) {
      queries.push(query!.text);
      out.push(query!.text);
    }
  }
  const final = finalize(queries, [pipeline]);
  if (final !== null) out.push('', '== all', final);
  return `${out.join('\n')}\n`;
}

/** For rules whose placeholders the pipeline leaves alone. */
/** Whether a pipeline puts values in place of placeholders, before which given ones go. */
function replaces({ items }: Pipeline): boolean {
  return items.some((i) => i.transformation.type.endsWith('_placeholders'));
}

const VALUES = { admins: ['given'], sites: ['given'], numbers: ['given'] };

describe('pipelines', () => {
  test.each(files)('%s', (file) => {
    const golden = join(here, 'golden', file.replace(/\.yml$/, '.txt'));
    const made = run(file);
    if (updating) {
      if (process.env['CI']) throw new Error('Golden files are not recorded in CI.');
      mkdirSync(join(here, 'golden'), { recursive: true });
      writeFileSync(golden, made);
    }
    expect(made).toBe(readFileSync(golden, 'utf8'));
  });

  test('no golden file is left over', () => {
    const expected = files.map((f) => f.replace(/\.yml$/, '.txt'));
    expect(readdirSync(join(here, 'golden')).sort()).toEqual(expected.sort());
  });
});
