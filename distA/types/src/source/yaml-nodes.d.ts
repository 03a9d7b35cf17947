import type { ParsedNode } from 'yaml';
import type { Diagnostic } from './diagnostic.js';
import type { YamlNode } from './node.js';
import type { SourceFile } from './span.js';
/** The text that YAML read, and the way from its offsets to those of the file. */
export interface Placement {
    readonly file: SourceFile;
    readonly text: string;
    readonly repaired: boolean;
    readonly toFile: (offset: number) => number;
}
export interface Nodes {
    readonly node: YamlNode;
    readonly diagnostics: readonly Diagnostic[];
}
/** A composed document as plain nodes. Its depth must have been checked. */
export declare function toNodes(contents: ParsedNode, placement: Placement): Nodes;
