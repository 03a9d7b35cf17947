import { defineCodes } from '../../source/codes.js';

/** What is wrong with documents that refer to each other. */
export const codes = defineCodes({
  'duplicate-id': {
    severity: 'warning',
    message: 'Another document has this id. Give each document its own id.',
    since: '0.1.0',
  },
  'shared-key': {
    severity: 'warning',
    message:
      'Several documents have this {key} by `action: global`. Remove it here, and give each document its own {key}.',
    since: '0.1.0',
  },
  'duplicate-name': {
    severity: 'warning',
    message: 'Another document has this name. Give each document its own name.',
    since: '0.1.0',
  },
  'rule-not-found': {
    severity: 'error',
    message: 'No rule has the id or name {reference}. {hint}',
    since: '0.1.0',
  },
  'filter-rule-not-found': {
    severity: 'warning',
    message: 'No rule has the id or name {reference}, so the filter does not apply to it. {hint}',
    since: '0.1.0',
  },
  'ambiguous-reference': {
    severity: 'error',
    message: 'Several rules have the id or name {reference}. Rename all but one of them.',
    since: '0.1.0',
  },
  'refers-to-filter': {
    severity: 'error',
    message: '{reference} is a filter. List rules and correlations here.',
    since: '0.1.0',
  },
  'refers-to-unreadable': {
    severity: 'error',
    message: 'The rule {reference} has errors itself. Fix those first.',
    since: '0.1.0',
  },
  'correlation-cycle': {
    severity: 'error',
    message:
      'The correlation leads back to itself through this reference. Remove one of the references.',
    since: '0.1.0',
  },
  'filter-not-a-map': {
    severity: 'error',
    message: '`filter` must be a map with `rules`, search identifiers and a `condition`.',
    since: '0.1.0',
  },
  'filter-without-rules': {
    severity: 'error',
    message:
      'The filter names no rule. List ids or names of rules under `rules`, or write `rules: any` for every rule of its log source.',
    since: '0.1.0',
  },
  'filter-rules-in-string': {
    severity: 'warning',
    message: '`rules` is a string with commas, which is read as the list `{list}`. Write the list.',
    since: '0.1.0',
  },
  'reference-not-text': {
    severity: 'error',
    message: 'An entry of `rules` must be the id or name of a rule.',
    since: '0.1.0',
  },
  'filter-conditions': {
    severity: 'error',
    message: 'A filter must have one condition. Join them with `and` or `or`.',
    since: '0.1.0',
  },
  'filter-aggregates': {
    severity: 'error',
    message:
      'A filter tests single events, so its condition cannot have an aggregation. Remove it.',
    since: '0.1.0',
  },
  'filter-without-negation': {
    severity: 'warning',
    message:
      'The filter excludes nothing: its condition has no `not`, so the rules match only the events that it matches. To exclude those, write `{correct}`.',
    since: '0.1.0',
  },
  'filter-not-effective': {
    severity: 'warning',
    message:
      'The filter applies to no rule, because none without errors has its log source. Correct the log source, or remove the filter.',
    since: '0.1.0',
  },
  'filter-log-source': {
    severity: 'warning',
    message:
      'The filter does not apply to the rule {reference}, which is not within its log source. Correct the log source, or remove the reference.',
    since: '0.1.0',
  },
  'filter-names-correlation': {
    severity: 'error',
    message:
      '{reference} is a correlation, and filters apply to rules. Name the rules that it refers to.',
    since: '0.1.0',
  },
  'filter-cannot-apply': {
    severity: 'error',
    message:
      'The filter {filter} names this {kind}, but cannot be applied to it. Fix the filter, or leave it out.',
    since: '0.1.0',
  },
  'filters-too-many': {
    severity: 'error',
    message:
      'The filters add more than {most} conditions to the rules that they are linked with. Use fewer filters, or fewer rules at a time.',
    since: '0.1.0',
  },
});
