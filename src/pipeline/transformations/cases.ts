export const CASE_NAMES = ['lower', 'upper', 'snake_case'] as const;

/** What the format calls cases, of values and of field names. */
export const CASES: Readonly<Record<(typeof CASE_NAMES)[number], (text: string) => string>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  snake_case: snakeCase,
};

/** `ParentProcessId` as `parent_process_id`. */
function snakeCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}
