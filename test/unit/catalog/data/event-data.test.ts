import { describe, expect, test } from 'vitest';
import { parseEvents } from '../../../../src/catalog/data/event-data.js';
import { eventTables } from '../../../../src/catalog/data/events.js';

describe('the tables of events', () => {
  test('are read', () => {
    const data = parseEvents(['\n# Log\n@ Own, Other\n1 One thing\n@ Next\n1 Another\n2 Two\n']);
    expect(data.inChannel('log', 1).map((e) => `${e.provider}: ${e.meaning}`)).toEqual([
      'Own: One thing',
      'Next: Another',
    ]);
    expect(data.namesOf('Own')).toEqual(['Own', 'Other']);
    expect(data.withId(2)).toEqual([{ channel: 'Log', provider: 'Next', id: 2, meaning: 'Two' }]);
    expect(data.inChannel('none', 1)).toEqual([]);
  });

  test('are well formed: ids in order, a meaning for each, no full stop', () => {
    const wrong: string[] = [];
    let last = 0;
    let lines = 0;
    for (const line of eventTables
      .join('\n')
      .split('\n')
      .filter((l) => l !== '')) {
      if (/^[#@] \S/.test(line)) {
        last = 0;
        continue;
      }
      const [, id, meaning] = /^(\d+) (\S.*)$/.exec(line) ?? [];
      lines++;
      if (!id || Number(id) <= last || meaning!.endsWith('.')) wrong.push(line);
      last = Number(id);
    }
    expect(wrong).toEqual([]);
    expect(lines).toBeGreaterThan(1_300);
  });
});
