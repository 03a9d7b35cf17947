import type { Rule } from '../../model/rule.js';
import { loadAttack } from '../../model/attack/load.js';
import { loadEvents } from '../data/load.js';
import { attackOf } from '../../model/attack/tags.js';
import type { AttackTag } from '../../model/attack/tags.js';
import { expectArgument, isObject } from '../../source/arguments.js';
import { eventsOf } from './events.js';
import type { EventCoverage } from './events.js';
import { indicatorsOf } from './indicators.js';
import type { CorpusLookup, Indicator } from './indicators.js';
import { predicatesOf } from './predicates.js';
import type { InspectedPredicate } from './predicates.js';
import { stagesOf, usedIdentifiers } from './stages.js';
import type { Stage } from './stages.js';

/** What a rule is made of, and what it covers. */
export interface Inspection {
  readonly rule: Rule;
  readonly stages: readonly Stage[];
  readonly predicates: readonly InspectedPredicate[];
  readonly indicators: readonly Indicator[];
  readonly events: readonly EventCoverage[];
  readonly attack: readonly AttackTag[];
}

export interface InspectOptions {
  /** Counts the other rules that look for the same; without it `corpus` is null. */
  readonly corpus?: CorpusLookup | undefined;
}

export type Inspector = (rule: Rule, options?: InspectOptions) => Inspection;

/** Loads the names of ATT&CK and the meanings of events, once, for any number of rules. */
export async function inspector(): Promise<Inspector> {
  const [attack, events] = await Promise.all([loadAttack(), loadEvents()]);
  return (rule, options = {}) => {
    const isRule = isObject(rule) && 'detection' in rule;
    expectArgument(isRule, 'inspect takes a rule, the `content` of a document', rule);
    const used = usedIdentifiers(rule.detection);
    const predicates = predicatesOf(used);
    return {
      rule,
      stages: stagesOf(rule, used),
      predicates,
      indicators: indicatorsOf(predicates, options.corpus ?? null),
      events: eventsOf(rule, predicates, events),
      attack: attackOf(rule.tags, attack),
    };
  };
}

/** Takes a rule apart: stages, predicates, indicators, and the events and ATT&CK that it covers. */
export async function inspect(rule: Rule, options: InspectOptions = {}): Promise<Inspection> {
  return (await inspector())(rule, options);
}
