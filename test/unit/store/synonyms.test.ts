import { expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { synonymOf } from '../../../src/store/synonyms.js';
import { defaultsOf, firstQuery } from '../../support/defaults.js';

test.each([
  ['HttpMethod', 'cs-method'],
  ['http.request.method', 'cs-method'],
  ['StatusCode', 'sc-status'],
  ['SC-STATUS', null],
  ['URL', 'c-uri'],
  ['kettle', null],
  ['CommandLine', null],
  ['host.name', 'Computer'],
  ['source.ip', 'id.orig_h'],
])('%s is %s there', (field, meant) => {
  expect(synonymOf(field, ['c-uri', 'cs-method', 'SC-Status', 'Computer', 'id.orig_h'])).toBe(
    meant,
  );
});

test('a field that a source calls otherwise is refused with its name there', async () => {
  const settings = new Map(await defaultsOf([splunk]));
  const rule = {
    logsource: { category: 'webserver' },
    detection: { selection: { UriPath: '/kettle', StatusCode: 200 }, condition: 'selection' },
  };
  const { diagnostics } = firstQuery(rule, settings.get('splunk')!);
  const messages = diagnostics.filter((d) => d.code === 'field-not-in-source');
  expect(messages.map((d) => / Did you mean `[^`]*`\?/.exec(d.message)?.[0])).toEqual([
    ' Did you mean `cs-uri-stem`?',
    ' Did you mean `sc-status`?',
  ]);
});
