import type { StringPattern } from '../../src/backend/index.js';
/** `<` and `>` cannot be escaped, and control characters are lost when a query is pasted. */
export declare function isWritable(text: string): boolean;
/**
 * A field's name; null where the syntax has no way to say it. `_exists_` asks for a field, and is none;
 * `*` stands for any text of a name, escaped or not.
 */
export declare function fieldName(name: string, isPattern?: boolean): string | null;
/** A value in double quotes: every character is itself. */
export declare function phrase(text: string): string;
/** A value with wildcards, unquoted; null where it holds what cannot be escaped there. */
export declare function wildcardTerm(pattern: StringPattern): string | null;
