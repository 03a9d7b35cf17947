import type { Shape } from '../../match/events/view.js';
import { readPart } from '../../match/event-splitter.js';
import type { EventPart } from '../../match/event-splitter.js';
import { matchStream } from '../../match/stream.js';
import type { CorrelationMatch, StreamOptions } from '../../match/stream.js';
import type { Library } from '../../model/linking/library.js';
import type { SigmaDocument } from '../../model/document.js';
import type { Finding } from '../../source/codes.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import {
  correlationAsJson,
  correlationAsText,
  matchAsText,
  printReasons,
  printRule,
} from './lines.js';
import type { EventPlace } from './lines.js';
import { PrintedBytes } from './printed-bytes.js';

/** A part of a file of events. */
export interface PlacedPart {
  /** Which of the run's files. */
  readonly file: number;
  /** What the file is called. */
  readonly path: string;
  readonly part: EventPart;
}

/** A correlation, by its position in the library, and the line of the event that it matches at. */
export interface Found {
  readonly document: number;
  readonly events: string;
  readonly line: number;
}

/** What comes of a part; plain data. */
export interface PartMatches {
  readonly file: number;
  readonly path: string;
  /** Of the part, whose events nobody needs any more; null if it had none of its own. */
  readonly memory: ArrayBuffer | null;
  /** What is printed, but for the numbers of events; in `memory` where it has room. */
  readonly printed: Uint8Array<ArrayBuffer>;
  /** Where in `printed` a number is missing, and which, counted from the start of the part. */
  readonly numberAt: readonly number[];
  readonly numbers: readonly number[];
  /** By how much the part moves the numbers of the parts after it in its file. */
  readonly count: number;
  readonly events: number;
  readonly matched: number;
  /** Of each match, the rule by its position in the library, and the line of the event. */
  readonly documents: readonly number[];
  readonly lines: readonly number[];
  readonly correlations: readonly Found[];
  /** Of what could not be read as an event. */
  readonly unread: readonly Diagnostic[];
  /** Events that no correlation can count. */
  readonly lost: readonly { readonly finding: Finding; readonly place: EventPlace }[];
  /** Of rules whose test failed on an event for the first time. */
  readonly failed: readonly Diagnostic[];
  readonly shapes: readonly (readonly [Shape, number])[];
  readonly unplaced: number;
}

export interface PartMatcher {
  /** Of rules that cannot be matched. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether anything is counted over time, so that all events must pass one matcher in their order. */
  readonly correlates: boolean;
  match(placed: PlacedPart): PartMatches;
  /** What correlations still hold at the end of all events. */
  end(): Related;
}

interface Related {
  readonly text: string;
  readonly correlations: readonly Found[];
}

/** @param json one object of JSON a line */
export function partMatcher(library: Library, options: StreamOptions, json: boolean): PartMatcher {
  const matcher = matchStream<EventPlace>(library, options);
  const diagnostics = [...matcher.diagnostics];
  // What a rule is without its correlating conditions is another document of the same place.
  const numbersOf = new Map(library.documents.map(({ span }, i) => [span, i]));
  const numberOf = ({ span }: SigmaDocument): number => numbersOf.get(span)!;
  let told = diagnostics.length;
  let shapesBefore = new Map<Shape, number>();
  let unplacedBefore = 0;
  const printed = new PrintedBytes();

  const correlationsOf = (held: readonly CorrelationMatch<EventPlace>[]): Related => ({
    text: held.map((m) => (json ? correlationAsJson(m) : correlationAsText(m))).join(''),
    correlations: held.map(({ document, events }) => {
      const last = events[events.length - 1]!;
      return { document: numberOf(document), events: last.events, line: last.line };
    }),
  });

  return {
    diagnostics,
    correlates: matcher.correlates,
    match({ file, path, part }) {
      let [events, matched] = [0, 0];
      const numberAt: number[] = [];
      const numbers: number[] = [];
      const documents: number[] = [];
      const lines: number[] = [];
      const correlations: Found[] = [];
      const unread: Diagnostic[] = [];
      const lost: { finding: Finding; place: EventPlace }[] = [];
      const count = readPart(path, part, (record) => {
        if (record.kind === 'unreadable') {
          unread.push(record.diagnostic);
          return;
        }
        events++;
        const place = { events: path, event: record.index, line: record.line };
        const found = matcher.push(record.json, place);
        if (found.finding) lost.push({ finding: found.finding, place });
        if (found.matches.length > 0) matched++;
        for (const match of found.matches) {
          documents.push(numberOf(match.document));
          lines.push(record.line);
          if (json) {
            printRule(printed, match);
            // Those of records are known already.
            if (part.kind === 'bytes') {
              numberAt.push(printed.length);
              numbers.push(record.index);
            } else printed.addNumber(record.index);
            printReasons(printed, match, record.line, path);
          } else printed.addText(matchAsText(match, record, path));
        }
        if (found.correlations.length > 0) {
          const said = correlationsOf(found.correlations);
          printed.addText(said.text);
          correlations.push(...said.correlations);
        }
      });
      const failed = matcher.diagnostics.slice(told);
      told = matcher.diagnostics.length;
      const shapes = [...matcher.shapes].map(
        ([shape, n]) => [shape, n - (shapesBefore.get(shape) ?? 0)] as const,
      );
      shapesBefore = new Map(matcher.shapes);
      const unplaced = matcher.unplaced - unplacedBefore;
      unplacedBefore = matcher.unplaced;
      const memory = part.kind === 'bytes' ? part.bytes.buffer : null;
      const made = { file, path, memory, printed: printed.take(memory), numberAt, numbers, count };
      const found = { events, matched, documents, lines, correlations };
      return { ...made, ...found, unread, lost, failed, shapes, unplaced };
    },
    end: () => correlationsOf(matcher.end()),
  };
}

/**
 * What a part prints with the numbers of its events in the file.
 *
 * @param made where it is put together, which is good until the next part
 */
export function withNumbers(part: PartMatches, before: number, made: PrintedBytes): Uint8Array {
  const { printed, numberAt, numbers } = part;
  if (numberAt.length === 0) return printed;
  made.clear();
  let at = 0;
  for (const [i, next] of numberAt.entries()) {
    made.addBytes(printed.subarray(at, next));
    made.addNumber(before + numbers[i]!);
    at = next;
  }
  made.addBytes(printed.subarray(at));
  return made.bytes;
}
