import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splunk } from '../../backends/splunk/index.js';
import { print, searchOf } from '../../src/backend/index.js';
import type { Expression, FieldPredicate } from '../../src/backend/index.js';
import { parsePattern } from '../../src/model/patterns/pattern.js';
import type { StringPattern } from '../../src/model/patterns/pattern.js';
import { besideMissing } from '../../src/predicate/beside-missing.js';
import { simplify } from '../../src/predicate/simplify/simplify.js';
import {
  demand,
  demandsOf,
  holds,
  isNeededFor,
  meaningOf,
  wild,
} from '../engines/splunk/meaning.js';
import type { Meaning } from '../engines/splunk/meaning.js';
import { name, span } from '../unit/predicate/build.js';
import { refusesNothing, treesOf } from './trees.js';

/** What a rule says, in the words of what was read. */
function meaningOfRule(e: Expression): Meaning {
  switch (e.kind) {
    case 'and':
    case 'or':
      return { kind: e.kind, operands: e.operands.map(meaningOfRule) };
    case 'not':
      return { kind: 'not', operand: meaningOfRule(e.operand) };
    case 'constant':
      return { kind: 'constant', value: e.value };
    case 'one-of':
      return { kind: 'or', operands: e.options.map(meaningOfRule) };
    case 'keyword':
      if (e.search.kind === 'regex') throw new Error('not generated');
      return like('_raw', around(shown(e.search.pattern)), e.search.cased);
    default:
      return ofField(e);
  }
}

type Shown = readonly (string | { sign: '*' | '?' })[];

function shown(pattern: StringPattern): Shown {
  if (pattern.length === 0) return [''];
  return pattern.map((p) => (typeof p === 'string' ? p : { sign: p.kind === 'any' ? '*' : '?' }));
}

const ANY = { sign: '*' } as const;

function around(pattern: Shown): Shown {
  const isAny = (p: Shown[number] | undefined): boolean => typeof p === 'object' && p.sign === '*';
  const start = isAny(pattern[0]) ? [] : [ANY];
  const end = isAny(pattern[pattern.length - 1]) ? [] : [ANY];
  const middle = pattern.filter((p) => p !== '');
  return middle.length === 0 ? [ANY] : [...start, ...middle, ...end];
}

function like(field: string, parts: Shown, cased: boolean): Meaning {
  const any = parts.length === 1 && typeof parts[0] === 'object' && parts[0].sign === '*';
  return any ? demand(field, 'exists') : demand(field, wild(parts, cased));
}

function ofField(e: FieldPredicate): Meaning {
  const field = e.field.text;
  const text = (value: string): Meaning => demand(field, wild([value], false));
  switch (e.kind) {
    case 'string':
      return like(field, shown(e.pattern), e.cased);
    case 'number':
      return { kind: 'or', operands: [text(e.number.source), text(e.number.decimal)] };
    case 'boolean':
      return text(String(e.value));
    case 'null':
      return { kind: 'not', operand: demand(field, 'exists') };
    case 'exists':
      return demand(field, 'exists');
    case 'cidr':
      return demand(field, 'in', e.network.text);
    case 'compare':
      return demand(
        field,
        { lt: '<', lte: '<=', gt: '>', gte: '>=' }[e.operator],
        e.number.decimal,
      );
    case 'field-ref':
      return demand(field, e.match, JSON.stringify(e.other.text), e.cased ? 'cased' : 'nocase');
    default:
      throw new Error('not generated');
  }
}

const NASTY = ['"', "'", '\\', '*', '?', '|', '`', '```', '[', ']', '(', ')', '=', ',', ' ', '\n'];
const MORE = [
  '\t',
  '\0',
  '\r',
  '%',
  '_',
  '$x$',
  'AND',
  'OR',
  'NOT',
  '#',
  '😀',
  'é',
  '\\*',
  '^',
  '.',
];
const piece = fc.oneof(
  fc.constantFrom(...NASTY, ...MORE, 'a', 'B', 'cmd.exe', '10.0.0.0/8', '1', '-'),
  fc.string({ maxLength: 3 }),
);
const value = fc
  .array(piece, { maxLength: 5 })
  .map((p) => p.join(''))
  .map(parsePattern);

/** No name that the language cannot write: that those are refused is tested apart. */
const field = fc.oneof(
  fc.constantFrom('Image', 'a', 'event.code', 'my field', 'AND', 'in', 'earliest', 'source', '1x'),
  fc.constantFrom('a-b', 'a{}.b', 'x*', 'f(x)', 'null', '_raw', 'search', '='),
);

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .tuple(field, value, fc.boolean())
    .map(([f, v, cased]) => ({ kind: 'string', field: name(f), pattern: v, cased, span }) as const),
  fc
    .tuple(
      field,
      fc.constantFrom(['1', '1'], ['010', '8'], ['0x10', '16'], ['-5', '-5'], ['1.5', '1.5']),
    )
    .map(([f, [source, decimal]]) => {
      const number = { source: source!, decimal: decimal! };
      return { kind: 'number', field: name(f), number, span } as const;
    }),
  field.map((f) => ({ kind: 'null', field: name(f), span }) as const),
  field.map((f) => ({ kind: 'exists', field: name(f), span }) as const),
  fc
    .tuple(field, fc.boolean())
    .map(([f, v]) => ({ kind: 'boolean', field: name(f), value: v, span }) as const),
  fc.tuple(field, fc.constantFrom('10.0.0.0/8', 'fe80::/10')).map(([f, text]) => {
    const network = { version: 4, address: 0n, prefix: 8, text } as const;
    return { kind: 'cidr', field: name(f), network, span } as const;
  }),
  fc
    .tuple(field, fc.constantFrom('lt', 'lte', 'gt', 'gte'), fc.constantFrom('5', '-1.5'))
    .map(([f, operator, decimal]) => {
      const number = { source: decimal, decimal };
      return { kind: 'compare', field: name(f), operator, number, span } as const;
    }),
  fc
    .tuple(
      field,
      field,
      fc.constantFrom('equals', 'contains', 'startswith', 'endswith'),
      fc.boolean(),
    )
    .map(([f, other, match, cased]) => {
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

function write(rule: Expression, search: string, compact: boolean): string {
  const plan = searchOf(simplify(rule, splunk.simplify));
  const request = { rule: {} as never, id: '', plan, options: { search, index: '' } };
  return print(splunk.emit(request, refusesNothing), { width: 60, compact }).text;
}

/** Whether a demand is that a field has a value, and others say something of that value. */
function isThereBy(demand: string, others: readonly string[]): boolean {
  if (!demand.endsWith(' exists')) return false;
  const field = demand.slice(0, -'exists'.length);
  return others.some((other) => other !== demand && other.includes(field));
}

test('a search asks exactly what the rule asks, however values and names are spelled', () => {
  fc.assert(
    fc.property(
      tree,
      fc.constantFrom('auto', 'where'),
      fc.boolean(),
      fc.array(fc.integer({ min: 0, max: 0x7fffffff }), { minLength: 8, maxLength: 8 }),
      (rule, search, compact, worlds) => {
        const query = write(rule, search, compact);
        const expected = meaningOfRule(simplify(rule, splunk.simplify));
        const read = meaningOf(query);
        const demands = [...demandsOf(expected)];
        const found = [...demandsOf(read)];
        // Beside a field that has to be missing, nothing else is asked of it.
        const left = besideMissing([simplify(rule, splunk.simplify)], () => []);
        const operands = left.map((e) => simplify(e, splunk.simplify));
        const needed = [...demandsOf(meaningOfRule({ kind: 'and', operands, span }))];
        expect(needed.filter((d) => !found.includes(d) && !isThereBy(d, found))).toEqual([]);
        const more = found.filter((d) => !demands.includes(d));
        expect(more.filter((d) => !isNeededFor(d, demands))).toEqual([]);
        for (const world of worlds) {
          const drawn = (d: string): boolean =>
            ((Math.imul(world, 2 * demands.indexOf(d) + 1) >>> 13) & 1) === 1;
          const known = demands.filter(drawn);
          const is = (d: string): boolean =>
            more.includes(d) ||
            known.includes(d) ||
            isThereBy(d, known) ||
            (d.includes(' is * ') && isNeededFor(d, known));
          expect(holds(read, is)).toBe(holds(expected, is));
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test('compact searches are one line', () => {
  fc.assert(fc.property(tree, (rule) => !write(rule, 'auto', true).includes('\n')));
});
