import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { inspector } from '../src/catalog/inspect/inspect.js';
import { inspectionRecord } from '../src/catalog/inspect/record.js';
import { readLibrary } from './support/read-library.js';

const root = join(import.meta.dirname, '../../shared/corpus/sigmahq');
const present = existsSync(root);
if (!present) {
  console.log('test/corpus-inspect.test.ts is skipped: ../shared/corpus/sigmahq is absent.');
}

/** What our copy of ATT&CK does not have: MITRE has withdrawn all data sources. */
const UNKNOWN_TAGS = ['attack.ds0005'];

describe.skipIf(!present)('the rules of SigmaHQ, inspected', async () => {
  const paths = present
    ? readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((f) => f.endsWith('.yml'))
        .sort()
    : [];
  const rules = paths.flatMap((path) => {
    const library = readLibrary(readFileSync(join(root, path)), { path });
    return library.documents.flatMap((i) => (i.content?.kind === 'rule' ? [i.content] : []));
  });
  const inspect = await inspector();
  const inspections = rules.map((rule) => inspect(rule));

  test('all are inspected', () => {
    expect(inspections.length).toBeGreaterThanOrEqual(3_306);
  });

  test('every event id has a meaning', () => {
    const unknown = inspections.flatMap(({ rule, events }) =>
      events.filter((e) => !e.known).map((e) => `${rule.span.file.path}: ${e.id}`),
    );
    expect(unknown).toEqual([]);
  });

  test('every ATT&CK tag has a name, and none is withdrawn', () => {
    const tags = inspections.flatMap((i) => i.attack);
    const unknown = tags.filter((t) => !t.known).map((t) => t.tag);
    expect([...new Set(unknown)].sort()).toEqual(UNKNOWN_TAGS);
    expect(tags.filter((t) => t.retired).map((t) => t.tag)).toEqual([]);
  });

  test('the text of a stage says what the rule says', () => {
    const wrong: string[] = [];
    for (const { rule, stages } of inspections) {
      const written = parseYaml(rule.span.file.text) as { detection: Record<string, unknown> };
      for (const { name, text } of stages) {
        if (name === 'condition') continue;
        const same =
          JSON.stringify(parseYaml(text)) === JSON.stringify({ [name]: written.detection[name] });
        if (!same) wrong.push(`${rule.span.file.path}: ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('every rule has stages and predicates, and is plain JSON', () => {
    for (const inspection of inspections) {
      const { stages, predicates, indicators } = inspection;
      expect(stages.length).toBeGreaterThan(1);
      expect(predicates.length).toBeGreaterThan(0);
      expect(indicators.every((i) => i.corpus === null)).toBe(true);
      const record = inspectionRecord(inspection);
      expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    }
  });
});
