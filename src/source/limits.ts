/**
 * Bounds on what is read. Rules come from strangers, and a rule of a real catalogue stays far below
 * every one of these.
 */

/** Bytes, or UTF-16 code units of a string that is already decoded. */
export const MAX_FILE_SIZE = 16 * 1024 * 1024;

/** UTF-16 code units of one YAML document. */
export const MAX_DOCUMENT_SIZE = 1024 * 1024;

/** Lists and maps within each other, aliases followed. */
export const MAX_YAML_DEPTH = 200;

/** The maximum number of nodes that the aliases of one document expand to. */
export const MAX_ALIASED_NODES = 100_000;

/** The nodes that `action: global` and `repeat` may add to the documents of one file. */
export const MAX_MERGED_NODES = 50_000;

/** Diagnostics about the YAML of one document; one mistake can make every later line look wrong. */
export const MAX_YAML_DIAGNOSTICS = 50;

/** Longer documents are not repaired: each turn reads the whole document again. */
export const MAX_REPAIRED_SIZE = 64 * 1024;

/** Times that one document is read again after repairs. */
export const MAX_REPAIR_TURNS = 12;

/** Bytes of one event, and of what cannot be read as one before it is given up. */
export const MAX_EVENT_SIZE = 16 * 1024 * 1024;

/** Lists and maps within each other in an event. */
export const MAX_EVENT_DEPTH = 200;

/** The predicates that all conditions of one rule may come to, and the values of its modifiers. */
export const MAX_PREDICATES = 50_000;

/** The times that filters apply to rules, of all that is linked together. */
export const MAX_WOVEN = 200_000;
