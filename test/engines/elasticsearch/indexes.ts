import { named } from '../lucene/stored.js';
import type { Document } from '../lucene/lucene.js';
import { inOneStore } from '../one-store.js';
import type { Elasticsearch } from './node.js';

/** How a field is mapped, and a `runtime` field that a search puts in its place. https://www.elastic.co/docs/reference/elasticsearch/mapping-reference */
export type Mapping = Readonly<Record<string, unknown>>;
export type Mappings = ReadonlyMap<string, Mapping>;

/** A query, the fields that it needs, and the events that it is run over beside the common ones. */
export interface Job {
  /** A clause of Query DSL; or the text of an ES|QL query. */
  readonly query: object | string;
  readonly mappings: Mappings;
  /** Null where no such index holds it. */
  readonly events: readonly (Document | null)[];
}

/** For each common event, then each of its own, whether a query keeps it; or why it does not run. */
export type Kept = readonly (boolean | null)[] | string;

/** The name under which all texts of an event are indexed, which keywords are looked for in. */
export const TEXTS = 'event.test.texts';
const NUMBER = 'event.test.number';
const JOB = 'event.test.job';
/** In place of a job's number. */
const COMMON = -1;

/** Events of more have a term that Lucene does not take. */
const LONGEST = 8_191;

/**
 * Runs queries over indexes made for them.
 * @param common the events that all queries are run over, in an index of these mappings
 */
export async function runJobs(
  elasticsearch: Elasticsearch,
  jobs: readonly Job[],
  common: (mappings: Mappings) => readonly (Document | null)[],
): Promise<readonly Kept[]> {
  const results = new Map<Job, Kept>();
  const { takesBoth } = elasticsearch;
  // Queries in ES|QL take long, and so do the more indexes of names that exclude each other.
  const isIdle = ({ query, events }: Job): boolean =>
    (typeof query === 'string' || !takesBoth) && events.length === 0;
  for (const job of jobs.filter(isIdle)) results.set(job, []);
  const cannotHold = ({ mappings }: Job): boolean =>
    !takesBoth && [...mappings.keys()].some((name) => parentsOf(name).some((p) => mappings.has(p)));
  for (const job of jobs.filter(cannotHold)) {
    results.set(
      job,
      [...common(job.mappings), ...job.events].map(() => null),
    );
  }
  const others = jobs.filter((j) => !results.has(j));
  for (const { members, mappings } of indexesFor(others, takesBoth)) {
    const shared = common(mappings).map(holdable);
    const documents: Stored[] = shared.flatMap((d) => (d ? [{ document: d, job: COMMON }] : []));
    const numbers = members.map(({ events }, job) =>
      events.map((e) => {
        const document = holdable(e);
        return document && documents.push({ document, job }) - 1;
      }),
    );
    await withIndex(elasticsearch, mappings, documents, async () => {
      const queries = members.map((m) => m.query);
      const found = await (queries.every((q) => typeof q === 'string')
        ? askEsql(elasticsearch, queries)
        : ask(elasticsearch, queries));
      members.forEach((member, i) => {
        const hits = found[i]!;
        if (typeof hits === 'string') return results.set(member, hits);
        let next = 0;
        const ofShared = shared.map((d) => d && hits.has(next++));
        return results.set(member, [
          ...ofShared,
          ...numbers[i]!.map((n) => (n === null ? null : hits.has(n))),
        ]);
      });
    });
  }
  return jobs.map((job) => results.get(job)!);
}

/** The names of the objects that a field is in. */
function parentsOf(name: string): readonly string[] {
  const parts = name.split('.');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
}

interface Stored {
  readonly document: Document;
  readonly job: number;
}

function holdable(document: Document | null): Document | null {
  return document?.every(([, text]) => text.length <= LONGEST) ? document : null;
}

/** Queries over more events than these need take longer. */
const MOST_JOBS = 500;

/** Jobs that one index can hold the events of, and how it maps their fields. */
function indexesFor(
  jobs: readonly Job[],
  takesBoth: boolean,
): readonly { readonly members: readonly Job[]; readonly mappings: Mappings }[] {
  const mapped = ({ mappings }: Job): (readonly [string, Mapping])[] =>
    [...mappings].map(([name, mapping]) => [named(name), mapping]);
  const needs = jobs.map((item) => ({
    item,
    kinds: new Map([
      ...(takesBoth ? [] : mapped(item).flatMap(([name]) => parentsOf(name))).map(
        (parent) => [parent, 'object'] as const,
      ),
      ...mapped(item).map(([name, mapping]) => [name, JSON.stringify(mapping)] as const),
    ]),
  }));
  return inOneStore(needs, MOST_JOBS).map((members) => ({
    members,
    mappings: new Map(members.flatMap(mapped)),
  }));
}

async function withIndex(
  elasticsearch: Elasticsearch,
  mappings: Mappings,
  documents: readonly Stored[],
  use: () => Promise<void>,
): Promise<void> {
  const index = '/logs-test-default';
  const runtime = [...mappings].flatMap(([name, mapping]) =>
    mapping['runtime'] ? [[name, mapping['runtime']] as const] : [],
  );
  await elasticsearch.send('PUT', index, {
    settings: {
      number_of_shards: 1,
      number_of_replicas: 0,
      refresh_interval: -1,
      // The index has the fields of many rules; no query has so many.
      'index.mapping.total_fields.limit': 100_000,
      'index.query.default_field': [TEXTS],
    },
    mappings: {
      dynamic: 'strict',
      ...(elasticsearch.takesBoth ? { subobjects: false } : {}),
      // OpenSearch has none.
      ...(runtime.length > 0 ? { runtime: Object.fromEntries(runtime) } : {}),
      properties: {
        ...Object.fromEntries([...mappings].map(([name, { runtime: _, ...m }]) => [name, m])),
        [TEXTS]: mappings.get(TEXTS) ?? { type: 'keyword' },
        [NUMBER]: { type: 'integer' },
        [JOB]: { type: 'integer' },
      },
    },
  });
  try {
    const lines = documents.map(({ document, job }, number) => {
      const source = { ...sourceOf(document, mappings), [NUMBER]: number, [JOB]: job };
      return `{"index":{"_id":"${number}"}}\n${JSON.stringify(source)}\n`;
    });
    for (let at = 0; at < lines.length; at += 2_000) {
      const made = await elasticsearch.send(
        'POST',
        `${index}/_bulk?filter_path=items.*.error`,
        lines.slice(at, at + 2_000).join(''),
      );
      const [first] = (made as { items?: readonly unknown[] }).items ?? [];
      if (first) throw new Error(`An event is not indexed: ${JSON.stringify(first)}`);
    }
    await elasticsearch.send('POST', `${index}/_refresh`);
    await use();
  } finally {
    await elasticsearch.send('DELETE', index);
  }
}

function sourceOf(document: Document, mappings: Mappings): Record<string, unknown> {
  const source: Record<string, unknown> = {};
  const values = new Map<string, string[]>();
  for (const [name, text] of document) {
    const known = values.get(name);
    if (known) known.push(text);
    else values.set(name, [text]);
  }
  for (const [name, texts] of values) {
    const root = flattenedRoot(name, mappings);
    if (root === null) source[name] = texts;
    else source[root] = { ...(source[root] as object), [name.slice(root.length + 1)]: texts };
  }
  return source;
}

function flattenedRoot(name: string, mappings: Mappings): string | null {
  for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
    const root = name.slice(0, dot);
    if (/^flat/.test(String(mappings.get(root)?.['type']))) return root;
  }
  return null;
}

/** As `ask`, of queries in ES|QL, each of which names the indices that it reads in its first line. */
async function askEsql(
  elasticsearch: Elasticsearch,
  queries: readonly string[],
): Promise<readonly (ReadonlySet<number> | string)[]> {
  const found: (ReadonlySet<number> | string)[] = [];
  for (let at = 0; at < queries.length; at += RUNNING) {
    const answers = queries.slice(at, at + RUNNING).map(async (query, i) => {
      const [, ...rest] = query.split('\n');
      const own = `| WHERE ${JOB} IN (${COMMON}, ${at + i})`;
      const lines = [
        'FROM logs-test-default METADATA _id',
        own,
        ...rest,
        '| KEEP _id | LIMIT 10000',
      ];
      try {
        const answer = await elasticsearch.send('POST', '/_query?allow_partial_results=false', {
          query: lines.join('\n'),
        });
        const { values } = answer as { readonly values: readonly (readonly [string])[] };
        return new Set(values.map(([id]) => Number(id)));
      } catch (error) {
        return String(error);
      }
    });
    found.push(...(await Promise.all(answers)));
  }
  return found;
}

const RUNNING = 8;
const AT_ONCE = 100;

/** The numbers of the documents that each query keeps of the common and its own. */
async function ask(
  elasticsearch: Elasticsearch,
  queries: readonly (object | string)[],
): Promise<readonly (ReadonlySet<number> | string)[]> {
  const found: (ReadonlySet<number> | string)[] = [];
  for (let at = 0; at < queries.length; at += AT_ONCE) {
    const lines = queries.slice(at, at + AT_ONCE).map((query, i) => {
      const filter = [query, { terms: { [JOB]: [COMMON, at + i] } }];
      const search = { query: { bool: { filter } }, size: 10_000, _source: false, sort: ['_doc'] };
      return `{"index":"logs-test-default"}\n${JSON.stringify(search)}\n`;
    });
    const answer = (await elasticsearch.send(
      'POST',
      '/_msearch?filter_path=responses.status,responses.hits.hits._id,responses.error.root_cause,responses.error.caused_by',
      lines.join(''),
    )) as { responses: readonly Answer[] };
    for (const { hits, error } of answer.responses) {
      if (error) found.push(JSON.stringify(error));
      else found.push(new Set(hits?.hits.map((h) => Number(h._id))));
    }
  }
  return found;
}

interface Answer {
  readonly hits?: { readonly hits: readonly { readonly _id: string }[] };
  readonly error?: object;
}
