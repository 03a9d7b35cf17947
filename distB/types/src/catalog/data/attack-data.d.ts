export type AttackKind = 'tactic' | 'technique' | 'sub-technique' | 'group' | 'software' | 'campaign';
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
export declare function parseAttack(text: string, version: string, notice: string): AttackData;
/** What an id is by its form; null if it has none of ATT&CK's. */
export declare function attackKindOf(id: string): AttackKind | null;
/** MITRE's page about an object. */
export declare function attackUrl({ id, kind }: Pick<AttackObject, 'id' | 'kind'>): string;
