import { shapeOf } from '../../src/backend/index.js';
import type { Cost, CostModel, QueryContext } from '../../src/backend/index.js';
import { isDefaultField } from './literals.js';

/**
 * Splunk looks up whole terms and beginnings of terms in the index of each bucket. With a wildcard at
 * the front it goes through all terms, and a pattern runs over each event that is left.
 * https://docs.splunk.com/Documentation/SplunkCloud/latest/Search/Writebettersearches
 * https://docs.splunk.com/Documentation/SplunkCloud/latest/Search/Wildcards
 */
export function costModel({ placement: { columns } }: QueryContext): CostModel {
  return (node) => {
    if (node.kind === 'keyword') return node.search.kind === 'regex' ? PATTERN : SCAN;
    if (isDefaultField(node.field.text)) return SOURCE;
    if (columns.get(node.field.text)?.reading) return COMPUTED;
    switch (node.kind) {
      case 'number':
      case 'boolean':
        return TERM;
      case 'string': {
        const { shape } = shapeOf(node.pattern);
        if (node.cased || shape === 'other') return PATTERN;
        if (shape === 'equals') return TERM;
        return shape === 'startswith' ? PREFIX : SCAN;
      }
      case 'null':
      case 'exists':
        return SCAN;
      default:
        return PATTERN;
    }
  };
}

const SOURCE: Cost = { class: 'source', why: 'every event is indexed by it' };
const TERM: Cost = { class: 'term', why: 'the whole value is looked up in the index' };
const PREFIX: Cost = { class: 'prefix', why: 'terms that begin so are looked up in the index' };
const SCAN: Cost = { class: 'scan', why: 'no index has what the value ends with or contains' };
const PATTERN: Cost = { class: 'pattern', why: 'it is tested for each event that is left' };
const COMPUTED: Cost = {
  class: 'computed',
  why: 'its value is read out of the text of each event that is left',
};
