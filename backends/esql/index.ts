import {
  commented,
  concat,
  defineTarget,
  elasticCost,
  hardline,
  indent,
  moreThanOpen,
  writeConditions,
} from '../../src/backend/index.js';
import type { Backend, BackendPlugin } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { esqlDialect } from './dialect.js';

/**
 * Elastic's piped query language.
 * https://www.elastic.co/docs/reference/query-languages/esql
 */
export const esql: Backend = defineTarget({
  name: 'esql',
  title: 'Elastic ES|QL',
  codes,
  store: 'elastic',
  options: [
    {
      name: 'index',
      description: 'Index patterns to read, separated by commas',
      values: null,
      default: 'logs-*',
      check: (value) =>
        /^[a-z0-9*_.:-]+(?:,[a-z0-9*_.:-]+)*$/.test(value)
          ? null
          : 'it must be index patterns of lower-case letters, digits, dashes, dots and asterisks, separated by commas.',
    },
    {
      name: 'values',
      description:
        'Whether fields may hold several values, which makes queries approximate (several), or only one, which makes them exact (single)',
      values: ['several', 'single'],
    },
  ],
  formats: [
    {
      name: 'query',
      description: 'Just the query',
      extension: 'esql',
      wrap: null,
      showsFields: true,
      bundle: commented((line) => `// ${line}`),
    },
  ],
  simplify: { oneOf: true, pushNegation: false },
  query: {
    cost: () => elasticCost,
    source: (_, { options }) => `FROM ${options['index']}`,
    search: ({ conditions }, source, context) => {
      const condition = moreThanOpen(context, (watched) =>
        writeConditions(esqlDialect, conditions, watched),
      ).doc;
      return concat(source, hardline, indent('| WHERE ', condition));
    },
  },
});

export const plugin: BackendPlugin = { apiVersion: 1, backends: [esql] };
export default plugin;
