import { MAX_QUERY_DEPTH } from './reading.js';
import type { Remark } from './reading.js';

/** Of a parser that Peggy generated. */
export interface GeneratedParser {
  readonly parse: (text: string, options: Record<string, unknown>) => unknown;
  readonly SyntaxError: new (...args: never[]) => Error & {
    readonly expected: readonly unknown[] | null;
    readonly location: { readonly start: { readonly offset: number } };
  };
}

export type Parsed<Tree> = { readonly tree: Tree } | { readonly problem: Remark };

/** Runs a parser of queries; what it throws for a query becomes a problem at its place. */
export function parseQuery<Tree>(parser: GeneratedParser, text: string): Parsed<Tree> {
  try {
    return { tree: parser.parse(text, { maxDepth: MAX_QUERY_DEPTH }) as Tree };
  } catch (error) {
    if (!(error instanceof parser.SyntaxError)) throw error;
    const at = Math.min(error.location.start.offset, text.length);
    // The grammar itself speaks where it does not say what it expected.
    const message = error.expected === null ? error.message : unexpected(text, at);
    return { problem: { message, at } };
  }
}

/** What to say of a query that does not parse from an offset on. */
function unexpected(text: string, at: number): string {
  const rest = text.slice(at, at + 200).trimStart();
  if (rest === '') return 'The query ends where more is expected.';
  const word = /^(?:[\p{L}\p{N}_.-]{1,40}|.)/su.exec(rest)![0];
  return `The query does not parse from \`${word}\` on.`;
}
