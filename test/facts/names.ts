import type { DetectionNode } from '../../src/model/detection.js';
import { literalText } from '../../src/model/patterns/pattern.js';
import { shippedPipelines } from '../../src/pipeline/shipped.js';
import type { Pipeline } from '../../src/pipeline/pipeline.js';
import { storeOf } from '../../src/schemas/stores.js';
import type { FieldRule, OtherComputed, Source } from '../../src/store/source.js';

export const STORES = ['elastic', 'microsoft', 'splunk'] as const;
export type StoreName = (typeof STORES)[number];

/** Something that a schema says is in a store. */
export interface Named {
  readonly store: StoreName;
  /** The name of the file that says so. */
  readonly schema: string;
  readonly source: string;
  readonly tables: readonly string[];
  /** One of several tables is enough: the text of an event may be in another column in each. */
  readonly inAny?: boolean;
  /** `value`: what a field that tells sources apart holds; `field` has its name. */
  readonly kind: 'table' | 'field' | 'value';
  readonly name: string;
  readonly field?: string;
  /** As the schema gives it; null where it gives none. */
  readonly type: string | null;
}

/** The fields that tell sources apart, whose values are names that a vendor gives. */
const TELLING = new Set([
  ...['event.dataset', 'data_stream.dataset', 'event.module', 'winlog.channel'],
  ...['source', 'sourcetype', 'EventLog', 'Channel', 'ActionType', 'nodename', 'data_model'],
]);

export async function pipelinesOf(store: StoreName): Promise<readonly Pipeline[]> {
  const names = Object.keys(await storeOf({ store }).pipelines());
  const all = await shippedPipelines({ store }, names);
  return all.map((p, i) => ({ ...p, name: names[i]! }));
}

/** Each of them once for each source. */
export async function namesOf(store: StoreName): Promise<readonly Named[]> {
  const found = new Map<string, Named>();
  const seen = new Set<string>();
  for (const pipeline of await pipelinesOf(store)) {
    for (const source of pipeline.sources) {
      if (source.refusal !== null) continue;
      // Included pipelines bring their sources along.
      const key = JSON.stringify([source.name, [...source.fields.keys()], source.logSources]);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const named of namesIn(source)) {
        const whole = { store, schema: pipeline.name, source: source.name, ...named };
        found.set(JSON.stringify([source.name, whole.tables, whole.kind, whole.name]), whole);
      }
    }
  }
  return [...found.values()];
}

type Part = Omit<Named, 'store' | 'schema' | 'source'>;

function* namesIn(source: Source): Generator<Part> {
  const tables = source.schema === null ? source.tables : [source.schema];
  for (const name of new Set([...source.tables, ...tables])) {
    yield { tables, kind: 'table', name, type: null };
  }
  const field = (name: string): Part => ({
    tables,
    kind: 'field',
    name,
    type: typeOf(source, name),
  });
  for (const rule of source.fields.values()) for (const name of fieldsOf(rule)) yield field(name);
  for (const other of source.others) {
    if (other.kind === 'computed') for (const name of fieldsOf(other)) yield field(name);
  }
  for (const name of source.keywords) yield { ...field(name), inAny: true };
  for (const name of source.types.keys()) if (!name.endsWith('*')) yield field(name);
  if (source.where) {
    for (const { name, values } of conditionsOf(source.where)) {
      yield field(name);
      if (!TELLING.has(name)) continue;
      for (const value of values)
        yield { tables, kind: 'value', name: value, field: name, type: null };
    }
  }
  // In the names of Sigma, which the fields of the source translate.
  for (const entry of source.logSources) {
    for (const { name, values } of entry.where ? conditionsOf(entry.where) : []) {
      const rule = source.fields.get(name.toLowerCase());
      if (rule?.kind !== 'renamed') continue;
      for (const to of rule.to) {
        if (!TELLING.has(to)) continue;
        for (const value of values) {
          for (const text of rule.values?.get(value.toLowerCase()) ?? [value]) {
            for (const { before, after } of rule.affixes.length > 0 ? rule.affixes : [NO_AFFIX]) {
              const name = `${literalText(before) ?? ''}${text}${literalText(after) ?? ''}`;
              yield { tables, kind: 'value', name, field: to, type: null };
            }
          }
        }
      }
    }
  }
}

const NO_AFFIX = { before: [], after: [] };

function fieldsOf(rule: FieldRule | OtherComputed): readonly string[] {
  switch (rule.kind) {
    case 'renamed':
      return rule.to;
    case 'hashes':
      return [...rule.algorithms.values()].flat();
    case 'computed': {
      const inKey = ['either', 'among-or', 'domain-user'].includes(rule.as) ? [rule.key!] : [];
      return [rule.of, ...inKey, ...(rule.column === undefined ? [] : [rule.column])];
    }
  }
}

/** The type that a source gives a field, by its whole name or the beginning of it. */
function typeOf({ types }: Source, name: string): string | null {
  const exact = types.get(name);
  if (exact !== undefined) return exact?.type ?? null;
  let best: string | null = null;
  let length = -1;
  for (const [pattern, column] of types) {
    const start = pattern.slice(0, -1);
    if (!pattern.endsWith('*') || !name.startsWith(start) || start.length <= length) continue;
    length = start.length;
    best = column?.type ?? null;
  }
  return best;
}

function conditionsOf(node: DetectionNode): readonly { name: string; values: string[] }[] {
  if (node.kind === 'detection-group') return node.items.flatMap(conditionsOf);
  if (!node.field) return [];
  const values = node.values.flatMap((value) => {
    const all = value.kind === 'value-group' ? value.values : [value];
    return all.flatMap((v) => (v.kind === 'string' ? (literalText(v.pattern) ?? []) : []));
  });
  return [{ name: node.field.text, values }];
}
