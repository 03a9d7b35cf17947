import type { Diagnostic } from './diagnostic.js';
import type { YamlNode } from './node.js';
import type { SourceFile, Span } from './span.js';
export interface YamlDocument {
    /** Null where the document has an error. */
    readonly root: YamlNode | null;
    /** As `root`; of a document with an error, what could be read all the same. */
    readonly partial: YamlNode | null;
    readonly span: Span;
    readonly diagnostics: readonly Diagnostic[];
}
/**
 * Reads every document of a file. Empty documents are left out. Loose YAML that a person can read
 * in one way only is read so, with a warning. Each document is read by itself, so a broken one
 * takes nothing from the others.
 */
export declare function readYaml(file: SourceFile): readonly YamlDocument[];
