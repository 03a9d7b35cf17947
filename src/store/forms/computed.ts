import type { DetectionItem } from '../../model/detection.js';
import type { ComputedField } from '../source.js';
import { accountInColumns } from './account.js';
import type { InColumns } from './in-columns.js';
import { dataInColumns } from './registry-data.js';
import { pathInColumns } from './registry.js';
import { queryInColumns, uriInColumns } from './uri.js';

/** What is asked of a computed field, asked of the columns that it is read out of; null for most readings. */
export function inColumns(item: DetectionItem, { as, of, key }: ComputedField): InColumns | null {
  if (as === 'registry-key') return pathInColumns(item, as, of, '');
  if (key === null) return null;
  switch (as) {
    case 'account':
      return accountInColumns(item, of, key);
    case 'registry-typed-data':
      return dataInColumns(item, of, key);
    case 'registry-path':
    case 'registry-value':
      return pathInColumns(item, as, of, key);
    case 'uri':
      return uriInColumns(item, of, key);
    case 'uri-query':
      return queryInColumns(item, of, key);
    default:
      return null;
  }
}
