import { expect, test } from 'vitest';
import { dsl } from '../../../backends/dsl/index.js';
import { eql } from '../../../backends/eql/index.js';
import { esql } from '../../../backends/esql/index.js';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { readLibrary } from '../../support/read-library.js';

/** The title is what the query asks for, so that a search for the query would find the title. */
const rule = [
  'title: one',
  'logsource: {product: windows}',
  'detection:',
  '  selection:',
  '    Image: one',
  '    Text: two"\\',
  '  condition: selection',
].join('\n');

const modes = [kql, splunk, lucene, dsl, eql, esql].flatMap((backend) =>
  backend.formats.map(({ name }) => ({ backend, format: name })),
);

test.each(modes)('$backend.name $format leads back to the rule', ({ backend, format }) => {
  // What asks the index has a class for each letter.
  const options = {
    ...(backend === esql ? { values: 'single' } : {}),
    ...(format === 'monitor' ? { flavour: 'opensearch' } : {}),
  };
  const [query] = convert(readLibrary(rule, { path: 'r.yml' }), { backend, format, options });
  const { text, textSegments, segments } = query!;
  const parts = textSegments.map((s) => [
    rule.slice(s.span.start, s.span.end),
    text!.slice(s.start, s.end),
  ]);
  expect(textSegments.map((s) => s.span)).toEqual(segments.map((s) => s.span));
  expect(parts.length).toBeGreaterThan(1);
  for (const [from, written] of parts) {
    expect(written!.toLowerCase()).toContain(/^\w+/.exec(from!)![0].toLowerCase());
  }
});
