import { eachLeaf } from './clause.js';
import type { Clause } from './clause.js';
import * as parser from './kuery-parser.generated.js';
import { parseQuery } from './parsing.js';
import { nothingYet, readingOf, refused } from './reading.js';
import type { QueryReader } from './reading.js';
import { ANY, pattern } from '../../model/pattern.js';
import type { StringPattern } from '../../model/pattern.js';
import { askKeyword, askPattern, askText } from './value.js';
import type { Asked } from './value.js';

interface Literal {
  readonly quoted: boolean;
  /** Null where a wildcard stands. */
  readonly parts: readonly (string | null)[];
}

type Leaf =
  | {
      readonly kind: 'term';
      readonly field: Literal | null;
      readonly operator: ':' | '<' | '<=' | '>' | '>=';
      readonly value: Literal;
      readonly at: number;
    }
  | { readonly kind: 'nested'; readonly path: Literal; readonly operand: Clause<Leaf> };

const COMPARISONS = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;

/** Reads Kibana's query language. */
export const readKuery: QueryReader = (text) => {
  const parsed = parseQuery<Clause<Leaf> | null>(parser, text);
  if ('problem' in parsed) return refused(parsed.problem.message, parsed.problem.at);
  const gathered = nothingYet();
  const collect = (clause: Clause<Leaf>, prefix: string, negated: boolean): void =>
    eachLeaf(clause, negated, (leaf, negative) => {
      if (leaf.kind === 'nested') {
        collect(leaf.operand, `${prefix}${textOf(leaf.path)}.`, negative);
        return;
      }
      const { operator, value, at } = leaf;
      const field = leaf.field && prefix + textOf(leaf.field);
      // A lone star for a field asks for a value anywhere, as no field at all does.
      const anywhere = field === null || field === '*';
      const asked = anywhere ? askKeyword(patternOf(value)) : ask(operator, value);
      if (!asked) return;
      const name = anywhere ? null : field;
      gathered.findings.push({ field: name, context: null, ...asked, negated: negative, at });
    });
  if (parsed.tree) collect(parsed.tree, '', false);
  return readingOf(gathered);
};

function ask(operator: ':' | keyof typeof COMPARISONS, literal: Literal): Asked {
  if (operator !== ':') return { kind: COMPARISONS[operator], value: textOf(literal) };
  const parts = patternOf(literal);
  if (parts.every((p) => typeof p === 'string')) {
    const text = parts.join('');
    return !literal.quoted && text === 'null' ? { kind: 'null', value: '' } : askText(text);
  }
  return askPattern(parts);
}

function patternOf({ parts }: Literal): StringPattern {
  return pattern(parts.map((p) => p ?? ANY));
}

function textOf({ parts }: Literal): string {
  return parts.map((p) => p ?? '*').join('');
}
