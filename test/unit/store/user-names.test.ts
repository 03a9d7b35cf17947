import { expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../../../src/pipeline/shipped.js';
import { readLibrary } from '../../support/read-library.js';

test.each([
  [kql, 'linux', 'AccountName =~ "root"'],
  [kql, 'macos', 'AccountName =~ "root"'],
  [splunk, 'linux', 'User="root"'],
  [splunk, 'macos', 'user="root"'],
  [lucene, 'linux', 'user.name:/[rR][oO][oO][tT]/'],
  [lucene, 'macos', 'user.name:/[rR][oO][oO][tT]/'],
])('$0.name, $1: a user has no domain', async (backend, product, code) => {
  const rule = `
title: A
logsource: { product: ${product}, category: process_creation }
detection: { a: { User: root, Image|endswith: /nc }, condition: a }
`;
  const pipelines = await shippedPipelines(backend);
  const tables = await publishedTables(backend);
  const [query] = convert(readLibrary(rule), { backend, pipelines, tables });
  expect(query!.queryText).toContain(code);
});
