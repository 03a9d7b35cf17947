import { defineCodes } from '../source/codes.js';

/** What the regular expression engines of several targets lack. */
export const regexCodes = defineCodes({
  'regex-property': {
    severity: 'error',
    message: '{engine} has no Unicode properties. List the characters instead.',
    since: '0.1.0',
  },
  'regex-look-around': {
    severity: 'error',
    message:
      '{engine} has no look-around. Move what it excludes to a search identifier under `not`.',
    since: '0.1.0',
  },
  'regex-back-reference': {
    severity: 'error',
    message: '{engine} has no back-references. Write out the alternatives instead.',
    since: '0.1.0',
  },
  'regex-repetition-limit': {
    severity: 'error',
    message: '{engine} allows at most {max} repetitions. Lower the count.',
    since: '0.1.0',
  },
  'regex-possessive': {
    severity: 'warning',
    message: 'a possessive repetition backtracks in {engine}.',
    since: '0.1.0',
  },
  'regex-atomic': {
    severity: 'warning',
    message: 'an atomic group backtracks in {engine}.',
    since: '0.1.0',
  },
  'regex-word-boundary': {
    severity: 'warning',
    message: 'a word boundary may also treat non-ASCII letters as word characters.',
    since: '0.1.0',
  },
});
