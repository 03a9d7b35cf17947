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
  /** Like Python's `re.sub`: `\1` and `\g<name>` are groups. */
  replace(text: string, replacement: string): string;
  /** A group that a replacement names, and the expression does not have; null for none. */
  unknownGroup(replacement: string): string | null;
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
    const regex = RE2JS.compile(source);
    return {
      startsWith: (text) => regex.matcher(text).lookingAt(),
      replace: (text, replacement) =>
        replaceIn({ text, segments: [] }, replacementsOf(regex, text, replacement)).text,
      unknownGroup: (replacement) => unknownGroup(regex, replacement),
      replacements: (text, replacement) => replacementsOf(regex, text, replacement),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    fail(codes['pipeline-regex']({ reason }));
    return null;
  }
}

/** The replacement of a step, whose groups must be those of its expression; null is told. */
export function readReplacement(
  settings: Settings,
  key: string,
  regex: PipelineRegex | null,
): string | null {
  const replacement = settings.text(key);
  if (replacement === null) settings.missing(key);
  const group = replacement === null ? null : (regex?.unknownGroup(replacement) ?? null);
  if (group === null) return replacement;
  settings.fail(codes['pipeline-regex-group']({ group }), settings.span(key));
  return null;
}

const ESCAPED = /\\(?:(\d{1,2})|g<(\w+)>|([^]))/g;

function unknownGroup(regex: RE2JS, replacement: string): string | null {
  const count = regex.matcher('').groupCount();
  for (const [, number, name] of replacement.matchAll(ESCAPED)) {
    const index = number ?? name;
    if (index === undefined) continue;
    const isKnown = /^\d+$/.test(index)
      ? Number(index) <= count
      : Object.hasOwn(regex.namedGroups(), index);
    if (!isKnown) return index;
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
      (_, number?: string, name?: string, other?: string) => {
        if (other !== undefined) return ESCAPES[other] ?? other;
        const index = number ?? name!;
        const group = /^\d+$/.test(index) ? Number(index) : (names[index] ?? -1);
        return group >= 0 ? (matcher.group(group) ?? '') : '';
      },
    );
    found.push({ start: matcher.start(), end: matcher.end(), text: written });
  }
  return found;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
