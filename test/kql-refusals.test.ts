import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kql } from '../backends/kql/index.js';
import { convert } from '../src/convert/index.js';
import type { Query } from '../src/convert/index.js';
import type { Rule } from '../src/model/rule.js';
import { publishedTables, shippedPipelines } from '../src/pipeline/shipped.js';
import { readLibrary } from './support/read-library.js';

/*
 * Every rule of a catalogue that is refused says where in the rule, what of it, where that was looked
 * for, and what helps.
 */
const corpus = join(import.meta.dirname, '../../shared/corpus/sigmahq');
const present = existsSync(corpus);
if (!present) console.log('../shared/corpus is not here: refusals are not read.');

const SAYS: Readonly<Record<string, RegExp>> = {
  'field-not-in-source':
    /^No source for this log source has the field `(?<part>[^`]+)`\.(?: Did you mean `[^`]+`\?| The closest known field is `[^`]+`\.| It is a field of [^`]+\.)? Tried: \w.*\. Map it to an existing field in your own pipeline: `mapping: \{\k<part>: …\}`\.$/,
  'value-not-in-source':
    /^No source for this log source stores this value of `(?<part>[^`]+)`\. Tried: \w.*\. Map it to an existing field in your own pipeline: `mapping: \{\k<part>: …\}`\.$/,
  'source-needs-field':
    /^The sources for this log source require a condition on `(?<part>[^`]+)` in every alternative of the rule\. Tried: \w.*\. Add one to each alternative\.$/,
  'source-table-unknown':
    /^The pipeline has no table for (?<part>(?:category|product|service) \S+(?:, (?:product|service) \S+)*)\. (?:[A-Z].*\. )?Choose the table that stores these events, or add one under `sources` in your own pipeline\.$/,
  'kql-list-in-path':
    /^`(?<part>[^`]+)` is in a list, and no path in KQL leads to the elements of a list\. Search all of `\w+` for the string, or map this field to a column\.$/,
  'placeholder-unresolved': /^The placeholder (?<part>%\S+%) has no value\. Supply one or more\.$/,
};

/** What is wrong with how a refusal is told. */
function wrongWith({ diagnostics }: Query, rule: Rule): readonly string[] {
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (errors.length === 0) return ['says nothing'];
  return errors.flatMap(({ code, message, span }) => {
    const part = SAYS[code]?.exec(message)?.groups!['part'];
    if (part === undefined || span === null) return [`${code}: ${message}`];
    // The place that is underlined is the one that the message is about.
    const { file, start, end } = span;
    const about = file.text.slice(start, end);
    const ofLogSource = ['source-table-unknown', 'source-needs-field'].includes(code);
    const there = ofLogSource ? span === rule.logsource.span : about.includes(part);
    return there ? [] : [`${code}: ${part} is not in \`${about}\``];
  });
}

test.skipIf(!present)('what is refused says why, where, and what helps', async () => {
  const pipelines = await shippedPipelines(kql);
  const tables = await publishedTables(kql);
  const wrong: string[] = [];
  let refused = 0;
  for (const path of readdirSync(corpus, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.yml')) continue;
    const library = readLibrary(readFileSync(join(corpus, path)), { path });
    const queries = convert(library, { backend: kql, pipelines, tables });
    for (const query of queries.filter((q) => q.text === null)) {
      refused++;
      const rule = library.documents.find((i) => i.content?.kind === 'rule')!.content as Rule;
      wrong.push(...wrongWith(query, rule).map((w) => `${path}: ${w}`));
    }
  }
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(0);
});
