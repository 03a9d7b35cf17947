import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Backend } from '../../src/backend/index.js';
import { convert } from '../../src/convert/index.js';
import type { Query } from '../../src/convert/index.js';
import { loadAttack } from '../../src/model/attack/load.js';
import { link } from '../../src/model/linking/library.js';
import { parse } from '../../src/model/parse.js';
import { loadShipped } from '../../src/pipeline/load.js';
import { storeOf } from '../../src/schemas/stores.js';
import { ruleFolders } from '../engines/rules.js';
import { spread } from '../engines/samples/near-miss.js';

/** What a rule may say to break out of what it is put into. */
const HOSTILE = `title: "[default]\\n[x] $y$ {{z}} \\"'\\\\"
id: 3f0f0a3c-6a51-4d1c-9a39-6f0a3c3f0f0a
description: "a\\n---\\nb: c\\\\"
level: constructor
tags: ["attack.t1059.001", "attack.execution]\\n", "attack.toString"]
references: ["]\\n[stanza]"]
logsource: {product: windows, category: process_creation}
fields: [Image, CommandLine, "x\\ny"]
detection:
  sel: {CommandLine|contains: ["\\n[a]\\nb = c", "---", "]", "{{x}}", "$y$"]}
  condition: sel
`;

/** Each format is made of a rule's metadata and query, so some of the corpus show what all would. */
const MOST_OF_FOLDER = 1_000;

const library = link([
  ...ruleFolders.flatMap((folder) =>
    spread(rulesIn(folder), MOST_OF_FOLDER).flatMap(
      (path) => parse(readFileSync(join(folder, path)), { path }).documents,
    ),
  ),
  ...parse(HOSTILE, { path: 'hostile.yml' }).documents,
]);
const attack = await loadAttack();

function rulesIn(folder: string): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((path) => path.endsWith('.yml')).sort();
}

/** The queries of the rules that ship and of some of the corpus, through the target's default pipelines. */
export async function queriesOf(
  backend: Backend,
  format: string,
  options: Readonly<Record<string, string>> = {},
): Promise<readonly Query[]> {
  const store = storeOf(backend);
  const texts = await store.pipelines();
  const pipelines = store.defaultPipelines.map((name) => {
    const { pipeline } = loadShipped(texts[name]!, name);
    return pipeline!;
  });
  const tables = await store.tables();
  const settings = { backend, format, pipelines, attack, tables, options };
  return convert(library, settings).filter((q) => q.text !== null);
}
