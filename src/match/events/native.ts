import { own } from './container.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/**
 * What Splunk would say of an event that is as its service wrote it, folded: Splunk keeps the names of JSON, so
 * what rules call its fields is known from there. Null where no such service is told by the event.
 */
export function nativeFacts(json: JsonObject): ReadonlyMap<string, readonly string[]> | null {
  const [sourcetype] = SERVICES.find(([, isOf]) => isOf(json)) ?? [zeekLog(json)];
  if (sourcetype === undefined) return null;
  const category = own(json, 'category');
  const facts = new Map([['sourcetype', [sourcetype]]]);
  if (typeof category === 'string') facts.set('category', [category.toLowerCase()]);
  return facts;
}

/**
 * Zeek's JSON names its log if its policy json-streaming-logs or Corelight writes it, and logs that are not
 * JSON name theirs above their lines.
 * https://github.com/corelight/json-streaming-logs
 */
function zeekLog(json: JsonObject): string | undefined {
  const path = own(json, '_path');
  return typeof path === 'string' && Object.hasOwn(json, 'ts')
    ? `zeek:${path.toLowerCase()}:json`
    : undefined;
}

const SERVICES: readonly (readonly [string, (json: JsonObject) => boolean])[] = [
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
  ['aws:cloudtrail', (json) => hasTexts(json, 'eventSource', 'eventName', 'eventVersion')],
  // https://learn.microsoft.com/en-us/azure/azure-monitor/platform/resource-logs-schema
  [
    'azure:monitor:aad',
    (json) => hasTexts(json, 'category', 'operationName') && isJsonObject(own(json, 'properties')),
  ],
  // https://cloud.google.com/logging/docs/reference/audit/auditlog/rest/Shared.Types/AuditLog
  [
    'google:gcp:pubsub:message',
    (json) => [json, own(json, 'data')].some((o) => isJsonObject(o) && isAuditLog(o)),
  ],
  // https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/
  ['kube:apiserver-audit', (json) => String(own(json, 'apiVersion')).startsWith('audit.k8s.io/')],
  // https://learn.microsoft.com/en-us/office/office-365-management-api/office-365-management-activity-api-schema
  ['o365:management:activity', (json) => hasTexts(json, 'CreationTime', 'Operation', 'Workload')],
  // https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SystemLog/
  ['oktaim2:log', (json) => hasTexts(json, 'eventType', 'published')],
];

function hasTexts(json: JsonObject, ...names: readonly string[]): boolean {
  return names.every((name) => typeof own(json, name) === 'string');
}

function isAuditLog(json: JsonObject): boolean {
  const payload = own(json, 'protoPayload');
  return isJsonObject(payload) && hasTexts(payload, 'methodName');
}
