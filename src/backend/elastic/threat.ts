import type { AttackData, AttackObject } from '../../model/attack/attack.js';
import { attackUrl } from '../../model/attack/attack.js';
import { attackOf } from '../../model/attack/tags.js';
import type { Name } from '../../model/name.js';

export interface Reference {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
}

export interface Technique extends Reference {
  readonly subtechnique?: readonly Reference[];
}

/** A tactic and its techniques, as Elastic's detection rules have them. */
export interface Threat {
  readonly framework: 'MITRE ATT&CK';
  readonly tactic: Reference;
  readonly technique?: readonly Technique[];
}

/**
 * The tags of a rule by tactic. A technique is under each tactic that the rule names and ATT&CK has it
 * under, or under its first if the rule names none of them.
 * https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule
 */
export function threatOf(tags: readonly Name[], attack: AttackData): readonly Threat[] {
  const current = attackOf(tags, attack).flatMap((tag) => {
    const ids = tag.retired ? tag.replacedBy : tag.id === null ? [] : [tag.id];
    return ids.flatMap((id) => attack.objects.get(id) ?? []).map((object) => ({ object, tag }));
  });
  const named = new Set<string>();
  for (const { object, tag } of current) {
    // What the tactic whose name was given up became, is told by the techniques.
    if (object.kind === 'tactic' && !tag.retired) named.add(object.tactics[0]!);
  }
  const former = current.filter(({ object, tag }) => object.kind === 'tactic' && tag.retired);
  const techniques = new Map<string, Set<AttackObject>>();
  const under = (tactic: string): Set<AttackObject> => {
    const known = techniques.get(tactic) ?? new Set();
    techniques.set(tactic, known);
    return known;
  };
  for (const tactic of named) under(tactic);
  const possible = [...named, ...former.map(({ object }) => object.tactics[0]!)];
  for (const { object } of current) {
    if (object.kind !== 'technique' && object.kind !== 'sub-technique') continue;
    const own = object.tactics.filter((t) => possible.includes(t));
    for (const tactic of own.length > 0 ? own : object.tactics.slice(0, 1)) {
      under(tactic).add(object);
    }
  }
  if (former.length > 0 && !former.some(({ object }) => techniques.has(object.tactics[0]!))) {
    under(former[0]!.object.tactics[0]!);
  }
  return attack.tactics.flatMap((tactic) => {
    const found = techniques.get(tactic.tactics[0]!);
    if (!found) return [];
    const technique = grouped([...found], attack);
    return [
      {
        framework: 'MITRE ATT&CK',
        tactic: referenceTo(tactic),
        ...(technique.length === 0 ? {} : { technique }),
      },
    ];
  });
}

/** Sub-techniques within their techniques, in order. */
function grouped(objects: readonly AttackObject[], attack: AttackData): readonly Technique[] {
  const parents = new Map<string, AttackObject[]>();
  for (const object of objects) {
    const id = object.parent ?? object.id;
    const known = parents.get(id) ?? [];
    parents.set(id, known);
    if (object.parent !== null) known.push(object);
  }
  return [...parents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, subs]) => {
      const parent = attack.objects.get(id);
      if (!parent) return [];
      const sorted = [...subs].sort((a, b) => (a.id < b.id ? -1 : 1));
      const subtechnique = sorted.map(referenceTo);
      return [{ ...referenceTo(parent), ...(subs.length === 0 ? {} : { subtechnique }) }];
    });
}

function referenceTo(object: AttackObject): Reference {
  return { id: object.id, name: object.name, reference: attackUrl(object) };
}
