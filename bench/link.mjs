// What linking takes of reading, linking and converting a corpus, as one line of JSON. Run by
// bench/run.mjs in a process of its own.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { convert, link, parse, shippedPipelines } from '../dist/index.js';
import { kql } from '../dist/kql.js';

const folder = process.argv[2];
const pipelines = await shippedPipelines(kql);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.yml'))
  .sort()
  .map((f) => readFileSync(join(folder, f)));

const start = process.cpuUsage();
const documents = files.flatMap((bytes) => parse(bytes).documents);
const before = process.cpuUsage();
const library = link(documents);
const linking = process.cpuUsage(before);
convert(library, { backend: kql, pipelines });
const all = process.cpuUsage(start);
console.log(JSON.stringify({ share: (linking.user + linking.system) / (all.user + all.system) }));
