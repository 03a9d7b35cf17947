import { itemsOf } from '../../model/detection-fold.js';
import { isAmong, shapeOf } from '../../model/patterns/pattern.js';
import type { FieldPredicate } from '../../predicate/predicate.js';
import type { Search } from '../../plan/plan.js';
import { besideMissing } from '../../predicate/beside-missing.js';
import { askedTogether } from '../../predicate/together.js';
import { askedEitherWay } from './sometimes-stored.js';
import { once } from '../../source/remembered.js';
import type { Placement, Column as StoredColumn } from '../../store/placement.js';
import type { QueryContext } from '../dialect/context.js';

/**
 * How a field is indexed.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/field-data-types
 */
export const FIELD_TYPES = [
  'keyword',
  'wildcard',
  'constant_keyword',
  'flattened',
  'text',
  'match_only_text',
  'ip',
  'boolean',
  'date',
  'byte',
  'short',
  'integer',
  'long',
  'unsigned_long',
  'half_float',
  'float',
  'double',
  'scaled_float',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

/** A field of a type that Elasticsearch has. */
export interface ElasticColumn extends StoredColumn {
  readonly type: FieldType;
}

const TYPES: ReadonlySet<string | null> = new Set(FIELD_TYPES);

/** Null where nothing is known of the type, or it does not exist. */
export function elasticColumn(column: StoredColumn | undefined): ElasticColumn | null {
  return column && TYPES.has(column.type) ? (column as ElasticColumn) : null;
}

/** The predicate asks whether there is some value. */
export function isPresence(p: FieldPredicate): boolean {
  return p.kind === 'exists' || (p.kind === 'string' && shapeOf(p.pattern).shape === 'any');
}

/** The value is not stored, so it cannot be distinguished from a missing one. */
export function isAbsent(p: FieldPredicate, column: Pick<StoredColumn, 'absent'> | null): boolean {
  if (!column || column.absent.length === 0) return false;
  if (p.kind === 'null') return true;
  return p.kind === 'string' && !p.stored && isAmong(p.pattern, column.absent);
}

/**
 * A search in which a missing value and all values that are not stored are asked for together, and
 * nothing else is asked of a field that has to be missing: beside `F IS NULL`, ES|QL of Elasticsearch
 * 8.19 takes any other condition that names F for null, even one within COALESCE, and finds nothing.
 */
export function absentTogether(node: Search, { placement: { columns } }: QueryContext): Search {
  const likeMissing = (field: string): readonly string[] => columns.get(field)?.absent ?? [];
  const together = besideMissing(askedTogether(node.conditions, likeMissing), likeMissing);
  const sometimes = (field: string): readonly string[] => columns.get(field)?.sometimes ?? [];
  const isSometimes = [...columns.values()].some((column) => column.sometimes.length > 0);
  const conditions = isSometimes ? askedEitherWay(together, sometimes) : together;
  return conditions === node.conditions ? node : { ...node, conditions };
}

/**
 * A mapping of the source's events is sure to hold the field: the schema has it, or the source tells
 * its events by it.
 */
export function isMapped(name: string, placement: Placement): boolean {
  if (once(namedOnes, placement, startsOfNamed).some((start) => name.startsWith(start)))
    return false;
  if (placement.basis === 'known') return true;
  return once(required, placement, requiredFields).has(name);
}

const namedOnes = new WeakMap<Placement, readonly string[]>();

/** How fields begin that are called by what events say, of which none need be mapped. */
function startsOfNamed({ columns }: Placement): readonly string[] {
  return [...columns.values()].flatMap(({ reading }) =>
    reading?.as === 'named-list' ? [reading.of.replace('*', '')] : [],
  );
}

const required = new WeakMap<Placement, ReadonlySet<string>>();

function requiredFields({ conditions }: Placement): ReadonlySet<string> {
  const items = conditions.flatMap((c) => itemsOf(c));
  return new Set(items.flatMap(({ field }) => field?.text ?? []));
}

/**
 * Names of what Elasticsearch itself keeps of every document: no event has a field of that name.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/document-metadata-fields
 */
export function isMetadataField(name: string): boolean {
  return METADATA_FIELDS.has(name);
}

const METADATA_FIELDS: ReadonlySet<string> = new Set([
  '_data_stream_timestamp',
  '_doc_count',
  '_field_names',
  '_id',
  '_ignored',
  '_ignored_source',
  '_index',
  '_meta',
  '_nested_path',
  '_routing',
  '_seq_no',
  '_size',
  '_source',
  '_tier',
  '_tsid',
  '_version',
]);
