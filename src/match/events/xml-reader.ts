import { diagnostic, fileDiagnostic } from '../../source/diagnostic.js';
import { MAX_EVENT_SIZE } from '../../source/limits.js';
import type { Finding } from '../../source/codes.js';
import { codes } from '../codes.js';
import type { EventRecord } from '../event-record.js';
import { eventOfXml } from './windows-event.js';

/**
 * Reads the elements `<Event>` of a file as events, one at a time, wherever they are in it: in an element
 * around all of them, as Event Viewer saves them, or one after another, as wevtutil and evtx_dump write them.
 * https://learn.microsoft.com/en-us/windows/win32/wes/eventschema-schema
 */
export class XmlReader {
  private readonly decoder = new TextDecoder();
  /** From the start of the event that is being read, or from what may become one. */
  private rest = '';
  /** Where the end of that event is looked for. */
  private searched = 0;
  private line = 1;
  private index = 0;
  private isTooLarge = false;

  constructor(private readonly path: string) {}

  push(bytes: Uint8Array): EventRecord[] {
    return this.read(this.decoder.decode(bytes, { stream: true }));
  }

  end(): EventRecord[] {
    const records = this.read(this.decoder.decode());
    if (START.test(this.rest)) records.push(this.bad(codes['event-truncated'](), this.rest));
    if (this.index > 0) return records;
    const found = fileDiagnostic(codes['event-file-xml'](), this.path);
    return [{ kind: 'unreadable', index: 0, line: 1, diagnostic: found }];
  }

  private read(text: string): EventRecord[] {
    this.rest += text;
    const records: EventRecord[] = [];
    for (;;) {
      const start = START.exec(this.rest)?.index;
      if (start === undefined) {
        this.leave(Math.max(0, this.rest.length - LONGEST_START));
        return records;
      }
      if (start > 0) this.leave(start);
      const end = this.rest.indexOf(END, this.searched);
      if (end < 0) {
        this.searched = Math.max(0, this.rest.length - END.length);
        if (this.rest.length > MAX_EVENT_SIZE) this.shorten();
        return records;
      }
      records.push(this.take(this.rest.slice(0, end + END.length)));
      this.leave(end + END.length);
    }
  }

  private take(xml: string): EventRecord {
    if (this.isTooLarge) {
      this.isTooLarge = false;
      return this.bad(codes['event-too-large']({ max: MAX_EVENT_SIZE / 1024 / 1024 }), xml);
    }
    const event = eventOfXml(xml);
    if (!event) return this.bad(codes['event-not-xml'](), xml);
    return { kind: 'event', index: this.index++, line: this.line, json: { Event: event } };
  }

  /** Goes on behind what is done with. */
  private leave(length: number): void {
    for (
      let at = this.rest.indexOf('\n');
      at >= 0 && at < length;
      at = this.rest.indexOf('\n', at + 1)
    ) {
      this.line++;
    }
    this.rest = this.rest.slice(length);
    this.searched = 0;
  }

  /** Of an event that is too large no more is kept than shows which it is. */
  private shorten(): void {
    this.isTooLarge = true;
    this.rest = this.rest.slice(0, SHOWN) + this.rest.slice(-END.length);
    this.searched = SHOWN;
  }

  private bad(finding: Finding, xml: string): EventRecord {
    const [shown = ''] = xml.slice(0, SHOWN).split(/\r?\n/);
    const file = { path: this.path, text: shown, firstLine: this.line };
    const found = diagnostic(finding, { file, start: 0, end: shown.length });
    return { kind: 'unreadable', index: this.index++, line: this.line, diagnostic: found };
  }
}

const START = /<Event(?=[\s>])/;
const END = '</Event>';
/** One more character says whether it is one. */
const LONGEST_START = '<Event'.length;
/** How much of a bad event is shown. */
const SHOWN = 200;
