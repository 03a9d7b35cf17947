import {
  addressesBeginning,
  literalText,
  matchesPattern,
  parseAddress,
  shapeOf,
} from '../../src/backend/index.js';
import type { FieldPredicate } from '../../src/backend/index.js';
import { phrase } from './literals.js';

/**
 * Queries of an ip field, none of which means no event; null if it cannot be asked.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/ip
 */
export function addressQueries(p: FieldPredicate): readonly string[] | null {
  switch (p.kind) {
    case 'cidr':
      return [phrase(p.network.text)];
    case 'string': {
      const literal = literalText(p.pattern);
      if (literal !== null) return parseAddress(literal) ? [phrase(literal)] : [];
      if (p.pattern.some((part) => typeof part === 'string' && !/^[\d.:a-f]*$/i.test(part))) {
        return [];
      }
      const shape = shapeOf(p.pattern);
      if (shape.shape !== 'startswith') return null;
      const ranges = addressesBeginning(shape.text);
      return (
        ranges &&
        ranges.map((range) => {
          if ('network' in range) return phrase(range.network);
          const { from, to } = range;
          return from === to ? phrase(from) : `[${phrase(from)} TO ${phrase(to)}]`;
        })
      );
    }
    case 'number':
    case 'boolean':
      return [];
    default:
      return null;
  }
}

/**
 * Queries of a boolean field, likewise.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/boolean
 */
export function booleanQueries(p: FieldPredicate): readonly string[] | null {
  switch (p.kind) {
    case 'boolean':
      return [String(p.value)];
    case 'string':
      return ['true', 'false'].filter((text) => matchesPattern(p.pattern, text, p.cased));
    case 'number':
    case 'cidr':
      return [];
    default:
      return null;
  }
}
