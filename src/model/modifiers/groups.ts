/** Modifiers that clash, or do not, for the same reasons. */

export const WILDCARDS: readonly string[] = ['startswith', 'endswith', 'contains'];
export const FLAGS: readonly string[] = ['i', 'm', 's', 'ignorecase', 'multiline', 'dotall'];
export const UTF16: readonly string[] = ['utf16', 'utf16le', 'utf16be', 'wide'];
export const BASE64: readonly string[] = ['base64', 'base64offset'];
export const COMPARISONS: readonly string[] = ['lt', 'lte', 'gt', 'gte'];
export const TIME_PARTS: readonly string[] = ['minute', 'hour', 'day', 'week', 'month', 'year'];
