import { describe, expect, test } from 'vitest';
import { readEql } from '../../../src/languages/eql/read.js';
import { readKuery } from '../../../src/languages/kuery/read.js';
import { kustoReader } from '../../../src/languages/kusto/read.js';
import { readLucene } from '../../../src/languages/lucene/read.js';
import type { QueryCondition, QueryReader } from '../../../src/languages/reading.js';
import { readSpl } from '../../../src/languages/spl/read.js';
import { kindOf } from '../../../src/predicate/kind.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { kusto } from '../../support/kusto.js';

const readKusto = kustoReader(kusto);

/** The trees of a query in one line each. */
function trees(read: QueryReader, text: string): string[] {
  const { conditions } = read({ path: 'query', text });
  return conditions.map(({ expression }) => printed(expression));
}

function printed(node: Expression): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.operands.map(printed).join(` ${node.kind} `)})`;
    case 'one-of':
      return `(${node.options.map(printed).join(' or ')})`;
    case 'not':
      return `not ${printed(node.operand)}`;
    case 'constant':
      return String(node.value);
    default: {
      const { kind, value } = kindOf(node);
      const cased = node.kind === 'string' && node.cased ? ' cased' : '';
      return `${node.kind === 'keyword' ? '' : `${node.field.text} `}${kind} ${value}${cased}`;
    }
  }
}

describe('what a query asks is one tree', () => {
  test.each<[string, QueryReader, string[]]>([
    ['a:(1 or 2) and not b:3', readKuery, ['((a eq 1 or a eq 2) and not b eq 3)']],
    ['a:1 b:2', readLucene, ['(a eq 1 or b eq 2)']],
    ['a:1 AND b:2 -c:3', readLucene, ['(a eq 1 and b eq 2 and not c eq 3)']],
    ['a:1 OR NOT b:2', readLucene, ['(a eq 1 and not b eq 2)']],
    ['+a:1 b:2', readLucene, ['a eq 1']],
    ['a:(1 OR 2) AND b:[3 TO 4]', readLucene, ['((a eq 1 or a eq 2) and (b gte 3 and b lte 4))']],
    [
      'file where a : ("x", "y") or not b == "z"',
      readEql,
      ['(event.category eq file and ((a eq x or a eq y) or not b eq z cased))'],
    ],
    [
      'sequence [file where a == 1] ![process where b == 2]',
      readEql,
      ['(event.category eq file and a eq 1)', 'not (event.category eq process and b eq 2)'],
    ],
    ['any where length(a) > 1 and b == 1', readEql, ['b eq 1']],
    ['any where true or a == 1', readEql, ['(true or a eq 1)']],
    [
      'any where startsWith~(a, "b") and startsWith(c, "d")',
      readEql,
      ['(a starts_with b and c starts_with d cased)'],
    ],
    ['a=1 b IN (2, 3) NOT c=4', readSpl, ['(a eq 1 and (b eq 2 or b eq 3) and not c eq 4)']],
    [
      'a=1 OR b=2 c=3 | where d="x" OR e=4',
      readSpl,
      ['((a eq 1 or b eq 2) and c eq 3)', '(d eq x cased or e eq 4)'],
    ],
    ['| where a=1 xor b=2', readSpl, ['((a eq 1 and not b eq 2) or (not a eq 1 and b eq 2))']],
    ['a=1 NOT [search b=2 OR c=3]', readSpl, ['a eq 1', 'not (b eq 2 or c eq 3)']],
    [
      'T | where a has_all ("x", "y") and b !in~ ("z")',
      readKusto,
      ['((a match x and a match y) and not b eq z)'],
    ],
    [
      'T | where a == "x" or b between (1 .. 2) | where c =~ "y"',
      readKusto,
      ['(a eq x cased or (b gte 1 and b lte 2))', 'c eq y'],
    ],
    ['T | where a startswith b', readKusto, ['a fieldref starts_with b']],
    ['search "x" or a == 1', readKusto, ['(keyword x or a eq 1)']],
  ])('%s', (text, read, expected) => {
    expect(trees(read, text)).toEqual(expected);
  });
});

describe('spans lie in the query', () => {
  test.each<[string, QueryReader, string, string]>([
    ['a:1 and  b.c : "d e"', readKuery, 'b.c', '"d e"'],
    ['a:1 AND b\\ c:"d e"', readLucene, 'b\\ c', '"d e"'],
    ['any where a == 1 and  b.c : "d e"', readEql, 'b.c', '"d e"'],
    ['a=1  "b c" = "d e"', readSpl, '"b c"', '"d e"'],
    ['| where a=1 and \'b c\'="d e"', readSpl, "'b c'", '"d e"'],
    ['T | where a == 1 and b["c"] == "d e"', readKusto, 'b["c"]', '"d e"'],
  ])('%s', (text, read, name, value) => {
    const [{ expression }] = read({ path: 'query', text }).conditions as readonly [QueryCondition];
    if (expression.kind !== 'and') throw new Error(printed(expression));
    const last = expression.operands.at(-1)!;
    if (last.kind !== 'string') throw new Error(printed(last));
    const cut = (span: Expression['span']): string => text.slice(span.start, span.end);
    expect(cut(last.field.span)).toBe(name);
    expect(cut(last.span)).toBe(value);
    expect(cut(expression.span)).toContain(value);
  });
});
