import type { YamlEntry } from './node.js';
/**
 * An entry of a map in one form, whatever its author's habits: block style, two spaces a level,
 * without comments, blank lines and anchors, aliases written out. Scalars stand as in the source,
 * quotes and all.
 */
export declare function tidyYaml({ key, value }: YamlEntry): string;
