import type { DetectionItem } from '../../model/detection.js';
import { valuesOf } from '../../model/rewrite.js';
import { foldRegex } from '../../model/regex/fold.js';
import type { RegexNode } from '../../model/regex/ast.js';
import type { Value } from '../../model/value.js';

/** What a URL cannot have unescaped: one that has it is malformed. */
const MALFORMED = ' "<>\\^`{|}';

/**
 * The characters that are not always kept as a request had them, by what a source does with a URL: `original`
 * keeps it if it is well-formed, `parts` keeps those of such a one and decodes them, `form` decodes a query and
 * has `+` as a space, and `any` may do each of these.
 * https://www.rfc-editor.org/rfc/rfc2396#section-2.4.3
 */
const LOST = {
  original: MALFORMED,
  parts: `%${MALFORMED}`,
  form: '%+',
  any: `%+${MALFORMED}`,
};

/** As a regular expression with one group: what a URL has between its host and its query. */
export const URL_PATH = String.raw`^(?:\w+://[^/?#]*|[^:/?#]*(?::\d+)?)(/[^?#]*)`;

/** As a regular expression with one group: the host of a URL, or of what begins as one without its scheme. */
export const URL_HOST = String.raw`^(?:\w+://)?(?:[^/?#@]*@)?([^:/?#]*)`;

export type UrlForm = keyof typeof LOST;

export const URL_FORMS = Object.keys(LOST) as readonly UrlForm[];

/** Those of them that an item asks for; some events that have them are not found. */
export function lostIn(item: DetectionItem, form: UrlForm): readonly string[] {
  const asked = valuesOf(item).map(charactersOf).join('');
  return [...LOST[form]].filter((c) => asked.includes(c));
}

/** What a value is written with, apart from wildcards. */
function charactersOf(value: Value): string {
  if (value.kind === 'regex') return literalsIn(value.regex.ast);
  if (value.kind !== 'string') return '';
  return value.pattern.filter((part) => typeof part === 'string').join('');
}

function literalsIn(root: RegexNode): string {
  return foldRegex<string>(root, (node, children) =>
    node.kind === 'literal' ? String.fromCodePoint(node.codePoint) : children().join(''),
  );
}
