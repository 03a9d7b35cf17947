import { visible } from '../source/visible.js';
import type { RunReport } from './run-report.js';

/**
 * A workflow command a line. Everything that a rule brings is escaped, so none of it begins a line. Notes
 * are left out: a step shows ten annotations of a kind, and most queries have one.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function toGitHub({ diagnostics }: RunReport): string {
  return diagnostics
    .map(({ severity, path, line, column, endLine, endColumn, code, message }) => {
      if (severity === 'note') return '';
      const place = { file: visible(path), line, col: column, endLine, endColumn, title: code };
      const properties = Object.entries(place).map(([key, v]) => `${key}=${property(String(v))}`);
      return `::${severity} ${properties.join(',')}::${data(message)}\n`;
    })
    .join('');
}

/** Line breaks of every kind, and what would command a terminal or turn a reader's line round. */
function data(text: string): string {
  return visible(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
