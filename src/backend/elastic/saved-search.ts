import type { Name } from '../../model/name.js';
import { placeInJson, placeJson } from '../../source/mapped-text.js';
import { partsOf } from '../../store/placement.js';
import { jsonLines } from '../bundles.js';
import { sourcesOf } from '../format.js';
import type { AboutQuery, Format } from '../format.js';
import { indicesRead } from './indices.js';
import { withoutRuntimeFields } from './runtime-fields.js';
import { customFilter } from './siem-rule.js';

/**
 * A saved object of Discover, over Kibana's own data view of logs; a query of ES|QL names its indices.
 * https://www.elastic.co/docs/explore-analyze/find-and-organize/saved-objects
 */
export function savedSearchOf(
  language: 'lucene' | 'dsl' | 'esql',
  columnsOf: (about: AboutQuery) => readonly string[] = storedColumns,
): Format {
  return {
    name: 'kibana',
    description: 'A saved search for Kibana or OpenSearch Dashboards (a line of NDJSON)',
    extension: 'ndjson',
    wrap: (query, about) => {
      const source =
        language === 'dsl'
          ? placeJson(
              (clause) => inDataView('', 'kuery', [customFilter(clause, about.name)]),
              query,
            )
          : placeInJson(
              (text) =>
                language === 'esql' ? inEsql(text, about) : inDataView(text, 'lucene', []),
              query,
            );
      const columns = columnsOf(about);
      return placeInJson((text) => savedSearch(text, { language, columns }, about), source);
    },
    bundle: jsonLines,
    // A query of ES|QL has columns, of which the target tells.
    ...(language === 'esql' ? { showsFields: true } : { unshown: unstored }),
    takes: ['prefix'],
    deploys: true,
    refuses: withoutRuntimeFields,
  };
}

const INDEX_REFERENCE = 'kibanaSavedObjectMeta.searchSourceJSON.index';

function inDataView(query: string, language: string, filter: readonly object[]): object {
  return { query: { query, language }, filter, indexRefName: INDEX_REFERENCE };
}

function inEsql(esql: string, { plan, options }: AboutQuery): object {
  const title = options['index'] || indicesRead(plan).join(',');
  const index = { title, name: title, type: 'esql', timeFieldName: '@timestamp' };
  return { query: { esql }, index, filter: [] };
}

function savedSearch(
  searchSourceJSON: string,
  { language, columns }: { readonly language: string; readonly columns: readonly string[] },
  { rule, id, name }: AboutQuery,
): object {
  const isEsql = language === 'esql';
  return {
    id,
    type: 'search',
    attributes: {
      title: name,
      description: rule.description?.trim() ?? '',
      columns,
      sort: isEsql ? [] : [['@timestamp', 'desc']],
      ...(isEsql ? { isTextBasedQuery: true } : {}),
      kibanaSavedObjectMeta: { searchSourceJSON },
    },
    references: isEsql ? [] : [{ id: 'logs-*', name: INDEX_REFERENCE, type: 'index-pattern' }],
  };
}

/** Discover shows what the index has: of a field that a query puts together, its parts. */
function storedColumns(about: AboutQuery): readonly string[] {
  return [...new Set(about.rule.fields.flatMap((field) => storedOf(field, about) ?? []))];
}

function unstored(about: AboutQuery): readonly Name[] {
  return about.rule.fields.filter((field) => storedOf(field, about) === null);
}

/** Where a field is stored; null where its source does not have it. */
function storedOf({ text, lacking }: Name, { plan }: AboutQuery): readonly string[] | null {
  const columns = sourcesOf(plan).flatMap((s) => s.placement.columns.get(text) ?? []);
  const readings = columns.flatMap((c) => c.reading ?? []);
  if (readings.length > 0) return readings.flatMap((r) => partsOf(r) ?? [r.of]);
  return lacking || columns.some((c) => c.type === 'flattened') ? null : [text];
}
