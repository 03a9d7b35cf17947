import type { Polarity, Report } from '../backend/contract.js';
import type { Finding } from '../source/codes.js';
import { expectArgument, isObject } from '../source/arguments.js';
import { diagnostic, diagnosticKey } from '../source/diagnostic.js';
import type { Diagnostic, DiagnosticDetails } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import { EFFECTS, opposite } from '../source/direction.js';
import type { Direction } from '../source/direction.js';

/** Collects what a backend reports about one query. */
export class Reporter implements Report {
  readonly diagnostics: Diagnostic[] = [];
  refused = false;
  approximated = false;
  /** The limits that the query breaks, which are among the diagnostics too. */
  readonly limits: Diagnostic[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly strict: boolean) {}

  approximate(
    direction: Direction,
    polarity: Polarity,
    finding: Finding<'warning'>,
    span: Span,
  ): void {
    expectFinding(finding);
    const isDirection = Object.hasOwn(EFFECTS, direction);
    expectArgument(isDirection, "a direction is 'wider', 'narrower' or 'both'", direction);
    const effect = polarity === 'positive' ? direction : opposite(direction);
    this.approximated = true;
    if (this.strict) this.refused = true;
    const message = `${EFFECTS[effect]}: ${finding.message}`;
    const severity = this.strict ? 'error' : 'warning';
    this.add({ ...finding, message }, span, { severity, direction: effect });
  }

  refuse(finding: Finding<'error'>, span: Span): void {
    this.refused = true;
    this.add(finding, span);
  }

  limit(finding: Finding<'warning'>, span: Span): void {
    if (this.strict) this.refused = true;
    const found = this.add(finding, span, { severity: this.strict ? 'error' : 'warning' });
    if (found) this.limits.push(found);
  }

  note(finding: Finding<'note'>, span: Span): void {
    this.add(finding, span);
  }

  /** A warning that does not change what the query matches. */
  tell(finding: Finding<'warning'>, span: Span): void {
    this.add(finding, span);
  }

  private add(finding: Finding, span: Span, details?: DiagnosticDetails): Diagnostic | null {
    expectFinding(finding);
    // A query may contain one place of a rule several times; it is reported once.
    const key = diagnosticKey(finding, span);
    if (this.seen.has(key)) return null;
    this.seen.add(key);
    const added = diagnostic(finding, span, details);
    this.diagnostics.push(added);
    return added;
  }
}

/** A target that no type check has seen may report anything. */
function expectFinding(given: unknown): void {
  const isFinding = isObject(given) && 'message' in given && 'code' in given;
  expectArgument(isFinding, 'what a target reports is a finding, of its own table of codes', given);
}
