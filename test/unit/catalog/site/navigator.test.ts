import { expect, test } from 'vitest';
import { navigatorLayer } from '../../../../src/catalog/site/navigator.js';
import { catalogWith, ruleOf } from './build.js';

const detection = 's:\n  f: x\ncondition: s';

test('a layer of format 4.5 with the rules of each technique', () => {
  const rules = [
    ['attack.t1059', 'attack.t1059.001', 'attack.execution'],
    ['attack.t1059.001', 'attack.g0007', 'attack.t9999', 'attack.t1100'],
  ].map((tags, i) => ruleOf({ tags, detection, path: `${i}.yml` }));
  const layer = JSON.parse(navigatorLayer(catalogWith(rules))) as Record<string, unknown>;
  expect(layer).toMatchObject({
    name: 'Rules',
    domain: 'enterprise-attack',
    versions: { attack: expect.stringMatching(/^\d+$/), layer: '4.5' },
    gradient: { minValue: 0, maxValue: 2 },
  });
  // What MITRE has withdrawn, or never had, is in no matrix.
  expect(layer['techniques']).toEqual([
    { techniqueID: 'T1059', score: 1, showSubtechniques: false },
    { techniqueID: 'T1059.001', score: 2, showSubtechniques: false },
  ]);
});

test('a layer of no rules is one too', () => {
  expect(JSON.parse(navigatorLayer(catalogWith([])))).toMatchObject({ techniques: [] });
});
