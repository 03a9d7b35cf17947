import type { DocumentKind, SigmaDocument } from '../../model/document.js';
import type { Library } from '../../model/linking/library.js';
import { junit } from '../../report/junit.js';
import type { Diagnostic, DiagnosticRecord } from '../../source/diagnostic.js';
import { visible } from '../../source/visible.js';
import { codes } from '../codes.js';
import { commandRecord } from '../terminal/hints.js';
import { checkOutputs } from '../output/destination.js';
import type { Protected } from '../output/destination.js';
import { readReports, reportPaths, writeReport, writeReports } from '../output/reports.js';
import type { ReportFlag } from '../output/reports.js';
import { UsageError } from '../usage-error.js';

/** The most matches that a report holds, so that no stream of events fills the memory. */
const MOST = 10_000;

/** What has a case in JUnit. */
const CASES: readonly DocumentKind[] = ['rule', 'correlation', 'unreadable'];

/** Reports of which rules matched which events: `--report` of `match`. */
export class MatchReport {
  private readonly records: DiagnosticRecord[] = [];
  private readonly matches = new Map<SigmaDocument, { count: number; first: string }>();
  private held = 0;

  private constructor(private readonly flags: readonly ReportFlag[]) {}

  /** Null if none is asked for. Throws `UsageError` for a report that matches have no form in. */
  static of(flags: readonly string[]): MatchReport | null {
    const read = readReports(flags);
    const other = read.find(({ format }) => !['sarif', 'junit', 'github'].includes(format));
    if (other) {
      throw new UsageError(
        `match has no report '${visible(other.format)}'. Use sarif, junit or github; --json prints every match.`,
      );
    }
    return read.length === 0 ? null : new MatchReport(read);
  }

  /** Throws `UsageError` for a report that would be written over what is read. */
  check(protects: Protected): void {
    checkOutputs(reportPaths(this.flags), protects);
  }

  tell(diagnostics: readonly Diagnostic[]): void {
    for (const d of diagnostics) this.records.push(commandRecord(d));
  }

  match(document: SigmaDocument, events: string, line: number): void {
    const known = this.matches.get(document);
    if (known) known.count++;
    else this.matches.set(document, { count: 1, first: `${events}:${line}` });
    if (this.held++ >= MOST) return;
    const { heading, span } = document;
    const rule = visible(`${heading.title ?? 'Untitled rule'} (${span.file.path})`);
    const { code, severity, message } = codes['rule-matched']({ rule });
    const place = { path: events, line, column: 1, endLine: line, endColumn: 1 };
    this.records.push({ code, severity, message, ...place });
  }

  /** JUnit has a case for each rule, which fails if it matched or could not be tried or read. */
  async write({ documents }: Library, protects: Protected): Promise<void> {
    const report = { outcomes: [], diagnostics: this.records };
    for (const flag of this.flags) {
      if (flag.format !== 'junit') await writeReports(report, [flag], protects, []);
      else {
        const tried = documents.filter(({ kind }) => CASES.includes(kind));
        await writeReport(flag.path, junit(tried.map((d) => this.caseOf(d))), protects);
      }
    }
  }

  private caseOf(document: SigmaDocument): Parameters<typeof junit>[0][number] {
    const { path } = document.span.file;
    const name = document.heading.title ?? path;
    const error = document.diagnostics.find((d) => d.severity === 'error');
    if (error) return { suite: path, name, failure: { type: error.code, message: error.message } };
    const found = this.matches.get(document);
    if (!found) return { suite: path, name, failure: null };
    const { count, first } = found;
    const times = count === 1 ? 'one event' : `${count} events, the first`;
    return {
      suite: path,
      name,
      failure: { type: 'match', message: `Matches ${times} at ${first}.` },
    };
  }
}
