import { expect, test } from 'vitest';
import { globsOf } from '../../../src/cli/input/glob.js';

const matches = (glob: string, path: string): boolean =>
  globsOf(glob).some(
    ({ base, matches: test }) =>
      (base === '.' && test(path)) ||
      (path.startsWith(`${base}/`) && test(path.slice(base.length + 1))),
  );

test.each([
  ['*.yml', 'a.yml', true],
  ['*.yml', 'x/a.yml', false],
  ['x/*.yml', 'x/a.yml', true],
  ['x/**/*.yml', 'x/a.yml', true],
  ['x/**/*.yml', 'x/y/z/a.yml', true],
  ['x/**/*.yml', 'xx/a.yml', false],
  ['**/a.yml', 'a.yml', true],
  ['x/**', 'x/y/a.yml', true],
  ['x/?.yml', 'x/a.yml', true],
  ['x/?.yml', 'x/ab.yml', false],
  ['x/[ab]*.yml', 'x/b1.yml', true],
  ['x/[!ab]*.yml', 'x/b1.yml', false],
  ['x/[!a]y', 'x//y', false],
  ['x/{a,b}.yml', 'x/b.yml', true],
  ['{x/y,z}/*.yml', 'x/y/a.yml', true],
  ['{x,{y,z}}/*.yml', 'z/a.yml', true],
  ['x/a.y*ml', 'x/a.yml', true],
  ['x/a.y*ml', 'x/aXyml', false],
  ['x/a(1)+*.yml', 'x/a(1)+b.yml', true],
])('%s and %s: %s', (glob, path, expected) => {
  expect(matches(glob, path)).toBe(expected);
});

test('a pattern without `**` looks no deeper than it says', () => {
  expect(globsOf('x/*/a*.yml')).toMatchObject([{ base: 'x', depth: 1 }]);
  expect(globsOf('x/**/a.yml')).toMatchObject([{ base: 'x', depth: Infinity }]);
  expect(globsOf('/*.yml')).toMatchObject([{ base: '/' }]);
});

test('a range that is none is wrong use', () => {
  expect(() => globsOf('[z-a].yml')).toThrow('not a valid pattern');
});

test('braces do not multiply without end', () => {
  expect(globsOf('{a,b}'.repeat(40)).length).toBeLessThan(5_000);
});
