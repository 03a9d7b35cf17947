import { describe, expect, test } from 'vitest';
import { kql } from '../../backends/kql/index.js';
import * as sigmaql from '../../src/index.js';

/** As a caller without types makes them. */
const call = sigmaql as unknown as Record<string, (...given: unknown[]) => unknown>;
const library = sigmaql.link(sigmaql.parse('title: t').documents);
const matcher = sigmaql.compile(library) as unknown as Record<string, (given: unknown) => unknown>;

describe('what a function of the library cannot take is said to whoever calls it', () => {
  test.each<[string, () => unknown, string]>([
    ['parse', () => call['parse']!(null), 'parse takes a string or a Uint8Array, not null.'],
    ['parse', () => call['parse']!(42), 'parse takes a string or a Uint8Array, not a number.'],
    ['link', () => call['link']!(null), 'link takes an array, the `documents` that `parse` gives'],
    ['link', () => call['link']!([null]), 'each is a document, not null.'],
    ['link', () => call['link']!(sigmaql.parse('a: b')), 'not an object.'],
    ['convert', () => call['convert']!(library, {}), 'convert takes options with a `backend`'],
    ['convert', () => call['convert']!(library), 'not undefined.'],
    ['convert', () => call['convert']!([], { backend: kql }), 'convert takes a library'],
    [
      'convert',
      () => call['convert']!(library, { backend: kql, pipelines: Promise.resolve([]) }),
      'convert takes `pipelines` as an array, which `shippedPipelines` gives a promise of',
    ],
    [
      'convert',
      () => call['convert']!(library, { backend: kql, options: { table: 5 } }),
      'kql.table must be a string, not a number.',
    ],
    [
      'convert',
      () => call['convert']!(library, { backend: kql, pipelines: ['microsoft'] }),
      'convert takes `pipelines` that `loadPipeline` made, not a string.',
    ],
    [
      'convert',
      () => call['convert']!(library, { backend: kql, placeholders: { admins: 'alice' } }),
      'the placeholder admins must be an array of strings, not a string.',
    ],
    [
      'compile',
      () => call['compile']!(library, { placeholders: { admins: [1] } }),
      'each value of the placeholder admins must be a string, not a number.',
    ],
    [
      'compile',
      () => call['compile']!(library, { placeholders: null }),
      'compile takes `placeholders` as an object of arrays, not null.',
    ],
    [
      'convert',
      () => call['convert']!(library, { backend: kql, placeholders: new Map([['a', ['b']]]) }),
      'convert takes `placeholders` as an object of arrays, not a Map.',
    ],
    [
      'convert',
      () => call['convert']!(library, { backend: kql, tables: Promise.resolve() }),
      'convert takes `tables`, which `publishedTables` gives a promise of, not a Promise.',
    ],
    [
      'convert',
      () =>
        call['convert']!(library, { backend: kql, documents: sigmaql.parse('title: t').documents }),
      'convert takes `documents` of the library, of `library.documents`, not an object.',
    ],
    [
      'compile',
      () => call['compile']!(library, { schemas: sigmaql.loadSchemas() }),
      'compile takes `schemas`, which `loadSchemas` gives a promise of, not a Promise.',
    ],
    ['link', () => call['link']!([{ kind: 'rule' }]), 'each is a document, not an object.'],
    ['compile', () => call['compile']!(null), 'compile takes a library'],
    ['matchStream', () => call['matchStream']!(undefined), 'matchStream takes a library'],
    ['match', () => matcher['match']!(null), 'match takes an event, an object as JSON has it'],
    ['match', () => matcher['match']!('x'), 'not a string.'],
    ['match', () => matcher['match']!([{ a: 'b' }]), 'not an array.'],
    [
      'matchStream',
      () => call['matchStream']!(library, { lateness: '1h' }),
      'matchStream takes `lateness` in milliseconds, not a string.',
    ],
    [
      'EventReader',
      () => new sigmaql.EventReader('e.json').push('{}' as never),
      'EventReader takes pieces of type Uint8Array, not a string.',
    ],
    ['missed', () => matcher['missed']!(1), 'missed takes an event'],
    [
      'finalize',
      () => call['finalize']!([{ text: 'a' }], []),
      'finalize takes the texts of queries, not an object.',
    ],
    ['loadPipeline', () => call['loadPipeline']!(undefined), 'loadPipeline takes a string'],
  ])('%s', (_, made, message) => {
    expect(made).toThrow(TypeError);
    expect(made).toThrow(message);
  });

  test('what loads the pipelines and tables of a target', async () => {
    const message = "takes a target, such as `kql` of 'sigmaql/kql', not a string.";
    await expect(call['shippedPipelines']!('kql')).rejects.toThrow(message);
    await expect(call['publishedTables']!('kql')).rejects.toThrow(message);
  });

  test('names of pipelines', async () => {
    const message = 'shippedPipelines takes an array of names, not a string.';
    await expect(call['shippedPipelines']!(kql, 'microsoft')).rejects.toThrow(message);
  });

  test.each([
    [{ interval: 45 }, 'interval must be a part of an hour or a day'],
    [{ interval: 0 }, 'as a number of minutes, not 0.'],
    [{ lookback: 1.5 }, 'lookback must be a timespan in whole minutes'],
    [{ interval: 60, throttle: Number.NaN }, 'throttle must be'],
  ])('times of a deployment: %j', (settings, message) => {
    const deploy = { entries: [{ when: {}, settings }], custom: [] };
    const made = () => sigmaql.convert(library, { backend: kql, deploy });
    expect(made).toThrow(RangeError);
    expect(made).toThrow(message);
  });

  test('inspect', async () => {
    await expect(call['inspect']!(null)).rejects.toThrow('inspect takes a rule');
  });
});
