import { RE2JS } from 're2js';
import { replaceIn } from '../source/mapped-text.js';
import type { Replacement } from '../source/mapped-text.js';
import type { Finding } from '../source/codes.js';
import { codes } from './codes.js';
import type { Settings } from './settings.js';

/**
 * A regular expression of a pipeline, applied to strings from rules: RE2, which runs in linear time.
 * Python's syntax but for look-around and back-references.
 */
export interface PipelineRegex {
  /** From the start of the text, as Python's `re.match` has it. */
  startsWith(text: string): boolean;
  /** Like Python's `re.sub`: `\1` and `\g<name>` are groups, and `\"` stays as it is. */
  replace(text: string, replacement: string): string;
  /** What is wrong with a replacement: a group that there is not, an escape that means nothing. */
  wrongIn(replacement: string): Finding<'error'> | null;
  /** The same, as what replaces which stretch. */
  replacements(text: string, replacement: string): readonly Replacement[];
}

export function readRegex(settings: Settings, key: string): PipelineRegex | null {
  const node = settings.node(key);
  if (node?.kind !== 'scalar' || node.value === null) {
    settings.missing(key);
    return null;
  }
  return compileRegex(node.text, (finding) => settings.fail(finding, node.span));
}

export function compileRegex(
  source: string,
  fail: (finding: Finding<'error'>) => void,
): PipelineRegex | null {
  try {
    // Python's name for the end of the text is another.
    const regex = RE2JS.compile(source.replace(/\\([^])/g, (e, c) => (c === 'Z' ? '\\z' : e)));
    return {
      startsWith: (text) => regex.matcher(text).lookingAt(),
      replace: (text, replacement) =>
        replaceIn({ text, segments: [] }, replacementsOf(regex, text, replacement)).text,
      wrongIn: (replacement) => wrongIn(regex, replacement),
      replacements: (text, replacement) => replacementsOf(regex, text, replacement),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const reason = message.replace(/^error parsing regexp: /, '');
    fail(codes['pipeline-regex']({ reason }));
    return null;
  }
}

/** The replacement of a step, which must be one of its expression; null is told. */
export function readReplacement(
  settings: Settings,
  key: string,
  regex: PipelineRegex | null,
): string | null {
  const replacement = settings.text(key);
  if (replacement === null) settings.missing(key);
  const wrong = replacement === null ? null : (regex?.wrongIn(replacement) ?? null);
  if (wrong === null) return replacement;
  settings.fail(wrong, settings.span(key));
  return null;
}

/** A group by its number or name, a character by its number, or what a backslash precedes. */
const ESCAPED = /\\(?:([1-9]\d?)|g<(\w+)>|(0\d{0,2})|([^]))/g;

function wrongIn(regex: RE2JS, replacement: string): Finding<'error'> | null {
  const count = regex.matcher('').groupCount();
  for (const [escape, number, name, octal, other] of replacement.matchAll(ESCAPED)) {
    const group = number ?? name;
    if (group !== undefined) {
      const isKnown = /^\d+$/.test(group)
        ? Number(group) <= count
        : Object.hasOwn(regex.namedGroups(), group);
      if (!isKnown) return codes['pipeline-regex-group']({ group });
    } else if (octal !== undefined) {
      const hint = 'For the whole match, write `\\g<0>`.';
      return codes['pipeline-regex-escape']({ escape, hint });
    } else if (/[a-z]/i.test(other!) && !Object.hasOwn(ESCAPES, other!)) {
      const hint = `If a backslash is meant, double it: \`\\\\${other!}\`.`;
      return codes['pipeline-regex-escape']({ escape, hint });
    }
  }
  return null;
}

function replacementsOf(regex: RE2JS, text: string, replacement: string): readonly Replacement[] {
  const matcher = regex.matcher(text);
  const names = regex.namedGroups();
  const found: Replacement[] = [];
  while (matcher.find()) {
    const written = replacement.replace(
      ESCAPED,
      (escape, number?: string, name?: string, _octal?: string, other?: string) => {
        // Python leaves a backslash before a sign that is no letter.
        if (other !== undefined) return ESCAPES[other] ?? escape;
        const index = number ?? name ?? '0';
        const group = /^\d+$/.test(index) ? Number(index) : (names[index] ?? -1);
        return group >= 0 ? (matcher.group(group) ?? '') : '';
      },
    );
    found.push({ start: matcher.start(), end: matcher.end(), text: written });
  }
  return found;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
