import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConditionExpression, ConditionOperation } from '../../src/model/condition/ast.js';
import { parseCondition } from '../../src/model/condition/parse.js';
import { printCondition } from '../../src/model/condition/print.js';
import { scalar } from '../unit/model/build.js';

const { span } = scalar('');

const name = fc
  .oneof(
    fc.stringMatching(/^[\w.-]{1,8}$/),
    fc.constantFrom(
      'order',
      'notes',
      'android',
      'all',
      'any',
      'of',
      'them',
      'Größe',
      '検出',
      '1of',
    ),
  )
  .filter((n) => !/^(?:and|or|not)$/i.test(n));

const identifier = name.map((n): ConditionExpression => ({
  kind: 'condition-identifier',
  name: n,
  span,
}));
const quantified = fc
  .tuple(
    fc.oneof(fc.constant('all' as const), fc.nat(9)),
    fc.oneof(
      fc.constant(null),
      fc.stringMatching(/^[\w*?-]{1,6}$/).filter((p) => !/^(?:and|or|not|them)$/i.test(p)),
    ),
  )
  .map(([count, pattern]): ConditionExpression => ({
    kind: 'condition-quantified',
    count,
    pattern,
    span,
  }));

/** Trees as the parser makes them: no operator right within its like. */
const { tree } = fc.letrec<{ tree: ConditionExpression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    identifier,
    quantified,
    fc
      .tuple(
        fc.constantFrom('condition-and', 'condition-or'),
        fc.array(tie('tree'), { minLength: 2, maxLength: 4 }),
      )
      .map(([kind, operands]): ConditionExpression => ({
        kind: kind as 'condition-and' | 'condition-or',
        operands: operands.flatMap((o) =>
          o.kind === kind ? (o as ConditionOperation).operands : [o],
        ),
        span,
      })),
    tie('tree').map((operand): ConditionExpression => ({ kind: 'condition-not', operand, span })),
  ),
}));

const withoutSpans = (node: unknown): unknown =>
  JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'span' ? undefined : value)));

function parsed(text: string): ConditionExpression {
  const { condition, diagnostics } = parseCondition(scalar(text));
  if (!condition) throw new Error(`${text}: ${diagnostics.map((d) => d.message).join()}`);
  return condition.expression;
}

test('a printed condition is read back as it was', () => {
  fc.assert(
    fc.property(tree, (node) => {
      const printed = printCondition(node);
      expect(withoutSpans(parsed(printed))).toEqual(withoutSpans(node));
      expect(printCondition(parsed(printed))).toBe(printed);
    }),
  );
});

test('parentheses, blanks and letter case that say nothing change nothing', () => {
  fc.assert(
    fc.property(tree, fc.constantFrom(' ', '\n', '\t ', '\u00a0'), (node, blank) => {
      const printed = printCondition(node);
      const noisy = `${blank}((${printed.replaceAll(' and ', `${blank}AND${blank}`).replaceAll(' or ', ' Or ')}${blank}))`;
      expect(withoutSpans(parsed(noisy))).toEqual(withoutSpans(node));
    }),
  );
});

test('no node spans more or less than its own text', () => {
  fc.assert(
    fc.property(tree, (node) => {
      const text = printCondition(node);
      const visit = (n: ConditionExpression): void => {
        const own = text.slice(n.span.start, n.span.end);
        expect(withoutSpans(parsed(own))).toEqual(withoutSpans(n));
        if (n.kind === 'condition-not') visit(n.operand);
        else if ('operands' in n) n.operands.forEach(visit);
      };
      visit(parsed(text));
    }),
  );
});

test('no text makes the parser throw, and each refusal has a place within it', () => {
  const token = fc.constantFrom(
    ...'and or not 1 all any of them sel* a b ( ) | count() near by > 5 & , " \\ é 😀'.split(' '),
  );
  const texts = fc.oneof(
    fc.array(token).map((t) => t.join(' ')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { condition, diagnostics } = parseCondition(scalar(text));
      expect(condition === null).toBe(diagnostics.some((d) => d.severity === 'error'));
      for (const d of diagnostics) {
        expect(d.span!.start).toBeGreaterThanOrEqual(0);
        expect(d.span!.end).toBeLessThanOrEqual(text.length);
        expect(d.message).toMatch(/\.$/);
      }
    }),
    { numRuns: 1_000 },
  );
});
