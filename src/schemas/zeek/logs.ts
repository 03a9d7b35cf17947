/** What Zeek calls the types that its stores tell apart; `list` is for its sets and vectors. */
export type ZeekType =
  'bool' | 'count' | 'double' | 'int' | 'interval' | 'list' | 'port' | 'string' | 'time';

/**
 * In most logs: the connection. Those of `ctx` are there if connections are told apart by VLAN.
 * https://docs.zeek.org/en/master/scripts/policy/frameworks/conn_key/vlan_fivetuple.zeek.html
 */
const FLOW =
  'uid id.orig_h id.orig_p:port id.resp_h id.resp_p:port id.ctx.vlan:int id.ctx.inner_vlan:int';

/**
 * Fields of Zeek's logs besides `ts`, with those that the policy scripts which come with Zeek add, as
 * its JSON names them. A field without a type is a string.
 * https://docs.zeek.org/en/master/script-reference/log-files.html
 *
 * Of versions before: dpd, the hosts of files, and the identifiers of certificates.
 * https://docs.zeek.org/en/v7.0.0/scripts/base/frameworks/analyzer/dpd.zeek.html
 * https://docs.zeek.org/en/v6.0.0/scripts/base/frameworks/files/main.zeek.html
 * https://docs.zeek.org/en/v4.0.0/scripts/base/files/x509/main.zeek.html
 *
 * Of packages: JA3, HASSH, and what is sent by POST.
 * https://github.com/salesforce/ja3
 * https://github.com/salesforce/hassh
 * https://github.com/corelight/log-add-http-post-bodies
 */
const LOGS: Readonly<Record<string, string>> = {
  analyzer: `${FLOW} analyzer_kind analyzer_name fuid proto failure_reason failure_data packet_segment`,
  analyzer_debug: `${FLOW} cause analyzer_kind analyzer_name fuid failure_reason failure_data`,
  broker: `ty ev peer.address peer.bound_port:port message`,
  capture_loss: `ts_delta:interval peer gaps:count acks:count percent_lost:double`,
  cluster: `node message`,
  config: `id old_value new_value location`,
  conn: `
    ${FLOW} proto service duration:interval orig_bytes:count resp_bytes:count conn_state
    local_orig:bool local_resp:bool missed_bytes:count history orig_pkts:count
    orig_ip_bytes:count resp_pkts:count resp_ip_bytes:count tunnel_parents:list community_id
    failed_service:list ip_proto_name orig_l2_addr resp_l2_addr vlan:int inner_vlan:int
    pppoe_session_id:count speculative_service`,
  dce_rpc: `${FLOW} rtt:interval named_pipe endpoint operation`,
  dhcp: `
    uids:list client_addr server_addr mac host_name client_fqdn domain requested_addr
    assigned_addr lease_time:interval client_message server_message msg_types:list
    duration:interval msg_orig:list client_software server_software circuit_id agent_remote_id
    subscriber_id`,
  dnp3: `${FLOW} fc_request fc_reply iin:count`,
  dns: `
    ${FLOW} proto trans_id:count rtt:interval query qclass:count qclass_name qtype:count
    qtype_name rcode:count rcode_name AA:bool TC:bool RD:bool RA:bool Z:count answers:list
    TTLs:list rejected:bool auth:list addl:list original_query`,
  dpd: `${FLOW} proto analyzer failure_reason packet_segment`,
  files: `
    ${FLOW} fuid source depth:count analyzers:list mime_type filename duration:interval
    local_orig:bool is_orig:bool seen_bytes:count total_bytes:count missing_bytes:count
    overflow_bytes:count timedout:bool parent_fuid md5 sha1 sha256 extracted
    extracted_cutoff:bool extracted_size:count entropy:double tx_hosts:list rx_hosts:list
    conn_uids:list`,
  ftp: `
    ${FLOW} user password command arg mime_type file_size:count reply_code:count reply_msg
    data_channel.passive:bool data_channel.orig_h data_channel.resp_h data_channel.resp_p:port
    fuid`,
  http: `
    ${FLOW} trans_depth:count method host uri referrer version user_agent origin
    request_body_len:count response_body_len:count status_code:count status_msg info_code:count
    info_msg tags:list username password proxied:list orig_fuids:list orig_filenames:list
    orig_mime_types:list resp_fuids:list resp_filenames:list resp_mime_types:list
    client_header_names:list server_header_names:list cookie_vars:list uri_vars:list post_body`,
  intel: `
    ${FLOW} seen.indicator seen.indicator_type seen.where seen.node matched:list sources:list
    fuid file_mime_type file_desc cif.tags cif.confidence:double cif.source cif.description
    cif.firstseen cif.lastseen`,
  irc: `${FLOW} nick user command value addl dcc_file_name dcc_file_size:count dcc_mime_type fuid`,
  kerberos: `
    ${FLOW} request_type client service success:bool error_msg from:time till:time cipher
    forwardable:bool renewable:bool client_cert_subject client_cert_fuid server_cert_subject
    server_cert_fuid auth_ticket new_ticket`,
  known_certs: `host port_num:port subject issuer_subject serial`,
  known_hosts: `host`,
  known_modbus: `host device_type`,
  known_services: `host port_num:port port_proto service:list`,
  ldap: `${FLOW} message_id:int version:int opcode result diagnostic_message object argument`,
  ldap_search: `
    ${FLOW} message_id:int scope deref_aliases base_object result_count:count result
    diagnostic_message filter attributes:list`,
  modbus: `${FLOW} tid:count unit:count func pdu_type exception`,
  modbus_register_change: `${FLOW} register:count old_val:count new_val:count delta:interval`,
  mysql: `${FLOW} cmd arg success:bool rows:count response`,
  netcontrol: `
    rule_id category cmd state action target entity_type entity mod msg priority:int
    expire:interval location plugin`,
  netcontrol_catch_release: `
    rule_id ip action block_interval:interval watch_interval:interval blocked_until:time
    watched_until:time num_blocked:count location message plugin`,
  netcontrol_drop: `rule_id orig_h orig_p:port resp_h resp_p:port expire:interval location`,
  netcontrol_shunt: `rule_id f.src_h f.src_p:port f.dst_h f.dst_p:port expire:interval location`,
  notice: `
    ${FLOW} fuid file_mime_type file_desc proto note msg sub src dst p:port n:count peer_descr
    actions:list email_dest:list suppress_for:interval remote_location.country_code
    remote_location.region remote_location.city remote_location.latitude:double
    remote_location.longitude:double dropped:bool community_id`,
  ntlm: `
    ${FLOW} username hostname domainname server_nb_computer_name server_dns_computer_name
    server_tree_name success:bool`,
  ntp: `
    ${FLOW} version:count mode:count stratum:count poll:interval precision:interval
    root_delay:interval root_disp:interval ref_id ref_time:time org_time:time rec_time:time
    xmt_time:time num_exts:count`,
  ocsp: `
    id hashAlgorithm issuerNameHash issuerKeyHash serialNumber certStatus revoketime:time
    revokereason thisUpdate:time nextUpdate:time`,
  openflow: `
    dpid:count match.in_port:count match.dl_src match.dl_dst match.dl_vlan:count
    match.dl_vlan_pcp:count match.dl_type:count match.nw_tos:count match.nw_proto:count
    match.nw_src match.nw_dst match.tp_src:count match.tp_dst:count flow_mod.cookie:count
    flow_mod.table_id:count flow_mod.command flow_mod.idle_timeout:count
    flow_mod.hard_timeout:count flow_mod.priority:count flow_mod.out_port:count
    flow_mod.out_group:count flow_mod.flags:count flow_mod.actions.out_ports:list
    flow_mod.actions.vlan_vid:count flow_mod.actions.vlan_pcp:count
    flow_mod.actions.vlan_strip:bool flow_mod.actions.dl_src flow_mod.actions.dl_dst
    flow_mod.actions.nw_tos:count flow_mod.actions.nw_src flow_mod.actions.nw_dst
    flow_mod.actions.tp_src:count flow_mod.actions.tp_dst:count`,
  packet_filter: `node filter init:bool success:bool failure_reason`,
  pe: `
    id machine compile_ts:time os subsystem is_exe:bool is_64bit:bool uses_aslr:bool
    uses_dep:bool uses_code_integrity:bool uses_seh:bool has_import_table:bool
    has_export_table:bool has_cert_table:bool has_debug_data:bool section_names:list`,
  postgresql: `
    ${FLOW} user database application_name frontend frontend_arg backend backend_arg
    success:bool rows:count`,
  quic: `
    ${FLOW} version client_initial_dcid client_scid server_scid server_name client_protocol
    history`,
  radius: `${FLOW} username mac framed_addr tunnel_client connect_info reply_msg result ttl:interval`,
  rdp: `
    ${FLOW} cookie result security_protocol client_channels:list keyboard_layout client_build
    client_name client_dig_product_id desktop_width:count desktop_height:count
    requested_color_depth cert_type cert_count:count cert_permanent:bool encryption_level
    encryption_method ssl:bool`,
  redis: `${FLOW} cmd.name cmd.key cmd.value success:bool reply.value`,
  reporter: `level message location`,
  rfb: `
    ${FLOW} client_major_version client_minor_version server_major_version server_minor_version
    authentication_method auth:bool share_flag:bool desktop_name width:count height:count`,
  signatures: `
    uid src_addr src_port:port dst_addr dst_port:port note sig_id event_msg sub_msg
    sig_count:count host_count:count`,
  sip: `
    ${FLOW} trans_depth:count method uri date request_from request_to response_from response_to
    reply_to call_id seq subject request_path:list response_path:list user_agent
    status_code:count status_msg warning request_body_len:count response_body_len:count
    content_type`,
  smb_cmd: `
    ${FLOW} command sub_command argument status rtt:interval version username tree tree_service
    referenced_file.ts:time referenced_file.uid referenced_file.id.orig_h
    referenced_file.id.orig_p:port referenced_file.id.resp_h referenced_file.id.resp_p:port
    referenced_file.id.ctx.vlan:int referenced_file.id.ctx.inner_vlan:int referenced_file.fuid
    referenced_file.action referenced_file.path referenced_file.name referenced_file.size:count
    referenced_file.prev_name referenced_file.times.modified:time
    referenced_file.times.accessed:time referenced_file.times.created:time
    referenced_file.times.changed:time`,
  smb_files: `
    ${FLOW} fuid action path name size:count prev_name times.modified:time times.accessed:time
    times.created:time times.changed:time`,
  smb_mapping: `${FLOW} path service native_file_system share_type`,
  smtp: `
    ${FLOW} trans_depth:count helo mailfrom rcptto:list date from to:list cc:list reply_to
    msg_id in_reply_to subject x_originating_ip first_received second_received last_reply
    path:list user_agent tls:bool fuids:list is_webmail:bool`,
  snmp: `
    ${FLOW} duration:interval version community get_requests:count get_bulk_requests:count
    get_responses:count set_requests:count display_string up_since:time`,
  socks: `
    ${FLOW} version:count user password status request.host request.name request_p:port
    bound.host bound.name bound_p:port`,
  software: `
    host host_p:port software_type name version.major:count version.minor:count
    version.minor2:count version.minor3:count version.addl unparsed_version url`,
  ssh: `
    ${FLOW} version:count auth_success:bool auth_attempts:count direction client server
    cipher_alg mac_alg compression_alg kex_alg host_key_alg host_key
    remote_location.country_code remote_location.region remote_location.city
    remote_location.latitude:double remote_location.longitude:double hasshVersion hassh
    hasshServer cshka hasshAlgorithms sshka hasshServerAlgorithms`,
  ssl: `
    ${FLOW} version cipher curve server_name resumed:bool last_alert next_protocol
    established:bool ssl_history cert_chain_fps:list client_cert_chain_fps:list subject issuer
    client_subject client_issuer sni_matches_cert:bool
    requested_client_certificate_authorities:list server_version:count client_version:count
    client_ciphers:list ssl_client_exts:list ssl_server_exts:list ticket_lifetime_hint:count
    dh_param_size:count point_formats:list client_curves:list orig_alpn:list
    client_supported_versions:list server_supported_version:count psk_key_exchange_modes:list
    client_key_share_groups:list server_key_share_group:count client_comp_methods:list
    sigalgs:list hashalgs:list validation_status ocsp_status valid_ct_logs:count
    valid_ct_operators:count cert_chain_fuids:list client_cert_chain_fuids:list ja3 ja3s`,
  stats: `
    peer mem:count pkts_proc:count bytes_recv:count pkts_dropped:count pkts_link:count
    pkt_lag:interval pkts_filtered:count events_proc:count events_queued:count
    active_tcp_conns:count active_udp_conns:count active_icmp_conns:count tcp_conns:count
    udp_conns:count icmp_conns:count timers:count active_timers:count files:count
    active_files:count dns_requests:count active_dns_requests:count reassem_tcp_size:count
    reassem_file_size:count reassem_frag_size:count reassem_unknown_size:count`,
  syslog: `${FLOW} proto facility severity message`,
  telemetry: `peer metric_type name labels:list label_values:list value:double`,
  traceroute: `src dst proto`,
  tunnel: `${FLOW} tunnel_type action`,
  unknown_protocols: `analyzer protocol_id first_bytes analyzer_history:list`,
  websocket: `
    ${FLOW} host uri user_agent subprotocol client_protocols:list server_extensions:list
    client_extensions:list`,
  weird: `${FLOW} name addl notice:bool peer source`,
  weird_stats: `name num_seen:count`,
  x509: `
    fingerprint certificate.version:count certificate.serial certificate.subject
    certificate.issuer certificate.not_valid_before:time certificate.not_valid_after:time
    certificate.key_alg certificate.sig_alg certificate.key_type certificate.key_length:count
    certificate.exponent certificate.curve san.dns:list san.uri:list san.email:list san.ip:list
    basic_constraints.ca:bool basic_constraints.path_len:count host_cert:bool client_cert:bool
    cert id`,
};

const read = new Map<string, ReadonlyMap<string, ZeekType>>();

/** The types of a log's fields, by name; undefined for a log that Zeek does not have. */
export function zeekFields(log: string): ReadonlyMap<string, ZeekType> | undefined {
  const known = read.get(log);
  if (known || !Object.hasOwn(LOGS, log)) return known;
  const fields = `ts:time ${LOGS[log]!}`.split(/\s+/).map((field) => {
    const [name = '', type = 'string'] = field.split(':');
    return [name, type as ZeekType] as const;
  });
  const made = new Map(fields);
  read.set(log, made);
  return made;
}
