import { defineCodes } from '../source/codes.js';

/** What is wrong with a condition as a whole. */
export const predicateCodes = defineCodes({
  'never-matches': {
    severity: 'warning',
    message: 'No event can match this condition: {why}.',
    since: '0.1.0',
  },
});
