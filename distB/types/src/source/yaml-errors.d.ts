import type { Document, YAMLError } from 'yaml';
/**
 * Once a line stands where nothing may, the parser finds every line after it stray as well: those
 * are no problems of their own.
 */
export declare function isConsequence({ code, message }: YAMLError): boolean;
export declare function explain(error: YAMLError): string;
/**
 * Where the quote or bracket opens that an error misses the end of: the parser notices only where
 * the text ends. Null for other errors.
 */
export declare function opening(error: YAMLError, documents: readonly Document.Parsed[]): readonly [number, number] | null;
