import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveColumns } from '../../../backends/kql/columns.js';
import { kql } from '../../../backends/kql/index.js';
import { convert } from '../../../src/convert.js';
import type { Query } from '../../../src/convert.js';
import { MatchEvent } from '../../../src/match/event.js';
import { Compiler } from '../../../src/match/test.js';
import type { Test } from '../../../src/match/test.js';
import { parse } from '../../../src/model/parse.js';
import { lower } from '../../../src/predicate/lower.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { keeps, pathOf } from './evaluate.js';
import type { KqlValue } from './evaluate.js';
import { asQuery, readWhere } from './parser.js';
import type { KqlNode } from './parser.js';

const corpus = '../shared/corpus';
const present = existsSync(join(corpus, 'events'));
if (!present) console.log(`${corpus} is not here: the recorded events are skipped.`);

interface Recorded {
  readonly rule: string;
  readonly events: readonly MatchEvent[];
}

/** A file holds one JSON object or several after one another. */
function recorded(): Recorded[] {
  const folder = join(corpus, 'events');
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8').trim();
      const objects = JSON.parse(`[${text.replace(/\}\s*\n\{/g, '},\n{')}]`) as never[];
      return { rule: file.replace(/\.json$/, ''), events: objects.map((o) => new MatchEvent(o)) };
    });
}

interface Ready {
  readonly query: Query;
  readonly predicate: KqlNode;
  readonly names: ReadonlySet<string>;
  readonly types: Readonly<Record<string, string>>;
  readonly matches: Test;
}

function prepare(query: Query, expression: Expression): Ready {
  const { predicate } = readWhere(asQuery(query.queryText!));
  const names = new Set(namesIn(predicate));
  const column = resolveColumns(expression, () => undefined, 'path');
  const types = Object.fromEntries([...names].map((n) => [n, column(n).type ?? 'string']));
  return { query, predicate, names, types, matches: new Compiler().compile(expression) };
}

function namesIn(node: KqlNode): string[] {
  if (node.kind === 'name' || node.kind === 'path') return [pathOf(node)];
  if (node.kind === 'star') return ['*'];
  return 'operands' in node ? node.operands.flatMap(namesIn) : [];
}

function isKept({ predicate, names, types }: Ready, event: MatchEvent): boolean {
  const row: Record<string, KqlValue> = {};
  for (const name of names) {
    if (name === '*') event.texts().forEach((text, i) => (row[`* ${i}`] = text));
    else row[name] = ingested((event.field(name) ?? [])[0] as KqlValue, types[name]!);
  }
  return keeps(predicate, row, types);
}

/** What a column of a type would hold of a value: a column of numbers, no text. */
function ingested(value: KqlValue, type: string): KqlValue {
  if (type !== 'long' || typeof value !== 'string') return value;
  return /^(?:-?\d+|0x[0-9a-f]+)$/i.test(value) ? BigInt(value) : null;
}

test.skipIf(!present)(
  'a query keeps the recorded events that its rule matches, and no others',
  () => {
    const events = recorded();
    const files = readdirSync(join(corpus, 'sigmahq'), { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.yml'))
      .sort();
    const wrong: string[] = [];
    const found = new Set<string>();
    for (const file of files) {
      const text = readFileSync(join(corpus, 'sigmahq', file), 'utf8');
      const { collection } = parse(text, { path: file });
      const [item] = collection.items;
      if (item?.content?.kind !== 'rule') continue;
      const rule = item.content;
      convert(collection, { backend: kql }).forEach((query, i) => {
        const { expression } = lower(rule, rule.detection.conditions[i]!);
        if (query.queryText === null || !expression) return;
        const ready = prepare(query, expression);
        for (const { rule: id, events: ofRule } of events) {
          const own = id === rule.id;
          for (const event of ofRule) {
            const kept = isKept(ready, event);
            if (own && kept) found.add(id);
            if (query.fidelity === 'exact' && kept !== ready.matches(event)) {
              wrong.push(`${file}: ${kept ? 'keeps' : 'misses'} an event of ${id}`);
            }
          }
        }
      });
    }
    expect(wrong).toEqual([]);
    expect(events.map((e) => e.rule).filter((id) => !found.has(id))).toEqual([]);
  },
  300_000,
);
