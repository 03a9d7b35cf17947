import type { Json } from './asked.js';
import type { StoredEverywhere } from './readings.js';

const AUDIT = {
  action_id: 'AL',
  class_type: 'SA',
  succeeded: 'true',
  server_principal_name: 'KETTLE\\one two',
  schema_name: '',
  object_name: 'KettleAudit',
  statement: 'ALTER SERVER AUDIT [KettleAudit]\n  WITH (STATE = OFF) -- 1 < 2',
  additional_information: '<action_info><state>2</state></action_info>',
};

const auditText = [
  'audit_schema_version:1',
  `action_id:${AUDIT.action_id}  `,
  `succeeded:${AUDIT.succeeded}`,
  `class_type:${AUDIT.class_type}`,
  'session_server_principal_name:KETTLE\\three',
  `server_principal_name:${AUDIT.server_principal_name}`,
  'schema_name:',
  `object_name:${AUDIT.object_name}`,
  `statement:${AUDIT.statement}`,
  `additional_information:${AUDIT.additional_information}`,
  'user_defined_information:',
  'host_name:KETTLE\n.',
].join('\n');

const inXml = `<Data>${auditText.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</Data>`;

const audits: readonly Json[] = [
  { action_id: 'AL' },
  { action_id: 'al' },
  { action_id: 'A' },
  { action_id: ['DR', 'AL'] },
  { class_type: 'SA' },
  { class_type: 'S' },
  { server_principal_name: 'KETTLE\\one two' },
  { server_principal_name: 'KETTLE\\three' },
  { 'server_principal_name|endswith': '\\one two' },
  { object_name: 'kettleaudit' },
  { 'statement|contains': 'STATE = OFF' },
  { 'statement|contains': 'state = on' },
  { 'statement|startswith': 'ALTER SERVER' },
  { 'statement|endswith': '1 < 2' },
  { 'statement|contains': 'additional' },
  { 'additional_information|contains': '<state>2</state>' },
  { 'additional_information|contains': '<state>5</state>' },
];

const URI = '/kettle/a.jsp/?boil=1&to=%2e%2e/x';
const AGENT = 'Kettle/1.0 (boils; "hot")';
const LINE = `192.0.2.7 - one [30/Nov/2026:15:00:00 +0000] "PUT ${URI} HTTP/1.1" 201 512 "-" "${AGENT.replaceAll('"', '\\"')}"`;

const requests: readonly Json[] = [
  { 'c-uri': URI },
  { 'c-uri|endswith': '/x' },
  { 'c-uri|contains': '.jsp/' },
  { 'cs-uri-query|contains': 'boil=1' },
  { 'c-uri-stem': '/kettle/a.jsp/' },
  { 'c-uri-stem|contains': 'boil' },
  { 'cs-uri-stem|endswith': '.jsp/' },
  { 'cs-method': 'put' },
  { 'cs-method': 'GET' },
  { 'sc-status': 201 },
  { 'sc-status': [200, 404] },
  { 'sc-status|gte': 400 },
  { 'c-ip|cidr': '192.0.2.0/24' },
  { 'c-ip': '192.0.2.8' },
  { 'cs-username': 'one' },
  { 'c-useragent|startswith': 'kettle/1.0' },
  { 'cs-user-agent|contains': 'boils' },
  { 'cs-version': 'HTTP/1.1' },
  { 'sc-bytes': 512 },
];

/** What applications log, and how each store keeps it. */
export const APPLICATIONS: readonly StoredEverywhere[] = [
  {
    name: 'an audit of SQL Server',
    logsource: { product: 'mssql', category: 'application' },
    telling: { EventID: 33205 },
    raw: { EventID: 33205, ...AUDIT },
    rows: {
      Event: {
        EventLog: 'Application',
        Source: 'MSSQLSERVER$AUDIT',
        EventID: 33205,
        EventData: `<DataItem><EventData>${inXml}</EventData></DataItem>`,
      },
    },
    inSplunk: {
      source: 'XmlWinEventLog:Application',
      sourcetype: 'XmlWinEventLog',
      EventCode: '33205',
      Name: "'MSSQLSERVER$AUDIT'",
      EventData_Xml: inXml,
    },
    asked: audits,
  },
  {
    name: 'a request to a web server',
    logsource: { product: 'apache', category: 'webserver' },
    telling: { 'c-uri|contains': '/' },
    raw: {
      'c-ip': '192.0.2.7',
      'c-uri': URI,
      'c-uri-stem': '/kettle/a.jsp/',
      'c-useragent': AGENT,
      'cs-method': 'PUT',
      'cs-uri-query': URI,
      'cs-uri-stem': '/kettle/a.jsp/',
      'cs-user-agent': AGENT,
      'cs-username': 'one',
      'cs-version': 'HTTP/1.1',
      'sc-bytes': 512,
      'sc-status': 201,
    },
    rows: { ApacheHTTPServer_CL: { RawData: LINE } },
    asked: requests,
  },
];
