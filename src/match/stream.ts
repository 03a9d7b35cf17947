import { expectArgument, expectLibrary } from '../source/arguments.js';
import { correlateCondition } from '../model/correlation/correlated.js';
import { usableRule } from '../model/document.js';
import type { SigmaDocument } from '../model/document.js';
import type { Library } from '../model/linking/library.js';
import type { Finding } from '../source/codes.js';
import { codes } from './codes.js';
import { compile } from './compile.js';
import type { CompileOptions, Match, Matcher } from './compile.js';
import { Correlator } from './correlation/correlator.js';
import type { CorrelationMatch } from './correlation/correlator.js';
import { broughtBy } from './correlation/brought.js';
import type { Arrival, Part } from './correlation/network.js';
import { timeOf } from './correlation/event-time.js';
import { InOrder } from './correlation/in-order.js';

export type { CorrelationMatch } from './correlation/correlator.js';

export interface StreamOptions extends CompileOptions {
  /** How much later than a later one an event may come, in milliseconds; an hour if left out. */
  readonly lateness?: number | undefined;
  /** The field that holds the time; found by its usual names if left out. */
  readonly timeField?: string | undefined;
}

/** What came of an event. */
export interface StreamMatches<Ref> {
  /** Rules that the event satisfies, but for those that only serve correlations. */
  readonly matches: readonly Match[];
  /** Correlations that hold at events to which no more can come. */
  readonly correlations: readonly CorrelationMatch<Ref>[];
  /** Why correlations cannot count the event. */
  readonly finding: Finding | null;
}

/** Matches rules event by event, and correlations over time. Keeps what is in a window, no more. */
export interface StreamMatcher<Ref> extends Pick<Matcher, 'diagnostics' | 'shapes' | 'unplaced'> {
  /** Whether there are correlations, so that events must come in about their order. */
  readonly correlates: boolean;
  /** @param ref what names the event in matches of correlations */
  push(event: Readonly<Record<string, unknown>>, ref: Ref): StreamMatches<Ref>;
  /** What correlations still hold at the end of all events. */
  end(): readonly CorrelationMatch<Ref>[];
}

const HOUR = 3_600_000;

/**
 * Events may come in any order, as far as none is later than the lateness. A time without a zone
 * is UTC.
 */
export function matchStream<Ref>(
  library: Library,
  options: StreamOptions = {},
): StreamMatcher<Ref> {
  expectLibrary('matchStream', library);
  const { lateness = HOUR, timeField } = options;
  const isTime = typeof lateness === 'number' && !Number.isNaN(lateness);
  expectArgument(isTime, 'matchStream takes `lateness` in milliseconds', lateness);
  const correlator = new Correlator<Ref>(library, options.storedAs !== undefined);
  const told = new Set(library.documents.flatMap((d) => ownRule(library, d) ?? []));
  const documents = [...new Set([...told, ...correlator.members])];
  const matcher = compile({ ...library, documents }, options, (document) => [
    ...(correlator.outletOf(document)?.fields ?? []),
  ]);
  const correlates = correlator.members.length > 0;
  const waiting = new InOrder<Arrival<Ref>>(lateness);

  const released = (isEnd: boolean): CorrelationMatch<Ref>[] => {
    const matches: CorrelationMatch<Ref>[] = [];
    for (let next = waiting.take(isEnd); next; next = waiting.take(isEnd)) {
      correlator.at(next.time, next.items, matches);
    }
    return matches;
  };

  return {
    diagnostics: matcher.diagnostics,
    correlates,
    shapes: matcher.shapes,
    get unplaced() {
      return matcher.unplaced;
    },
    push(event, ref) {
      const all = matcher.match(event);
      if (!correlates) return { matches: all, correlations: [], finding: null };
      const matches = all.filter((m) => told.has(m.document));
      // What waits, and what is in a window, keeps no event.
      const parts: Part<Ref>[] = [];
      for (const { document, correlated } of all) {
        const outlet = correlator.outletOf(document);
        if (!outlet) continue;
        const held = outlet.fields.map((name) => correlated(name.text));
        parts.push({ outlet, brought: broughtBy(held), entries: [] });
      }
      if (parts.length === 0) return { matches, correlations: [], finding: null };
      const { field } = all[0]!;
      const time = timeOf(field, timeField);
      if (time === null) {
        return { matches, correlations: [], finding: codes['event-without-time']() };
      }
      const isTaken = waiting.add(time, { events: [ref], parts });
      const finding = isTaken ? null : codes['event-too-late']({ lateness: inWords(lateness) });
      return { matches, correlations: released(false), finding };
    },
    end: () => released(true),
  };
}

/** A rule that is told of by itself, without the conditions that are correlations. */
function ownRule(library: Library, document: SigmaDocument): SigmaDocument | null {
  if (library.serving.has(document)) return null;
  const rule = usableRule(document);
  if (!rule) return null;
  const conditions = rule.detection.conditions.filter(
    (c) => !correlateCondition(document, rule, c),
  );
  if (conditions.length === rule.detection.conditions.length) return document;
  if (conditions.length === 0) return null;
  return { ...document, content: { ...rule, detection: { ...rule.detection, conditions } } };
}

function inWords(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  return seconds === 1 ? 'a second' : `${seconds} seconds`;
}
