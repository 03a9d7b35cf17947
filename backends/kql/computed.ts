import {
  ACCESS_LOG,
  URL_HOST,
  URL_PATH,
  escapeRegex,
  sqlAuditPattern,
} from '../../src/backend/index.js';
import type { Reading } from '../../src/backend/index.js';
import { nameReference, pathReference, steps, stringLiteral } from './literals.js';

/**
 * The expression that reads a column, whose `first` is an expression already; null where there is no
 * such reading, or not of this key.
 */
export function readingOf(reading: Reading): string | null {
  const way = Object.hasOwn(READINGS, reading.as) ? READINGS[reading.as]! : null;
  const read = way?.(reading) ?? null;
  if (read === null) return null;
  const { without, empty, first } = reading;
  let value = read;
  if (without !== undefined) {
    const start = stringLiteral(`(?i)^${escapeRegex(without)}`);
    value = `replace_regex(${value}, ${start}, "")`;
  }
  if (empty !== undefined) value = `iff(${value} == ${stringLiteral(empty)}, "", ${value})`;
  // Of strings it takes the first that is not empty.
  // https://learn.microsoft.com/en-us/kusto/query/coalesce-function
  return first === undefined ? value : `coalesce(${first}, ${value})`;
}

/** Whether it takes no more than the name of a column to read it. */
export function isBrief({ as, without, empty, first }: Reading): boolean {
  return as === 'json-text' && without === undefined && empty === undefined && first === undefined;
}

/** Whether a path goes through a list: a step that ends in `{}` is one. */
export function inList(path: string): boolean {
  return /\{\}(?:\.|$)/.test(path);
}

/** What a name of an element may be here; anything else is refused. */
const XML_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
/** The data names of Windows events may contain spaces. */
const DATA_NAME = /^[\p{L}_](?:[\p{L}\p{N}_. -]*[\p{L}\p{N}_.-])?$/u;

const BACKSLASH = stringLiteral('\\');

type Way = (reading: Reading) => string | null;

/**
 * How a value is read out of another column; null where the key cannot be looked for. Every reading
 * gives a string, the empty one where there is nothing. XML is cut out by a regular expression, so
 * that one broken element loses nothing else, and read as XML, so that its entities are resolved.
 * https://learn.microsoft.com/en-us/kusto/query/parse-xml-function
 * https://learn.microsoft.com/en-us/kusto/query/extract-function
 * https://learn.microsoft.com/en-us/kusto/query/parse-json-function
 */
export const READINGS: Readonly<Record<string, Way>> = {
  /** What the column holds. */
  column: ({ of }) => nameReference(of),

  /** `<Data Name="key">value</Data>`, as Windows events have it. */
  'xml-data': ({ of, key }) => {
    if (!DATA_NAME.test(key)) return null;
    const element = stringLiteral(`<Data Name=.${escapeRegex(key)}.>[^<]*</Data>`);
    return `tostring(parse_xml(extract(${element}, 0, ${nameReference(of)})).Data["#text"])`;
  },

  /** The same, or `<key>value</key>`, as Windows events with user data have it. */
  'xml-field': ({ of, key }) => {
    if (!DATA_NAME.test(key)) return null;
    const name = escapeRegex(key);
    const tag = XML_NAME.test(key) ? `(?:Data Name=.${name}.|${name})` : `Data Name=.${name}.`;
    return xmlText(`extract(${stringLiteral(`<${tag}>([^<]*)<`)}, 1, ${nameReference(of)})`);
  },

  /** Every `<Data>` without a name, one a line. */
  'xml-text': ({ of }) => xmlText(`strcat_array(${unnamedData(of)}, "\\n")`),

  /** The unnamed `<Data>` at a position; the first is 1. */
  'xml-item': ({ of, key }) => {
    if (!/^[1-9]\d?$/.test(key)) return null;
    return xmlText(`tostring(${unnamedData(of)}[${Number(key) - 1}])`);
  },

  /** `key=value` on a line of a `<Data>` without a name. */
  'xml-line': ({ of, key }) => {
    if (!/^\w+$/.test(key)) return null;
    const line = stringLiteral(`[\\s>]${key}=([^\\r\\n<]*)`);
    return xmlText(`extract(${line}, 1, ${nameReference(of)})`);
  },

  /** `key:value` in what SQL Server audits, which is a `<Data>` without a name. */
  'sql-audit-field': ({ of, key }) => {
    const pattern = sqlAuditPattern(key);
    if (pattern === null) return null;
    return xmlText(`extract(${stringLiteral(pattern)}, 1, ${nameReference(of)})`);
  },

  /** A place in JSON that is kept as text; dots are steps. */
  json: ({ of, key }) =>
    inList(key) ? null : `tostring(parse_json(${nameReference(of)})${steps(key.split('.'))})`,

  /** What is dynamic as the JSON that it is. */
  'json-text': ({ of }) => `tostring(${pathReference(of.split('.'))})`,

  /** The value of a name in a list of `{"Name": …, "Value": …}`. */
  'named-value': ({ of, key }) => {
    if (!/^[\w-]+$/.test(key)) return null;
    const item = String.raw`"Name":\s*"${key}",\s*"Value":\s*("(?:[^"\\]|\\.)*")`;
    const list = `tostring(${pathReference(of.split('.'))})`;
    return `tostring(parse_json(extract(${stringLiteral(item)}, 1, ${list})))`;
  },

  /** `;key=value` among the extensions of a message in the Common Event Format. */
  'cef-extension': ({ of, key }) => {
    if (!/^\w+$/.test(key)) return null;
    return `extract(${stringLiteral(`(?:^|;)${key}=([^;]*)`)}, 1, ${nameReference(of)})`;
  },

  /** `key=value` or `key="value"` in a record of Linux's audit daemon. */
  'audit-field': ({ of, key }) => {
    if (!/^\w+$/.test(key)) return null;
    const field = stringLiteral(`(?:^|[ '])${key}="?([^" ']*)`);
    return `extract(${field}, 1, ${nameReference(of)})`;
  },

  /** `key=value` of what sudo logs, which ends with the command. */
  'sudo-field': ({ of, key }) => {
    if (!/^\w+$/.test(key)) return null;
    const field = stringLiteral(`[:;] ${key}=${key === 'COMMAND' ? '(.*)' : '(.*?) ; '}`);
    return `extract(${field}, 1, ${nameReference(of)})`;
  },

  /** A part of a request in a line of a web server's access log. */
  'access-log': ({ of, key }) => {
    if (!Object.hasOwn(ACCESS_LOG, key)) return null;
    return `extract(${stringLiteral(ACCESS_LOG[key]!)}, 1, ${nameReference(of)})`;
  },

  /** A file's folder and name in one, where the folder's column may hold both. */
  'file-path': ({ of, key }) => {
    const [folder, name] = [nameReference(of), nameReference(key)];
    const slash = `iff(${folder} startswith "/", "/", ${BACKSLASH})`;
    const whole = `isempty(${name}) or ${folder} endswith strcat(${slash}, ${name})`;
    return `iff(${whole}, ${folder}, strcat(${folder}, ${slash}, ${name}))`;
  },

  /** `DOMAIN\\user` of two columns. */
  account: ({ of, key }) => {
    const [domain, user] = [nameReference(of), nameReference(key)];
    return `iff(isempty(${domain}), ${user}, strcat(${domain}, ${BACKSLASH}, ${user}))`;
  },

  /** What follows the last dot of a URL's path. */
  'url-extension': ({ of }) => {
    const path = String.raw`@"^(?:\w+://)?[^/?#]*/(?:[^/?#][^?#]*)?\.([^./?#]+)(?:[?#]|$)"`;
    return `extract(${path}, 1, ${nameReference(of)})`;
  },

  'url-host': ({ of }) => `extract(@"${URL_HOST}", 1, ${nameReference(of)})`,

  'url-path': ({ of }) => `extract(@"${URL_PATH}", 1, ${nameReference(of)})`,

  /** What a URL has between its question mark and its fragment. */
  'url-query': ({ of }) => String.raw`extract(@"\?([^#]*)", 1, ${nameReference(of)})`,

  uri: wholeUri,
  'uri-query': wholeUri,

  /** A key of the registry as Sysmon writes it. */
  'registry-key': ({ of }) => registryKey(of),

  /** The same with the name of a value, if there is one. */
  'registry-path': ({ of, key }) => {
    const value = nameReference(key);
    return `strcat(${registryKey(of)}, iff(isempty(${value}), "", strcat(${BACKSLASH}, ${value})))`;
  },

  /** The same with the name of a value; the one without a name is called `(Default)`. */
  'registry-value': ({ of, key }) => {
    const value = nameReference(key);
    return `strcat(${registryKey(of)}, ${BACKSLASH}, iff(isempty(${value}), "(Default)", ${value}))`;
  },

  /** The same two, with keys as they are stored. */
  'registry-path-joined': ({ of, key }) => {
    const [path, value] = [nameReference(of), nameReference(key)];
    return `strcat(${path}, iff(isempty(${value}), "", strcat(${BACKSLASH}, ${value})))`;
  },
  'registry-value-joined': ({ of, key }) =>
    `strcat(${nameReference(of)}, ${BACKSLASH}, ${nameReference(key)})`,

  /**
   * The data of a value as Sysmon writes it, where its type is in a column beside it: Defender has
   * numbers in decimal.
   * https://learn.microsoft.com/en-us/kusto/query/tohex-function
   */
  'registry-typed-data': ({ of, key }) => {
    const [data, type] = [nameReference(of), nameReference(key)];
    const hex = (digits: number): string => `tohex(tolong(${data}), ${digits})`;
    const quad = `substring(${hex(16)}, 0, 8), "-0x", substring(${hex(16)}, 8)`;
    const ways = [
      `${type} =~ "Dword", strcat("DWORD (0x", ${hex(8)}, ")")`,
      `${type} =~ "Qword", strcat("QWORD (0x", ${quad}, ")")`,
      `${type} =~ "Binary", "Binary Data"`,
      `isempty(${data}) and isnotempty(${type}), "(Empty)"`,
    ];
    return `case(${ways.join(', ')}, ${data})`;
  },
};

/** Resolves the entities of an XML string. */
function xmlText(text: string): string {
  return `tostring(parse_xml(strcat("<v>", ${text}, "</v>")).v)`;
}

function unnamedData(of: string): string {
  return `extract_all(@"<Data>([^<]*)</Data>", ${nameReference(of)})`;
}

/** Path and query of a request in one. */
function wholeUri({ of, key }: Reading): string {
  const [path, query] = [nameReference(of), nameReference(key)];
  return `strcat(${path}, iff(${query} in ("", "-"), "", strcat("?", ${query})))`;
}

/**
 * Sysmon shortens the names of hives, and writes the control set that is in use as the current one.
 * Defender writes a user's hive as HKEY_CURRENT_USER and the user's SID.
 * https://learn.microsoft.com/en-us/sysinternals/downloads/sysmon#event-id-12-registryevent-object-create-and-delete
 */
function registryKey(of: string): string {
  const path = nameReference(of);
  const users = `replace_regex(${path}, "(?i)^HKEY_(?:USERS|CURRENT_USER)", "HKU")`;
  const machine = `replace_regex(${users}, "(?i)^HKEY_LOCAL_MACHINE", "HKLM")`;
  const current = String.raw`@"(?i)^(HKLM\\SYSTEM)\\ControlSet\d+", @"\1\CurrentControlSet"`;
  return `replace_regex(${machine}, ${current})`;
}
