import { literalText } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import type { FieldPredicate } from '../../predicate/predicate.js';

type Options = Readonly<Record<string, string>>;

/** Which product runs the queries, for targets whose queries both run. */
export const flavourOption = {
  name: 'flavour',
  description:
    'The product that runs the queries (elasticsearch, opensearch): OpenSearch has another index for fields of type wildcard, and a fixed limit of clauses',
  values: ['elasticsearch', 'opensearch'],
} as const;

export function isOpenSearch(options: Options): boolean {
  return options['flavour'] === 'opensearch';
}

/** Why a format of a product that only Elastic has cannot be written; null if it can. */
export function notInOpenSearch(product: string, options: Options): string | null {
  return isOpenSearch(options)
    ? `${product} runs over Elasticsearch, not over OpenSearch. Use the format monitor`
    : null;
}

/**
 * OpenSearch finds a value of a `wildcard` field by its parts of three characters, and takes those of
 * a pattern from its text without reading the escapes: it finds nothing with a backslash.
 * https://docs.opensearch.org/latest/mappings/supported-field-types/wildcard/
 * https://github.com/opensearch-project/OpenSearch/issues/19719
 */
export function isPlainInGrams(pattern: StringPattern): boolean {
  return pattern.every((part) => typeof part !== 'string' || !/[\\*?]/.test(part));
}

/** A whole value, in just the case that is asked for. */
export function isTermInGrams(p: FieldPredicate): boolean {
  if (p.kind !== 'string' || !isPlainInGrams(p.pattern)) return p.kind === 'number';
  const literal = literalText(p.pattern);
  return literal !== null && (p.cased || literal.toLowerCase() === literal.toUpperCase());
}

/** No part of a regular expression is looked for that has a backslash, since a range has no parts. */
export function regexForGrams(source: string): string {
  return source.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, (item) =>
    item === '\\\\' ? '[\\\\-\\\\]' : item,
  );
}

/** How many clauses OpenSearch makes of a pattern, at most. */
export function gramsIn(pattern: StringPattern): number {
  return pattern.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 1);
}
