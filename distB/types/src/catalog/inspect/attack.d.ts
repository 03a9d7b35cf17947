import type { Name } from '../../model/detection.js';
import type { Span } from '../../source/span.js';
import type { AttackData, AttackKind } from '../data/attack-data.js';
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
/** The ATT&CK tags of a rule, in its order, each once. */
export declare function attackOf(tags: readonly Name[], data: AttackData): readonly AttackTag[];
