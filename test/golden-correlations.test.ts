import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { esql } from '../backends/esql/index.js';
import { kql } from '../backends/kql/index.js';
import { splunk } from '../backends/splunk/index.js';
import { convert } from '../src/convert/index.js';
import { setups } from './engines/correlations/setups.js';
import { updating } from './support/golden-files.js';
import { readLibrary } from './support/read-library.js';

/*
 * The query of each type with each condition under an alias, and of chains of three; in ES|QL, without
 * either. That they find what they should is what test/engines shows; here a reader sees what they are.
 * UPDATE_GOLDEN=1 writes the files.
 */
const all = setups().filter(({ name }) => name.includes(' by who,') || name.startsWith('third '));
const alone = setups().filter(
  ({ name }) => / by User, \w+$/.test(name) && !/ (?:of|then) /.test(name),
);

test.each([
  { backend: kql, of: all },
  { backend: splunk, of: all },
  { backend: esql, of: alone },
])('$backend.name', ({ backend, of }) => {
  const options = backend === kql ? { table: 'Events' } : {};
  const shown = of.map(({ name, text }) => {
    const query = convert(readLibrary(text, { path: 'correlation.yml' }), { backend, options }).at(
      -1,
    )!;
    expect(query.text, name).not.toBe(null);
    return `===== ${name.replace(/, \w+$/, '')}: ${query.fidelity}\n\n${query.text!}\n`;
  });
  const path = join(import.meta.dirname, `golden-correlations/${backend.name}.txt`);
  const made = shown.join('\n');
  if (updating) writeFileSync(path, made);
  expect(readFileSync(path, 'utf8')).toBe(made);
});
