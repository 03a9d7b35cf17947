import { afterAll, beforeAll, describe } from 'vitest';
import { dsl } from '../../../backends/dsl/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { testBare } from './bare.js';
import { missing, startElasticsearch } from './node.js';
import type { Elasticsearch } from './node.js';
import { inItsSource, testThroughEcs } from './through-ecs.js';

/**
 * Targets whose queries are clauses of Query DSL, or become one. Most of the time goes into the
 * automata of their regexes, so each rule is run once, by one target and in one of the values of
 * `case`: all of them decide by the same code how a predicate is asked, and each part has every kind
 * of rule. The queries of query_string are all run by real Lucene as well, over more events; through
 * `ecs` it runs every second rule, and here Query DSL the others.
 */
const TARGETS = [
  {
    backend: lucene,
    language: 'query_string',
    clause: (query: string) => ({ query_string: { query } }),
    half: 1,
    throughEcs: { part: [0, 3], every: 2 },
  },
  {
    backend: dsl,
    language: 'Query DSL',
    clause: (query: string) => JSON.parse(query) as object,
    half: 0,
    throughEcs: { part: [0, 2], every: 3 },
  },
] as const;

/** How fields of strings are mapped for each value of the option `case`. */
const LOWERED = { type: 'keyword', normalizer: 'lowercase' };
const STRINGS = [
  ['normalized', LOWERED],
  ['caseless', { type: 'keyword', fields: { caseless: LOWERED } }],
  ['as it is', { type: 'keyword' }],
] as const;

/** The value of the option where fields keep their case. */
const AS_IT_IS: Readonly<Record<string, string>> = { lucene: 'regex', dsl: 'auto' };

describe.skipIf(missing !== null)('real Elasticsearch', () => {
  let node: Elasticsearch;
  beforeAll(async () => {
    node = await startElasticsearch();
  }, 120_000);
  afterAll(() => node.stop());

  describe.each(TARGETS.map((t) => [t.backend.name, t] as const))('%s', (_, given) => {
    const { half, throughEcs, ...target } = given;
    const name = `Elasticsearch 8.19, ${target.language}`;
    STRINGS.forEach(([mode, text], i) => {
      const value = mode === 'as it is' ? AS_IT_IS[target.backend.name]! : mode;
      describe(`case=${value}`, () => {
        testBare(() => node, {
          ...target,
          name: `${name}, case=${value}`,
          options: { case: value },
          text,
          part: [i + half * STRINGS.length, 2 * STRINGS.length],
        });
      });
    });
    describe('through ecs', () => {
      testThroughEcs(() => node, { ...target, name, part: throughEcs.part }, throughEcs.every);
    });
  });

  describe('dsl, text=source', () => {
    const [, { backend, clause }] = TARGETS;
    const name = 'Elasticsearch 8.19, Query DSL, text=source';
    const options = { text: 'source' };
    // Their texts are indexed as words, or in parts.
    const only = /powershell|kubernetes|cloudtrail|cisco|jvm/;
    const target = { backend, clause, name, options, only, part: [0, 2] as const };
    testThroughEcs(() => node, target, 5, inItsSource);
  });
});
