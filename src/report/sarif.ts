import type { DiagnosticRecord } from '../source/diagnostic.js';
import type { RunReport } from './run-report.js';

const LEVELS = { error: 'error', warning: 'warning', note: 'note' } as const;

/** What a code means, whatever it is said of. */
export interface CodeMeaning {
  /** With names in braces, which are filled in. */
  readonly message: string;
  readonly help?: string | undefined;
}

/**
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * @param meaningOf null for a code that no table has
 */
export function toSarif(
  { diagnostics }: RunReport,
  version: string,
  meaningOf: (code: string) => CodeMeaning | null,
): string {
  const ids = [...new Set(diagnostics.map((d) => d.code))].sort();
  const index = new Map(ids.map((id, i) => [id, i]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'sigmaql', version, rules: ids.map((id) => ruleOf(id, meaningOf(id))) },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((d) => ({
          ruleId: d.code,
          ruleIndex: index.get(d.code)!,
          level: LEVELS[d.severity],
          message: { text: d.help === undefined ? d.message : `${d.message} ${d.help}` },
          locations: d.path === '' ? [] : [location(d)],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(id: string, meaning: CodeMeaning | null): object {
  if (!meaning) return { id };
  const { message, help } = meaning;
  return {
    id,
    shortDescription: { text: message },
    ...(help === undefined ? {} : { help: { text: help } }),
  };
}

function location({ path, line, column, endLine, endColumn }: DiagnosticRecord): object {
  // A path relative to the working directory is a reference; its odd characters are escaped.
  const uri = path.split(/[\\/]/).map(encodeURIComponent).join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}
