import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EventReader } from '../src/match/event-reader.js';
import { compile } from '../src/match/compile.js';
import { loadSchemas } from '../src/match/schemas.js';
import { link } from '../src/model/linking/library.js';
import { parse } from '../src/model/parse.js';

const corpus = join(import.meta.dirname, '../../shared/corpus');
const present = existsSync(corpus);
if (!present) console.log('test/recorded-events.test.ts is skipped: ../shared/corpus is absent.');

test.skipIf(!present)(
  'recorded attacks match their rules where log sources are compared, and no rule of another product',
  { timeout: 120_000 },
  async () => {
    const folder = join(corpus, 'sigmahq');
    const documents = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.yml'))
      .flatMap((f) => parse(readFileSync(join(folder, f)), { path: f }).documents);
    const library = link(documents);
    const matcher = compile(library, { schemas: await loadSchemas() });
    const open = compile(library);
    const missed: string[] = [];
    const foreign: string[] = [];
    let ruledOut = 0;
    for (const file of readdirSync(join(corpus, 'events'))) {
      const reader = new EventReader(file);
      const records = [...reader.push(readFileSync(join(corpus, 'events', file))), ...reader.end()];
      const matched = new Set<string>();
      for (const record of records) {
        if (record.kind !== 'event') continue;
        const matches = matcher.match(record.json);
        ruledOut += open.match(record.json).length - matches.length;
        for (const { document, rule } of matches) {
          matched.add(document.heading.id ?? '');
          const products = rule.logsource.product.map((n) => n.text);
          if (!products.includes('windows')) foreign.push(`${file}: ${rule.title}`);
        }
      }
      if (!matched.has(file.replace('.json', ''))) missed.push(file);
    }
    expect(missed).toEqual([]);
    expect(foreign).toEqual([]);
    expect(ruledOut).toBeGreaterThan(0);
  },
);
