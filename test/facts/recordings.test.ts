import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { lucene } from '../../backends/lucene/index.js';
import { splunk } from '../../backends/splunk/index.js';
import { convert } from '../../src/convert/index.js';
import { readLucene } from '../../src/languages/lucene/read.js';
import { compile } from '../../src/match/compile.js';
import { MatchEvent } from '../../src/match/event.js';
import { Compiler } from '../../src/match/test.js';
import type { Library } from '../../src/model/linking/library.js';
import { printPattern } from '../../src/model/patterns/pattern.js';
import { shippedPipelines } from '../../src/pipeline/shipped.js';
import { splRun } from '../engines/splunk/run.js';
import { record, updating } from '../support/golden-files.js';
import { readLibrary } from '../support/read-library.js';
import { factsDocument } from './document.js';
import { elasticEvents, madeUpEvents, vendorEvents } from './recorded.js';
import type { Recording } from './recorded.js';
import { linesOf } from './vendors.js';

/*
 * Events that vendors recorded: a rule for what one of them says matches it as the product writes it,
 * and the query that is made of the rule finds it as Splunk has it. In the project are made-up events
 * of the same shapes; the vendors' own are run where they lie beside it.
 */

const pipelines = await shippedPipelines(splunk);

function libraryFor(
  { logsource, telling }: Pick<Recording, 'logsource' | 'telling'>,
  field: string,
  text: string,
): Library {
  const selection = { ...telling, [field]: printPattern([text]) };
  const detection = { selection, condition: 'selection' };
  const rule = JSON.stringify({ title: 'Recorded', logsource, detection });
  return readLibrary(rule, { path: 'rule.yml' });
}

/** Whether a rule that asks for a field's value finds the event; null where it is refused. */
function asked(
  recording: Recording,
  field: string,
  text: string,
): { readonly matched: boolean; readonly found: boolean; readonly query: string } | null {
  const library = libraryFor(recording, field, text);
  const { raw, inSplunk } = recording;
  const query = convert(library, { backend: splunk, pipelines })[0]!.queryText;
  // Without a source, the fields are nobody's.
  if (query === null || !/source|tag/.test(query)) return null;
  return {
    matched: compile(library).match(raw).length > 0,
    found: splRun(query)(new MatchEvent(inSplunk)) === true,
    query,
  };
}

interface Outcome {
  readonly store: 'splunk' | 'elastic';
  readonly recording: Pick<Recording, 'name' | 'logsource'>;
  readonly agreed: number;
  readonly refused: number;
  readonly wrong: readonly string[];
}

/** Of how many of its fields an event is asked for what it does not hold, too. */
const OTHERS = 4;

/** Asks for each field's value. */
function outcomeOf(recording: Recording): Outcome {
  let agreed = 0;
  let refused = 0;
  const wrong: string[] = [];
  for (const [field, value] of Object.entries(recording.fields)) {
    const text = String(Array.isArray(value) ? (value[0] as unknown) : value);
    // What a product writes for nothing, some stores leave out.
    if (['', '-'].includes(text) || text.length > 400) continue;
    const own = asked(recording, field, text);
    if (!own) {
      refused++;
      continue;
    }
    const other = agreed < OTHERS ? asked(recording, field, `${text} of another kettle`) : null;
    const isRight = own.matched && own.found && !other?.matched && !other?.found;
    if (isRight) agreed++;
    else wrong.push(`${recording.name}, ${field}: ${text}: ${JSON.stringify([own, other])}`);
  }
  return { store: 'splunk', recording, agreed, refused, wrong };
}

function check(outcomes: readonly Outcome[]): void {
  expect(outcomes.flatMap((o) => o.wrong).slice(0, 10)).toEqual([]);
  expect(outcomes.filter((o) => o.agreed > 0)).toHaveLength(outcomes.length);
}

const ecs = await shippedPipelines(lucene);

/** The same of a document of Elastic's: the query's text is read again, and run over it. */
function elasticOutcome(recording: ReturnType<typeof elasticEvents>[number]): Outcome {
  const wrong: string[] = [];
  let agreed = 0;
  let refused = 0;
  for (const [field, value] of Object.entries(recording.fields)) {
    for (const [text, expected] of [
      [String(value), true],
      [`${String(value)} of another kettle`, false],
    ] as const) {
      const library = libraryFor(recording, field, text);
      const query = convert(library, { backend: lucene, pipelines: ecs })[0]!.queryText;
      if (query === null) {
        if (expected) refused++;
        continue;
      }
      const matched = compile(library).match(recording.raw).length > 0;
      const { conditions } = readLucene({ path: 'query', text: query });
      const document = new MatchEvent(recording.stored);
      const found = conditions.every((c) => new Compiler().compile(c.expression)(document));
      if (matched !== expected || found !== expected) {
        wrong.push(`${recording.name}, ${field}: ${text}: ${matched} ${found} ${query}`);
      } else if (expected) agreed++;
    }
  }
  return { store: 'elastic', recording, agreed, refused, wrong };
}

let outcomesOfMadeUp: readonly Outcome[] | undefined;

function madeUp(): readonly Outcome[] {
  return (outcomesOfMadeUp ??= [
    ...madeUpEvents().map(outcomeOf),
    ...elasticEvents().map(elasticOutcome),
  ]);
}

const recorded = vendorEvents();
if (recorded.length === 0) console.log('../shared/facts is not here: recorded events are skipped.');

describe('a rule for what an event says finds it where its store has it', () => {
  test('made-up events, one for each source of data', { timeout: 120_000 }, () => {
    check(madeUp());
    const agreed = madeUp().filter((o) => o.agreed > 0);
    expect(agreed.length).toBeGreaterThanOrEqual(150);
    const sources = new Set(agreed.map((o) => JSON.stringify([o.store, o.recording.logsource])));
    expect(sources.size).toBeGreaterThanOrEqual(40);
  });

  test.skipIf(recorded.length === 0)('events that were recorded', { timeout: 120_000 }, () => {
    check(recorded.map(outcomeOf));
    expect(recorded.length).toBeGreaterThan(150);
  });
});

test.skipIf(recorded.length === 0)('Splunk lists the fields that are taken out here', () => {
  const lists = new Map(
    linesOf('splunk.jsonl').map((l) => [l.name, l.fields['string']!.split(' ')]),
  );
  // The vendor's own lists leave these out, which its recordings hold.
  const forgotten = [
    'Linux Auditd Execve: a0',
    'Linux Auditd Execve: a1',
    'Linux Auditd Execve: a2',
    'Linux Auditd Service Stop: unit',
    'Linux Auditd Syscall: a0',
    'Windows Event Log Security 4688: ProcessId',
  ];
  const unlisted = recorded.flatMap(({ name, inSplunk, fields }) =>
    Object.keys(inSplunk).flatMap((field) => {
      const isEmpty = ['', undefined].includes(fields[field.replaceAll('_', '')] as string);
      const isListed = lists.get(name)!.includes(field);
      return isListed || isEmpty || field.startsWith('_') ? [] : [`${name}: ${field}`];
    }),
  );
  expect(unlisted).toEqual(forgotten);
});

test('docs/facts.md is what these tests find', { timeout: 120_000 }, async () => {
  const text = await format(await factsDocument(madeUp()), { parser: 'markdown' });
  const folder = join(import.meta.dirname, '../../docs');
  if (updating) record(folder, [{ path: 'facts.md', text }]);
  expect(readFileSync(join(folder, 'facts.md'), 'utf8')).toBe(text);
});
