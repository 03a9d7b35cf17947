import { describe, expect, test } from 'vitest';
import { lower } from '../../../../src/predicate/lower.js';
import { neverMatches } from '../../../../src/predicate/never-matches.js';
import type { Expression } from '../../../../src/predicate/predicate.js';
import { conflictIn } from '../../../../src/predicate/satisfiable.js';
import { isSingleValued } from '../../../../src/predicate/single-valued.js';
import { and, constant, is, not, or } from '../build.js';
import { readLibrary } from '../../../support/read-library.js';

const single = (field: string): boolean => field !== 'Many';

function rule(detection: string, product = 'p') {
  const text = `title: t\nlogsource: {product: ${product}}\ndetection:\n${detection.replace(/^/gm, '  ')}`;
  const library = readLibrary(text, { path: 'rule.yml' });
  const { diagnostics } = library;
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  const content = library.documents[0]!.content!;
  if (content.kind !== 'rule') throw new Error('not a rule');
  return content;
}

function tree(detection: string): Expression {
  const read = rule(detection);
  return lower(read, read.detection.conditions[0]!).expression!;
}

/** One selection, or `a and not b` where there are two. */
function selections(a: string, b?: string): Expression {
  return tree(
    `a: {${a}}\n${b === undefined ? 'condition: a' : `b: {${b}}\ncondition: a and not b`}`,
  );
}

const impossible: readonly (readonly [what: string, must: string, mustNot?: string | undefined])[] =
  [
    ['two values', 'A: x, A|startswith: y'],
    ['two numbers', 'A: 1, A|contains: "2"'],
    ['a number and another spelling', 'A: 16, A|startswith: "17"'],
    ['a number and a string', 'A: 4688, A|endswith: x'],
    ['a hexadecimal number', 'A: 0x10, A|re: "^17$"'],
    ['two lists', 'A: [1, 2], A|startswith: [3, 4]'],
    ['two prefixes', 'A|startswith: abc, A|startswith|cased: abd'],
    ['two suffixes', 'A|endswith: .exe, A|endswith|cased: .dll'],
    ['a prefix and a value', 'A|startswith: abc, A: xbc'],
    ['what it contains and a value', 'A|contains: abc, A: xyz'],
    ['single wildcards', 'A: "??", A|contains: abc'],
    ['patterns whose ends differ', 'A: "a*b?", A|endswith: cc'],
    ['two bounds', 'A|gt: 5, A|lt: 5'],
    ['a bound and a number', 'A|gte: 5, A: 4'],
    ['a bound and a string', 'A|lt: 5, A: x'],
    ['a bound and a spelled number', 'A|lt: 5, A: "7"'],
    ['two networks', 'A|cidr: 10.0.0.0/8, A|cidr|all: [10.1.0.0/16, 11.0.0.0/8]'],
    ['a network and an address', 'A|cidr: 10.0.0.0/8, A: 192.0.2.1'],
    ['a network and a name', 'A|cidr: 10.0.0.0/8, A: localhost'],
    ['a network and a prefix', 'A|cidr: 10.0.0.0/8, A|startswith: "192."'],
    ['a regex and a value', 'A|re: "^ab+c$", A: ac'],
    ['a regex with flags and a value', 'A|re|i: "^AB+C$", A: ac'],
    ['a value and null', 'A|contains: x, A: null'],
    ['true and false', 'A: true, A|contains: fals'],
    ['missing and present', 'A|exists: false, A|contains: x'],
    ['missing and present, of several values', 'Many|exists: false, Many|contains: x'],
    ['a value that is ruled out', 'Many: x', 'Many: X'],
    ['values that a list rules out', 'Many: [x, y]', 'Many: [X, y, z]'],
    ['values that a pattern rules out', 'Many: [xa, xb]', 'Many|startswith: x'],
    ['a prefix in a shorter one', 'Many|startswith: abc', 'Many|startswith: ab'],
    ['a pattern in a wider one', 'Many: "a?c*d"', 'Many: "a*c*"'],
    ['a network in a wider one', 'Many|cidr: 10.1.0.0/16', 'Many|cidr: 10.0.0.0/8'],
    ['an address in a network', 'Many: 10.1.2.3', 'Many|cidr: 10.0.0.0/8'],
    ['a network in a prefix', 'Many|cidr: 10.1.0.0/16', 'Many|startswith: "10."'],
    ['a bound in a wider one', 'Many|gt: 5', 'Many|gte: 5'],
    ['a number within bounds', 'Many: 7', 'Many|gt: 5'],
    ['a value that a regex takes', 'Many: ab', 'Many|re|i: "^A"'],
    ['a number that its spelling rules out', 'Many: 7', 'Many: "7"'],
    ['any value', 'Many|contains: x', 'Many: "*"'],
    ['a time within bounds', 'Many|hour: 7', 'Many|hour|gt: 5'],
  ];

describe('finds the contradiction of', () => {
  test.each(impossible)('%s', (_, must, mustNot) => {
    expect(conflictIn(selections(must!, mustNot), single)).not.toBeNull();
  });

  test('keywords', () => {
    const asked = tree('a: [mimikatz]\nb: ["*katz*"]\ncondition: a and not b');
    expect(conflictIn(asked, single)?.kind).toBe('denied');
  });

  test('a constant', () => {
    expect(conflictIn(and(is('a', 'x'), constant(false)), single)).toMatchObject({
      kind: 'never',
      first: { kind: 'constant' },
      second: null,
    });
  });

  test('a field that is neither missing nor present', () => {
    const asked = tree('a: {A: null}\nb: {A|exists: true}\ncondition: not a and not b');
    expect(conflictIn(asked, single)?.kind).toBe('neither');
  });

  test('each way of an OR, which no pair of predicates shows', () => {
    const both = and(is('A', 'x'), is('B', 'y'));
    const asked = and(or(both, and(is('A', 'z'), is('B', 'w'))), or(is('A', 'v'), is('B', 'v')));
    expect(conflictIn(asked, single)).not.toBeNull();
  });

  test('alternatives that go with the facts and not with each other', () => {
    const x = and(is('A', 'x'), is('C', '1'));
    const y = and(is('A', 'y'), is('C', '2'));
    const asked = and(
      or(x, y),
      or(and(is('A', 'x'), is('C', '2')), and(is('A', 'y'), is('C', '1'))),
    );
    expect(conflictIn(asked, single)).not.toBeNull();
  });

  test('what a negated group leaves', () => {
    const asked = and(is('A', 'x'), not(or(and(is('A', 'x'), is('B', 'y')), not(is('B', 'y')))));
    expect(conflictIn(asked, single)).not.toBeNull();
  });
});

const possible: readonly (readonly [what: string, must: string, mustNot?: string | undefined])[] = [
  ['two values of a field with several', 'Many: x, Many|startswith: y'],
  ['null and a value of a field with several', 'Many|contains: x, Many|re: y'],
  ['letter case', 'A: x, A|cased: X'],
  ['a number and its spelling', 'A: 16, A|startswith: "16"'],
  ['a prefix that is longer', 'A|startswith: ab, A|contains: abc'],
  ['overlapping patterns', 'A: "a*c", A|contains: "?b"'],
  ['bounds that touch', 'A|gte: 5, A|lte: 5'],
  ['present and null', 'A|exists: true, A: null'],
  ['a regex that may match', 'A|re: "^a(?=b)", A: ab'],
  ['a value beside a longer one that is ruled out', 'A|contains: x', 'A: xx'],
  ['a cased value that is ruled out', 'A: x', 'A|cased: x'],
  ['a wider network', 'A|cidr: 10.0.0.0/8', 'A|cidr: 10.1.0.0/16'],
  ['a regex with letter case', 'A: ab', 'A|re: "^a"'],
];

describe('leaves alone', () => {
  test.each(possible)('%s', (_, must, mustNot) => {
    expect(conflictIn(selections(must!, mustNot), single)).toBeNull();
  });

  test('what is too large to look at, without an end in sight', () => {
    const fields = Array.from({ length: 400 }, (_, i) => `F${i}`);
    const clauses = fields.map((f, i) =>
      or(is(f, 'x'), and(is(fields[i - 1] ?? f, 'y'), is(f, 'z'))),
    );
    expect(conflictIn(and(...clauses), single)).toBeNull();
    const values = Array.from({ length: 20_000 }, (_, i) => is('A', `v${i}`));
    const asked = and(
      or(...values),
      or(...values.map((v) => ({ ...v }))),
      not(or(...values.slice(1))),
    );
    expect(conflictIn(asked, single)).toBeNull();
  });
});

describe('a condition that no event can match', () => {
  test('has a warning at both places', () => {
    const read = rule('a: {EventID: 4688}\nb: {EventID: [1, 11]}\ncondition: a and b');
    const found = neverMatches(read, read.detection.conditions[0]!)!;
    const { message, severity, code, span, related } = found;
    const at = (s: typeof span): string => s!.file.text.slice(s!.start, s!.end);
    expect({ code, severity, message }).toEqual({
      code: 'never-matches',
      severity: 'warning',
      message:
        'No event can match this condition: `EventID` holds one value, which cannot be both `4688` and `1, 11`.',
    });
    expect([at(span), ...related!.map((r) => at(r.span))]).toEqual(['4688', 'EventID: [1, 11]']);
  });

  test('says what `not` rules out', () => {
    const read = rule('a: {A|endswith: x.exe}\nb: {A|endswith: .exe}\ncondition: a and not b');
    expect(neverMatches(read, read.detection.conditions[0]!)!.message).toBe(
      'No event can match this condition: `A` must satisfy `x.exe`, and `.exe` under `not` rules that out.',
    );
  });

  test('is told by fields that hold one value', () => {
    expect(isSingleValued('EventID')).toBe(true);
    const read = rule('a: {Tags: x}\nb: {Tags: y}\ncondition: a and b');
    expect(neverMatches(read, read.detection.conditions[0]!)).toBeNull();
  });

  test.each([
    ['windows', 'Image|endswith: \\\\a.exe', 'Image|endswith: \\\\b.exe', true],
    ['windows', 'CommandLine: RunWizard', "CommandLine|re: '[a-f0-9]{8}'", true],
    ['windows', "TargetFilename|startswith: 'C:'", 'TargetFilename|contains: x', false],
    // Stores divide them.
    ['windows', 'Hashes: MD5=1', 'Hashes: MD5=2', false],
    ['windows', 'Data: x', 'Data: y', false],
    ['linux', 'Image|endswith: /a', 'Image|endswith: /b', false],
  ])('the data of a Windows event has each name once: %s, %s and %s', (product, a, b, never) => {
    const read = rule(`a: {${a}}\nb: {${b}}\ncondition: a and b`, product);
    expect(neverMatches(read, read.detection.conditions[0]!) !== null).toBe(never);
  });
});
