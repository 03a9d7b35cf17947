import { defineCodes } from '../source/codes.js';

/** The codes of conversion itself. */
export const codes = defineCodes({
  'logsource-too-large': {
    severity: 'error',
    message: 'The log source expands to too many combinations for the pipelines. Split the rule.',
    since: '0.1.0',
  },
});
