import type { AttackKind } from '../../data/attack-data.js';
import type { Catalog } from '../catalog.js';
import type { SigmaDetails } from '../entry.js';
import type { Html } from '../html.js';
/** What a rule covers of ATT&CK: its tactics, then what else it is tagged with. */
export declare function attackCoverage({ attack }: SigmaDetails, catalog: Catalog): Html;
export declare function tacticLink(short: string, catalog: Catalog): Html;
/** An id, leading to MITRE's page about it. */
export declare function mitreLink(id: string, kind: AttackKind): Html;
/** The events that a rule selects. */
export declare function eventCoverage({ events }: SigmaDetails, catalog: Catalog): Html;
