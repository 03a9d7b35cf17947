import { createReadStream } from 'node:fs';
import { compile } from '../../match/compile.js';
import type { CompileOptions, Matcher } from '../../match/compile.js';
import type { Because } from '../../match/because.js';
import { EventReader } from '../../match/event-reader.js';
import { loadSchemas } from '../../match/schemas.js';
import type { SigmaDocument } from '../../model/document.js';
import type { Library } from '../../model/linking/library.js';
import { junit } from '../../report/junit.js';
import type { JUnitCase } from '../../report/junit.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { positionAt } from '../../source/span.js';
import { visible } from '../../source/visible.js';
import { expectationsOf, matchesSeveral, testsWithoutRules } from './expectations.js';
import type { Expectation } from './expectations.js';
import { streamFailure } from './stream-failure.js';
import { checkOutputs, protectedFiles } from '../output/destination.js';
import { readLibrary } from '../input/read-rules.js';
import { writeReport } from '../output/reports.js';
import { readPlaceholders } from '../settings.js';
import {
  counted,
  Diagnostics,
  tell,
  tellOut,
  thousands,
  wantsColour,
} from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';

export interface TestFlags {
  readonly placeholder?: readonly string[];
  readonly filter?: readonly string[];
  readonly config?: string;
  readonly trustConfig?: boolean;
  readonly profile?: string;
  readonly junit?: string;
  readonly verbose?: boolean;
}

type Event = Readonly<Record<string, unknown>>;

/** `sigmaql test`; returns the exit status. */
export async function testCommand(names: readonly string[], flags: TestFlags): Promise<number> {
  if (names.includes('-')) throw new UsageError('test reads rules from files only.');
  const placeholders = readPlaceholders(flags);
  const diagnostics = new Diagnostics(flags.verbose ?? false, wantsColour(process.stderr));
  const library = await readLibrary(names, flags.filter, diagnostics, (files) => {
    if (flags.junit !== undefined) {
      checkOutputs([flags.junit], protectedFiles(files.map((f) => f.path)));
    }
  });
  const schemas = await loadSchemas();
  const byPath = new Map<string, SigmaDocument[]>();
  for (const document of library.documents) {
    const { path } = document.span.file;
    byPath.set(path, [...(byPath.get(path) ?? []), document]);
  }
  const cases: JUnitCase[] = [];
  const addErrors = (told: readonly Diagnostic[], suite: string): void => {
    diagnostics.addAll(told);
    for (const { code, message, severity } of told) {
      if (severity !== 'error') continue;
      cases.push({ suite, name: 'the test data', failure: { type: code, message } });
    }
  };
  for (const lone of await testsWithoutRules(names)) addErrors([lone], lone.path);
  for (const [path, documents] of byPath) {
    const { found, diagnostics: told } = expectationsOf(path, documents);
    addErrors(told, path);
    for (const expectation of found) {
      const { document, name } = expectation;
      const failure = await failureOf(expectation, library, { placeholders, schemas });
      const title = document.heading.title ?? path;
      cases.push({ suite: path, name: `${title}: ${name}`, failure });
      if (failure) {
        await tellOut(`FAILED ${visible(path)}: ${visible(title)}: ${visible(name)}\n`);
        for (const line of failure.message.split('\n')) await tellOut(`    ${visible(line)}\n`);
      }
    }
  }
  if (flags.junit !== undefined) {
    const protects = protectedFiles(byPath.keys());
    await writeReport(flags.junit, junit(cases), protects);
  }
  diagnostics.finish();
  const failed = cases.filter((c) => c.failure).length;
  tell(
    `${counted(cases.length, 'test')}: ${thousands(cases.length - failed)} passed, ${thousands(failed)} failed.\n`,
  );
  // A run without tests must not look like one that passed.
  if (cases.length === 0) {
    tell('No tests are beside the rules. Write those of rule.yml in rule.test.yml.\n');
    return 2;
  }
  return failed > 0 || diagnostics.failed ? 1 : 0;
}

/** Null if a rule matches what it must. */
async function failureOf(
  { document, events, expected }: Expectation,
  library: Library,
  options: CompileOptions,
): Promise<JUnitCase['failure']> {
  const read = typeof events === 'string' ? await readEvents(events) : events;
  if (typeof read === 'string') return { type: 'events', message: read };
  if (read.length === 0) {
    const where = typeof events === 'string' ? ` in ${events}` : '';
    return { type: 'events', message: `There is no event to try${where}.` };
  }
  if (matchesSeveral(document)) {
    return streamFailure(document, read, expected !== 'none', library, options);
  }
  const matcher = compile({ ...library, documents: [document] }, options);
  const [problem] = matcher.diagnostics.filter((d) => d.severity === 'error');
  if (problem) return { type: problem.code, message: problem.message };
  const matched = read.filter((event) => matcher.match(event).length > 0);
  const missed = read.filter((event) => !matched.includes(event));
  const wanted = expected === 'all' ? read.length : expected === 'none' ? 0 : expected;
  if (wanted === 'some' ? matched.length > 0 : matched.length === wanted) return null;
  const lines = [
    `${matched.length} of ${counted(read.length, 'event')} matched, not ${wanted === 'some' ? 'one or more' : wanted}.`,
  ];
  if (wanted === 'some' || matched.length < wanted) {
    for (const event of missed.slice(0, MOST)) lines.push(...whyMissed(event, matcher));
  } else {
    for (const event of matched.slice(0, MOST)) {
      lines.push(...matcher.match(event).flatMap((m) => m.because().map(sentence)));
    }
  }
  return { type: 'match', message: lines.join('\n') };
}

/** Events that are explained. */
const MOST = 3;
const MOST_REASONS = 10;

function whyMissed(event: Event, matcher: Matcher): readonly string[] {
  return matcher.missed(event).flatMap(({ isOfOtherSource, because }) => {
    if (isOfOtherSource) return ['The event is of another log source than the rule.'];
    return because.slice(0, MOST_REASONS).map(sentence);
  });
}

function sentence({ field, predicate, value, line }: Because): string {
  return `line ${line}: ${[field ?? '', predicate, value].filter((p) => p !== '').join(' ')}`;
}

function placed({ message, path, span }: Diagnostic): string {
  const line = span ? `:${positionAt(span.file, span.start).line}` : '';
  return `${path}${line}: ${message}`;
}

/** What is wrong with the file, if a string. */
async function readEvents(path: string): Promise<readonly Event[] | string> {
  const reader = new EventReader(path);
  const events: Event[] = [];
  try {
    const records = [];
    for await (const piece of createReadStream(path)) {
      records.push(...reader.push(piece as Uint8Array));
    }
    records.push(...reader.end());
    for (const record of records) {
      if (record.kind === 'unreadable') return placed(record.diagnostic);
      events.push(record.json);
    }
  } catch (error) {
    return `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'}).`;
  }
  return events;
}
