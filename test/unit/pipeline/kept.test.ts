import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Rule } from '../../../src/model/rule.js';
import { parse } from '../../../src/model/parse.js';
import { applyPipelines } from '../../../src/pipeline/apply.js';
import { loadPipeline } from '../../../src/pipeline/load.js';

const { documents } = parse(`title: t
logsource: { category: c }
detection: { selection: { A: x }, condition: selection }
`);
const rule = documents[0]!.content as Rule;
const shared = loadPipeline('mapping: { Z: Y }').pipeline!;
const target = { name: 'any' };

const load = (to: string) =>
  loadPipeline(`name: ${to}
priority: 50
sources:
  - { logsource: { category: c }, fields: { A: ${to} } }
`).pipeline!;

const fieldOf = (pipelines: Parameters<typeof applyPipelines>[1], name = 'any'): string =>
  JSON.stringify(
    applyPipelines(rule, pipelines, { target: { name } })[0].rule.detection.identifiers,
    (key, value: unknown) => (key === 'span' ? undefined : value),
  );

test('lists that begin alike, and targets, are told apart', () => {
  const [one, two] = [load('one'), load('two')];
  const isFor = loadPipeline('name: p\nallowed_backends: [kql]\nmapping: { A: C }').pipeline!;
  expect(fieldOf([shared, one])).toContain('"one"');
  expect(fieldOf([shared, two])).toContain('"two"');
  expect(fieldOf([shared])).toContain('"A"');
  expect(fieldOf([isFor], 'kql')).toContain('"C"');
  expect(fieldOf([isFor], 'other')).toContain('"A"');
});

test('a pipeline is forgotten once nobody has it, although the one before it stays', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const use = (): WeakRef<object> => {
    const own = load('own');
    applyPipelines(rule, [shared, own], { target });
    return new WeakRef(own);
  };
  const left = use();
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  expect(left.deref()).toBeUndefined();
});
