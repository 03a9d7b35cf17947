import type { YamlDocument } from '../source/yaml.js';
/**
 * The rule collections of older Sigma: a document with `action: global` is merged into those that
 * follow it, until `action: reset`; `action: repeat` merges into the document before it.
 */
export declare function mergeCollections(documents: readonly YamlDocument[]): readonly YamlDocument[];
