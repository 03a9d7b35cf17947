import { expect, test } from 'vitest';
import { loadAttack } from '../../../../src/model/attack/load.js';
import { authorsOf, valuesOf } from '../../../../src/catalog/site/facets.js';
import { ruleOf } from './build.js';

const attack = await loadAttack();
const detection = 's:\n  f: x\ncondition: s';

test.each([
  ['A B', ['A B']],
  ['A (X, Y), B;C', ['A', 'B', 'C']],
  ['A (idea), A (rule)', ['A']],
  [' , ,', []],
  ['A ((x), y', ['A']],
  ['A), B', ['A', 'B']],
] as const)('the authors of %j are %j', (text, authors) => {
  expect(authorsOf(text)).toEqual(authors);
});

test.each([
  [['attack.persistence', 'attack.t1059'], ['persistence']],
  [['attack.t1543.003'], ['persistence', 'privilege-escalation']],
  [['attack.privilege_execution', 'attack.t1059'], ['execution']],
  // Defense Evasion was divided; T1562 belongs to one part.
  [['attack.defense-evasion', 'attack.t1562'], ['defense-impairment']],
  [['attack.defense_evasion'], ['stealth', 'defense-impairment']],
  [['cve.2021.44228'], []],
] as const)('the tactics of %j are %j', (tags, tactics) => {
  expect(valuesOf(ruleOf({ tags, detection }), 'tactic', attack)).toEqual(tactics);
});

test('log sources and levels go by their names in lower case', () => {
  const rule = ruleOf({
    detection,
    level: 'High',
    logsource: '{ product: [Windows, windows], service: security }',
  });
  expect(valuesOf(rule, 'product', attack)).toEqual(['windows']);
  expect(valuesOf(rule, 'service', attack)).toEqual(['security']);
  expect(valuesOf(rule, 'category', attack)).toEqual([]);
  expect(valuesOf(rule, 'level', attack)).toEqual(['high']);
  expect(valuesOf(rule, 'language', attack)).toEqual(['sigma']);
});
