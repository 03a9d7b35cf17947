import type { Polarity, Report } from '../backend/contract.js';
import type { Finding } from '../source/codes.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';

/** Collects what a backend reports of one query. */
export class Reporter implements Report {
  readonly diagnostics: Diagnostic[] = [];
  refused = false;
  approximated = false;
  private readonly seen = new Set<string>();

  constructor(private readonly strict: boolean) {}

  approximate(
    direction: 'wider' | 'narrower',
    polarity: Polarity,
    { code, message }: Finding<'warning'>,
    span: Span,
  ): void {
    const opposite = direction === 'wider' ? 'narrower' : 'wider';
    const effect = polarity === 'positive' ? direction : opposite;
    this.approximated = true;
    if (this.strict) this.refused = true;
    const lead =
      effect === 'wider' ? 'May match more than the rule' : 'May miss what the rule matches';
    this.add(this.strict ? 'error' : 'warning', code, `${lead}: ${message}`, span, effect);
  }

  refuse({ code, message }: Finding<'error'>, span: Span): void {
    this.refused = true;
    this.add('error', code, message, span);
  }

  note({ code, message }: Finding<'note'>, span: Span): void {
    this.add('note', code, message, span);
  }

  private add(
    severity: Diagnostic['severity'],
    code: string,
    message: string,
    span: Span,
    direction?: 'wider' | 'narrower',
  ): void {
    // A query may contain one place of a rule several times; it is reported once.
    const key = `${code} ${span.start} ${span.end} ${message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const made = diagnostic(severity, code, message, span);
    this.diagnostics.push(direction ? { ...made, direction } : made);
  }
}
