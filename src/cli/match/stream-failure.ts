import { compile } from '../../match/compile.js';
import type { CompileOptions } from '../../match/compile.js';
import { matchStream } from '../../match/stream.js';
import type { CorrelationMatch } from '../../match/stream.js';
import type { SigmaDocument } from '../../model/document.js';
import type { Library } from '../../model/linking/library.js';
import type { JUnitCase } from '../../report/junit.js';
import { counted } from '../terminal/terminal.js';

type Event = Readonly<Record<string, unknown>>;

/**
 * Null if a correlation, or a rule with an aggregation, holds somewhere in a stream of events and must,
 * or nowhere and must not. The events may be in any order, but each that counts needs a time.
 */
export function streamFailure(
  document: SigmaDocument,
  events: readonly Event[],
  mustHold: boolean,
  library: Library,
  options: CompileOptions,
): JUnitCase['failure'] {
  // What another correlation refers to is tested by itself.
  const alone = { ...library, documents: [document], serving: new Set<SigmaDocument>() };
  const stream = matchStream<number>(alone, { ...options, lateness: Infinity });
  const held: string[] = [];
  const untimed: string[] = [];
  for (const [i, event] of events.entries()) {
    const { matches, finding } = stream.push(event, i + 1);
    if (matches.length > 0) held.push(`Event ${i + 1} satisfies it alone.`);
    if (finding) untimed.push(`Event ${i + 1}: ${finding.message}`);
  }
  const [problem] = stream.diagnostics.filter((d) => d.severity === 'error');
  if (problem) return { type: problem.code, message: problem.message };
  if (!stream.correlates) return { type: 'correlation', message: UNUSABLE };
  held.push(...stream.end().map(correlated));
  // Without its time no event is counted, so nothing would ever hold.
  if (!mustHold && held.length === 0 && untimed.length > 0) {
    return { type: 'event-without-time', message: untimed.slice(0, MOST_LINES).join('\n') };
  }
  if (held.length > 0 === mustHold) return null;
  const all = counted(events.length, 'event');
  const lines = mustHold
    ? [
        `It does not hold anywhere in ${all}.`,
        ...untimed,
        ...perRule(document, events, library, options),
      ]
    : [`It holds ${counted(held.length, 'time')} in ${all}, not 0 times.`, ...held];
  return { type: 'match', message: lines.slice(0, MOST_LINES).join('\n') };
}

const UNUSABLE =
  'It cannot be matched, since it or a rule that it refers to has errors. Correct these first.';

const MOST_LINES = 12;

function correlated({ time, group, events }: CorrelationMatch<number>): string {
  const values = Object.entries(group).map(([name, value]) => `${name} ${String(value)}, `);
  return `${new Date(time).toISOString()}: ${values.join('')}events ${events.join(', ')}`;
}

/** How many of the events are of each rule that a correlation refers to. */
function perRule(
  document: SigmaDocument,
  events: readonly Event[],
  library: Library,
  options: CompileOptions,
): readonly string[] {
  const rules = library.references.get(document) ?? [];
  return rules.flatMap((rule) => {
    if (rule.kind !== 'rule') return [];
    const matcher = compile({ ...library, documents: [rule] }, options);
    const found = events.flatMap((e, i) => (matcher.match(e).length > 0 ? [i + 1] : []));
    const { name, title, id } = rule.heading;
    const which = found.length > 0 ? ` (${found.slice(0, MOST_LINES).join(', ')})` : '';
    return `${name ?? title ?? id ?? 'A rule'} matches ${counted(found.length, 'event')}${which}.`;
  });
}
