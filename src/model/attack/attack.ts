export type AttackKind =
  'tactic' | 'technique' | 'sub-technique' | 'group' | 'software' | 'campaign';

/** An object of ATT&CK. */
export interface AttackObject {
  readonly id: string;
  readonly kind: AttackKind;
  readonly name: string;
  /** Short names, such as `lateral-movement`, in the order of the matrix; of a tactic its own. */
  readonly tactics: readonly string[];
  /** Of a sub-technique the id of its technique. */
  readonly parent: string | null;
  /** MITRE has withdrawn it. */
  readonly retired: boolean;
  /** The ids of what has taken the place of a retired one. */
  readonly replacedBy: readonly string[];
}

export interface AttackData {
  readonly version: string;
  /** MITRE's copyright and licence, which must stand with every copy of the data. */
  readonly notice: string;
  /** In the order of the matrix. */
  readonly tactics: readonly AttackObject[];
  /** By id, retired ones too. */
  readonly objects: ReadonlyMap<string, AttackObject>;
}

/** Reads what `scripts/attack.mjs` writes. */
export function parseAttack(text: string, version: string, notice: string): AttackData {
  const objects = new Map<string, AttackObject>();
  const tactics: AttackObject[] = [];
  for (const line of text.split('\n')) {
    const [id = '', middle = '', ...rest] = line.split('|');
    const kind = attackKindOf(id);
    if (!kind) continue;
    const retired = middle.startsWith('>');
    const list = (retired ? middle.slice(1) : middle).split(',').filter((part) => part !== '');
    const object: AttackObject = {
      id,
      kind,
      name: rest.join('|'),
      tactics: retired ? [] : list,
      parent: kind === 'sub-technique' ? id.slice(0, id.indexOf('.')) : null,
      retired,
      replacedBy: retired ? list : [],
    };
    objects.set(id, object);
    if (kind === 'tactic') tactics.push(object);
  }
  return { version, notice, tactics, objects };
}

/** What an id is by its form; null if it has none of ATT&CK's. */
export function attackKindOf(id: string): AttackKind | null {
  if (/^TA\d{4}$/.test(id)) return 'tactic';
  if (/^T\d{4}$/.test(id)) return 'technique';
  if (/^T\d{4}\.\d{3}$/.test(id)) return 'sub-technique';
  if (/^G\d{4}$/.test(id)) return 'group';
  if (/^S\d{4}$/.test(id)) return 'software';
  return /^C\d{4}$/.test(id) ? 'campaign' : null;
}

const FOLDERS: Readonly<Record<AttackKind, string>> = {
  tactic: 'tactics',
  technique: 'techniques',
  'sub-technique': 'techniques',
  group: 'groups',
  software: 'software',
  campaign: 'campaigns',
};

/** MITRE's page about an object. */
export function attackUrl({ id, kind }: Pick<AttackObject, 'id' | 'kind'>): string {
  return `https://attack.mitre.org/${FOLDERS[kind]}/${id.replace('.', '/')}/`;
}
