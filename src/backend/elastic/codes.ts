import { defineCodes } from '../../source/codes.js';

/** What is the same in every language of Elastic, since it is about how events are stored. */
export const elasticCodes = defineCodes({
  'elastic-field-type': {
    severity: 'error',
    message:
      'The field type {type} of `{field}` in the pipeline does not exist. Use one of: {known}.',
    since: '0.2.0',
  },
  'elastic-left-open': {
    severity: 'warning',
    message: '{target} cannot express {what}, so the query does not test it.',
    since: '0.2.0',
  },
  'elastic-among': {
    severity: 'warning',
    message: '`{field}` is searched for among all values of `{of}`.',
    since: '0.2.0',
  },
  'elastic-within': {
    severity: 'warning',
    message: '`{field}` is searched for anywhere in the text of `{of}`.',
    since: '0.2.0',
  },
  'elastic-registry-number': {
    severity: 'warning',
    message:
      'registry numbers are stored in decimal, where this part of their text does not appear.',
    since: '0.2.0',
  },
  'elastic-never-domain-user': {
    severity: 'note',
    message: 'No event can match this: `{field}` is always a domain, a backslash and a user name.',
    since: '0.2.0',
  },
});
