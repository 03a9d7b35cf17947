/** What came of one query of a rule; plain data. */
export interface Outcome {
  /** Of the rule. */
  readonly path: string;
  readonly rule: { readonly id: string | null; readonly title: string };
  /** Of the query; null if refused. */
  readonly id: string | null;
  readonly name: string | null;
  readonly target: string;
  readonly format: string;
  readonly fidelity: 'exact' | 'approximate' | 'refused';
  readonly mapping: 'known' | 'assumed' | 'unmapped' | null;
  /** Codes, each once. */
  readonly limits: readonly string[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** The rule itself has errors, whatever the target. */
  readonly isUnreadable: boolean;
  /** The first error, in words. */
  readonly reason: string | null;
}
