import { defineCodes } from '../source/codes.js';

/** What is wrong with documents that refer to each other. */
export const codes = defineCodes({
  'duplicate-id': {
    severity: 'warning',
    message: 'Another document has this id. Give each document its own id.',
    since: '0.1.0',
  },
  'duplicate-name': {
    severity: 'warning',
    message: 'Another document has this name. Give each document its own name.',
    since: '0.2.0',
  },
  'rule-not-found': {
    severity: 'error',
    message: 'No rule has the id or name {reference}. {hint}',
    since: '0.2.0',
  },
  'filter-rule-not-found': {
    severity: 'warning',
    message: 'No rule has the id or name {reference}, so the filter does not apply to it. {hint}',
    since: '0.2.0',
  },
  'ambiguous-reference': {
    severity: 'error',
    message: 'Several rules have the id or name {reference}. Rename all but one of them.',
    since: '0.2.0',
  },
  'refers-to-filter': {
    severity: 'error',
    message: '{reference} is a filter. List rules and correlations here.',
    since: '0.2.0',
  },
  'refers-to-unreadable': {
    severity: 'error',
    message: 'The rule {reference} has errors itself. Fix those first.',
    since: '0.2.0',
  },
  'correlation-cycle': {
    severity: 'error',
    message:
      'The correlation leads back to itself through this reference. Remove one of the references.',
    since: '0.2.0',
  },
  'filter-not-applied': {
    severity: 'warning',
    message:
      'Filters are not applied yet, so the rules that this one names are refused. Until then, write the exclusion into the rules themselves.',
    since: '0.1.0',
  },
  'filter-not-a-map': {
    severity: 'error',
    message: '`filter` must be a map with `rules`, search identifiers and a `condition`.',
    since: '0.2.0',
  },
  'filter-without-rules': {
    severity: 'error',
    message:
      'The filter names no rule. List ids or names of rules under `rules`, or write `rules: any` for every rule of its log source.',
    since: '0.2.0',
  },
  'reference-not-text': {
    severity: 'error',
    message: 'An entry of `rules` must be the id or name of a rule.',
    since: '0.2.0',
  },
  'rule-filtered': {
    severity: 'error',
    message:
      'The filter {filter} applies to this rule, and filters are not converted yet. Write its condition into the rule, or leave the filter out.',
    since: '0.2.0',
  },
});
