/** A string in quotation marks, in which a backslash takes its meaning from the next character. */
const QUOTED = String.raw`(?:[^"\\]|\\.)*`;
const REQUEST = String.raw`\] "${QUOTED}" `;

/**
 * Where the parts of a request are in a line of the common or combined log format, as regular
 * expressions with one group that RE2 and JavaScript read alike.
 * https://httpd.apache.org/docs/2.4/logs.html#accesslog
 * https://nginx.org/en/docs/http/ngx_http_log_module.html#log_format
 * https://tomcat.apache.org/tomcat-10.1-doc/config/valve.html#Access_Logging
 */
export const ACCESS_LOG: Readonly<Record<string, string>> = {
  client: String.raw`^(\S+) \S+ .+? \[[^\]]*\] "`,
  user: String.raw`^\S+ \S+ (.+?) \[[^\]]*\] "`,
  method: String.raw`\] "(\S+) `,
  uri: String.raw`\] "\S+ (${QUOTED}?)(?: HTTP/[\d.]+)?" \d{3} `,
  path: String.raw`\] "\S+ ([^\s?"]*)`,
  query: String.raw`\] "\S+ (?:[^"\\?]|\\.)*\?(${QUOTED}?)(?: HTTP/[\d.]+)?" \d{3} `,
  version: String.raw`\] "\S+ ${QUOTED} (HTTP/[\d.]+)" \d{3} `,
  status: String.raw`${REQUEST}(\d{3}) `,
  bytes: String.raw`${REQUEST}\d{3} (\d+)`,
  referer: String.raw`${REQUEST}\d{3} \S+ "(${QUOTED})"`,
  agent: String.raw`${REQUEST}\d{3} \S+ "${QUOTED}" "(${QUOTED})"`,
};
