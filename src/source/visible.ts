/**
 * Characters that show nothing, or that move or hide their neighbours: controls, bidi
 * controls, fillers, tags, selectors but those of emoji, and halves of surrogate pairs.
 * https://www.unicode.org/reports/tr36/#visual_spoofing
 */
export const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** Joiners are left out: words of some scripts and emoji are made with them. */
const CONCEALED = new RegExp(`(?![\\u200c\\u200d])${INVISIBLE.source}`, 'gu');
const SOME_CONCEALED = new RegExp(CONCEALED.source, 'u');

/** Each character of a string that a reader of a query would not see, replaced. */
export function replaceInvisible(text: string, by: (c: string) => string): string {
  return text.replace(CONCEALED, by);
}

/** Whether a string holds such a character. */
export function hasInvisible(text: string): boolean {
  return SOME_CONCEALED.test(text);
}

/** A character by the numbers of its UTF-16 units, as JSON, YAML and Lucene's parser read them: `\u200b`. */
export function unicodeEscape(c: string): string {
  let escaped = '';
  for (let i = 0; i < c.length; i++) {
    escaped += `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}

const NOT_ASCII = /[^\0-\x7f]/;

/** Bidi controls, which rules on spoofed names look for, and tags, which end the emoji of some flags. */
const MEANT = /[\0-\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e0fff}]/u;

/** Joiners join letters of other scripts, and emoji. */
const NEEDLESS_JOINER = /(?<=[!-~])[\u200c\u200d]|[\u200c\u200d](?=[!-~])/;

/** The number by which Unicode lists a character: `200B`. */
export function codePointOf(character: string): string {
  return character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
}

/** The first such character that is hardly ever meant; null if there is none. */
export function firstInvisible(text: string): string | null {
  if (!NOT_ASCII.test(text)) return null;
  const found = [...text].find((c) => SOME_CONCEALED.test(c) && !MEANT.test(c));
  return found ?? NEEDLESS_JOINER.exec(text)?.[0] ?? null;
}

/** The same of a name, in which nobody looks for bidi controls. */
export function hiddenInName(text: string): string | null {
  if (!NOT_ASCII.test(text)) return null;
  return (SOME_CONCEALED.exec(text) ?? NEEDLESS_JOINER.exec(text))?.[0] ?? null;
}

/** With such characters escaped and tabs as spaces, so that a rule cannot repaint a terminal. */
export function visible(text: string): string {
  return text
    .replace(/\t/g, '    ')
    .replace(INVISIBLE, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`);
}
