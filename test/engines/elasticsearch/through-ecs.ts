import type { ElasticColumn } from '../../../src/backend/elastic/index.js';
import { shippedPipelines } from '../../../src/pipeline/shipped.js';
import type { Document } from '../lucene/lucene.js';
import { columnsFor, inElasticsearch } from '../lucene/stored.js';
import type { Columns } from '../lucene/stored.js';
import { testThroughPipeline } from '../pipelines/agreement.js';
import type { PipelineEngine } from '../pipelines/agreement.js';
import type { Target } from './bare.js';
import { runJobs, TEXTS } from './indexes.js';
import type { Mapping, Mappings } from './indexes.js';
import type { Elasticsearch } from './node.js';

const KEYWORD = { type: 'keyword' };
const LOWERED = { type: 'keyword', normalizer: 'lowercase' };

/** Tests queries through the pipeline `ecs`, over the field types that it says its sources have. */
export function testThroughEcs(
  node: () => Elasticsearch,
  target: Target & Pick<PipelineEngine, 'only' | 'part'>,
  every = 6,
  mapped = mappingOf,
): void {
  testThroughPipeline({
    ...target,
    pipeline: 'ecs',
    samples: 8,
    every,
    async run(jobs) {
      const pipelines = await shippedPipelines(target.backend, ['ecs']);
      const results = await runJobs(
        node(),
        jobs.map(({ query, source, events }) => {
          const known = columnsFor(query, pipelines);
          const documents = events.map((e) =>
            once(inElasticsearch(e, known, source.source.keywords)),
          );
          const mappings = mappingsFor(known, documents, mapped);
          const clause = target.clause(query.queryText!);
          const isAnalyzed = typeof clause !== 'string' && mapped !== inItsSource;
          const indexed = documents.map((d) => d && asIndexed(d, known, isAnalyzed));
          return { query: clause, mappings, events: indexed };
        }),
        () => [],
      );
      return results.map((kept, i) => {
        const { query, events } = jobs[i]!;
        if (typeof kept !== 'string') return kept;
        const isWarned = query.diagnostics.some((d) => d.code === 'esql-unknown-column');
        if (query.limits.length > 0 || (isWarned && kept.includes('Unknown column'))) {
          return events.map(() => null);
        }
        throw new Error(`${kept}\n${query.queryText}`);
      });
    },
  });
}

/** A text that keywords are looked for in may be the value of its field already. */
function once(document: Document | null): Document | null {
  return document && [...new Map(document.map((d) => [JSON.stringify(d), d])).values()];
}

/** Fields of unknown types are in lower case, as the queries assume and say. */
function mappingsFor(
  { columns }: Columns,
  documents: readonly (Document | null)[],
  mapped: typeof mappingOf,
): Mappings {
  const mappings = new Map<string, Mapping>([[TEXTS, LOWERED]]);
  for (const document of documents) {
    for (const [name] of document ?? []) if (name !== ANYWHERE) mappings.set(name, LOWERED);
  }
  for (const [name, column] of columns) {
    const root = column.type === 'flattened' ? flattenedRoot(name) : name;
    if (root !== name) mappings.delete(name);
    mappings.set(root, mapped(column));
  }
  return mappings;
}

/** What `inElasticsearch` calls the fields that keywords are looked for in. */
const ANYWHERE = 'a field';

/** The object that is indexed as one: `….flattened.request_parameters` of CloudTrail. */
function flattenedRoot(name: string): string {
  return /^.*\.flattened\.[^.]+(?=\.)/.exec(name)?.[0] ?? name.replace(/\.[^.]*$/, '');
}

/** Types that this node does not have are mapped as those that they are kinds of. */
export function mappingOf({ type, caseless, words }: ElasticColumn): Mapping {
  switch (type) {
    case 'keyword':
    case 'wildcard':
    case 'constant_keyword':
      return caseless ? { ...KEYWORD, fields: { caseless: LOWERED } } : KEYWORD;
    case 'text':
    case 'match_only_text':
      return { type: 'text', analyzer: words === 'dashed' ? 'whitespace' : 'standard' };
    case 'scaled_float':
      return { type, scaling_factor: 100 };
    default:
      return { type };
  }
}

/** Fields that are indexed as words or in parts have runtime fields of their source in their place. */
export function inItsSource(column: ElasticColumn): Mapping {
  const mapping = mappingOf(column);
  const isPart = mapping['type'] === 'text' || mapping['type'] === 'flattened';
  return isPart ? { ...mapping, runtime: KEYWORD } : mapping;
}

/**
 * The analyzer that keeps dashes within words is not there: its words come divided, for what asks for
 * words.
 */
function asIndexed(document: Document, { columns }: Columns, isAnalyzed: boolean): Document {
  return document.map(([name, text]) => {
    if (name === ANYWHERE) return [TEXTS, text] as const;
    const isDashed = isAnalyzed && columns.get(name)?.words === 'dashed';
    return [name, isDashed ? text.toLowerCase().replace(/[^-\w]+/g, ' ') : text] as const;
  });
}
