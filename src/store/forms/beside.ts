import type { DetectionItem, ItemValue } from '../../model/detection.js';
import type { Value } from '../../model/value.js';
import { nameIn } from './file-names.js';
import type { Held } from '../source.js';

/** What of an item is asked of a column beside that of its field, and what is left for that one. */
export interface Beside {
  readonly column: string;
  readonly values: readonly Value[];
  readonly rest: DetectionItem['values'];
}

/**
 * Divides the values of an item between the columns that a source has for its field; null if they
 * are all for the same one.
 *
 * @param separator what divides the folders of a path; null where that is not known
 */
export function besideOf(
  item: DetectionItem,
  { file, bare, network, presence }: Held,
  separator: string | null,
): Beside | null {
  const takes = (value: Value): readonly [column: string, value: Value] | null => {
    switch (value.kind) {
      case 'cidr':
        return network === undefined ? null : [network, value];
      case 'null':
      case 'exists':
        return presence === undefined ? null : [presence, value];
      default: {
        if (file === undefined || separator === null) return null;
        const name = nameIn(value, separator, bare);
        return name && [file, name];
      }
    }
  };
  let column: string | undefined;
  const values: Value[] = [];
  const rest: ItemValue[] = [];
  for (const value of item.values) {
    const taken = value.kind === 'value-group' ? null : takes(value);
    if (taken && taken[0] === (column ?? taken[0])) {
      column = taken[0];
      values.push(taken[1]);
    } else rest.push(value);
  }
  return column === undefined ? null : { column, values, rest };
}
