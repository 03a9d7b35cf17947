import { zeekFields } from '../zeek/logs.js';
import type { ZeekType } from '../zeek/logs.js';

/**
 * How the columns of Corelight's functions differ from the fields of Zeek's logs, whose names they
 * have with underscores for dots: those that are not there, after a dash, and those of another type or
 * name. No function has the VLANs of `id.ctx`.
 * https://github.com/Azure/Azure-Sentinel/tree/master/Solutions/Corelight/Parsers
 * https://github.com/Azure/Azure-Sentinel/tree/master/.script/tests/KqlvalidationsTests/CustomTables
 */
const FUNCTIONS: Readonly<Record<string, string>> = {
  conn: `
    -failed_service -ip_proto_name -pppoe_session_id -speculative_service corelight_shunted:bool
    orig_cc:string resp_cc:string`,
  dce_rpc: '',
  dhcp: `
    -msg_orig -client_software -server_software -circuit_id -agent_remote_id -subscriber_id`,
  dnp3: '',
  dns: `
    -auth -addl -original_query -TTLs AA:string RA:string RD:string TC:string rejected:string
    trans_id:string`,
  dpd: '-packet_segment',
  files: '-entropy',
  ftp: '',
  http: `
    -password -client_header_names -server_header_names -cookie_vars -uri_vars
    user_agent:dynamic status_code:string orig_mime_types:string resp_mime_types:string
    orig_filenames:string resp_filenames:string tags:string`,
  intel: `
    -seen.node -cif.tags -cif.confidence -cif.source -cif.description -cif.firstseen
    -cif.lastseen`,
  irc: '',
  kerberos: '-auth_ticket -new_ticket',
  known_certs: '-host host_ip:string protocol:string',
  known_hosts: '-host host_ip:string',
  known_services: '-host -port_proto host_ip:string protocol:string service:string',
  ldap: '',
  ldap_search: '',
  modbus: '',
  mysql: '',
  notice: '-src -email_dest -dropped -community_id',
  ntlm: '',
  ntp: '',
  ocsp: '',
  pe: '',
  radius: '',
  rdp: '-ssl',
  rfb: '',
  signatures: '',
  sip: '-date',
  smb_files: '',
  smb_mapping: '',
  smtp: '-date -to -path date_:string to_:dynamic path_list:dynamic',
  snmp: '',
  socks: '-password',
  software: '-host -url',
  ssh: '',
  ssl: `
    -issuer -client_subject -client_issuer -requested_client_certificate_authorities
    -server_version -client_version -client_ciphers -ssl_client_exts -ssl_server_exts
    -ticket_lifetime_hint -dh_param_size -point_formats -client_curves -orig_alpn
    -client_supported_versions -server_supported_version -psk_key_exchange_modes
    -client_key_share_groups -server_key_share_group -client_comp_methods -sigalgs -hashalgs
    -ocsp_status -valid_ct_logs -valid_ct_operators -cert_chain_fuids -client_cert_chain_fuids
    ssl_issuer:string`,
  syslog: '',
  tunnel: '',
  weird: '',
  x509: '-cert -id',
};

const TYPES: Readonly<Record<ZeekType, string>> = {
  bool: 'bool',
  count: 'long',
  double: 'real',
  int: 'int',
  interval: 'real',
  list: 'dynamic',
  port: 'int',
  string: 'string',
  time: 'datetime',
};

/** The columns of a function, such as `corelight_conn()`; undefined for any other table. */
export function corelightColumns(table: string): ReadonlyMap<string, string> | undefined {
  const log = /^corelight_(\w+)\(\)$/.exec(table)?.[1];
  if (log === undefined || !Object.hasOwn(FUNCTIONS, log)) return undefined;
  const columns = new Map([['TimeGenerated', 'datetime']]);
  for (const [name, type] of zeekFields(log) ?? []) {
    if (!name.startsWith('id.ctx.')) columns.set(name.replaceAll('.', '_'), TYPES[type]);
  }
  for (const word of FUNCTIONS[log]!.split(/\s+/)) {
    const [name = '', type] = word.split(':');
    if (type !== undefined) columns.set(name, type);
    else columns.delete(name.slice(1).replaceAll('.', '_'));
  }
  return columns;
}
