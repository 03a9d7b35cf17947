import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventText } from '../../../src/match/event.js';
import { LiteralSet } from '../../../src/match/literals.js';
import type { Literal } from '../../../src/match/literals.js';

const HOLDS = {
  equals: (folded: string, text: string) => folded === text,
  startswith: (folded: string, text: string) => folded.startsWith(text),
  endswith: (folded: string, text: string) => folded.endsWith(text),
  contains: (folded: string, text: string) => folded.includes(text),
};

test('finds exactly the literals that a string has, whatever their case', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'B', 'c', '\u212a', '*', '😀'),
    maxLength: 40,
  });
  const literal: fc.Arbitrary<Literal> = fc
    .record({
      text: fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'k', '*', '😀'), maxLength: 14 }),
      place: fc.constantFrom('equals', 'startswith', 'endswith', 'contains'),
    })
    .filter((l) => l.text !== '' || l.place === 'equals');
  const literals = fc.uniqueArray(literal, {
    minLength: 1,
    maxLength: 12,
    selector: (l) => `${l.place} ${l.text}`,
  });
  const searched = fc.oneof(
    text,
    literals.map((all) => all.map((l) => l.text).join('')),
  );
  fc.assert(
    fc.property(literals, searched, (all, string) => {
      const found = new Set<number>();
      const it = new EventText(string);
      new LiteralSet(all).scan(it, (index) => found.add(index));
      expect([...found].sort((a, b) => a - b)).toEqual(
        all.flatMap((l, i) => (HOLDS[l.place](it.folded, l.text) ? [i] : [])),
      );
    }),
  );
});

test('long literals are found wherever they are in a string', () => {
  const literals: Literal[] = [
    { text: 'sekurlsa::logonpasswords', place: 'contains' },
    { text: '\\whisker.exe', place: 'endswith' },
    { text: 'https://kin', place: 'startswith' },
  ];
  const set = new LiteralSet(literals);
  const foundIn = (string: string): readonly number[] => {
    const found: number[] = [];
    set.scan(new EventText(string), (index) => found.push(index));
    return found;
  };
  for (let before = 0; before < 20; before++) {
    const margin = '-'.repeat(before);
    expect(foundIn(`${margin}SEKURL\u017fA::LogonPasswords ${margin}`)).toEqual([0]);
    expect(foundIn(`${margin}C:\\Whis\u212aer.exe`)).toEqual([1]);
    expect(foundIn(`https://\u212ain${margin}`)).toEqual([2]);
    expect(foundIn(`-${margin}https://kin \\whisker.exe ${margin}-`)).toEqual([]);
  }
});
