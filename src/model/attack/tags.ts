import type { Name } from '../name.js';
import type { Span } from '../../source/span.js';
import { attackKindOf } from './attack.js';
import type { AttackData, AttackKind, AttackObject } from './attack.js';

/** A tag of the namespace `attack`, and what it stands for. */
export interface AttackTag {
  /** As it is written in the rule. */
  readonly tag: string;
  /** By the form of the tag; `other` for what is none of them, such as data sources. */
  readonly kind: AttackKind | 'other';
  /** Null for a tactic of no known name. */
  readonly id: string | null;
  readonly name: string | null;
  /** Short names in the order of the matrix: of a technique its tactics, of a tactic its own. */
  readonly tactics: readonly string[];
  /** Of a sub-technique the id of its technique. */
  readonly parent: string | null;
  /** False where our copy of ATT&CK does not have it. */
  readonly known: boolean;
  /** MITRE has withdrawn it. */
  readonly retired: boolean;
  /** The ids of what has taken its place. */
  readonly replacedBy: readonly string[];
  readonly span: Span;
}

/** The tactic whose name MITRE has given up, and what it was divided into with ATT&CK 19. */
const FORMER_TACTICS: ReadonlyMap<string, readonly string[]> = new Map([
  ['defense-evasion', ['stealth', 'defense-impairment']],
]);

/** The ATT&CK tags of a rule, in its order, each once. */
export function attackOf(tags: readonly Name[], data: AttackData): readonly AttackTag[] {
  const found = new Map<string, AttackTag>();
  for (const { text, span } of tags) {
    const name = /^attack\.(.+)$/i.exec(text.trim())?.[1]?.toLowerCase();
    if (name !== undefined && !found.has(name)) {
      found.set(name, { tag: text, ...meaningOf(name, data), span });
    }
  }
  return [...found.values()];
}

type Meaning = Omit<AttackTag, 'tag' | 'span'>;

function meaningOf(name: string, data: AttackData): Meaning {
  const id = name.toUpperCase();
  const kind = attackKindOf(id);
  if (kind) {
    const object = data.objects.get(id);
    return object ? ofObject(object) : unknown(kind, id);
  }
  // Tactics go by their names: `attack.lateral-movement`, and of old `attack.lateral_movement`.
  if (/\d/.test(name)) return unknown('other', id);
  const short = name.replace(/[_\s]+/g, '-');
  const tactic = data.tactics.find((t) => t.tactics[0] === short);
  if (tactic) return ofObject(tactic);
  const successors = FORMER_TACTICS.get(short);
  if (!successors) return unknown('tactic', null);
  const replacedBy = data.tactics.filter((t) => successors.includes(t.tactics[0]!));
  return {
    ...unknown('tactic', null),
    name: 'Defense Evasion',
    known: true,
    retired: true,
    replacedBy: replacedBy.map((t) => t.id),
  };
}

function ofObject(object: AttackObject): Meaning {
  const { kind, id, name, tactics, parent, retired, replacedBy } = object;
  return { kind, id, name, tactics, parent, known: true, retired, replacedBy };
}

function unknown(kind: Meaning['kind'], id: string | null): Meaning {
  return {
    kind,
    id,
    name: null,
    tactics: [],
    parent: kind === 'sub-technique' && id ? id.slice(0, id.indexOf('.')) : null,
    known: false,
    retired: false,
    replacedBy: [],
  };
}
