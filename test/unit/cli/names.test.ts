import { expect, test } from 'vitest';
import { keyOf, outputNames } from '../../../src/cli/output/names.js';

test('plain paths stay', () => {
  expect(outputNames(['a.yml', 'x/b.yaml', 'x/c.d.YML'])).toEqual(['a', 'x/b', 'x/c.d']);
});

test.each([
  [['a.yml', 'A.yml']],
  [['Win/a.yml', 'win/a.yml']],
  [['\u00e9.yml', 'e\u0301.yml']],
  [['a.yml', 'a.yaml']],
  [['a.yml', 'a.2.yml', 'a.2.yaml']],
  [['a:b.yml', 'a?b.yml', 'a_b.yml']],
  [['\u017f.yml', 's.yml']],
])('%j give names that differ, independent of their order', (paths) => {
  const names = outputNames(paths);
  expect(new Set(names.map(keyOf)).size).toBe(paths.length);
  const reversed = [...outputNames([...paths].reverse())].reverse();
  expect(reversed).toEqual(names);
});

test('a name of a second query is left to it', () => {
  expect(outputNames(['a.yml', 'a.2.yml'])).toEqual([
    'a',
    expect.stringMatching(/^a\.2~[0-9a-f]{8}$/),
  ]);
  expect(outputNames(['a.2.yml'])).toEqual(['a.2']);
});

test.each(['con.yml', 'NUL.x.yml', 'com1.yml', 'lpt\u00b9.yml', 'a .yml', 'a..yml', 'aux/b.yml'])(
  '%s is nothing that Windows keeps',
  (path) => {
    for (const part of outputNames([path])[0]!.split('/')) {
      expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt[\d\u00b9])(?:\.|$)/i);
      expect(part).not.toMatch(/[. ]$/);
    }
  },
);

test('nothing leads out, controls nothing, hides nothing, or is one of our own', () => {
  for (const path of ['../../a.yml', 'x/../../a.yml', './a.yml']) {
    expect(outputNames([path])[0]!.split('/')).not.toContain('..');
  }
  expect(outputNames(['a\n::error::\u202eb.yml'])[0]).toMatch(/^[\w~]+$/);
  expect(outputNames(['.sigmaql-output.json.yml'])[0]).toMatch(/^_/);
});

test('a long name is cut between characters', () => {
  const [name] = outputNames([`${'\u{1f600}'.repeat(80)}.yml`]);
  expect(Buffer.byteLength(`${name}.100.savedsearches`)).toBeLessThan(255);
  expect(name).toMatch(/^(?:\u{1f600})+~[0-9a-f]{8}$/u);
});
