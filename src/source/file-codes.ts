import { defineCodes } from './codes.js';

/** The codes of reading files. */
export const codes = defineCodes({
  'file-too-large': {
    severity: 'error',
    message: 'The file is {size} MiB; the limit is {max} MiB. If it contains rules, split it.',
    since: '0.1.0',
  },
  'invalid-encoding': {
    severity: 'error',
    message:
      'The file is not valid UTF-8 from here on, so its content is unreliable. Save it as UTF-8.',
    since: '0.1.0',
  },
  'invalid-utf16': {
    severity: 'error',
    message: 'The file is not valid UTF-16. Save it as UTF-8.',
    since: '0.1.0',
  },
  'binary-file': {
    severity: 'error',
    message: 'The file contains a NUL character, which no text file does. Delete it.',
    since: '0.1.0',
  },
  'control-character': {
    severity: 'warning',
    message:
      'An invisible control character U+{code} is read as part of the value. Delete it, or write it as an escape in double quotes.',
    since: '0.1.0',
  },
});
