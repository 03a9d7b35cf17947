import fc from 'fast-check';
import type { Expression, FieldPredicate, Predicate } from '../../../../src/predicate/predicate.js';
import { predicateOf } from '../../../../src/predicate/from-value.js';
import { item } from '../../model/build.js';
import { name, not, span } from '../build.js';

/** Trees over few fields and values, so that contradictions are common, and the events beside them. */
export const FIELDS = ['a', 'b'] as const;

const ITEMS: readonly (readonly [modifiers: string, values: readonly string[]])[] = [
  ['', ['x', 'X', 'xy', '10', '010', '0x10', '16', '1e1', 'true', "'10'", "'010'", "'16'", "''"]],
  [
    '',
    [
      'x*',
      "'*y'",
      "'*x*'",
      'x?',
      "'?y'",
      "'?'",
      "'*'",
      '1*',
      "'*0'",
      'k',
      'null',
      '10.0.0.1',
      '10.*',
    ],
  ],
  ['|cased', ['x', 'X', 'xY', 'X*', "'*Y'", 'true']],
  ['|re', ['^x', 'y$', '^10$', '(?i)^XY$', "'^[^a-z]$'", '\\bx', '.', '^$', '^\\d+$']],
  ['|re', ['^x+y?$', '(?i:X)y', '^(?:x|1)0$', "'[[:upper:]]'", '^.{2}$', '(?i)[^k]']],
  ['|cidr', ['10.0.0.0/8', '10.0.0.0/16', '10.0.0.1/32', '192.168.0.0/16', 'fe80::/10']],
  ['|gt', ['9', '10', '15.5']],
  ['|gte', ['10', '16']],
  ['|lt', ['10', '11', '16']],
  ['|lte', ['9', '10']],
  ['|exists', ['true']],
  ['|hour', ['3', '4']],
  ['|hour|gt', ['3']],
  ['|fieldref', ['c']],
];

const predicates: readonly ((field: string) => Predicate)[] = ITEMS.flatMap(([modifiers, values]) =>
  values.map((text) => {
    const [value] = item(`a${modifiers}`, text).item.values;
    if (!value || value.kind === 'value-group') throw new Error(text);
    return (field: string) => predicateOf(name(field), value) as Predicate;
  }),
);

const KEYWORDS = ['x', 'xy', 'x*y', '10'].map((text) => {
  const [value] = item('a', text).item.values;
  return predicateOf(null, value as Exclude<typeof value, undefined | { kind: 'value-group' }>)!;
});

const predicate: fc.Arbitrary<Expression> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.constantFrom(...predicates), fc.constantFrom(...FIELDS))
      .map(([make, field]) => make(field)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...KEYWORDS) },
);

const oneOf: fc.Arbitrary<Expression> = fc
  .tuple(
    fc.array(fc.constantFrom(...predicates), { minLength: 2, maxLength: 4 }),
    fc.constantFrom(...FIELDS),
  )
  .map(([made, field]) => ({
    kind: 'one-of',
    field: name(field),
    options: made.map((make) => make(field) as FieldPredicate),
    span,
  }));

export const tree: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    { weight: 4, arbitrary: predicate },
    { weight: 2, arbitrary: oneOf },
    { weight: 4, arbitrary: linked('and', tie('node')) },
    { weight: 3, arbitrary: linked('or', tie('node')) },
    { weight: 2, arbitrary: tie('node').map(not) },
  ),
})).node;

function linked(kind: 'and' | 'or', node: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return fc
    .array(node, { minLength: 2, maxLength: 4 })
    .map((operands) => ({ kind, operands, span }) as Expression);
}

const VALUES: readonly unknown[] = [
  undefined,
  null,
  {},
  ...['x', 'X', 'xy', 'XY', 'xY', 'y', 'xay', '', '1', 'k', '\u212a', 'z', 'x y'],
  ...['10', '010', '0x10', '16', '1e1', '9.5', 'true', 'TRUE', 'false'],
  ...['10.0.0.1', '10.0.1.1', '10.1.0.1', '192.168.1.1', 'fe80::1', '10.'],
  ...['2025-01-01T03:00', '2025-01-01T04:00'],
  ...[10, 16, 9, 15.75, 1, true, false],
];

export function eventOf(a: unknown, b: unknown): Record<string, unknown> {
  return {
    c: 'x',
    ...(a === undefined ? {} : { a }),
    ...(b === undefined ? {} : { b }),
  };
}

/** Every event whose two fields hold one value or none. */
export const singleEvents: readonly Record<string, unknown>[] = VALUES.flatMap((a) =>
  VALUES.map((b) => eventOf(a, b)),
);

/** Events whose fields hold up to three values. */
export const severalValues: fc.Arbitrary<readonly unknown[]> = fc.array(
  fc.constantFrom(...VALUES.filter((v) => v !== undefined)),
  { minLength: 1, maxLength: 3 },
);
