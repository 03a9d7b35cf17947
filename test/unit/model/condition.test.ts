import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import type { ConditionExpression } from '../../../src/model/condition/ast.js';
import { parseCondition } from '../../../src/model/condition/parse.js';
import { printCondition } from '../../../src/model/condition/print.js';
import { detection, parsed, problems, scalar } from './build.js';

/** Every operator in parentheses. */
function shape(node: ConditionExpression): string {
  switch (node.kind) {
    case 'condition-and':
    case 'condition-or':
      return `(${node.operands.map(shape).join(node.kind === 'condition-and' ? ' and ' : ' or ')})`;
    case 'condition-not':
      return `not ${shape(node.operand)}`;
    case 'condition-identifier':
      return node.name;
    case 'condition-quantified':
      return `[${node.count} of ${node.pattern ?? 'them'}]`;
  }
}

describe('what a condition means', () => {
  test.each([
    ['selection', 'selection'],
    ['a or b and c', '(a or (b and c))'],
    ['a and b or c and d', '((a and b) or (c and d))'],
    ['(a or b) and c', '((a or b) and c)'],
    ['not a and b', '(not a and b)'],
    ['not (a and b)', 'not (a and b)'],
    ['a and not b and not c', '(a and not b and not c)'],
    ['not not a', 'a'],
    ['not not not a', 'not a'],
    ['a and b and c', '(a and b and c)'],
    ['a and (b and c)', '(a and b and c)'],
    ['((a))', 'a'],
    ['not 1 of filter_*', 'not [1 of filter_*]'],
    ['1 of them', '[1 of them]'],
    ['all of them', '[all of them]'],
    ['any of selection*', '[1 of selection*]'],
    ['3 of sel?_*_x', '[3 of sel?_*_x]'],
    ['all of *', '[all of *]'],
    ['1 of selection', '[1 of selection]'],
    ['a AND NOT b OR c', '((a and not b) or c)'],
    ['ALL OF THEM Or 1 Of x*', '([all of them] or [1 of x*])'],
    ['a\n  and\tb\u00a0or c', '((a and b) or c)'],
    ['(a)and(b)', '(a and b)'],
    ['not(a)', 'not a'],
  ])('%s', (text, meaning) => {
    expect(shape(parsed(text).expression)).toBe(meaning);
  });

  test.each([
    'order',
    'android',
    'not_interesting',
    'nothing',
    'all',
    'any',
    'of',
    'them',
    '1of',
    '1',
    '4688_events',
    'with-dash',
    'with.dot',
    '_hidden',
    'Prüfung',
    '検出',
    'and-more',
    'them_all',
    'near',
    'count',
  ])('%s can be the name of a search identifier', (name) => {
    expect(shape(parsed(`a and ${name} or ${name}`).expression)).toBe(
      `((a and ${name}) or ${name})`,
    );
  });

  test('a pattern may begin with a word of the language', () => {
    expect(shape(parsed('1 of them_* or all of not_* or 1 of or*').expression)).toBe(
      '([1 of them_*] or [all of not_*] or [1 of or*])',
    );
  });
});

describe('places', () => {
  const text = 'a or (b and not  1 of c*) and (d)';
  const where = (node: ConditionExpression) => text.slice(node.span.start, node.span.end);

  test('a node spans its operands, parentheses included', () => {
    const or = parsed(text).expression;
    expect(or.kind).toBe('condition-or');
    if (or.kind !== 'condition-or') return;
    expect(where(or)).toBe(text);
    expect(or.operands.map(where)).toEqual(['a', '(b and not  1 of c*) and (d)']);
    const and = or.operands[1]!;
    if (and.kind !== 'condition-and') throw new Error('no and');
    expect(and.operands.map(where)).toEqual(['b', 'not  1 of c*', 'd']);
  });

  test('are those of the file, whatever the quoting', () => {
    const file = "s:\n  f: 1\ncondition: >-\n  s\n  and 'x'\n";
    expect(problems(detection(file).diagnostics)).toEqual([`condition-quotes "'x'"`]);
    const quoted = 's:\n  f: 1\ncondition: "s \\u0061nd\\tfilter"\n';
    expect(problems(detection(quoted).diagnostics)).toEqual(['undefined-identifier "filter"']);
  });
});

describe('the tails of old conditions', () => {
  const tail = (text: string) => parsed(text).aggregation;

  test.each([
    ['s | count() > 5', 'count', null, null, 'gt', '5'],
    ['s | count(*) >= 5', 'count', null, null, 'gte', '5'],
    ['s | count(User) by Host < 10', 'count', 'User', 'Host', 'lt', '10'],
    ['s | COUNT( User )  BY Host <= 10', 'count', 'User', 'Host', 'lte', '10'],
    ['s | sum(Bytes.Sent) by src-ip == 1.5', 'sum', 'Bytes.Sent', 'src-ip', 'eq', '1.5'],
    ['s | min(x) = -1', 'min', 'x', null, 'eq', '-1'],
    ['s | max(x) != 1', 'max', 'x', null, 'neq', '1'],
    ['s|avg(x)by y,z>1', 'avg', 'x', 'y,z', 'gt', '1'],
  ])('%s', (text, called, field, groupBy, operator, threshold) => {
    const found = tail(text);
    if (found?.kind !== 'aggregation') throw new Error('no aggregation');
    expect([
      found.function,
      found.field?.text ?? null,
      found.groupBy?.text ?? null,
      found.operator,
      found.threshold,
    ]).toEqual([called, field, groupBy, operator, threshold]);
    expect(text.slice(found.span.start, found.span.end)).toBe(
      text.slice(text.indexOf('|') + 1).trim(),
    );
  });

  test('near', () => {
    const found = tail('a | near b and not c');
    if (found?.kind !== 'near') throw new Error('no near');
    expect(shape(found.expression)).toBe('(b and not c)');
  });
});

describe('what is said in other words is read, with a warning', () => {
  test.each([
    ['a && !b', '(a and not b)', ['&&', '!']],
    ['a&&(b||c)', '(a and (b or c))', ['&&', '||']],
    ['a andnot b', '(a and not b)', ['andnot']],
    ['a but not b', '(a and not b)', ['but not']],
    ['a and none of b*', '(a and not [1 of b*])', ['none of']],
    ['at least 2 of them', '[2 of them]', ['at least 2 of']],
    ['At least one of a*', '[1 of a*]', ['At least one of']],
    ['one of a*', '[1 of a*]', ['one of']],
    ['2 or more of a*', '[2 of a*]', ['2 or more of']],
    ['all them', '[all of them]', ['all ']],
    ['any a* and not 1of b*', '([1 of a*] and not [1 of b*])', ['any ', '1of ']],
    ['all of (a, b) or c', '((a and b) or c)', ['all of (a, b)']],
    ['not any of ( a , b )', 'not (a or b)', ['any of ( a , b )']],
    ['a and b,', '(a and b)', [',']],
  ])('%s', (text, meant, said) => {
    const { condition, diagnostics } = parseCondition(scalar(text));
    expect(condition && shape(condition.expression)).toBe(meant);
    expect(diagnostics.map((d) => d.severity)).toEqual(said.map(() => 'warning'));
    const places = diagnostics.map((d) => d.span!.file.text.slice(d.span!.start, d.span!.end));
    expect(places.sort()).toEqual([...said].sort());
  });

  test.each([
    ['a | count by b > 5', 'b'],
    ['a | count > 5', null],
    ['a | count() > 5 by b', 'b'],
    ['a | count() by (b, c) > 5', 'b, c'],
    ['a and count() by b > 5', 'b'],
  ])('%s', (text, group) => {
    const { aggregation } = parsed(text);
    expect(aggregation).toMatchObject({ kind: 'aggregation', function: 'count', field: null });
    expect(aggregation?.kind === 'aggregation' && (aggregation.groupBy?.text ?? null)).toBe(group);
  });
});

test.each([
  'a | count(distinct x) by b > 5',
  'a | dc(x) by b > 5',
  'a | count_distinct(x) by b > 5',
  'a | count(x) > 5 by b',
])('different values of a field are counted: %s', (text) => {
  const { aggregation } = parsed(text);
  const name = { text: 'x' };
  expect(aggregation).toMatchObject({ function: 'count', field: name, groupBy: { text: 'b' } });
});

describe('a mistake is named at its place', () => {
  test.each([
    ['', '', 'The condition is empty'],
    ['a and', '', 'Expected a search identifier after `and`, but the condition ends'],
    ['a or or b', 'or', 'Expected a search identifier after `or`, not `or`'],
    ['and a', 'and', 'Expected a search identifier here, not `and`'],
    ['a b', 'b', 'Expected `and` or `or` after `a`, not `b`'],
    ['a not b', 'not', 'Expected `and` or `or` after `a`, not `not`'],
    ['a && b and', '&&', 'Write `and`'],
    ['a || b and', '||', 'Write `or`'],
    ['!a and', '!a', 'Write `not a`'],
    ['a, b', ',', '`and` or `or`'],
    ['"a"', '"a"', 'without quotes'],
    ['Image=x', '=x', 'names search identifiers'],
    ['(a or b', '(', 'never closed'],
    ['a or (b and (c)', '(', 'never closed'],
    ['a)', ')', 'never opened'],
    ['a and ()', ')', 'parentheses are empty'],
    ['selection*', '*', '1 of selection*'],
    ['1 of', '', '`them` or a pattern'],
    ['1 of and b', 'and', '`them` or a pattern'],
    ['each of a*', 'of', '`each of` is not a quantifier'],
    ['all a* and', 'a*', 'Write `all of a*`'],
    ['any ofa*', 'ofa*', 'Write `any of a*`'],
    ['a | median(x) > 5', 'median', '`median` is not an aggregation'],
    ['a | b', 'b', 'for alternatives write `or`'],
    ['a | count() by b > 5 in 1m', 'in 1m', 'Write `timeframe: 1m`'],
    ['a | count() > 5 within 10 minutes', 'within 10 minutes', 'Write `timeframe: 10m`'],
    ['a |', '|', 'Expected an aggregation'],
    ['a | count() 5', '5', '`5` is not allowed here'],
    ['a | count() > 5 and b', 'and', 'with nothing after it'],
    ['a | near', '', '`near` must be followed by search identifiers'],
  ])('%s', (text, where, message) => {
    const { condition, diagnostics } = parseCondition(scalar(text));
    expect(condition).toBeNull();
    expect(diagnostics).toHaveLength(1);
    const { span, message: said } = diagnostics[0]!;
    expect(text.slice(span!.start, span!.end)).toBe(where);
    expect(said).toContain(message);
  });

  test('the opening parenthesis is shown, not the end of the text', () => {
    const { diagnostics } = parseCondition(scalar('a and (b or c'));
    expect(diagnostics[0]!.code).toBe('parenthesis-not-closed');
    expect(diagnostics[0]!.span!.start).toBe(6);
  });
});

describe('hostile conditions', () => {
  const nested = (depth: number) => `${'a and (b or '.repeat(depth)}c${')'.repeat(depth)}`;

  test('a thousand levels are read, and printed again', () => {
    expect(printCondition(parsed(`${'not ('.repeat(1_000)}a${')'.repeat(1_000)}`).expression)).toBe(
      `${'not ('.repeat(999)}not a${')'.repeat(999)}`,
    );
    expect(printCondition(parsed(nested(1_000)).expression)).toBe(nested(1_000));
  });

  test('a thousand levels fit in the stack of a worker thread', async () => {
    const url = new URL('../../../src/model/condition/parser.generated.js', import.meta.url).href;
    const code = `
      const { parentPort } = require('node:worker_threads');
      import(${JSON.stringify(url)}).then(({ parse }) => {
        parse(${JSON.stringify(nested(1_000))}, { span: (start, end) => ({ start, end }) });
        parentPort.postMessage('read');
      });`;
    const worker = new Worker(code, { eval: true });
    const said = await new Promise((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
    });
    expect(said).toBe('read');
  });

  test.each(['(', 'not (', '((a) and '])('10,000 times %s is refused at its place', (opening) => {
    const { condition, diagnostics } = parseCondition(scalar(`${opening.repeat(10_000)}a`));
    expect(condition).toBeNull();
    expect(diagnostics.map((d) => d.code)).toEqual(['condition-too-deep']);
  });

  test.each([
    ['many operands', 'a and b or '.repeat(20_000) + 'c'],
    ['many negations', 'not '.repeat(50_000) + 'a'],
    ['a long name', 'a'.repeat(200_000)],
    ['a long wrong word', `a b${'c'.repeat(200_000)}`],
    ['many blanks', `a${' '.repeat(200_000)}!`],
    ['many opened, closed and wrong', `${'(a or '.repeat(900)}!${')'.repeat(900)}`],
  ])('%s takes no long time', (_, text) => {
    const before = performance.now();
    parseCondition(scalar(text));
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  test('a long word is not repeated in the message', () => {
    const { diagnostics } = parseCondition(scalar(`a ${'b'.repeat(10_000)}`));
    expect(diagnostics[0]!.message.length).toBeLessThan(200);
  });
});

describe('printing', () => {
  test.each([
    ['((a) or ((b and c)))', 'a or b and c'],
    ['(a or b) and (c or d)', '(a or b) and (c or d)'],
    ['not (a)', 'not a'],
    ['NOT (1 OF x*)', 'not 1 of x*'],
    ['not (a or b)', 'not (a or b)'],
    ['any of them', '1 of them'],
    ['(not a) and b', 'not a and b'],
  ])('%s', (text, printed) => {
    expect(printCondition(parsed(text).expression)).toBe(printed);
  });
});
