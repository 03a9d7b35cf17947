import { version } from '../../../package.json';
import type { Backend } from '../../backend/index.js';
import { toGitHub } from '../../report/github.js';
import { toJUnit } from '../../report/junit.js';
import type { RunReport } from '../../report/run-report.js';
import { toSarif } from '../../report/sarif.js';
import type { CodeMeaning } from '../../report/sarif.js';
import { toCsv, toJson } from '../../report/tables.js';
import { visible } from '../../source/visible.js';
import { codeTables } from '../code-tables.js';
import { checkOutputs } from './destination.js';
import type { Protected } from './destination.js';
import { isOutput } from './manifest.js';
import { writeNamed } from './whole-file.js';
import { UsageError } from '../usage-error.js';

type Writer = (report: RunReport, meaningOf: (code: string) => CodeMeaning | null) => string;

const FORMATS: Readonly<Record<string, Writer>> = {
  sarif: (report, meaningOf) => toSarif(report, version, meaningOf),
  github: toGitHub,
  junit: toJUnit,
  json: toJson,
  csv: toCsv,
};

/** A report that the user asks for. */
export interface ReportFlag {
  readonly format: string;
  /** Null for standard error. */
  readonly path: string | null;
}

const NOTHING_READ: Protected = new Set();

/** `--report FORMAT=FILE`; annotations for GitHub go to the log if no file is named. */
export function readReports(flags: readonly string[]): readonly ReportFlag[] {
  const read = flags.map((flag) => {
    const at = flag.indexOf('=');
    const format = at < 0 ? flag : flag.slice(0, at);
    const path = at < 0 ? null : flag.slice(at + 1);
    if (!Object.hasOwn(FORMATS, format)) {
      throw new UsageError(
        `There is no report '${visible(format)}'. Use one of: ${Object.keys(FORMATS).join(', ')}.`,
      );
    }
    if (path === '' || (path === null && format !== 'github')) {
      throw new UsageError(`--report ${format} needs a file: --report ${format}=FILE.`);
    }
    if (path === '-') {
      throw new UsageError(
        `--report ${format} goes to a file: write ./- for one of that name, or name another.`,
      );
    }
    return { format, path };
  });
  checkOutputs(reportPaths(read), NOTHING_READ);
  return read;
}

/** Files that reports go to. */
export function reportPaths(flags: readonly ReportFlag[]): readonly string[] {
  return flags.flatMap(({ path }) => path ?? []);
}

export async function writeReports(
  report: RunReport,
  flags: readonly ReportFlag[],
  protects: Protected,
  backends: readonly Backend[],
): Promise<void> {
  const meanings = new Map(codeTables(backends).flatMap((t) => Object.entries(t.entries)));
  for (const { format, path } of flags) {
    const text = FORMATS[format]!(report, (code) => meanings.get(code) ?? null);
    await writeReport(path, text, protects);
  }
}

/** @param path null for standard error */
export async function writeReport(
  path: string | null,
  text: string,
  protects: Protected,
): Promise<void> {
  if (path === null) {
    process.stderr.write(text);
    return;
  }
  // Of this run, too, whose files are all in their places by now.
  if (isOutput(path)) {
    throw new UsageError(
      `${visible(path)} is an output of sigmaql. Choose another for the report.`,
    );
  }
  await writeNamed('The report', path, text, protects);
}
