import { splitAccount } from '../../model/account-name.js';
import type { DetectionItem, DetectionNode } from '../../model/detection.js';
import { isAnything } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import { partsOf } from '../../model/rewrite.js';
import type { StringValue } from '../../model/value.js';
import { itemOf, someValue } from './in-columns.js';
import type { InColumns } from './in-columns.js';

/** What is asked of accounts such as `DOMAIN\\user`, whose domains and users are in two columns. */
export function accountInColumns(item: DetectionItem, domain: string, user: string): InColumns {
  const nodes: DetectionNode[] = [];
  const rest: DetectionItem['values'][number][] = [];
  for (const value of item.values) {
    if (!item.whole && (value.kind === 'null' || value.kind === 'exists')) {
      nodes.push(itemOf(item, user, [value], value.span));
      continue;
    }
    const ways = value.kind === 'string' ? splitAccount(value.pattern) : [];
    if (value.kind !== 'string' || ways.length === 0) {
      rest.push(value);
      continue;
    }
    const parts = ways.map(([ofDomain, ofUser]) => {
      const sides = [...asked(item, value, domain, ofDomain), ...asked(item, value, user, ofUser)];
      const any = itemOf(item, user, [someValue(value.span)], value.span);
      return partsOf(item, 'all', sides.length > 0 ? sides : [any]);
    });
    nodes.push(partsOf(item, 'any', parts));
  }
  return { nodes, rest, joined: [] };
}

/** Nothing where any value will do. */
function asked(
  item: DetectionItem,
  value: StringValue,
  column: string,
  pattern: StringPattern,
): readonly DetectionNode[] {
  if (isAnything(pattern)) return [];
  return [itemOf(item, column, [{ ...value, pattern }], value.span)];
}
