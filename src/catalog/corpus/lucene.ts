import { ANY, ONE, pattern } from '../../model/pattern.js';
import type { StringPattern } from '../../model/pattern.js';
import { eachLeaf } from './clause.js';
import type { Clause } from './clause.js';
import * as parser from './lucene-parser.generated.js';
import { parseQuery } from './parsing.js';
import { nothingYet, readingOf, refused } from './reading.js';
import type { QueryReader } from './reading.js';
import { askKeyword, askPattern, askText } from './value.js';
import type { Asked } from './value.js';

interface Literal {
  readonly kind: 'literal';
  readonly quoted: boolean;
  readonly parts: readonly (string | { readonly mark: '*' | '?' })[];
}

type Value =
  | Literal
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'range'; readonly bounds: readonly (readonly [Bound, Literal])[] };

type Bound = 'gt' | 'gte' | 'lt' | 'lte';

interface Leaf {
  readonly kind: 'term';
  readonly field: Literal | null;
  readonly value: Value;
  readonly at: number;
}

/** Reads the query_string language of Elasticsearch. */
export const readLucene: QueryReader = (text) => {
  const parsed = parseQuery<Clause<Leaf> | null>(parser, text);
  if ('problem' in parsed) return refused(parsed.problem.message, parsed.problem.at);
  const gathered = nothingYet();
  if (parsed.tree) {
    eachLeaf(parsed.tree, false, ({ field, value, at }, negated) => {
      const name = field && textOf(field);
      for (const finding of findingsOf(name, value)) {
        gathered.findings.push({ ...finding, context: null, negated, at });
      }
    });
  }
  return readingOf(gathered);
};

function findingsOf(name: string | null, value: Value): (Asked & { field: string | null })[] {
  if (name === '_exists_' && value.kind === 'literal') {
    return [{ field: textOf(value), kind: 'exists', value: '' }];
  }
  if (name !== null && name !== '*') return ask(value).map((a) => ({ field: name, ...a }));
  // `*:*` matches all there is.
  const asked = askAnywhere(value);
  return asked ? [{ field: null, ...asked }] : [];
}

function ask(value: Value): Asked[] {
  switch (value.kind) {
    case 'regex':
      return [{ kind: 'regex', value: value.source }];
    case 'range':
      return value.bounds.map(([kind, bound]) => ({ kind, value: textOf(bound) }));
    case 'literal': {
      const parts = patternOf(value);
      const plain = parts.every((p) => typeof p === 'string');
      return [plain ? askText(parts.join('')) : askPattern(parts)];
    }
  }
}

function askAnywhere(value: Value): Asked | null {
  switch (value.kind) {
    case 'regex':
      return { kind: 'keyword', value: value.source };
    case 'range':
      return null;
    case 'literal':
      return askKeyword(patternOf(value));
  }
}

function patternOf({ parts }: Literal): StringPattern {
  return pattern(parts.map((p) => (typeof p === 'string' ? p : p.mark === '*' ? ANY : ONE)));
}

function textOf({ parts }: Literal): string {
  return parts.map((p) => (typeof p === 'string' ? p : p.mark)).join('');
}
