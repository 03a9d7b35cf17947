import { defineCodes } from '../source/codes.js';

/** The codes of conversion itself. */
export const codes = defineCodes({
  'logsource-too-large': {
    severity: 'error',
    message: 'The log source expands to too many combinations for the pipelines. Split the rule.',
    since: '0.1.0',
  },
  'pipeline-several-states': {
    severity: 'error',
    message:
      "The rule's log sources are stored in different places, and {target} cannot search several at once in the format {format}. Convert the rule with a pipeline for one of them.",
    since: '0.1.0',
  },
});
