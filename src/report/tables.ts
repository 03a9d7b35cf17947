import { visible } from '../source/visible.js';
import type { Outcome } from './outcome.js';
import type { RunReport } from './run-report.js';

/** Every query of the run as an object of one list. */
export function toJson({ outcomes }: RunReport): string {
  return `${JSON.stringify(outcomes.map(record), null, 2)}\n`;
}

/** https://www.rfc-editor.org/rfc/rfc4180 */
export function toCsv({ outcomes }: RunReport): string {
  const rows = outcomes.map(record).map((r) => Object.values(r).map(cell).join(','));
  return [COLUMNS.join(','), ...rows, ''].join('\r\n');
}

const COLUMNS = [
  'path',
  'rule_id',
  'title',
  'query_id',
  'target',
  'format',
  'fidelity',
  'mapping',
  'limits',
  'errors',
  'warnings',
  'reason',
] as const;

function record(o: Outcome): Record<(typeof COLUMNS)[number], string | readonly string[] | null> {
  return {
    path: o.path,
    rule_id: o.rule.id,
    title: o.rule.title,
    query_id: o.id,
    target: o.target,
    format: o.format,
    fidelity: o.fidelity,
    mapping: o.mapping,
    limits: o.limits,
    errors: o.errors,
    warnings: o.warnings,
    reason: o.reason,
  };
}

/** One line, in which nothing is hidden: a spreadsheet shows a break or a bidi control as it is. */
function cell(value: string | readonly string[] | null): string {
  const text = visible(typeof value === 'string' ? value : (value ?? []).join(' '));
  // A spreadsheet would compute what begins so.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
