import { describe, expect, test } from 'vitest';
import { loadAttack } from '../../../../src/model/attack/load.js';
import { attackUrl } from '../../../../src/model/attack/attack.js';
import { inspected } from '../build.js';

function attack(...tags: string[]) {
  const { attack: found } = inspected({ detection: 's: { a: 1 }\ncondition: s', tags });
  return found.map(({ span: _, ...rest }) => rest);
}

describe('the ATT&CK tags of a rule', () => {
  test('have names, tactics and what they are a part of', () => {
    expect(attack('attack.t1543.003')).toEqual([
      {
        tag: 'attack.t1543.003',
        kind: 'sub-technique',
        id: 'T1543.003',
        name: 'Windows Service',
        tactics: ['persistence', 'privilege-escalation'],
        parent: 'T1543',
        known: true,
        retired: false,
        replacedBy: [],
      },
    ]);
  });

  test.each([
    ['attack.lateral-movement', 'tactic', 'TA0008', 'Lateral Movement'],
    ['attack.lateral_movement', 'tactic', 'TA0008', 'Lateral Movement'],
    ['attack.ta0008', 'tactic', 'TA0008', 'Lateral Movement'],
    ['ATTACK.T1059', 'technique', 'T1059', 'Command and Scripting Interpreter'],
    ['attack.g0046', 'group', 'G0046', 'FIN7'],
    ['attack.s0029', 'software', 'S0029', 'PsExec'],
    ['attack.c0024', 'campaign', 'C0024', 'SolarWinds Compromise'],
  ])('%s', (tag, kind, id, name) => {
    expect(attack(tag)).toMatchObject([{ tag, kind, id, name, known: true, retired: false }]);
  });

  test.each([
    ['attack.privilege_execution', 'tactic', null],
    ['attack.t9999', 'technique', 'T9999'],
    ['attack.t9999.001', 'sub-technique', 'T9999.001'],
    ['attack.ds0005', 'other', 'DS0005'],
    ['attack.__proto__', 'tactic', null],
  ])('%s is not known, and kept', (tag, kind, id) => {
    expect(attack(tag)).toMatchObject([{ tag, kind, id, name: null, known: false }]);
  });

  test.each([
    ['attack.t1086', ['T1059.001']],
    ['attack.t1562.001', ['T1685']],
    // Withdrawn twice: the end of the chain counts.
    ['attack.t1089', ['T1685']],
    ['attack.t1064', []],
    ['attack.defense_evasion', ['TA0005', 'TA0112']],
  ])('%s is withdrawn', (tag, replacedBy) => {
    expect(attack(tag)).toMatchObject([{ known: true, retired: true, replacedBy }]);
  });

  test('stand once, and other namespaces are none', () => {
    expect(attack('attack.t1059', 'car.2013-05-002', 'attack.T1059', 'tlp.red')).toHaveLength(1);
  });
});

describe('the data', () => {
  test('is whole: every tactic, technique and successor that is named is there', async () => {
    const data = await loadAttack();
    const names = new Set(data.tactics.map((t) => t.tactics[0]));
    expect(data.tactics).toHaveLength(15);
    for (const object of data.objects.values()) {
      expect(object.name).not.toBe('');
      for (const tactic of object.tactics) expect(names).toContain(tactic);
      if (object.parent && !object.retired) expect(data.objects.get(object.parent)).toBeDefined();
      for (const id of object.replacedBy) expect(data.objects.get(id)?.retired).toBe(false);
    }
  });

  test('says whose it is', async () => {
    const { notice, version } = await loadAttack();
    expect(notice).toContain('The MITRE Corporation');
    expect(version).not.toBe('');
  });

  test('has a page of MITRE for each object', () => {
    const of = (kind: 'sub-technique' | 'group', id: string) => attackUrl({ id, kind });
    expect(of('sub-technique', 'T1543.003')).toBe('https://attack.mitre.org/techniques/T1543/003/');
    expect(of('group', 'G0046')).toBe('https://attack.mitre.org/groups/G0046/');
  });
});
