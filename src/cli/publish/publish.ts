import { join } from 'node:path';
import { version } from '../../../package.json';
import { changesBetween, changesMarkdown } from '../../report/changes.js';
import type { Change, PublishedQuery } from '../../report/changes.js';
import type { RunReport } from '../../report/run-report.js';
import { fileDiagnostic } from '../../source/diagnostic.js';
import { visible } from '../../source/visible.js';
import { inBatches, readJobs } from '../batches.js';
import { codes } from '../codes.js';
import { fileConverter } from '../convert/file.js';
import type { FileResult, Job } from '../convert/file.js';
import { Deployables } from './deployables.js';
import type { RuleSource } from './deployables.js';
import { lacksNamed } from '../input/inputs.js';
import { linkFiles } from '../input/linked-files.js';
import type { LinkedFile } from '../input/linked-files.js';
import { tuneForOneRun } from '../one-shot.js';
import { checkOutputs } from '../output/destination.js';
import { outputNames } from '../output/names.js';
import { Policy } from '../policy.js';
import type { PolicyFlags } from '../policy.js';
import { printPublishManifest } from './manifest.js';
import type { ManifestSource, PublishManifest } from './manifest.js';
import {
  earlierIn,
  goneFiles,
  hashOf,
  isAsPublished,
  isEdited,
  isLocked,
  isOnDisk,
  publishFiles,
  readBytes,
  readText,
  withEdited,
} from './files.js';
import type { Earlier } from './files.js';
import { readReports, reportPaths, writeReports } from '../output/reports.js';
import { placeInRepository } from '../repository.js';
import { findRuleFiles, ruleReader, withoutFilters } from '../input/rule-files.js';
import { runInputs } from '../run-inputs.js';
import { readSettings } from '../settings.js';
import type { Flags, Settings } from '../settings.js';
import { loadTargets, writeNotes } from '../targets.js';
import {
  counted,
  Diagnostics,
  queriesText,
  tell,
  thousands,
  wantsColour,
  writeOut,
} from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';

export interface PublishFlags extends Flags, PolicyFlags {
  readonly output: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly report?: readonly string[];
  readonly jobs?: string;
  readonly filter?: readonly string[];
}

/** `sigmaql publish`; returns the exit status. */
export async function publishCommand(
  names: readonly string[],
  flags: PublishFlags,
): Promise<number> {
  const settings = await readSettings(flags);
  const policy = new Policy(flags);
  const reports = readReports(flags.report ?? []);
  const { verbose = false, quiet = false, output: folder } = flags;
  const diagnostics = new Diagnostics(verbose, wantsColour(process.stderr), quiet);
  if (names.includes('-')) throw new UsageError('publish reads rules from files only.');
  const found = await findRuleFiles(names, flags.filter);
  diagnostics.addAll(found.diagnostics);
  if (lacksNamed(names, found)) {
    // What was published of it would be removed.
    tell(`${visible(folder)} was left as it is.\n`);
    return 1;
  }
  const paths = found.files.map((f) => f.path);
  const protects = runInputs(paths, flags, settings);
  checkOutputs([...reportPaths(reports), ...policy.written], protects);
  const earlier = earlierIn(folder);
  const before = earlier.manifest;

  const targets = await loadTargets(settings);
  writeNotes(targets);
  const formats = new Map(targets.map((t) => [t.backend.name, t.format]));
  const records = reports.length > 0;
  tuneForOneRun(found.files.length);
  const read = ruleReader();
  diagnostics.addAll(withoutFilters(found, read));
  const settingsHash = hashOfSettings(settings, flags.filter ?? []);
  // A file of the whole run is made of every text, and a report of every diagnostic.
  const needsAll = records || [...formats.values()].some((f) => f.files);
  const usable = before?.settings === settingsHash && !needsAll ? before : null;
  const stems = outputNames([...found.rules, ...found.filters].map((i) => i.mirrored));
  const sources = sourcesOf(linkFiles(found.files, read)).map((source, i) => {
    const known = usable?.sources.get(source.place);
    const isKnown = known?.inputs === source.inputs && isAsPublished(known, folder);
    return { ...source, stem: stems[i]!, known: isKnown ? known : null };
  });
  const job: Job = { settings, json: false, colour: diagnostics.colour, verbose: false, records };
  const convert = (stale: readonly LinkedFile[]) =>
    inBatches({
      count: stale.length,
      items: () => stale,
      here: fileConverter(targets, job),
      thread: { module: join(import.meta.dirname, 'worker.cjs'), data: job },
      jobs: readJobs(flags.jobs),
    });
  const made = new Deployables(folder, formats, before?.sources ?? new Map());
  const run = await makeAll(sources, convert, made, policy, diagnostics);
  const whole = made.addWhole();

  const state = stateOf(folder, earlier, { made, whole, settingsHash }, flags.force ?? false);
  const { edited, gone, differing, changes, isStale } = state;
  for (const file of edited) {
    diagnostics.addPlain(fileDiagnostic(codes['published-edited'](), join(folder, file)));
  }
  for (const [target, held] of leftTargets(before, formats)) {
    diagnostics.addPlain(fileDiagnostic(codes['published-target-left']({ target, held }), folder));
  }
  let isWritten = true;
  if (flags.check) await writeOut(changes.length > 0 ? changesMarkdown(changes) : '');
  else if (isStale || isLocked(folder)) {
    const puts = new Map([...made.files].filter(([file]) => !edited.has(file)));
    const said = await publishFiles(folder, protects, { puts, gone, text: state.text, changes });
    diagnostics.addAll(said);
    isWritten = !said.some((d) => d.severity === 'error');
  }
  const backends = targets.map((t) => t.backend);
  if (records) await writeReports(run.report, reports, protects, backends);
  await policy.finish(protects);

  if (!quiet) {
    diagnostics.finish();
    const files = counted(made.files.size, 'file');
    const done = flags.check
      ? `${files}, ${isStale ? 'not as they should be' : 'as they should be'}`
      : isWritten
        ? `${files}: ${thousands(differing.length)} written, ${thousands(gone.length)} removed`
        : `${files} not written`;
    const processed = `${thousands(run.converted)} of ${thousands(sources.length)} rule files`;
    tell(`${processed} processed; ${queriesText(run.counts)}; ${done}.\n`);
  }
  for (const line of policy.lines(false)) tell(`${line}\n`);
  if (flags.check && isStale) {
    const force = edited.size > 0 ? ', with --force to overwrite what was changed by hand' : '';
    tell(`${visible(folder)} is stale. Run sigmaql publish without --check${force}.\n`);
  }
  const isAsAsked = isWritten && edited.size === 0 && !(flags.check && isStale);
  return run.failed || policy.fails || !isAsAsked ? 1 : 0;
}

interface Source extends RuleSource {
  readonly file: LinkedFile;
  /** What was published of it, where that is still right. */
  readonly known: ManifestSource | null;
}

/** Adds what is published of each source, in their order: what is known of it, or what is made of it now. */
async function makeAll(
  sources: readonly Source[],
  convert: (files: readonly LinkedFile[]) => AsyncGenerator<FileResult>,
  made: Deployables,
  policy: Policy,
  diagnostics: Diagnostics,
) {
  const stale = sources.filter((s) => s.known === null).map((s) => s.file);
  const results = convert(stale);
  const report: RunReport = { outcomes: [], diagnostics: [] };
  const counts = { exact: 0, approximate: 0, refused: 0 };
  let { failed } = diagnostics;
  for (const { known, ...source } of sources) {
    let published: ManifestSource;
    if (known) published = made.keep(source.place, known);
    else {
      const { value } = (await results.next()) as { value: FileResult };
      for (const message of value.messages) diagnostics.add(message);
      report.diagnostics.push(...value.records);
      published = made.add(source, value);
    }
    failed ||= published.failed;
    for (const query of published.queries) {
      policy.judge(query);
      const { fidelity } = query;
      counts[fidelity]++;
      report.outcomes.push(fidelity === 'refused' ? { ...query, id: null, name: null } : query);
    }
  }
  // Ends the threads.
  await results.return(undefined);
  return { report, counts, failed, converted: stale.length };
}

/** How the folder differs from what the run has made. */
function stateOf(
  folder: string,
  earlier: Earlier,
  { made, whole, settingsHash }: Made,
  overwrites: boolean,
) {
  const before = earlier.manifest;
  const outputs = [...made.files];
  const edited = new Set(
    overwrites ? [] : outputs.filter(([f, o]) => isEdited(f, o, earlier, folder)).map(([f]) => f),
  );
  const manifest: PublishManifest = {
    tool: version,
    settings: settingsHash,
    sources: edited.size === 0 ? made.sources : withEdited(made.sources, edited, before),
    whole: new Map(
      [...whole].map(([f, hash]) => [f, edited.has(f) ? (before?.whole.get(f) ?? '') : hash]),
    ),
  };
  const text = printPublishManifest(manifest);
  const gone = goneFiles(earlier, manifest);
  const differing = outputs.filter(([f, o]) => !edited.has(f) && !isOnDisk(folder, f, o.bytes));
  const isStale =
    !earlier.written.complete ||
    differing.length + gone.length + edited.size > 0 ||
    text !== earlier.text;
  return { edited, gone, differing, changes: changesOf(before, made, folder), text, isStale };
}

interface Made {
  readonly made: Deployables;
  /** Hashes of the files of the whole run. */
  readonly whole: ReadonlyMap<string, string>;
  readonly settingsHash: string;
}

/** Where each rule file is in the repository, and hashes of it and of all that its queries are made from. */
function sourcesOf(files: readonly LinkedFile[]) {
  const hashes = new Map(files.map(({ path }) => [path, hashOf(readBytes(path))]));
  return files.map((file) => {
    const all = [...file.before, file, ...file.after];
    const inputs = hashOf(all.map((f) => `${f.shown} ${hashes.get(f.path)}`).join('\n'));
    return { file, place: placeInRepository(file.path), inputs, hash: hashes.get(file.path)! };
  });
}

/** Targets that were published and that this run is not for, and how many queries each had. */
function leftTargets(
  before: PublishManifest | null,
  targets: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, string> {
  const left = new Map<string, number>();
  for (const { queries } of before?.sources.values() ?? []) {
    for (const { target, queryHash } of queries) {
      if (queryHash !== null && !targets.has(target)) left.set(target, (left.get(target) ?? 0) + 1);
    }
  }
  return new Map([...left].map(([t, n]) => [t, counted(n, 'query', 'queries')]));
}

function changesOf(
  before: PublishManifest | null,
  { sources: made, files: outputs }: Deployables,
  folder: string,
): readonly Change[] {
  const files = new Map<PublishedQuery, string>();
  const published = (sources: PublishManifest['sources']): PublishedQuery[] =>
    [...sources].flatMap(([path, { queries }]) =>
      queries.flatMap(({ id, name, target, queryHash, fileHash, file, fidelity }) => {
        if (id === null || queryHash === null) return [];
        const isStale = fidelity === 'refused';
        const query = { id, name: name ?? '', target, path, hash: fileHash ?? queryHash, isStale };
        if (file !== null) files.set(query, file);
        return [query];
      }),
    );
  return changesBetween(
    before ? published(before.sources) : [],
    published(made).filter((q) => !q.isStale),
    ({ path, target }) =>
      made.get(path)?.queries.some((q) => q.fidelity === 'refused' && q.target === target) ?? false,
    (was, is) => {
      const [from, to] = [files.get(was), files.get(is)];
      const after = to === undefined ? undefined : outputs.get(to);
      const old = from === undefined ? null : readText(join(folder, from));
      return after && old !== null ? [old, Buffer.from(after.bytes).toString('utf8')] : null;
    },
  );
}

/** With what pipeline and filter files hold. */
function hashOfSettings(settings: Settings, filters: readonly string[]): string {
  const pipelines = (settings.pipelines ?? []).map((p) => readText(p) ?? p);
  return hashOf(JSON.stringify([version, settings, pipelines, filters]));
}
