import { own } from './container.js';
import type { Form } from './form.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** What Sigma calls the fields of an event, by the paths to them, the first that is there. */
type Names = Readonly<Record<string, string | readonly string[]>>;

/** An event of a vendor that has names of its own. */
export interface VendorEvent {
  readonly shape: 'CrowdStrike' | 'OCSF' | 'Suricata';
  /** By the names that rules have for them. */
  readonly fields: JsonObject;
}

/**
 * Names of Falcon's events as SigmaHQ maps them. Of the parent there is only the name of its file.
 * https://github.com/SigmaHQ/pySigma-pipeline-crowdstrike
 */
const CROWDSTRIKE: Names = {
  DestinationIp: ['RemoteAddressIP4', 'RemoteAddressIP6'],
  DestinationPort: 'RemotePort',
  Image: 'ImageFileName',
  QueryName: 'DomainName',
  SourceIp: ['LocalAddressIP4', 'LocalAddressIP6'],
  SourcePort: 'LocalPort',
  TargetFilename: 'TargetFileName',
  User: 'UserName',
  md5: 'MD5HashData',
  sha256: 'SHA256HashData',
};

/** https://docs.suricata.io/en/latest/output/eve/eve-json-format.html */
const SURICATA: Names = {
  answer: ['dns.answers.rdata', 'dns.rdata'],
  'c-uri': 'http.url',
  'c-useragent': 'http.http_user_agent',
  'cs-host': 'http.hostname',
  'cs-method': 'http.http_method',
  'cs-referer': 'http.http_refer',
  'cs-referrer': 'http.http_refer',
  'cs-uri': 'http.url',
  'cs-uri-query': 'http.url',
  'cs-user-agent': 'http.http_user_agent',
  dst_ip: 'dest_ip',
  dst_port: 'dest_port',
  query: ['dns.rrname', 'dns.queries.rrname'],
  record_type: ['dns.rrtype', 'dns.queries.rrtype'],
  'sc-status': 'http.status',
};

/**
 * Processes, requests for names, and what Amazon makes of CloudTrail.
 *
 * https://schema.ocsf.io/1.1.0/classes/process_activity
 * https://github.com/ocsf/examples/tree/main/mappings/markdown/AWS
 */
const OCSF: Names = {
  CommandLine: 'process.cmd_line',
  Computer: 'device.hostname',
  Image: 'process.file.path',
  ParentCommandLine: ['process.parent_process.cmd_line', 'actor.process.cmd_line'],
  ParentImage: ['process.parent_process.file.path', 'actor.process.file.path'],
  User: ['process.user.name', 'actor.user.name'],
  awsRegion: 'cloud.region',
  dst_ip: 'dst_endpoint.ip',
  dst_port: 'dst_endpoint.port',
  errorCode: 'api.response.error',
  errorMessage: 'api.response.message',
  eventName: 'api.operation',
  eventSource: 'api.service.name',
  query: 'query.hostname',
  record_type: 'query.type',
  sourceIPAddress: ['src_endpoint.ip', 'src_endpoint.domain'],
  src_ip: 'src_endpoint.ip',
  src_port: 'src_endpoint.port',
  userAgent: 'http_request.user_agent',
  'userIdentity.accessKeyId': 'actor.user.credential_uid',
  'userIdentity.type': 'actor.user.type',
  'userIdentity.userName': 'actor.user.name',
};

/** Events of vendors that have names of their own. */
export const VENDORS: readonly Form<VendorEvent>[] = [
  {
    marks: ['event_simpleName'],
    read(json) {
      if (typeof json['event_simpleName'] !== 'string') return null;
      const parent = own(json, 'ParentBaseFileName');
      // Rules ask how the parent's path ends.
      const path =
        typeof parent === 'string' && !/[\\/]/.test(parent) ? separatorOf(json) + parent : parent;
      const fields = {
        ...named(json, CROWDSTRIKE),
        ...(path === undefined ? {} : { ParentImage: path }),
      };
      return { shape: 'CrowdStrike', fields };
    },
  },
  {
    marks: ['event_type'],
    read(json) {
      const isFlow = FLOW.some((key) => Object.hasOwn(json, key));
      if (typeof json['event_type'] !== 'string' || !isFlow) return null;
      return { shape: 'Suricata', fields: named(json, SURICATA) };
    },
  },
  {
    marks: ['class_uid'],
    read: (json) =>
      isJsonObject(own(json, 'metadata')) ? { shape: 'OCSF', fields: named(json, OCSF) } : null,
  },
];

/** What every event of Suricata's has of its flow. */
const FLOW = ['flow_id', 'in_iface', 'pcap_cnt'];

function separatorOf(json: JsonObject): string {
  return own(json, 'event_platform') === 'Win' ? '\\' : '/';
}

function named(json: JsonObject, names: Names): JsonObject {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, paths]) => {
      for (const path of [paths].flat()) {
        const value = at(json, path.split('.'));
        if (value !== undefined && value !== null) return [[name, value] as const];
      }
      return [];
    }),
  );
}

/** What a path leads to; the items of lists on the way, where there are any. */
function at(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(value)) {
    const found = value.flatMap((item: unknown) => at(item, path) ?? []);
    return found.length > 0 ? found : undefined;
  }
  return isJsonObject(value) ? at(own(value, key), rest) : undefined;
}
