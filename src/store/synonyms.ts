/**
 * What the taxonomy, Elastic, Microsoft, Splunk and people call one thing. The first that a source has is
 * what is meant by any of them.
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-appendix-taxonomy.md
 */
const GROUPS: readonly string[] = [
  'c-uri cs-uri url uri url.full url.original request_url request_uri http.url',
  'cs-uri-stem c-uri-stem url.path uri_path request_path http.path path',
  'cs-uri-query c-uri-query url.query query_string uri_query',
  'cs-method http.request.method http_method request_method method',
  'sc-status http.response.status_code http_status http_status_code status_code response_code status',
  'cs-user-agent c-useragent user_agent user_agent.original http_user_agent',
  'cs-host http_host url.domain host',
  'cs-referer cs-referrer http.request.referrer http_referrer',
  'cs-cookie cookie http_cookie',
  'c-ip src_ip SourceIp source.ip client_ip client.ip remote_addr IpAddress id.orig_h',
  'dst_ip DestinationIp destination.ip dest_ip id.resp_h',
  'src_port SourcePort source.port id.orig_p',
  'dst_port DestinationPort destination.port dest_port id.resp_p',
  'Image process.executable process_path ImagePath exe',
  'CommandLine process.command_line ProcessCommandLine cmdline',
  'ParentImage process.parent.executable parent_process_path InitiatingProcessFolderPath',
  'ParentCommandLine process.parent.command_line InitiatingProcessCommandLine',
  'TargetFilename file.path FilePath file_name',
  'TargetObject registry.path RegistryKey',
  'User user.name AccountName',
  'QueryName query dns.question.name DnsQuery',
  'EventID event.code EventCode',
  'Computer ComputerName host.name Hostname DeviceName DvcHostname',
];

const groupOf: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.flatMap((group) => {
    const names = group.split(' ');
    return names.map((name) => [folded(name), names] as const);
  }),
);

/** What a source calls what a rule calls otherwise; null if it has none of its names, or the rule's own. */
export function synonymOf(field: string, known: readonly string[]): string | null {
  const group = groupOf.get(folded(field));
  if (!group) return null;
  const names = new Set(known.map((name) => name.toLowerCase()));
  if (names.has(field.toLowerCase())) return null;
  return group.find((name) => names.has(name.toLowerCase())) ?? null;
}

/** `UserAgent`, `user_agent` and `user-agent` are one name. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, '');
}
