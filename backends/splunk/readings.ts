import { sqlAuditPattern } from '../../src/backend/index.js';
import type { Reading, Readings } from '../../src/backend/index.js';
import { quote } from './literals.js';

/** What a name of an element or an attribute may be here; anything else is refused. */
const XML_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
/** Steps in JSON; `{}` is every element of an array. */
const JSON_PATH = /^[\p{L}\p{N}_@:.{}-]+$/u;
const FIELD = /^[A-Za-z_]\w*$/;
/** What a group of a regular expression may be called. */
const GROUP = /^[A-Za-z][A-Za-z0-9_]{0,31}$/;

/**
 * The command that reads a value; null where the key cannot be looked for. Where nothing is found,
 * a field of the name stays what it was, or missing.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/rex
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/spath
 */
export const readings: Readings<string> = {
  /** `<Data Name='key'>value</Data>`, as Windows events have it. */
  'xml-data': ({ of, key }, name) =>
    XML_NAME.test(key) ? inTag(of, `<Data Name=.${literal(key)}.>`, name) : null,
  /** `<key>value</key>`, as Windows events with user data have it. */
  'xml-element': ({ of, key }, name) =>
    XML_NAME.test(key) ? inTag(of, `<${literal(key)}(?: [^>]*)?>`, name) : null,
  /** Every `<Data>` without a name. */
  'xml-text': ({ of }, name) => inTag(of, '<Data>', name),
  /** `key=value` of what sudo logs, which ends with the command. */
  'sudo-field': ({ of, key }, name) => {
    if (!/^\w+$/.test(key)) return null;
    const value = key === 'COMMAND' ? `(?<${name}>.*)` : `(?<${name}>.*?) ; `;
    return rex(of, `[:;] ${key}=${value}`, name);
  },
  /** `key=value` on a line of a `<Data>` without a name; a field of the name where that was read already. */
  'xml-line': ({ of, key }, name) =>
    /^\w+$/.test(key) ? rex(of, `[\\s>]${key}=(?<${name}>[^\\r\\n<]*)`, name) : null,
  /** `key:value` in what SQL Server audits, which is a `<Data>` without a name. */
  'sql-audit-field': ({ of, key }, name) => {
    const pattern = sqlAuditPattern(key);
    return pattern === null ? null : rex(of, pattern.replace('(', `(?<${name}>`), name);
  },
  /** A place in JSON; an object or an array is its text. */
  json: atPath,
  /** The same, where there is always an object. */
  'json-object': atPath,
};

function atPath({ of, key }: Reading, name: string): string | null {
  return JSON_PATH.test(key) && FIELD.test(of) && FIELD.test(name)
    ? `spath input=${of} output=${name} path=${quote(key)}`
    : null;
}

function inTag(of: string, tag: string, name: string): string | null {
  return rex(of, `${tag}(?<${name}>[^<]*)<`, name);
}

/** Every match of an expression with one group, which has the name of the field. */
function rex(of: string, expression: string, name: string): string | null {
  if (!FIELD.test(of) || !GROUP.test(name)) return null;
  return `rex field=${of} max_match=0 ${quote(expression)}`;
}

/** As itself in a regular expression. */
function literal(name: string): string {
  return name.replaceAll('.', '[.]');
}
