import type { JsonObject } from '../../source/json.js';
import { said } from './container.js';

/** How such a line begins, of which the request may be long. */
export const ACCESS_START =
  /^(?:[\w.-]+(?::\d+)? )?[\w.:-]+ \S+ (?:\S+|"[^"]*") \[\d\d\/[A-Z][a-z]{2}\/\d{4}:[\d:]{8} [+-]\d{4}\] "/;

/** The common and the combined log format, with or without the virtual host before them. */
const LINE =
  /^(?:(?<vhost>[\w.-]+)(?::\d+)? )?(?<client>[\w.:-]+) \S+ (?<user>\S+|"[^"]*") \[(?<time>[^\]]{1,40})\] "(?<request>[^"\\]*(?:\\.[^"\\]*)*)" (?<status>\d{3}|-) (?<bytes>\d+|-)(?: "(?<referer>[^"\\]*(?:\\.[^"\\]*)*)" "(?<agent>[^"\\]*(?:\\.[^"\\]*)*)")?/;

/**
 * A line of a web server's access log as an event, by the names of Sigma's taxonomy; null if it is none.
 *
 * https://httpd.apache.org/docs/2.4/logs.html#accesslog
 * https://nginx.org/en/docs/http/ngx_http_log_module.html
 */
export function eventOfAccessLine(line: string): JsonObject | null {
  const parts = LINE.exec(line)?.groups as Readonly<Record<string, string | undefined>> | undefined;
  if (!parts) return null;
  const { vhost, client, user, time, request, status, bytes, referer, agent } = parts;
  const [method, target, version] = unescaped(request!).split(' ');
  const query = target?.indexOf('?') ?? -1;
  const fields: Record<string, string | readonly string[] | undefined> = {
    message: line,
    timestamp: time,
    'c-ip': client,
    'cs-username': user,
    'cs-host': vhost,
    'cs-method': target === undefined ? undefined : method,
    'cs-version': version,
    'sc-status': status,
    'sc-bytes': bytes,
    'cs-referer': referer === undefined ? undefined : unescaped(referer),
    'c-useragent': agent === undefined ? undefined : unescaped(agent),
    'cs-user-agent': agent === undefined ? undefined : unescaped(agent),
  };
  if (target !== undefined) {
    fields['c-uri'] = fields['cs-uri'] = target;
    fields['cs-uri-stem'] = query < 0 ? target : target.slice(0, query);
    // Rules look in it for the path, too.
    fields['cs-uri-query'] = query < 0 ? target : [target.slice(query + 1), target];
  }
  return said(fields);
}

function unescaped(text: string): string {
  return text.replace(/\\(?:x([\da-f]{2})|(["\\]))/gi, (_, code: string | undefined, sign) =>
    code === undefined ? String(sign) : String.fromCharCode(parseInt(code, 16)),
  );
}
