import { defineCodes } from '../source/codes.js';

/** The codes of reading events and matching them. */
export const codes = defineCodes({
  'match-regex': {
    severity: 'error',
    message:
      'The matcher cannot run this regular expression ({reason}). Use smaller repeat counts, or write the pattern in another way.',
    since: '0.1.0',
  },
  'match-failed': {
    severity: 'error',
    message: 'Matching this condition failed ({reason}). The condition is skipped from here on.',
    since: '0.1.0',
  },
  'event-without-time': {
    severity: 'error',
    message:
      'This event has no time that can be read, so no correlation counts it. Name the field that holds the time.',
    since: '0.1.0',
  },
  'event-too-late': {
    severity: 'error',
    message:
      'This event came more than {lateness} after a later one, so no correlation counts it. Sort the events by time, or allow more lateness.',
    since: '0.1.0',
  },
  'event-file-evtx': {
    severity: 'error',
    message:
      'This is a Windows event log (.evtx), not JSON. Convert it to JSON first, for example with evtx_dump.',
    since: '0.1.0',
  },
  'event-file-xml': {
    severity: 'error',
    message:
      'This is XML without events of the Windows event log, the only ones in XML that are read. Convert the events to JSON first.',
    since: '0.1.0',
  },
  'event-not-xml': {
    severity: 'error',
    message: 'This event is not well-formed XML, so it cannot be read. Correct it.',
    since: '0.1.0',
  },
  'event-csv-row': {
    severity: 'error',
    message:
      'The row has more cells than the header has columns ({columns}), so it is not clear which field each belongs to. Check its quotation marks.',
    since: '0.1.0',
  },
  'event-log-line': {
    severity: 'error',
    message:
      'The line has {cells} fields, but the log says that there are {columns}, so it is not clear what they are. Correct the line, or its `#Fields`.',
    since: '0.1.0',
  },
  'event-csv-truncated': {
    severity: 'error',
    message: 'The file ends inside quotation marks. It may have been cut off.',
    since: '0.1.0',
  },
  'event-file-compressed': {
    severity: 'error',
    message: 'This file is compressed. Decompress it first, for example with zcat or unzip.',
    since: '0.1.0',
  },
  'event-number': {
    severity: 'error',
    message:
      'This event contains a number with an exponent above 999, which is not supported. Correct it.',
    since: '0.1.0',
  },
  'event-truncated': {
    severity: 'error',
    message: 'The file ends inside this event. It may have been cut off.',
    since: '0.1.0',
  },
  'event-list-truncated': {
    severity: 'error',
    message: 'The list of events has no closing bracket. The file may have been cut off.',
    since: '0.1.0',
  },
  'event-string-truncated': {
    severity: 'error',
    message: 'The line ends inside a string. The event was cut off, or it is not valid JSON.',
    since: '0.1.0',
  },
  'event-interrupted': {
    severity: 'error',
    message: 'Another event starts before this one ends. It was cut off.',
    since: '0.1.0',
  },
  'event-too-large': {
    severity: 'error',
    message: 'The event is larger than {max} MiB, the limit for reading one.',
    since: '0.1.0',
  },
  'event-too-deep': {
    severity: 'error',
    message: 'The event is nested more than {max} levels deep, the limit for reading one.',
    since: '0.1.0',
  },
  'event-not-json': {
    severity: 'error',
    message:
      'This is not JSON. Events must be JSON objects (one per line, one after another, or in a list), CSV with a header, XML of the Windows event log, logs of W3C or Zeek, or lines of auditd, syslog or a web server.',
    since: '0.1.0',
  },
  'event-not-an-object': {
    severity: 'error',
    message: 'This is JSON but not an object, so it has no fields. An event must be an object.',
    since: '0.1.0',
  },
  'event-not-utf8': {
    severity: 'warning',
    message: 'The event is not valid UTF-8; invalid bytes were read as U+FFFD.',
    since: '0.1.0',
  },
});
