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
export function savedSearchOf(language: 'lucene' | 'dsl' | 'esql'): Format {
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
      return placeInJson((text) => savedSearch(text, language === 'esql', about), source);
    },
    bundle: jsonLines,
    ...(language === 'esql' ? { showsFields: true } : {}),
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
  isEsql: boolean,
  { rule, id, name, plan }: AboutQuery,
): object {
  const placements = sourcesOf(plan).map((s) => s.placement);
  // Discover shows what the index has: of a field that a query puts together, its parts.
  const stored = rule.fields.flatMap(({ text }): readonly string[] => {
    const readings = placements.flatMap((p) => p.columns.get(text)?.reading ?? []);
    return readings.length > 0 ? readings.flatMap((r) => partsOf(r) ?? [r.of]) : [text];
  });
  return {
    id,
    type: 'search',
    attributes: {
      title: name,
      description: rule.description?.trim() ?? '',
      columns: isEsql ? rule.fields.map((f) => f.text) : [...new Set(stored)],
      sort: isEsql ? [] : [['@timestamp', 'desc']],
      ...(isEsql ? { isTextBasedQuery: true } : {}),
      kibanaSavedObjectMeta: { searchSourceJSON },
    },
    references: isEsql ? [] : [{ id: 'logs-*', name: INDEX_REFERENCE, type: 'index-pattern' }],
  };
}
