import { describe, expect, test } from 'vitest';
import { inspectionRecord } from '../../../../src/catalog/inspect/record.js';
import { inspected } from '../build.js';

const ALL = 'b1: { x: 1 }\na1: { x: 2 }\na2: { x: 3 }\n_own: { x: 4 }\n';

function stages(detection: string): string[] {
  return inspected({ detection }).stages.map((s) => s.name);
}

describe('the stages of a rule', () => {
  test.each([
    ['a2 and b1', ['condition', 'a2', 'b1']],
    ['b1 or a1 and b1', ['condition', 'b1', 'a1']],
    ['a2 and 1 of a*', ['condition', 'a2', 'a1']],
    ['all of them', ['condition', 'b1', 'a1', 'a2']],
    ['_own and not 1 of a*', ['condition', '_own', 'a1', 'a2']],
  ])('%s', (condition, names) => {
    expect(stages(`${ALL}condition: ${condition}`)).toEqual(names);
  });

  test('each of several conditions is a stage 0, and an identifier stands once', () => {
    const { stages: found } = inspected({
      detection: `${ALL}condition:\n  - a1\n  - 'a2 and a1'`,
    });
    expect(found.map((s) => [s.name, s.text.split('\n')[0]])).toEqual([
      ['condition', 'a1'],
      ['condition', 'a2 and a1'],
      ['a1', 'a1:'],
      ['a2', 'a2:'],
    ]);
  });

  test('an identifier that only `near` names is one', () => {
    const near = `${ALL}timeframe: 5m\ncondition: a1 | near b1 and a2`;
    expect(stages(near)).toEqual(['condition', 'a1', 'b1', 'a2']);
  });

  test('have the text of the rule in one form', () => {
    const { stages: found } = inspected({
      detection: `s:
      - Image|endswith: # a comment
        - '\\a.exe' # another

        - "b"
        User: x
      - [ 'k', 2 ]
condition: s   `,
    });
    expect(found[1]!.text).toBe(
      `s:
  - Image|endswith:
      - '\\a.exe'
      - "b"
    User: x
  - - 'k'
    - 2`,
    );
  });

  test('stand at the lines of the rule', () => {
    const record = inspectionRecord(inspected({ detection: 's:\n  x: 1\ncondition: s' }));
    expect(record.stages.map((s) => [s.name, s.line])).toEqual([
      ['condition', 7],
      ['s', 5],
    ]);
  });
});
