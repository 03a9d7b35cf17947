import { defineCodes } from '../source/codes.js';

export const codes = defineCodes({
  'match-regex': {
    severity: 'error',
    message:
      'The matcher cannot run this regular expression ({reason}). Use smaller repeat counts, or write the pattern in another way.',
    since: '0.1.0',
  },
  'match-failed': {
    severity: 'error',
    message: 'Matching this condition failed ({reason}). It is not tried again.',
    since: '0.1.0',
  },
  'event-file-evtx': {
    severity: 'error',
    message:
      'This is a Windows event log (.evtx), not JSON. Convert it first: evtx_dump -o jsonl FILE.',
    since: '0.1.0',
  },
  'event-file-xml': {
    severity: 'error',
    message: 'This is XML, not JSON. Convert the events to JSON first.',
    since: '0.1.0',
  },
  'event-file-csv': {
    severity: 'error',
    message: 'This looks like CSV, not JSON. Convert each row to a JSON object first.',
    since: '0.1.0',
  },
  'event-file-compressed': {
    severity: 'error',
    message: 'This file is compressed. Decompress it first: zcat FILE, unzip -p FILE.',
    since: '0.1.0',
  },
  'event-number': {
    severity: 'error',
    message: 'A number of this event has an exponent beyond 999. Numbers that large are not read.',
    since: '0.1.0',
  },
});
