/** Bounds on what one file may ask of us; each has a diagnostic of its own. */

/** Bytes of a file; real rules hold some kilobytes. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** Nodes that the aliases of one document may expand to. */
export const MAX_ALIAS_NODES = 100_000;

/** Maps and lists within each other. */
export const MAX_YAML_DEPTH = 1_000;

/** Places of one file at which loose YAML is repaired. */
export const MAX_REPAIRS = 100;
