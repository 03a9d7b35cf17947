import { defineCodes } from '../../source/codes.js';

/** The codes of templates, format strings and JSON that a query is put into. */
export const templateCodes = defineCodes({
  'pipeline-refused-key': {
    severity: 'error',
    message: 'A template cannot read files. Put the text into `template`, and remove `{key}`.',
    since: '0.1.0',
  },
  'pipeline-template': {
    severity: 'error',
    message: 'The template is not valid: {reason}. Correct it.',
    since: '0.1.0',
  },
  'pipeline-template-filter': {
    severity: 'error',
    message: 'There is no template filter `{name}`. {hint}',
    since: '0.1.0',
  },
  'pipeline-template-argument': {
    severity: 'error',
    message: 'The template filter `{filter}` has no {argument}. {known}',
    since: '0.1.0',
  },
  'pipeline-template-method': {
    severity: 'error',
    message: 'A template has no method `{name}`. {hint}',
    since: '0.1.0',
  },
  'pipeline-template-state': {
    severity: 'error',
    message:
      'A finalizer is for the queries of all rules, and `pipeline.state` is that of one rule. Use `vars`, or write it in `postprocessing`.',
    since: '0.1.0',
  },
  'pipeline-template-unknown': {
    severity: 'error',
    message: 'A template has no `{name}` here. {hint}',
    since: '0.1.0',
  },
  'pipeline-template-attribute': {
    severity: 'error',
    message: 'A rule has no attribute `{name}`. {hint}',
    since: '0.1.0',
  },
  'pipeline-template-missing': {
    severity: 'warning',
    message:
      'The template at {place} writes `{name}`, which this rule does not have, so nothing is written. Add it, or give the template a `default`.',
    since: '0.1.0',
  },
  'pipeline-format': {
    severity: 'error',
    message:
      '`{found}` is not supported in a format string. Write query, rule.title or pipeline.state[key] in braces; double a brace that is meant as one.',
    since: '0.1.0',
  },
  'pipeline-json': {
    severity: 'error',
    message: 'The template is not valid JSON. Correct it.',
    since: '0.1.0',
  },
});
