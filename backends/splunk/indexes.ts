import { atom, commaList } from '../../src/backend/index.js';
import type { Emitted } from '../../src/backend/index.js';
import { quote } from './literals.js';

/**
 * Names of indexes: lower-case letters, digits, dashes and underscores.
 * https://help.splunk.com/en/splunk-enterprise/administer/manage-indexers-and-indexer-clusters/9.4/manage-indexes/create-custom-indexes
 */
export function checkIndexes(value: string): string | null {
  const names = commaList(value);
  if (names.length === 0 && value !== '') return 'it names no index.';
  const wrong = names.find((name) => !/^[a-zA-Z0-9_*-]+$/.test(name));
  return wrong === undefined
    ? null
    : `an index name has letters, digits, underscores and dashes only, and '${wrong}' has others.`;
}

export function indexTerm(value: string): Emitted {
  return atom(indexCode(value));
}

export function indexCode(value: string): string {
  const names = commaList(value).map(quote);
  return names.length === 1 ? `index=${names[0]!}` : `index IN (${names.join(', ')})`;
}
