import { codeFrame } from '../../source/code-frame.js';
import type { CodeFrameOptions } from '../../source/code-frame.js';
import { toRecord } from '../../source/diagnostic.js';
import type { Diagnostic, DiagnosticRecord } from '../../source/diagnostic.js';

/** The flags that resolve a diagnostic; the library's messages name none. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['unknown-modifier', '`sigmaql list modifiers` shows all modifiers.'],
  [
    'placeholder-unresolved',
    'Use --placeholder NAME=VALUE, or `placeholders` in the configuration.',
  ],
  ['event-file-evtx', 'Run `evtx_dump -o jsonl FILE > events.jsonl`.'],
  ['source-table-unknown', 'Use -O kql.table=TABLE.'],
  ['source-not-in-table', 'Use -p none to convert without a pipeline.'],
  ['kql-no-table', 'Use -O kql.table=TABLE.'],
  ['kql-no-column', 'Use -O kql.table=TABLE or -O kql.columns=NAME:TYPE.'],
  ['kql-number-assumed', 'Use -O kql.columns=NAME:string.'],
  ['kql-numbers-assumed', 'Use -O kql.columns=NAME:string.'],
  ['kql-dynamic-path', 'Use -O kql.dots=column.'],
  ['kql-null-is-empty', 'Use -O kql.columns=NAME:TYPE.'],
  ['kql-empty-is-missing', 'Use -O kql.columns=NAME:TYPE.'],
  ['event-without-time', 'Use --time-field FIELD.'],
  ['event-too-late', 'Use --lateness TIMESPAN, such as 1d.'],
  ['lucene-in-dsl', 'Use -t dsl.'],
  ['lucene-normalized', 'Use -O lucene.case=caseless or -O lucene.case=regex.'],
  ['elastic-cased-assumed', 'Use -O lucene.case=caseless or -O lucene.case=regex.'],
]);

/** A code frame with the flags that resolve the diagnostic. */
export function commandFrame(diagnostic: Diagnostic, options: CodeFrameOptions): string {
  return codeFrame(withHint(diagnostic), options);
}

/** The record for `--json`, with the flags that resolve the diagnostic in `help`. */
export function commandRecord(diagnostic: Diagnostic): DiagnosticRecord {
  return toRecord(withHint(diagnostic));
}

function withHint(diagnostic: Diagnostic): Diagnostic {
  const hint = HINTS.get(diagnostic.code);
  if (hint === undefined) return diagnostic;
  const { help } = diagnostic;
  return { ...diagnostic, help: help === undefined ? hint : `${help} ${hint}` };
}
