import type { Finding } from '../../source/codes.js';

/** Never leaves this folder. */
export class RegexSyntaxError extends Error {
  constructor(
    readonly finding: Finding<'error'>,
    readonly start: number,
    readonly end: number,
  ) {
    super(finding.message);
  }
}

/** What the readers of escapes and classes share with the parser. */
export interface Cursor {
  readonly source: string;
  at: number;
}
