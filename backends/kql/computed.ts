import { nameReference, steps, stringLiteral } from './literals.js';

/** A column that the query makes out of another. */
export interface ComputedColumn {
  readonly as: string;
  readonly of: string;
  readonly key: string;
}

/** What a name of an element or an attribute may be here; anything else is refused. */
const XML_NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

type Reading = (column: ComputedColumn) => string | null;

/**
 * How a value is read out of another column; null where the key cannot be looked for. Every reading
 * gives a string, the empty one where there is nothing. XML is cut out by a regular expression, so
 * that one broken element loses nothing else, and read as XML, so that its entities are resolved.
 * https://learn.microsoft.com/en-us/kusto/query/parse-xml-function
 * https://learn.microsoft.com/en-us/kusto/query/extract-function
 * https://learn.microsoft.com/en-us/kusto/query/parse-json-function
 */
export const READINGS: Readonly<Record<string, Reading>> = {
  /** `<Data Name="key">value</Data>`, as Windows events have it. */
  'xml-data': ({ of, key }) => {
    if (!XML_NAME.test(key)) return null;
    const element = stringLiteral(`<Data Name=.${literal(key)}.>[^<]*</Data>`);
    return `tostring(parse_xml(extract(${element}, 0, ${nameReference(of)})).Data["#text"])`;
  },
  /** `<key>value</key>`, as Windows events with user data have it. */
  'xml-element': ({ of, key }) => {
    if (!XML_NAME.test(key)) return null;
    const element = stringLiteral(`<${literal(key)}>[^<]*</${literal(key)}>`);
    const xml = `parse_xml(extract(${element}, 0, ${nameReference(of)}))`;
    return `tostring(${xml}${steps([key])})`;
  },
  /** Every `<Data>` without a name, one a line. */
  'xml-text': ({ of }) => {
    const elements = `extract_all(@"<Data>([^<]*)</Data>", ${nameReference(of)})`;
    const joined = `strcat("<v>", strcat_array(${elements}, "\\n"), "</v>")`;
    return `tostring(parse_xml(${joined}).v)`;
  },
  /** A place in JSON that is kept as text; dots are steps. */
  json: ({ of, key }) => `tostring(parse_json(${nameReference(of)})${steps(key.split('.'))})`,
  /** Key and value name of the registry in one, with the hives called as Sysmon calls them. */
  'registry-path': ({ of, key }) => {
    const [path, value] = [nameReference(of), nameReference(key)];
    const hives = [
      ['HKEY_LOCAL_MACHINE', 'HKLM'],
      ['HKEY_USERS', 'HKU'],
      ['HKEY_CURRENT_USER', 'HKU'],
    ].map(([long = '', short = '']) => {
      const rest = `substring(${path}, ${long.length})`;
      return `${path} startswith "${long}", strcat("${short}", ${rest})`;
    });
    const name = `iff(isempty(${value}), "", strcat(@"\\", ${value}))`;
    return `strcat(case(${hives.join(', ')}, ${path}), ${name})`;
  },
};

/** As itself in a regular expression. */
function literal(name: string): string {
  return name.replaceAll('.', '[.]');
}
