import type { Rule } from '../../model/rule.js';
import type { LogSourceEntry } from '../source.js';
import type { Candidate, Candidates, Contradicting } from './candidates.js';
import { decidedBy, factsOf } from './facts.js';
import { narrow } from './narrow.js';
import type { Dead } from './narrow.js';
import { fieldsAsked } from './needs.js';
import { restricted } from './restrict.js';

/** A candidate that may hold events of the rule. */
export interface Fitting extends Candidate {
  /** Where its own facts may decide something of the rule. */
  readonly narrowed?: Narrowed;
}

/** A rule as it is for the events of a candidate. */
interface Narrowed {
  readonly rule: Rule;
  /** Of which log source the candidate's entry is what is left for the rule. */
  readonly whole: LogSourceEntry;
  /** What some alternative of the rule requires, and these events never have. */
  readonly dead: readonly Dead[];
}

/** The candidates whose events the rule does not rule out, and those whose events it does. */
export interface Divided {
  readonly fitting: readonly Fitting[];
  readonly contradicting: readonly Contradicting[];
}

/** Divides candidates by what their own facts decide of the rule. */
export function divide(rule: Rule, { all, fields }: Candidates): Divided {
  // Most rules have no condition that the source's own facts could decide.
  const asked = fields.size > 0 ? fieldsAsked(rule.detection) : fields;
  if (!isAnyOf(fields, asked)) return { fitting: all, contradicting: [] };
  const fitting: Fitting[] = [];
  const contradicting: Contradicting[] = [];
  for (const unconcerned of all) {
    const { source, entry: whole } = unconcerned;
    if (!isAnyOf(decidedBy(factsOf(whole)), asked)) {
      fitting.push(unconcerned);
      continue;
    }
    const candidate = { source, entry: restricted(whole, rule) };
    const { contradiction: item, ...narrowed } = narrow(rule, factsOf(candidate.entry));
    if (item) contradicting.push({ ...candidate, item });
    else fitting.push({ ...candidate, narrowed: { ...narrowed, whole } });
  }
  return { fitting, contradicting };
}

function isAnyOf(fields: Iterable<string>, asked: ReadonlySet<string>): boolean {
  for (const field of fields) if (asked.has(field)) return true;
  return false;
}

const NONE: readonly Dead[] = [];

/** What some alternative of the rule requires, and the events of a candidate never have. */
export function deadIn({ narrowed }: Fitting): readonly Dead[] {
  return narrowed?.dead ?? NONE;
}
