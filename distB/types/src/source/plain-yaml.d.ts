import type { YamlMap } from './node.js';
import type { SourceFile } from './span.js';
/**
 * Reads the plain YAML that nearly every rule is written in: one document of block maps and lists
 * with scalars of one line, and literal block scalars. It is many times as fast as the whole
 * language. Null for anything else, and for anything that is not clearly right: `readYaml` knows
 * the rest, and every error.
 */
export declare function readPlainYaml(file: SourceFile): YamlMap | null;
