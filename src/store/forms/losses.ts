import type { DetectionItem } from '../../model/detection.js';
import { valuesOf } from '../../model/rewrite.js';
import type { Value } from '../../model/value.js';
import { mayBeHex } from './held.js';
import type { Held } from '../source.js';
import { lostIn } from './urls.js';

/** What the events of a source may have otherwise than an item asks for it. */
export type Loss =
  | { readonly kind: 'digest'; readonly algorithm: string }
  | { readonly kind: 'empty-list'; readonly field: string }
  | { readonly kind: 'entity'; readonly field: string; readonly entity: string }
  | { readonly kind: 'hex'; readonly field: string }
  | {
      readonly kind: 'parts';
      readonly field: string;
      readonly parts: readonly string[];
      /** The item asks for events without the field, and finds these, too. */
      readonly isMissing: boolean;
    }
  | { readonly kind: 'url'; readonly field: string; readonly characters: readonly string[] }
  | { readonly kind: 'within'; readonly field: string; readonly column: string };

const OF_MORE: ReadonlySet<Loss['kind']> = new Set(['empty-list', 'entity', 'within']);

/** Whether such an item finds more than it asks for, and not less. */
export function findsMore(loss: Loss): boolean {
  return OF_MORE.has(loss.kind) || (loss.kind === 'parts' && loss.isMissing);
}

function isNull({ kind }: Value): boolean {
  return kind === 'null';
}

/** What some events do not have of a field as an item asks for it; null if all have it. */
export function lossIn(field: string, { hex, parts, url }: Held, item: DetectionItem): Loss | null {
  if (hex && mayBeHex(item)) return { kind: 'hex', field };
  if (parts) return { kind: 'parts', field, parts, isMissing: valuesOf(item).every(isNull) };
  const characters = url ? lostIn(item, url) : [];
  return characters.length > 0 ? { kind: 'url', field, characters } : null;
}
