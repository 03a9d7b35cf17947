import { describe, expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import type { Backend } from '../../../src/backend/contract.js';
import { compile } from '../../../src/match/compile.js';
import { loadSchemas } from '../../../src/match/schemas.js';
import { convert } from '../../../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../../../src/pipeline/shipped.js';
import { readLibrary } from '../../support/read-library.js';

const backends: Readonly<Record<string, Backend>> = { kql, lucene, splunk };

function ruleOf(logsource: string, item: string): string {
  return `title: A\nlogsource: { ${logsource} }\ndetection: { a: { ${item} }, condition: a }\n`;
}

async function queryOf(target: string, logsource: string, item: string): Promise<string | null> {
  const backend = backends[target]!;
  const [query] = convert(readLibrary(ruleOf(logsource, item)), {
    backend,
    pipelines: await shippedPipelines(backend),
    tables: await publishedTables(backend),
    compact: true,
  });
  return query!.queryText;
}

const SIGN_IN = 'product: azure, service: signinlogs';
const AUDIT = 'product: azure, service: auditlogs';
const GOOGLE = 'product: gcp, service: gcp.audit';
const TRAIL = 'product: aws, service: cloudtrail';

describe('a service in the cloud has its fields under the names of each store', () => {
  test.each([
    ['splunk', SIGN_IN, 'AppId', 'properties.appId="x"'],
    ['lucene', SIGN_IN, 'AppId', 'azure.signinlogs.properties.app_id:'],
    ['splunk', SIGN_IN, 'CorrelationId', ' correlationId="x"'],
    ['splunk', SIGN_IN, 'LocationDetails.countryOrRegion', 'properties.location.countryOrRegion='],
    ['kql', SIGN_IN, 'properties.location.countryOrRegion', 'LocationDetails.countryOrRegion'],
    ['kql', SIGN_IN, 'Status.failureReason', 'tostring(Status.failureReason) =~ "x"'],
    ['kql', AUDIT, 'InitiatedBy.user.userPrincipalName', 'InitiatedBy.user.userPrincipalName'],
    ['splunk', AUDIT, 'InitiatedBy.user.userPrincipalName', 'properties.initiatedBy.user.user'],
    ['lucene', AUDIT, 'InitiatedBy.user.userPrincipalName', 'initiated_by.user.userPrincipalName:'],
    ['kql', GOOGLE, 'protoPayload.authenticationInfo.principalEmail', 'PrincipalEmail =~ "x"'],
    ['kql', GOOGLE, 'gcp.audit.status.message', 'StatusMessage =~ "x"'],
    ['lucene', GOOGLE, 'gcp.audit.status.message', 'gcp.audit.status.message:'],
    ['lucene', TRAIL, 'vpcEndpointId', 'aws.cloudtrail.vpc_endpoint_id:'],
  ])('%s, %s: %s', async (target, logsource, field, code) => {
    expect(await queryOf(target, logsource, `${field}: x`)).toContain(code);
  });

  test('what Google sends is looked for with and without what Pub/Sub puts around it', async () => {
    for (const field of ['protoPayload.boil', 'data.protoPayload.boil']) {
      expect(await queryOf('splunk', GOOGLE, `${field}: x`)).toContain(
        '(data.protoPayload.boil="x" OR protoPayload.boil="x")',
      );
    }
    expect(await queryOf('splunk', GOOGLE, 'data.boil: x')).toContain(
      '(data.boil="x" OR boil="x")',
    );
    expect(await queryOf('splunk', GOOGLE, 'boil: x')).toMatch(/ boil="x"$/);
  });

  test('the rest of a name follows the prefix of its store, in queries and in events', async () => {
    const rule = ruleOf(TRAIL, 'requestParameters.pot: tea');
    expect(await queryOf('lucene', TRAIL, 'requestParameters.pot: tea')).toContain(
      'aws.cloudtrail.flattened.request_parameters.pot:"tea"',
    );
    const matcher = compile(readLibrary(rule), { schemas: await loadSchemas() });
    const stored = (pot: string): object => ({
      '@timestamp': '2026-01-01T00:00:00Z',
      event: { dataset: 'aws.cloudtrail' },
      aws: { cloudtrail: { flattened: { request_parameters: { pot } } } },
    });
    expect(matcher.match(stored('tea') as never)).toHaveLength(1);
    expect(matcher.match(stored('pea') as never)).toHaveLength(0);
  });
});

test('a part of a known object is not taken for a misspelling of it', async () => {
  const [query] = convert(readLibrary(ruleOf(TRAIL, 'requestParameters.a: b')), {
    backend: kql,
    pipelines: await shippedPipelines(kql),
    tables: await publishedTables(kql),
  });
  expect(query!.diagnostics.map((d) => d.code)).toEqual(['source-chosen']);
});
