import { describe, expect, test } from 'vitest';
import { loadShipped } from '../../../src/pipeline/load.js';
import { commonPipelines, storeNames, storeOf } from '../../../src/schemas/stores.js';

const stores = await Promise.all(storeNames.map((store) => storeOf({ store }).pipelines()));
const all = [await commonPipelines(), ...stores].flatMap((store) => Object.entries(store));

describe.each(all)('%s', (name, json) => {
  test('has nothing wrong in what is read when a rule is of a source', () => {
    const { pipeline, diagnostics } = loadShipped(json, name);
    const read = pipeline!.sources.map(({ where, fields, types, logSources }) => ({
      fields: where || types.size > 0 || fields.size > 0,
      entries: logSources.map((entry) => entry.where),
    }));
    expect(read).toHaveLength(pipeline!.sources.length);
    expect(diagnostics).toEqual([]);
  });
});
