import type { RunReport } from './run-report.js';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * A workflow command a line. Everything that a rule brings is escaped, so none of it begins a line.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function toGitHub({ diagnostics }: RunReport): string {
  return diagnostics
    .map(({ severity, path, line, column, endLine, endColumn, code, message }) => {
      const place = { file: path, line, col: column, endLine, endColumn, title: code };
      const properties = Object.entries(place).map(([key, v]) => `${key}=${property(String(v))}`);
      return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}\n`;
    })
    .join('');
}

/** Line breaks of every kind, and what would command a terminal. */
function data(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '\ufffd');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
