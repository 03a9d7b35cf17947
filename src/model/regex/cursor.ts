/** Never leaves this folder. */
export class RegexSyntaxError extends Error {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }
}

/** What the readers of escapes and classes share with the parser. */
export interface Cursor {
  readonly source: string;
  at: number;
}
