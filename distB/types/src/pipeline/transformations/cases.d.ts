export declare const CASE_NAMES: readonly ["lower", "upper", "snake_case"];
/** What the format calls cases, of values and of field names. */
export declare const CASES: Readonly<Record<(typeof CASE_NAMES)[number], (text: string) => string>>;
