import { commented } from '../../src/backend/index.js';
import type { Format } from '../../src/backend/index.js';
import { sentinel, sentinelArm } from './sentinel.js';
import { xdrDetection } from './xdr.js';

/** https://learn.microsoft.com/en-us/kusto/query/comment */
const bundle = commented((line) => `// ${line}`);

const query: Format = {
  name: 'query',
  description: 'Just the query; without a table, just the condition of `| where`',
  extension: 'kql',
  wrap: null,
  bundle,
  showsFields: true,
};

const predicate: Format = {
  name: 'predicate',
  description: 'Just the condition of `| where`, even with a table',
  extension: 'kql',
  wrap: null,
  bundle,
};

export const formats: readonly Format[] = [query, predicate, sentinel, sentinelArm, xdrDetection];
