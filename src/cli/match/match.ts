import type { Worker } from 'node:worker_threads';
import { diagnosticKey, fileDiagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { readJobs } from '../batches.js';
import { codes } from '../codes.js';
import { findInputs } from '../input/inputs.js';
import { withBytes } from '../input/linked-files.js';
import { EVENTS, partsOf, startThreads, worthwhileThreads } from './threads.js';
import { partMatcher, withNumbers } from './part.js';
import type { Found, PartMatcher, PartMatches, PlacedPart } from './part.js';
import { MatchReport } from './report.js';
import { matchOptions } from './setup.js';
import { writeWarnings } from '../targets.js';
import type { MatchSetup } from './setup.js';
import { LostEvents, Tally } from './tally.js';
import { tuneForStream } from '../one-shot.js';
import { inOrder } from './ordered-threads.js';
import { protectedFiles } from '../output/destination.js';
import { PrintedBytes } from './printed-bytes.js';
import { readLibrary } from '../input/read-rules.js';
import {
  Diagnostics,
  flushOut,
  tell,
  wantsColour,
  writeBytesOut,
  writeOut,
} from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';

export interface MatchFlags extends MatchSetup {
  readonly events: readonly string[];
  readonly filter?: readonly string[];
  readonly jobs?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly report?: readonly string[];
}

/** `sigmaql match`; returns the exit status. */
export async function matchCommand(names: readonly string[], flags: MatchFlags): Promise<number> {
  if ([...names, ...(flags.filter ?? [])].includes('-') && flags.events.includes('-')) {
    throw new UsageError('Rules and events cannot both come from standard input.');
  }
  const jobs = readJobs(flags.jobs);
  const report = MatchReport.of(flags.report ?? []);
  const options = await matchOptions(flags, flags.quiet ? undefined : writeWarnings);
  const { verbose = false, quiet = false, json = false } = flags;
  const diagnostics = new Diagnostics(verbose, wantsColour(process.stderr), quiet);
  const inputs = await findInputs(flags.events, EVENTS);
  const paths = inputs.files.map((f) => f.path);
  const others = (jobs ?? worthwhileThreads(paths)) - 1;
  // They read the rules while this one does.
  let threads: readonly Worker[] = [];
  const library = await readLibrary(names, flags.filter, diagnostics, (files) => {
    report?.check(protectedFiles([...files.map((f) => f.path), ...paths]));
    if (others > 0)
      threads = startThreads(others, { setup: setupOf(flags), files: withBytes(files), json });
  });
  const matcher = partMatcher(library, options, json);
  if (matcher.correlates) {
    await Promise.all(threads.map((t) => t.terminate()));
    threads = [];
  }
  diagnostics.addAll(matcher.diagnostics);
  if (matcher.correlates && jobs !== null && jobs > 1) {
    diagnostics.addPlain(fileDiagnostic(codes['jobs-with-correlations'](), names[0]!));
  }
  report?.tell(library.documents.flatMap((d) => d.diagnostics));
  diagnostics.addAll(inputs.diagnostics);
  report?.tell(inputs.diagnostics);

  tuneForStream();
  const tally = new Tally();
  const lost = new LostEvents();
  const failed = new Map<string, Diagnostic>();
  const tellOf = (found: readonly Found[]): void => {
    for (const { document, events, line } of found) {
      report?.match(library.documents[document]!, events, line);
    }
  };
  // How many events came before a part in its file.
  let before = { file: 0, count: 0 };
  const start = (file: number): number => (before.file === file ? before.count : 0);
  const spare: ArrayBuffer[] = [];
  const numbered = new PrintedBytes();
  const results =
    threads.length > 0
      ? inOrder({
          items: partsOf(paths, spare),
          here: (part) => matcher.match(part),
          memoryOf: ({ part }) => (part.kind === 'bytes' ? [part.bytes.buffer] : []),
          threads,
        })
      : onThisThread(matcher, partsOf(paths, null));
  for await (const result of results) {
    for (const unread of result.unread) {
      diagnostics.addPlain(unread);
      report?.tell([unread]);
    }
    tally.add(result);
    if (report) {
      const { documents, lines, path } = result;
      tellOf(documents.map((document, i) => ({ document, events: path, line: lines[i]! })));
    }
    tellOf(result.correlations);
    for (const { finding, place } of result.lost) lost.add(finding, place);
    for (const d of result.failed) {
      const key = diagnosticKey(d, d.span);
      if (!failed.has(key)) failed.set(key, d);
    }
    await writeBytesOut(withNumbers(result, start(result.file), numbered));
    if (result.memory) spare.push(result.memory);
    before = { file: result.file, count: start(result.file) + result.count };
  }
  const last = matcher.end();
  tally.correlate(last.correlations);
  tellOf(last.correlations);
  await writeOut(last.text);
  lost.tell(diagnostics);
  diagnostics.addAll([...failed.values()]);
  if (report) {
    report.tell([...matcher.diagnostics, ...failed.values()]);
    const inputPaths = library.documents.map((d) => d.span.file.path);
    await report.write(library, protectedFiles([...inputPaths, ...paths]));
  }
  await flushOut();
  // A run that tried no events must not look like one that passed; standard input may have none yet.
  const [first] = paths;
  const triesNone = tally.isEmpty && !paths.includes('-') && !diagnostics.failed;
  if (triesNone && first !== undefined) {
    const others = paths.length > 1 ? `, nor in the ${paths.length - 1} others` : '';
    diagnostics.addPlain(fileDiagnostic(codes['no-events']({ others }), first));
  }
  diagnostics.finish();
  if (triesNone || paths.length === 0) return 2;
  // A pipeline of the user's says how its events are stored.
  const judges = options.compareLogSources === true && !options.storedAs;
  if (!json && !quiet) tell(tally.summary(judges));
  return diagnostics.failed ? 1 : 0;
}

/** Of the flags, what threads are told. */
function setupOf(flags: MatchFlags): MatchSetup {
  const { logsource, pipeline, backend, placeholder, lateness, timeField } = flags;
  const { config, trustConfig, profile } = flags;
  const events = { logsource, pipeline, backend, placeholder, lateness, timeField };
  // Without what is not set.
  return JSON.parse(JSON.stringify({ ...events, config, trustConfig, profile })) as MatchSetup;
}

async function* onThisThread(
  matcher: PartMatcher,
  parts: AsyncIterable<PlacedPart>,
): AsyncGenerator<PartMatches> {
  for await (const part of parts) yield matcher.match(part);
}
