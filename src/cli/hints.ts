import { codeFrame } from '../source/code-frame.js';
import type { CodeFrameOptions } from '../source/code-frame.js';
import type { Diagnostic } from '../source/diagnostic.js';

/** What the command offers to resolve a diagnostic; the library's messages name no flag. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['unknown-modifier', '`sigmaql list modifiers` shows all modifiers.'],
  [
    'placeholder-unresolved',
    'Use --placeholder NAME=VALUE, or `placeholders` in the configuration.',
  ],
  ['source-table-unknown', 'Use -O kql.table=TABLE.'],
  ['source-not-in-table', 'Use -p none to convert without a pipeline.'],
  ['kql-no-table', 'Use -O kql.table=TABLE.'],
  ['kql-no-column', 'Use -O kql.table=TABLE or -O kql.columns=NAME:TYPE.'],
  ['kql-number-assumed', 'Use -O kql.columns=NAME:string.'],
  ['kql-dynamic-path', 'Use -O kql.dots=column.'],
  ['kql-null-is-empty', 'Use -O kql.columns=NAME:TYPE.'],
  ['kql-empty-is-missing', 'Use -O kql.columns=NAME:TYPE.'],
  ['lucene-normalized', 'Use -O lucene.case=caseless or -O lucene.case=regex.'],
  ['lucene-cased-assumed', 'Use -O lucene.case=caseless or -O lucene.case=regex.'],
]);

/** A code frame with what the command offers. */
export function commandFrame(diagnostic: Diagnostic, options: CodeFrameOptions): string {
  const hint = HINTS.get(diagnostic.code);
  if (hint === undefined) return codeFrame(diagnostic, options);
  const { help } = diagnostic;
  return codeFrame({ ...diagnostic, help: help === undefined ? hint : `${help} ${hint}` }, options);
}
