import type { KustoParser } from '../catalog/corpus/kusto-syntax.js';
/**
 * Loads Microsoft's parser of Kusto, which the build puts beside the command. It takes a quarter of a
 * second and leaves globals, so call it only where there is a Kusto query to read.
 */
export declare function loadKusto(): KustoParser;
