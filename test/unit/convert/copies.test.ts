import { join } from 'node:path';
import { expect, test } from 'vitest';
import { esql } from '../../../backends/esql/index.js';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import type { Query } from '../../../src/convert/index.js';
import { link } from '../../../src/model/linking/library.js';
import { parse } from '../../../src/model/parse.js';
import { toRecord } from '../../../src/source/diagnostic.js';
import { defaultsOf } from '../../support/defaults.js';
import { filesUnder } from '../../support/golden-files.js';

/*
 * A backend of a package brings a module of its own for each of ours, and documents reach a thread as
 * copies: what is equal is the same.
 */

const backends = [kql, splunk, lucene, esql];
const settings = await defaultsOf(backends);
const rules = filesUnder(join(import.meta.dirname, '../../../rules'));
const documents = rules
  .filter(({ path }) => path.endsWith('.yml'))
  .flatMap(({ path, text }) => parse(text, { path }).documents);

const told = ({ text, fidelity, diagnostics }: Query) => [
  text,
  fidelity,
  diagnostics.map(toRecord),
];

test.each(backends)('a copy of a document gives the same queries: $name', ({ name }) => {
  const options = settings.get(name)!;
  const queries = convert(link(documents), options).map(told);
  expect(convert(link(structuredClone(documents)), options).map(told)).toEqual(queries);
});
