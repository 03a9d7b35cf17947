import type { Span } from './span.js';

/** A stretch of text that was written, and the place of the rule that it came from. */
export interface Segment {
  /** Half-open offsets into the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly span: Span;
}

/** Text that knows which parts of it came from where. */
export interface MappedText {
  readonly text: string;
  /** In order, not overlapping. Text between them belongs to no place of the rule. */
  readonly segments: readonly Segment[];
}

/** Joins pieces of mapped text; a plain string has no source. */
export function joinTexts(parts: readonly (string | MappedText)[]): MappedText {
  let text = '';
  const segments: Segment[] = [];
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const by = text.length;
    for (const s of part.segments) segments.push({ ...s, start: s.start + by, end: s.end + by });
    text += part.text;
  }
  return { text, segments };
}

/** A replacement for part of a string. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param replacements in order, not overlapping */
export function replaceIn(
  { text, segments }: MappedText,
  replacements: readonly Replacement[],
): MappedText {
  if (replacements.length === 0) return { text, segments };
  let out = '';
  let at = 0;
  /** Where replacements were, and are. */
  const moved: { readonly start: number; readonly end: number; from: number; to: number }[] = [];
  for (const { start, end, text: replaced } of replacements) {
    out += text.slice(at, start);
    moved.push({ start, end, from: out.length, to: out.length + replaced.length });
    out += replaced;
    at = end;
  }
  out += text.slice(at);
  let next = 0;
  const position = (offset: number, isStart: boolean): number => {
    while (next < moved.length && moved[next]!.end <= offset) next++;
    const inside = moved[next];
    if (inside && inside.start < offset) return isStart ? inside.from : inside.to;
    const before = moved[next - 1];
    return before ? before.to + offset - before.end : offset;
  };
  const mapped = segments.map((s) => ({
    start: position(s.start, true),
    end: position(s.end, false),
    span: s.span,
  }));
  return { text: out, segments: apart(mapped) };
}

/** Two segments may have met in one replacement. */
function apart(segments: readonly Segment[]): readonly Segment[] {
  let last = 0;
  return segments.flatMap((s) => {
    const start = Math.max(s.start, last);
    if (start >= s.end) return [];
    last = s.end;
    return [{ ...s, start }];
  });
}

/** @param pattern global, and never empty where it matches */
export function replaceEach(
  mapped: MappedText,
  pattern: RegExp,
  replacement: (found: string) => string,
): MappedText {
  const found = [...mapped.text.matchAll(pattern)];
  return replaceIn(
    mapped,
    found.map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      text: replacement(m[0]),
    })),
  );
}

/** Private-use characters, which no template needs. */
const MARK = '\uE0A7\uE5D2\uE0A7';

/**
 * Puts a string into the output of `render`. A mark in its place finds its position; if `render` does
 * anything but copy it, no part has a known source.
 * @param encode applied to the text where it is inserted
 */
export function placeIn(
  render: (text: string) => string,
  mapped: MappedText,
  encode: (mapped: MappedText) => MappedText = (m) => m,
): MappedText {
  const text = render(mapped.text);
  const encoded = encode(mapped);
  const around = render(MARK).split(MARK);
  const joined = joinTexts(around.flatMap((part, i) => (i === 0 ? [part] : [encoded, part])));
  return joined.text === text ? joined : { text, segments: [] };
}

/** JSON that contains a mapped text in some of its strings. */
export function placeInJson(
  make: (text: string) => unknown,
  mapped: MappedText,
  indentation = 0,
): MappedText {
  return placeIn(
    (text) => JSON.stringify(make(text), null, indentation),
    mapped,
    (m) =>
      replaceEach(
        m,
        /["\\\u0000-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
        (c) => JSON.stringify(c).slice(1, -1),
      ),
  );
}

/** JSON on one line that holds a mapped JSON value in one place. */
export function placeJson(make: (value: string) => unknown, mapped: MappedText): MappedText {
  // Within its strings no line breaks.
  const value = replaceEach(mapped, /\n */g, () => ' ');
  const [before = '', after = ''] = JSON.stringify(make(MARK)).split(JSON.stringify(MARK));
  return joinTexts([before, value, after]);
}
