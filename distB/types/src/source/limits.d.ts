/**
 * Bounds on what is read. Rules come from strangers, and a rule of a real catalogue stays far below
 * every one of these.
 */
/** Bytes, or UTF-16 code units of a text that was decoded already. */
export declare const MAX_FILE_SIZE: number;
/** UTF-16 code units of one YAML document. */
export declare const MAX_DOCUMENT_SIZE: number;
/** Lists and maps within each other, aliases followed. */
export declare const MAX_YAML_DEPTH = 200;
/** Nodes that the aliases of one document stand for. */
export declare const MAX_ALIASED_NODES = 100000;
/** Diagnostics about the YAML of one document; one mistake can make every later line look wrong. */
export declare const MAX_YAML_DIAGNOSTICS = 50;
/** Longer documents are not repaired: each turn reads the whole document again. */
export declare const MAX_REPAIRED_SIZE: number;
/** Times that one document is read again after repairs. */
export declare const MAX_REPAIR_TURNS = 12;
/** Bytes of one event, and of what cannot be read as one before it is given up. */
export declare const MAX_EVENT_SIZE: number;
/** Lists and maps within each other in an event. */
export declare const MAX_EVENT_DEPTH = 200;
