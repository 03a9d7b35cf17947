import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kql } from '../../backends/kql/index.js';
import type { KqlType } from '../../backends/kql/index.js';
import { nameReference, pathReference, stringLiteral } from '../../backends/kql/literals.js';
import { print, searchOf, UNMAPPED } from '../../src/backend/index.js';
import type { Expression, FieldPredicate, Report } from '../../src/backend/index.js';
import { columnOfType } from '../../src/store/placement.js';
import { MatchEvent } from '../../src/match/event.js';
import { Compiler } from '../../src/match/test.js';
import { parsePattern } from '../../src/model/patterns/pattern.js';
import { simplify } from '../../src/predicate/simplify/simplify.js';
import { keeps } from '../engines/kql/evaluate.js';
import type { Row } from '../engines/kql/evaluate.js';
import { asQuery, readWhere } from '../engines/kql/parser.js';
import type { KqlNode } from '../engines/kql/parser.js';
import { name, span } from '../unit/predicate/build.js';
import { refusesNothing, treesOf } from './trees.js';

const NASTY = ['"', "'", '\\', '*', '?', '|', '`', '```', '[', ']', '(', ')', '=', ',', ' ', '\n'];
const MORE = [
  '\t',
  '\0',
  '\r',
  '\u2028',
  '\u202e',
  '//',
  '{',
  ';',
  'and',
  '@"',
  '😀',
  'é',
  '^',
  '.',
];
const piece = fc.oneof(
  fc.constantFrom(...NASTY, ...MORE, 'a', 'B', 'cmd.exe', '\\\\', '\\*', '1', '-', '$'),
  fc.string({ maxLength: 3 }),
);
const anyText = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 6 });

describe('to Microsoft’s own parser', () => {
  test('a string literal is one literal of that very value', () => {
    fc.assert(
      fc.property(
        anyText.map((p) => p.join('')),
        (value) => {
          const { predicate } = readWhere(asQuery(`F == ${stringLiteral(value)} and G == 1`));
          expect(operandsOf(operandsOf(predicate)[0])[1]).toEqual({
            kind: 'literal',
            type: 'string',
            value,
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a lone half of a surrogate pair survives in a literal', () => {
    for (const value of ['\ud800', 'a\udc00b', '\udc00\ud800', '\\\ud83d']) {
      const { predicate } = readWhere(asQuery(`F == ${stringLiteral(value)}`));
      expect(operandsOf(predicate)[1]).toMatchObject({ value });
    }
  });

  test('a column is one name, and a path leads to its very keys', () => {
    const text = anyText.map((p) => p.join('')).filter((t) => t !== '');
    fc.assert(
      fc.property(text, text, text, (column, first, second) => {
        const plain = readWhere(asQuery(`${nameReference(column)} == 1`));
        expect(operandsOf(plain.predicate)[0]).toEqual({ kind: 'name', name: column });
        const path = readWhere(asQuery(`${pathReference([column, first, second])} == 1`));
        expect(operandsOf(path.predicate)[0]).toEqual({
          kind: 'path',
          base: { kind: 'path', base: { kind: 'name', name: column }, key: first },
          key: second,
        });
        expect(readWhere(`${nameReference(column)}\n| where true`).table).toBe(column);
      }),
      { numRuns: 300 },
    );
  });
});

function operandsOf(node: KqlNode | undefined): readonly KqlNode[] {
  return node && 'operands' in node ? node.operands : [];
}

const FIELDS: Readonly<Record<string, KqlType | undefined>> = {
  Image: 'string',
  type: 'string',
  where: 'string',
  'my field': 'string',
  'a-b': 'string',
  "it's": 'string',
  'a\\b"c': 'string',
  'x.y': 'string',
  '1x': 'string',
  true: 'string',
  EventID: 'long',
  'event id': 'int',
  Flag: 'bool',
};
const TEXTS = Object.keys(FIELDS).filter((f) => FIELDS[f] === 'string');
const field = fc.constantFrom(...Object.keys(FIELDS));
const textField = fc.constantFrom(...TEXTS);
const wholeField = fc.constantFrom('EventID', 'event id');

/** Not empty: Kusto cannot tell an empty string from a missing one, which is tested apart. */
const value = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((p) => p.join(''))
  .filter((t) => t !== '')
  .map(parsePattern);
const numberOf = fc.constantFrom(
  ['1', '1'],
  ['010', '8'],
  ['0x10', '16'],
  ['-5', '-5'],
  ['4', '4'],
);

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(textField, value, fc.boolean())
      .map(
        ([f, pattern, cased]) =>
          ({ kind: 'string', field: name(f), pattern, cased, span }) as const,
      ),
  },
  fc
    .tuple(wholeField, fc.constantFrom('1', '16', '-5', '1*', '*'))
    .map(
      ([f, v]) =>
        ({ kind: 'string', field: name(f), pattern: parsePattern(v), cased: false, span }) as const,
    ),
  fc.tuple(field, numberOf).map(([f, [source, decimal]]) => {
    const number = { source: source!, decimal: decimal! };
    return { kind: 'number', field: name(f), number, span } as const;
  }),
  field.map((f) => ({ kind: 'null', field: name(f), span }) as const),
  field.map((f) => ({ kind: 'exists', field: name(f), span }) as const),
  fc
    .tuple(field, fc.boolean())
    .map(([f, v]) => ({ kind: 'boolean', field: name(f), value: v, span }) as const),
  fc
    .tuple(
      textField,
      fc.constantFrom(
        { version: 4, address: 10n << 24n, prefix: 8, text: '10.0.0.0/8' } as const,
        { version: 4, address: 0n, prefix: 0, text: '0.0.0.0/0' } as const,
        { version: 6, address: 0xfe80n << 112n, prefix: 10, text: 'fe80::/10' } as const,
        { version: 6, address: 0n, prefix: 0, text: '::/0' } as const,
      ),
    )
    .map(([f, network]) => ({ kind: 'cidr', field: name(f), network, span }) as const),
  fc
    .tuple(
      fc.oneof(textField, wholeField),
      fc.constantFrom('lt', 'lte', 'gt', 'gte'),
      fc.constantFrom('5', '-1.5'),
    )
    .map(([f, operator, decimal]) => {
      const number = { source: decimal, decimal };
      return { kind: 'compare', field: name(f), operator, number, span } as const;
    }),
  fc
    .tuple(
      fc.oneof(fc.tuple(textField, textField), fc.constant(['EventID', 'event id'] as const)),
      fc.constantFrom('equals', 'contains', 'startswith', 'endswith'),
      fc.boolean(),
    )
    .map(([[f, other], match, cased]) => {
      const fields = { field: name(f), other: name(other) };
      return { kind: 'field-ref', ...fields, match, cased, span } as const;
    }),
  fc
    .tuple(value, fc.boolean())
    .map(
      ([pattern, cased]) =>
        ({ kind: 'keyword', search: { kind: 'pattern', pattern, cased }, span }) as const,
    ),
);

const tree = treesOf(leaf);

/** Null where no value of a column's type satisfies the rule. */
function write(
  rule: Expression,
  compact: boolean,
  columnType: (f: string) => KqlType | undefined,
): string | null {
  const columns = new Map(
    fieldsOf(rule).flatMap((f) => {
      const type = columnType(f);
      return type === undefined ? [] : [[f, columnOfType(type)] as const];
    }),
  );
  const request = {
    rule: { logsource: {} } as never,
    id: '',
    plan: searchOf(simplify(rule, kql.simplify), { placement: { ...UNMAPPED, columns } }),
    options: { table: 'T' },
  };
  let isNothing = false;
  const refuse: Report['refuse'] = (finding, at) => {
    if (finding.code !== 'kql-matches-nothing') refusesNothing.refuse(finding, at);
    isNothing = true;
  };
  const { text } = print(kql.emit(request, { ...refusesNothing, refuse }), { width: 60, compact });
  return isNothing ? null : text;
}

function predicatesOf(e: Expression): readonly Expression[] {
  if (e.kind === 'and' || e.kind === 'or') return e.operands.flatMap(predicatesOf);
  return e.kind === 'not' ? predicatesOf(e.operand) : [e];
}

function fieldsOf(e: Expression): string[] {
  return predicatesOf(e).flatMap((p) => {
    if (p.kind === 'keyword' || p.kind === 'constant') return [];
    const { field: own } = p as FieldPredicate;
    return p.kind === 'field-ref' ? [own.text, p.other.text] : [own.text];
  });
}

function namesIn(node: KqlNode): string[] {
  if (node.kind === 'name') return [node.name];
  if (node.kind === 'path') return [...namesIn(node.base), node.key];
  return operandsOf(node).flatMap(namesIn);
}

/** Texts that the rule's values are close to, with wildcards filled in and cases changed. */
function textsFor(rule: Expression): string[] {
  const out = ['x', '7', '4', '0x10', '16', 'TRUE', '10.1.2.3', '11.0.0.1', 'fe80::1', '::1', '-5'];
  for (const p of predicatesOf(rule)) {
    const pattern =
      p.kind === 'string'
        ? p.pattern
        : p.kind === 'keyword' && p.search.kind === 'pattern'
          ? p.search.pattern
          : [];
    if (pattern.length === 0) continue;
    for (const [any, one] of [
      ['', 'z'],
      ['é\n', '😀'],
      ['a', ''],
    ] as const) {
      const text = pattern
        .map((part) => (typeof part === 'string' ? part : part.kind === 'any' ? any : one))
        .join('');
      if (text !== '') out.push(text, `${text}!`, `-${text}`, asciiUpper(text));
    }
  }
  return out;
}

function asciiUpper(text: string): string {
  return text.replace(/[a-z]/g, (c) => c.toUpperCase());
}

test('a query keeps the very events that the rule matches, however values and names are spelled', () => {
  fc.assert(
    fc.property(
      tree,
      fc.boolean(),
      fc.array(fc.array(fc.nat(), { minLength: 13, maxLength: 13 }), {
        minLength: 6,
        maxLength: 6,
      }),
      (rule, compact, choices) => {
        const query = write(rule, compact, (f) => FIELDS[f]);
        // What holds for every value of a column's type needs no condition.
        const read = query === null || query === 'T' ? null : readWhere(query);
        if (read) expect(read.table).toBe('T');
        const simple = simplify(rule, { oneOf: true, pushNegation: false });
        for (const found of read ? namesIn(read.predicate) : [])
          expect(fieldsOf(rule)).toContain(found);
        const texts = textsFor(rule);
        const compared = new Set(
          predicatesOf(rule).flatMap((p) => (p.kind === 'compare' ? [p.field.text] : [])),
        );
        const matches = new Compiler().compile(simple);
        for (const choice of choices) {
          const row = rowOf(choice, texts, compared);
          const event = Object.fromEntries(Object.entries(row).filter(([, v]) => v !== undefined));
          const what = `${query}\n${JSON.stringify(row)}`;
          const types = FIELDS as Readonly<Record<string, string>>;
          const isKept = read ? keeps(read.predicate, row, types) : query !== null;
          expect(isKept, what).toBe(matches(new MatchEvent(event as never)));
        }
      },
    ),
    { numRuns: 400 },
  );
});

/** Text that is compared with an order is never hexadecimal: that Kusto cannot read it is told. */
function rowOf(
  choice: readonly number[],
  texts: readonly string[],
  compared: ReadonlySet<string>,
): Row {
  const row: Record<string, string | number | boolean | undefined> = {};
  Object.keys(FIELDS).forEach((f, i) => {
    const chosen = choice[i]!;
    if (chosen % 4 === 0) return;
    if (f === 'Flag') row[f] = chosen % 2 === 0;
    else if (FIELDS[f] !== 'string') row[f] = [1, 4, 8, 16, -5][chosen % 5]!;
    else {
      const text = texts[chosen % texts.length]!;
      row[f] = compared.has(f) && /^[-+]?0x/i.test(text) ? '16' : text;
    }
  });
  return row;
}

test('without types, a query parses and names the rule’s own fields', () => {
  fc.assert(
    fc.property(tree, fc.boolean(), (rule, compact) => {
      const { predicate } = readWhere(write(rule, compact, () => undefined)!);
      const expected = fieldsOf(rule).flatMap((f) => f.split('.'));
      for (const found of namesIn(predicate)) expect(expected).toContain(found);
    }),
    { numRuns: 200 },
  );
});
