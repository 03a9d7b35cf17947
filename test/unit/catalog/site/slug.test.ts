import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNames, slug } from '../../../../src/catalog/site/slug.js';

describe('a file name', () => {
  test.each([
    ['proc_creation_win_whoami', 'proc_creation_win_whoami'],
    ['Image ends_with \\PowerShell.exe', 'image-ends_with-powershell.exe'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', '_'],
    ['.hidden', 'hidden'],
    ['a..b', 'a.b'],
    ['', '_'],
    ['שלום', '_'],
    ['CON', 'con_'],
    ['nul.html', 'nul_.html'],
    ['COM1.x', 'com1_.x'],
    ['console', 'console'],
    ['a\u0000b\n', 'a-b'],
  ])('of %j is %j', (text, name) => {
    expect(slug(text)).toBe(name);
  });

  test('of any text is safe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = slug(text);
        expect(name).toMatch(/^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$/);
        expect(name).not.toContain('..');
        expect(name.length).toBeLessThanOrEqual(62);
        expect(slug(name)).toBe(name);
      }),
    );
  });
});

function named(...wishes: readonly (readonly [wish: string, identity: string])[]) {
  return wishes.map(([wish, identity]) => ({ item: identity, wish, identity }));
}

describe('file names', () => {
  test('are as wished where nobody else wants the same', () => {
    expect(fileNames(named(['a', '1'], ['b', '2']))).toEqual(
      new Map([
        ['1', 'a'],
        ['2', 'b'],
      ]),
    );
  });

  test('are told apart by identity, in whatever order they come', () => {
    const wishes = [
      ['a', '1'],
      ['A', '2'],
      ['á', '3'],
      ['a!', '4'],
      ['b', '5'],
    ] as const;
    const there = fileNames(named(...wishes));
    const back = fileNames(named(...[...wishes].reverse()));
    for (const [, identity] of wishes) expect(back.get(identity)).toBe(there.get(identity));
    expect(new Set(there.values()).size).toBe(wishes.length);
    expect(there.get('5')).toBe('b');
    expect(there.get('1')).toMatch(/^a-[0-9a-f]{8}$/);
  });

  test('are unique even where one looks like the suffix of another', () => {
    const [first] = [...fileNames(named(['a', '1'], ['a', '2'])).values()];
    const names = fileNames(named(['a', '1'], ['a', '2'], [first!, '3']));
    expect(new Set(names.values()).size).toBe(3);
    expect(names.get('3')).toBe(first);
  });

  test('are unique for any wishes', () => {
    const wish = fc.tuple(fc.constantFrom('a', 'A', 'a-', 'b', 'a.b', '..'), fc.string());
    fc.assert(
      fc.property(fc.uniqueArray(wish, { selector: ([, i]) => i, maxLength: 30 }), (list) => {
        const names = [...fileNames(named(...list)).values()];
        expect(new Set(names).size).toBe(list.length);
      }),
    );
  });
});
