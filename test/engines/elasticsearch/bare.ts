import type { Backend } from '../../../src/backend/contract.js';
import type { Query } from '../../../src/convert/index.js';
import type { MatchEvent } from '../../../src/match/event.js';
import { testAgreement } from '../agreement.js';
import { indexed } from '../lucene/lucene.js';
import type { Document } from '../lucene/lucene.js';
import { holds } from '../lucene/stored.js';
import { predicatesOf } from '../predicates.js';
import type { Case } from '../rules.js';
import { runJobs, TEXTS } from './indexes.js';
import type { Mapping, Mappings } from './indexes.js';
import type { Elasticsearch } from './node.js';

/** How the queries of a target are run. */
export interface Target {
  readonly name: string;
  readonly backend: Backend;
  readonly options?: Readonly<Record<string, string>>;
  /** A query as a clause of Query DSL, or as ES|QL. */
  readonly clause: (query: string) => object | string;
}

export interface BareTarget extends Target {
  /** Which of the rules are run; all if not given. */
  readonly part?: readonly [which: number, of: number];
  /** Events in which a field has several values are left out. */
  readonly single?: boolean;
  /** How fields are mapped of which the queries do not say how they have to be. */
  readonly text: Mapping;
}

/** Tests queries by Sigma's own field names. */
export function testBare(node: () => Elasticsearch, target: BareTarget): void {
  const held = (document: Document | null): Document | null =>
    target.single && document && hasSeveral(document) ? null : document;
  testAgreement({
    ...target,
    samples: 6,
    mutated: 120,
    // Not all events of each rule are run here.
    shownElsewhere: () => true,
    async run(jobs, common) {
      const results = await runJobs(
        node(),
        jobs.map(({ case: c, query, events }) => {
          const mappings = mappingsFor(c, query, target.text);
          const documents = events.map((e) => held(documentOf(e.event, mappings)));
          return { query: target.clause(query.queryText!), mappings, events: documents };
        }),
        (mappings) => common.map((e) => held(documentOf(e, mappings))),
      );
      return results.map((kept, i) => {
        if (typeof kept !== 'string') return kept;
        const { case: c, query, events } = jobs[i]!;
        if (query.limits.length > 0) return [...common, ...events].map(() => null);
        throw new Error(`${c.path}: ${kept}\n${query.queryText}`);
      });
    },
  });
}

/** What the notes of a query say about its fields. */
const SAID = [
  [/-ip-field$/, 'ip'],
  [/-number-field$/, 'double'],
  [/-boolean-field$/, 'boolean'],
] as const;

function mappingsFor({ expression }: Case, query: Query, text: Mapping): Mappings {
  const mappings = new Map<string, Mapping>([[TEXTS, text]]);
  for (const p of predicatesOf(expression)) {
    if (p.kind === 'keyword') continue;
    for (const { text: name } of p.kind === 'field-ref' ? [p.field, p.other] : [p.field]) {
      const said = query.diagnostics.find((d) =>
        d.message.startsWith(`\`${name}\` must be mapped`),
      );
      const [, type] = SAID.find(([code]) => said && code.test(said.code)) ?? [];
      mappings.set(name, type ? { type } : text);
    }
  }
  return mappings;
}

function hasSeveral(document: Document): boolean {
  const names = document.flatMap(([name]) => (name === TEXTS ? [] : [name]));
  return new Set(names).size < names.length;
}

/** Null where one of the fields cannot hold what the event has. */
function documentOf(event: MatchEvent, mappings: Mappings): Document | null {
  const names = [...mappings.keys()].filter((name) => name !== TEXTS);
  const document = indexed(event, names);
  if (!document.every(([name, text]) => holds(String(mappings.get(name)!['type']), text)))
    return null;
  return [...document, ...event.texts().map((text) => [TEXTS, text] as const)];
}
