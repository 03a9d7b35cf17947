import { fileDiagnostic } from '../../source/diagnostic.js';
import type { Shape } from '../../match/events/view.js';
import type { Finding } from '../../source/codes.js';
import type { EventPlace } from './lines.js';
import type { Found, PartMatches } from './part.js';
import { counted, thousands } from '../terminal/terminal.js';
import type { Diagnostics } from '../terminal/terminal.js';

/** What the last line says. */
export class Tally {
  private events = 0;
  private matched = 0;
  private correlations = 0;
  private unplaced = 0;
  private readonly rules = new Set<number>();
  private readonly related = new Set<number>();
  private readonly shapes = new Map<Shape, number>();

  /** No event was read. */
  get isEmpty(): boolean {
    return this.events === 0;
  }

  add(part: PartMatches): void {
    this.events += part.events;
    this.matched += part.matched;
    this.unplaced += part.unplaced;
    for (const document of part.documents) this.rules.add(document);
    for (const [shape, n] of part.shapes) this.shapes.set(shape, (this.shapes.get(shape) ?? 0) + n);
    this.correlate(part.correlations);
  }

  correlate(found: readonly Found[]): void {
    this.correlations += found.length;
    for (const { document } of found) this.related.add(document);
  }

  /** @param judges whether an event's log source decides which rules are tried on it */
  summary(judges: boolean): string {
    const { events, matched, correlations, rules, related, unplaced } = this;
    const forms = [...this.shapes].filter(([shape]) => shape !== 'fields');
    const read = forms.map(([shape, n]) => `${shape} (${thousands(n)})`).join(', ');
    return (
      `${thousands(matched)} of ${counted(events, 'event')} matched` +
      (rules.size === 0 ? '.' : `, by ${counted(rules.size, 'rule')}.`) +
      (correlations === 0
        ? ''
        : ` ${counted(correlations, 'match', 'matches')} of ${counted(related.size, 'correlation')}.`) +
      (read === '' ? '' : ` Read as: ${read}.`) +
      [...NAMELESS].map(([shape, told]) => (this.shapes.has(shape) ? ` ${told}` : '')).join('') +
      (unplaced > 0 && judges
        ? ` Log source unknown for ${counted(unplaced, 'event')}: ${UNPLACED}`
        : '') +
      '\n'
    );
  }
}

/** What has the data of an event as a list of values, and what keeps their names. */
const NAMELESS: ReadonlyMap<Shape, string> = new Map([
  [
    'PowerShell Get-WinEvent',
    'Get-WinEvent leaves out the names of the data of an event; convert the log with evtx_dump to keep them.',
  ],
  [
    'Splunk, classic',
    "Splunk's classic events of Windows have the names in their messages, such as Logon_Type; set renderXml = true to have those of the data.",
  ],
  [
    'fluentd',
    'fluentd leaves out the names of the data of an event; convert the log with evtx_dump to keep them.',
  ],
  [
    'Fluent Bit',
    'Fluent Bit leaves out the names of the data of an event; set its render_event_as_xml to keep them.',
  ],
]);

const UNPLACED = 'rules of every log source were tried there, by the field names in the event.';

/** Events that no correlation could count: the first of each kind is shown, and how many there were. */
export class LostEvents {
  private readonly found = new Map<
    string,
    { readonly finding: Finding; readonly first: EventPlace; times: number }
  >();

  add(finding: Finding, place: EventPlace): void {
    const known = this.found.get(finding.code);
    if (known) known.times++;
    else this.found.set(finding.code, { finding, first: place, times: 1 });
  }

  tell(diagnostics: Diagnostics): void {
    for (const { finding, first, times } of this.found.values()) {
      const more = times === 1 ? '' : ` (the first of ${thousands(times)} such events)`;
      const message = `${finding.message}${more}`;
      diagnostics.addPlain(
        fileDiagnostic({ ...finding, message }, `${first.events}:${first.line}`),
      );
    }
  }
}
