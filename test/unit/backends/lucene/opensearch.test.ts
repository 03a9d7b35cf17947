import { expect, test } from 'vitest';
import { lucene } from '../../../../backends/lucene/index.js';
import { defaultsOf, firstQuery } from '../../../support/defaults.js';

test('a rule that nothing can be asked of in OpenSearch is for a target that OpenSearch has', async () => {
  const rule = {
    logsource: { product: 'windows', category: 'process_creation' },
    detection: { s: { 'CommandLine|contains': 'kettle' }, condition: 's' },
  };
  const settings = (await defaultsOf([lucene])).get('lucene')!;
  const options = { flavour: 'opensearch' };
  const { diagnostics } = firstQuery(rule, { ...settings, options });
  const all = diagnostics.find((d) => d.code === 'elastic-all-open');
  expect(all?.message).toContain(', or convert the rule for `dsl`.');
});
