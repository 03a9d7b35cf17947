import { join } from 'node:path';
import { codes as convertCodes } from '../../convert/codes.js';
import { reasonOf } from '../../convert/guard.js';
import { finalize } from '../../pipeline/finalize.js';
import { visible } from '../../source/visible.js';
import { inBatches, readJobs } from '../batches.js';
import { fileDiagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { codes } from '../codes.js';
import { fileConverter, noCounts } from './file.js';
import type { Counts, Job } from './file.js';
import type { Input } from '../input/inputs.js';
import { linkFiles } from '../input/linked-files.js';
import { tuneForOneRun } from '../one-shot.js';
import { checkOutputs } from '../output/destination.js';
import { isOneFile, outputTree, writeReason } from '../output/output-tree.js';
import type { OutputPiece, OutputTree } from '../output/output-tree.js';
import { findRuleFiles, ruleReader, withoutFilters } from '../input/rule-files.js';
import type { RuleFile } from '../input/rule-files.js';
import type { Protected } from '../output/destination.js';
import { Policy } from '../policy.js';
import type { PolicyFlags } from '../policy.js';
import { readReports, reportPaths, writeReports } from '../output/reports.js';
import type { ReportFlag } from '../output/reports.js';
import type { RunReport } from '../../report/run-report.js';
import { runInputs } from '../run-inputs.js';
import { standardOutput } from './standard-output.js';
import { readSettings } from '../settings.js';
import type { Flags, Settings } from '../settings.js';
import { loadTargets, writeNotes } from '../targets.js';
import type { Target } from '../targets.js';
import {
  counted,
  Diagnostics,
  flushOut,
  Progress,
  tell,
  queriesText,
  thousands,
  wantsColour,
  writeOut,
} from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';

interface ConvertFlags extends Flags, PolicyFlags {
  readonly output?: string;
  readonly quiet?: boolean;
  readonly report?: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly jobs?: string;
  readonly filter?: readonly string[];
}

/** `sigmaql convert`; returns the exit status. */
export async function convertCommand(
  rules: readonly string[],
  flags: ConvertFlags,
): Promise<number> {
  const settings = await readSettings(flags);
  const json = flags.json ?? false;
  const jobs = readJobs(flags.jobs);
  const colour = wantsColour(process.stderr);
  const verbose = flags.verbose ?? false;
  const quiet = flags.quiet ?? false;
  const diagnostics = new Diagnostics(verbose, colour, quiet);
  const policy = new Policy(flags);
  const reports = readReports(flags.report ?? []);
  const found = await findRuleFiles(rules, flags.filter);
  diagnostics.addAll(found.diagnostics);
  diagnostics.addAll(withoutFilters(found, ruleReader()));
  const inputs = [...found.rules, ...found.filters];
  const read = inputs.map((f) => f.path);
  const protects = runInputs(read, flags, settings);
  const { output } = flags;
  const file = output !== undefined && isOneFile(output) ? [output] : [];
  checkOutputs([...file, ...reportPaths(reports), ...policy.written], protects);
  const tree =
    output === undefined
      ? null
      : outputTree(output, {
          inputs,
          kinds: json ? ['json'] : settings.targets,
          protects,
        });
  try {
    return await converted(inputs, found.files, tree, {
      settings,
      json,
      quiet,
      policy,
      reports,
      protects,
      jobs,
      verbose,
      diagnostics,
      outputPath: output ?? '',
    });
  } catch (error) {
    tree?.abandon();
    throw error;
  }
}

interface Run {
  readonly settings: Settings;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly policy: Policy;
  readonly reports: readonly ReportFlag[];
  readonly protects: Protected;
  readonly jobs: number | null;
  readonly verbose: boolean;
  readonly diagnostics: Diagnostics;
  readonly outputPath: string;
}

async function converted(
  inputs: readonly Input[],
  files: readonly RuleFile[],
  tree: OutputTree | null,
  run: Run,
): Promise<number> {
  const { settings, json, quiet, jobs, verbose, diagnostics, outputPath } = run;
  const { policy, reports, protects } = run;
  const { colour } = diagnostics;
  const job: Job = { settings, json, colour, verbose, records: reports.length > 0 };
  const report: RunReport | null = job.records ? { outcomes: [], diagnostics: [] } : null;
  const loading = loadOutput(run, tree);
  const finalized = new Map<string, string[]>();
  const progress = new Progress(inputs.length);
  const counts = noCounts();
  let done = 0;
  let { failed } = diagnostics;
  let isWritable = true;
  const unwritable = (error: unknown): void => {
    if (error instanceof UsageError) throw error;
    tree?.abandon();
    isWritable = false;
    failed = true;
    progress.clear();
    diagnostics.addPlain(
      fileDiagnostic(codes['output-failed']({ reason: writeReason(error) }), outputPath),
    );
  };
  const put = (input: number, piece: OutputPiece): void => {
    try {
      if (isWritable) tree!.write(input, piece);
    } catch (error) {
      unwritable(error);
    }
  };
  tuneForOneRun(files.length);
  const results = inBatches({
    count: files.length,
    items: () => linkFiles(files, ruleReader()),
    here: loading.then(({ targets }) => fileConverter(targets, job)),
    // The build gives this module and the thread's one folder.
    thread: { module: join(import.meta.dirname, 'worker.cjs'), data: job },
    // What standard input held is known here alone.
    jobs: files.some((f) => f.path === '-') ? 1 : jobs,
  });
  for await (const result of results) {
    const input = done++;
    const { finalizes, formats, output } = await loading;
    progress.step(done);
    addCounts(counts, result.counts);
    for (const message of result.messages) {
      if (json && message.frame === '') continue;
      progress.clear();
      diagnostics.add(message);
    }
    if (!tree) for (const lines of result.lines) await writeOut(lines);
    else if (result.lines.length > 0) {
      const record = { kind: 'json', extension: 'jsonl', heading: '', number: 1, isPart: false };
      put(input, { ...record, text: result.lines.join('') });
    }
    if (result.counts.refused > 0 || result.counts.unread > 0) tree?.failed(input);
    for (const query of result.queries) {
      policy.judge(query);
      if (report) report.outcomes.push(query);
      const { target: kind, rule, text, extension, number } = query;
      if (text === null || json) continue;
      if (finalizes) {
        finalized.set(kind, [...(finalized.get(kind) ?? []), text]);
        continue;
      }
      // A title may hold anything; in a heading it is one line of visible characters.
      const heading = `${visible(result.path)}: ${visible(rule.title)}`;
      const isPart = formats.get(kind)?.files !== undefined;
      const piece = { kind, heading, extension, number, text, isPart };
      if (tree) put(input, piece);
      else await output!.write(piece);
    }
    report?.diagnostics.push(...result.records);
    failed ||= result.failed;
  }
  const { targets, finalizes, formats, output } = await loading;
  await output?.finish();
  if (finalizes) {
    for (const target of targets) {
      const problem = await writeFinalized(target, finalized.get(target.backend.name) ?? []);
      if (!problem) continue;
      failed = true;
      diagnostics.addPlain(problem);
    }
  }
  try {
    if (tree && isWritable) diagnostics.addAll(await tree.finish(formats));
  } catch (error) {
    unwritable(error);
  }
  await flushOut();
  progress.clear();
  if (report)
    await writeReports(
      report,
      reports,
      protects,
      targets.map((t) => t.backend),
    );
  await policy.finish(protects);
  if (!json) {
    diagnostics.finish();
    const isOne = counts.rules === 1 && counts.unread === 0;
    if (!isOne && !quiet) tell(`${summary(counts)}\n`);
    for (const line of policy.lines(isOne)) tell(`${line}\n`);
  }
  return failed || policy.fails || counts.unread > 0 ? 1 : 0;
}

/** The targets, and where their queries go. */
async function loadOutput({ settings, json, quiet }: Run, tree: OutputTree | null) {
  const targets = await loadTargets(settings);
  writeNotes(targets, quiet);
  const finalizes = !json && targets.some((t) => t.pipelines.some((p) => p.finalizers.length > 0));
  if (finalizes && tree) {
    throw new UsageError(
      'A pipeline with finalizers combines all queries into one output, so -o cannot be used with it. Redirect the output to a file.',
    );
  }
  const formats = new Map(json ? [] : targets.map((t) => [t.backend.name, t.format]));
  return { targets, finalizes, formats, output: tree ? null : standardOutput([...formats]) };
}

/** Writes the queries of a target as the finalizers of its pipelines have them; what went wrong, if something did. */
async function writeFinalized(
  { backend, pipelines }: Target,
  texts: readonly string[],
): Promise<Diagnostic | null> {
  try {
    await writeOut(`${finalize(texts, pipelines) ?? texts.join('\n')}\n`);
    return null;
  } catch (error) {
    const slots = { target: backend.name, reason: reasonOf(error) };
    return fileDiagnostic(convertCodes['finalizer-failed'](slots), '');
  }
}

function addCounts(sum: Counts, more: Counts): void {
  for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += more[key];
}

function summary(counts: Counts): string {
  const { rules, assumed, unmapped, unread } = counts;
  const parts = [counted(rules, 'rule'), queriesText(counts)];
  if (assumed > 0) parts.push(`${thousands(assumed)} with field names that are assumed`);
  if (unmapped > 0) parts.push(`${thousands(unmapped)} with Sigma's field names as they are`);
  if (unread > 0) parts.push(`${counted(unread, 'file')} could not be read`);
  return `${parts.join('; ')}.`;
}
