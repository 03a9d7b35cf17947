import { ANY, pattern, requiredPattern, shapeOf } from '../../src/backend/index.js';
import type {
  Expression,
  Predicate,
  QueryContext,
  Reading,
  StringPattern,
} from '../../src/backend/index.js';
import type { TableSource } from './source.js';

/**
 * Filters on columns of a table before others are computed from them: only what passes is parsed.
 * What is looked for in the raw text is a run of characters that are written there as they are.
 * https://learn.microsoft.com/en-us/kusto/query/best-practices
 */
export function prefilter({ placement }: QueryContext, { type }: TableSource) {
  return (predicate: Predicate): Expression | null => {
    if (predicate.kind === 'keyword') return null;
    const reading = placement.columns.get(predicate.field.text)?.reading;
    const way = reading && Object.hasOwn(WAYS, reading.as) ? WAYS[reading.as] : undefined;
    const asked = way && textsOf(predicate);
    if (!reading || !asked) return null;
    const isText = (column: string): boolean => type(column) === 'string';
    const found = way(asked, reading);
    if (!found || !found.columns.every(isText)) return null;
    const of = (column: string, text: StringPattern): Expression => {
      const field = { text: column, span: predicate.field.span, mapped: true } as const;
      return { kind: 'string', field, pattern: text, cased: false, span: predicate.span };
    };
    const contained = found.columns.map((c) => of(c, pattern([ANY, found.text, ANY])));
    if (reading.first !== undefined) {
      if (!isText(reading.first)) return null;
      // What the column before it holds is asked for as it is.
      contained.unshift({ ...predicate, field: { ...predicate.field, text: reading.first } });
    }
    const [only] = contained;
    return contained.length === 1
      ? only!
      : { kind: 'or', operands: contained, span: predicate.span };
  };
}

/** Shorter ones are in most of what is read. */
const LEAST = 3;

/** Strings that a value contains wherever the predicate holds; null if none are known. */
function textsOf(predicate: Predicate): readonly string[] | null {
  switch (predicate.kind) {
    case 'string': {
      const texts = literals(predicate.pattern);
      // Operators ignore the case of ASCII alone, as these do; regular expressions that of all letters.
      const isOperator = shapeOf(predicate.pattern).shape !== 'other' || predicate.cased;
      return isOperator ? texts : texts.flatMap(withoutFolding);
    }
    case 'regex': {
      const texts = literals(requiredPattern(predicate.regex.ast));
      const isCased = !predicate.regex.flags.ignoreCase && !predicate.regex.source.includes('(?');
      return isCased ? texts : texts.flatMap(withoutFolding);
    }
    case 'boolean':
      return [String(predicate.value)];
    default:
      return null;
  }
}

function literals(parts: StringPattern): readonly string[] {
  return parts.flatMap((p) => (typeof p === 'string' ? [p] : []));
}

/** Characters beyond ASCII are other cases of two letters: the sign of Kelvin and the long s. */
function withoutFolding(text: string): readonly string[] {
  return text.split(/[ks]/i);
}

interface Contained {
  readonly text: string;
  /** One of them contains it. */
  readonly columns: readonly string[];
}

type Way = (texts: readonly string[], reading: Reading) => Contained | null;

/** How each reading keeps text in the columns that it reads. */
const WAYS: Readonly<Record<string, Way>> = {
  'xml-data': inXml,
  'xml-field': inXml,
  'xml-item': inXml,
  'xml-text': inXml,
  'xml-line': inXml,
  'sql-audit-field': inXml,
  /** Numbers and what has parts are printed anew. */
  json: (texts, { of }) => longest(texts, /[^\w.-]+/, [of], /[a-df-z]/i),
  'named-value': (texts, { of }) => longest(texts, /[^ -~]+|["\\/]+/, [of]),
  'cef-extension': asItIs,
  'audit-field': asItIs,
  'sudo-field': asItIs,
  'access-log': asItIs,
  'url-extension': asItIs,
  'url-host': asItIs,
  'url-path': asItIs,
  'url-query': asItIs,
  column: asItIs,
  uri: inUri,
  'uri-query': inUri,
  'file-path': (texts, { of, key }) => longest(texts, /[^ -~]+|[\\/]/, [of, key]),
  account: (texts, { of, key }) => longest(texts, /[^ -~]+|\\/, [of, key]),
  'registry-key': (texts, { of }) => inRegistry(texts, [of]),
  'registry-path': (texts, { of, key }) => inRegistry(texts, [of, key]),
  'registry-value': (texts, { of, key }) => inRegistry(texts, [of, key]),
  'registry-path-joined': joined,
  'registry-value-joined': joined,
};

/** Quotes and what begins markup are written as entities, and so may be what is not ASCII. */
function inXml(texts: readonly string[], { of }: Reading): Contained | null {
  return longest(texts, /[^ -~]+|[<>&"']+/, [of]);
}

function asItIs(texts: readonly string[], { of }: Reading): Contained | null {
  return longest(texts, /[^ -~]+/, [of]);
}

function inUri(texts: readonly string[], { of, key }: Reading): Contained | null {
  return longest(texts, /[^ -~]+|\?/, [of, key]);
}

/** Names that Sysmon has for hives and control sets, or parts of those, are not in the key. */
const RENAMED = ['hklm', 'hku', 'currentcontrolset', '(default)'];

function inRegistry(texts: readonly string[], columns: readonly string[]): Contained | null {
  const segments = texts
    .flatMap((t) => t.split('\\'))
    .filter((s) => !RENAMED.some((name) => name.includes(s.toLowerCase())));
  return longest(segments, /[^ -~]+/, columns);
}

/** What has a backslash after it is in the key. */
function joined(texts: readonly string[], { of, key }: Reading): Contained | null {
  const keys = texts.flatMap((t) => (t.includes('\\') ? [t.slice(0, t.lastIndexOf('\\'))] : []));
  const inKey = longest(keys, /[^ -~]+/, [of]);
  return inKey ?? inRegistry(texts, [of, key]);
}

/** The longest run of characters between what divides them; of equal ones, the first. */
function longest(
  texts: readonly string[],
  divided: RegExp,
  columns: readonly string[],
  needs = /[^ ]/,
): Contained | null {
  let text = '';
  for (const run of texts.flatMap((t) => t.split(divided))) {
    if (run.length > text.length && needs.test(run)) text = run;
  }
  return text.length >= LEAST ? { text, columns } : null;
}
