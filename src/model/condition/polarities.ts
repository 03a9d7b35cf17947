import { once } from '../../source/remembered.js';
import type { Detection, SearchIdentifier } from '../detection.js';
import { leavesOf } from './fold.js';
import { resolveIdentifiers } from './resolve.js';

/** Whether conditions name an identifier under a negation, not so, or both. */
export type Polarities = ReadonlyMap<SearchIdentifier, ReadonlySet<boolean>>;

/** A rule is tried with several sources, for several targets. */
const known = new WeakMap<Detection, Polarities>();

/** The search identifiers that conditions name, and whether under a negation. */
export function polaritiesOf(detection: Detection): Polarities {
  return once(known, detection, findPolarities);
}

function findPolarities({ identifiers, conditions }: Detection): Polarities {
  const found = new Map<SearchIdentifier, Set<boolean>>();
  for (const { leaf, negated } of conditions.flatMap((c) => leavesOf(c.expression))) {
    const named =
      leaf.kind === 'condition-quantified'
        ? resolveIdentifiers(leaf, identifiers)
        : identifiers.filter((i) => i.name.text === leaf.name);
    for (const identifier of named) {
      found.set(identifier, (found.get(identifier) ?? new Set()).add(negated));
    }
  }
  return found;
}
