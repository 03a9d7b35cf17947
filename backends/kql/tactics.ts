import { attackOf } from '../../src/backend/index.js';
import type { AboutQuery, AttackTag } from '../../src/backend/index.js';
import { TACTICS } from './tactics.data.js';

/** Tactics and techniques as Microsoft's products take them. */
export interface Tactics {
  readonly tactics: readonly string[];
  /** Such as `T1059`. */
  readonly techniques: readonly string[];
  /** Such as `T1059.001`; the technique of each is among the techniques. */
  readonly subTechniques: readonly string[];
  /** Whether ATT&CK has a technique under a tactic; of one that it does not know, yes. */
  isOf(technique: string, tactic: string): boolean;
}

/**
 * Sentinel refuses a technique without a tactic that ATT&CK has it under, so one is added where the rule
 * has none; a technique that has none at all is left out.
 * https://learn.microsoft.com/en-us/azure/sentinel/mitre-coverage
 */
export function tacticsOf({ rule, attack }: AboutQuery): Tactics {
  const tactics = new Set<string>();
  const techniques = new Set<string>();
  const subTechniques = new Set<string>();
  const tags = rule.tags.flatMap(({ text }) => /^attack\.(.+)$/i.exec(text.trim())?.[1] ?? []);
  for (const tag of tags) {
    const name = TACTICS.get(tag.toLowerCase().replace(/[_\s]+/g, '-'));
    if (name !== undefined) tactics.add(name);
  }
  const known = new Map<string, readonly string[]>();
  for (const tag of attack ? attackOf(rule.tags, attack) : []) {
    const names = tacticNames(tag, attack!);
    // A tactic may be told by its id, such as TA0002.
    if (tag.kind === 'tactic') names.forEach((name) => tactics.add(name));
    else if (tag.id !== null) known.set(tag.id, names);
  }
  for (const tag of tags) {
    const id = tag.toUpperCase();
    const technique = /^(T\d{4})(?:\.\d{3})?$/.exec(id)?.[1];
    if (technique === undefined) continue;
    const own = known.get(id);
    if (own && !own.some((t) => tactics.has(t))) {
      if (own.length === 0) continue;
      tactics.add(own[0]!);
    }
    techniques.add(technique);
    if (id !== technique) subTechniques.add(id);
  }
  return {
    tactics: [...tactics],
    techniques: [...techniques],
    subTechniques: [...subTechniques],
    isOf: (technique, tactic) => known.get(technique)?.includes(tactic) ?? true,
  };
}

/** Of a technique that MITRE has withdrawn, those of what has taken its place. */
function tacticNames(tag: AttackTag, attack: NonNullable<AboutQuery['attack']>): readonly string[] {
  const objects = [tag, ...tag.replacedBy.flatMap((id) => attack.objects.get(id) ?? [])];
  const short = objects.flatMap((o) => o.tactics);
  return [...new Set(short.flatMap((t) => TACTICS.get(t) ?? []))];
}
