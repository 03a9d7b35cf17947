import type { Polarity, Report } from '../backend/contract.js';
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
    code: string,
    message: string,
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

  refuse(code: string, message: string, span: Span): void {
    this.refused = true;
    this.add('error', code, message, span);
  }

  note(code: string, message: string, span: Span): void {
    this.add('note', code, message, span);
  }

  private add(
    severity: Diagnostic['severity'],
    code: string,
    message: string,
    span: Span,
    direction?: 'wider' | 'narrower',
  ): void {
    // One place of a rule may be written into a query several times; it is told once.
    const key = `${code} ${span.start} ${span.end} ${message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const made = diagnostic(severity, code, message, span);
    this.diagnostics.push(direction ? { ...made, direction } : made);
  }
}
