import { jsonLines, placeInJson } from '../../src/backend/index.js';
import {
  monitorOf,
  savedSearchOf,
  siemRuleNdjson,
  siemRuleOf,
} from '../../src/backend/elastic/index.js';
import type { Format } from '../../src/backend/index.js';
import { elastalert, watcher } from './alerters.js';

const query: Format = {
  name: 'query',
  description: 'Just the query, for Kibana or query_string',
  extension: 'lucene',
  wrap: null,
  showsFields: true,
};

const dsl: Format = {
  name: 'dsl',
  description: 'A search body with the query in query_string (JSON); the target dsl writes clauses',
  extension: 'json',
  wrap: (query) => placeInJson(searchBody, query, 2),
  bundle: jsonLines,
};

const siemRule = siemRuleOf('lucene');

export const formats: readonly Format[] = [
  query,
  dsl,
  siemRule,
  siemRuleNdjson(siemRule),
  savedSearchOf('lucene'),
  elastalert,
  watcher,
  monitorOf('lucene'),
];

function searchBody(query: string): object {
  return { query: { bool: { filter: [{ query_string: { query, analyze_wildcard: false } }] } } };
}
