import type { Inspection } from '../catalog/inspect/inspect.js';
/** An inspection as a terminal may show it: every text of the rule is made visible. */
export declare function inspectionText(inspection: Inspection, colour: boolean): string;
