import type { Finding } from '../../source/codes.js';
import type { YamlScalar } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import { codePointOf, hiddenInName } from '../../source/visible.js';
import { codes } from '../codes.js';
import { modifiersByName } from '../modifiers/index.js';
import type { Name } from '../name.js';
import { slipCodes } from './slip-codes.js';

/** A field's name that no event has, because its author meant something else; null of others. */
export function slipInName(text: string, span: Span): Finding | null {
  if (/^keywords?$/.test(text)) return slipCodes['keywords-as-field']({ field: text });
  const hidden = hiddenInName(text);
  if (hidden !== null && span.file.text.slice(span.start, span.end).includes(hidden)) {
    return codes['invisible-in-name']({ code: codePointOf(hidden) });
  }
  if (text.length > LONGEST_NAME) return null;
  if (text.charCodeAt(0) === DASH && /^-+[\p{L}_]/u.test(text)) {
    return slipCodes['dash-in-name']({ field: text });
  }
  const [, field, separator, modifier] = MODIFIER_AT_THE_END.exec(text) ?? [];
  if (modifier !== undefined && isModifier(modifier.toLowerCase(), separator!)) {
    const correct = `${field}|${modifier.toLowerCase()}`;
    return slipCodes['modifier-without-bar']({ field: text, modifier, correct });
  }
  const [colons] = /:+$/.exec(text) ?? [];
  if (colons !== undefined && colons.length < text.length) {
    return slipCodes['colon-in-name']({ field: text, correct: text.slice(0, -colons.length) });
  }
  if (!NOT_ASCII.test(text) || !/[A-Za-z]/.test(text)) return null;
  const [foreign] = LOOKALIKE.exec(text) ?? [];
  if (foreign === undefined) return null;
  const slots = { letter: foreign, code: codePointOf(foreign) };
  return slipCodes['lookalike-in-name'](slots);
}

/** What a plain value ends with that its author took for a part of YAML. */
export function slipAtTheEnd({ text, style }: YamlScalar, field: boolean): Finding | null {
  if (style !== 'plain') return null;
  const last = text[text.length - 1];
  if (last === "'" || last === '"') {
    return text.split(last).length % 2 === 0
      ? slipCodes['quote-not-opened']({ quote: last })
      : null;
  }
  if (!field || text.length === 1) return null;
  if (last === ';') return slipCodes['semicolon-at-end']();
  return last === ',' ? slipCodes['comma-at-end']() : null;
}

/** Backslashes of a path that mean something else before a wildcard or another backslash. */
export function slipInEscapes(text: string, modifiers: readonly string[]): Finding | null {
  if (modifiers.includes('re')) return null;
  if (text.includes('\\?')) {
    if (DEVICE_PREFIX.test(text)) return slipCodes['escaped-device-prefix']();
    if (ESCAPED_QUESTION_MARK.test(text)) return slipCodes['escaped-question-mark']();
  }
  // Elsewhere in a value one backslash finds two as well.
  if (modifiers.includes('contains') || modifiers.includes('endswith')) return null;
  return SHARE.test(text) ? slipCodes['single-backslash']() : null;
}

/**
 * What is before the path of an object in the events of Windows.
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-5145
 */
const DEVICE_PREFIX = /(?<!\\)\\\?\?\\/;

/** `C:\Users\?\temp`: no file has a question mark in its name. */
const ESCAPED_QUESTION_MARK =
  /^(?:[A-Za-z]:(?:\\[\w%][^*?]*)?|\\[\w%][^*?]*)(?<!\\)\\\?[^\\*?]*\\(?![\\*?])/;
/** `\\server\share`: whoever writes each backslash twice means one. */
const SHARE = /^\\\\[\w.][^\\]*\\(?!\\)/;

/** A keyword that looks like a field with its value. */
export function slipInKeyword({ text, style }: YamlScalar): Finding | null {
  if (style !== 'plain') return null;
  const field = FIELD_WITH_MODIFIER.exec(text)?.[1];
  if (field !== undefined) return slipCodes['field-without-space']({ field });
  const bare = MODIFIER_WITHOUT_COLON.exec(text)?.[0];
  if (bare !== undefined) return slipCodes['field-without-colon']({ field: bare });
  if (FIELD_WITHOUT_SPACE.test(text)) return codes['colon-without-space']();
  return OTHER_THAN_A_COLON.test(text) ? slipCodes['keyword-like-field']() : null;
}

/** `CommandLine|contains:foo`, which no event contains: only a field has modifiers. */
const FIELD_WITH_MODIFIER =
  /^([A-Za-z_][\w.-]*(?:\|[a-z0-9]+)*\|(?:contains|startswith|endswith|all|re|cased|cidr|windash|expand|exists|[gl]te?|neq|fieldref|base64|base64offset|wide|i)):\S/;

/** `CommandLine|contains foo`, or a list below that; but not `payload|base64 -d`, which shells run. */
const MODIFIER_WITHOUT_COLON =
  /^[A-Za-z_][\w.-]*(?:\|[a-z0-9]+)*\|(?:contains|startswith|endswith|all|re|cased|cidr|windash|exists|[gl]te?|neq|fieldref)(?![\w|:\uff1a])/;

/** A search identifier's only keyword, on a line of its own, where its fields are expected. */
export function slipBelow(name: Name, { text, style, span }: YamlScalar): Finding | null {
  if (style !== 'plain' || span.start < name.span.end) return null;
  if (!span.file.text.slice(name.span.end, span.start).includes('\n')) return null;
  if (COLON.test(text) && !FIELD_WITHOUT_SPACE.test(text)) return codes['colon-without-space']();
  const isToldOf = MODIFIER_WITHOUT_COLON.test(text);
  return TWO_WORDS.test(text) && !isToldOf ? slipCodes['keyword-like-field']() : null;
}

/** `selection: Image: x`: only a repair makes one string of that. */
export function isFieldBesideName({ text, span }: YamlScalar): boolean {
  return FIELD_AND_VALUE.test(text) && !/^['">|]/.test(span.file.text.slice(span.start, span.end));
}

/** `Image|endswith:x`, `Image:'x'`, or two fields in a line folded out of two. */
export const FIELD_WITHOUT_SPACE =
  /^(?:[A-Za-z_][\w.]*(?:\|[a-z0-9]+)+:\S|[A-Za-z_][\w.]*:(['"]).*\1$|[A-Za-z_][\w.]*:[^\s\\/]\S* [A-Za-z_][\w.]*(?:\|[a-z0-9]+)*:[^\s\\/])/;

/** `Image = 'x'`, `Image：x`, `EventID = 4624`; but not `a = b`, which logs are written in. */
const OTHER_THAN_A_COLON =
  /^[A-Za-z_][\w.-]*(?:\|[a-z0-9]+)*(?: ==? ?['"]|\uff1a)|^[A-Z][A-Za-z.]*[a-z][A-Za-z.]*(?:\|[a-z0-9]+)* ==? ?\S/;

/** `EventID 4624` */
const TWO_WORDS = /^[A-Za-z_][\w.-]*(?:\|[a-z0-9]+)* +\S/;

/** `Image:x`, but neither `C:\x` nor `user:root`, which logs are written in. */
const COLON = /^[A-Z][\w.-]+(?:\|[a-z0-9]+)*:[^\s\\/]/;

const FIELD_AND_VALUE = /^[A-Za-z_][\w.-]*(?:\|[a-z0-9]+)*: /;

const LONGEST_NAME = 200;
const DASH = 0x2d;
const NOT_ASCII = /[^\0-\x7f]/;
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\uff01-\uff5e]/u;

const MODIFIER_AT_THE_END = /^(.*[^\s:/.\uff5c\uff1a])( |\.|\s*[:/\uff5c\uff1a]\s*)([A-Za-z\d]+)$/;
/** No field's name ends with one of these. */
const NO_NAMES: ReadonlySet<string> = new Set(['contains', 'startswith', 'endswith']);

/** @param separator after a dot or a space many a modifier is a word like any other */
function isModifier(name: string, separator: string): boolean {
  if (separator === '.' || separator === ' ') return NO_NAMES.has(name);
  return name.length > 1 && modifiersByName.has(name);
}

/**
 * A block of text whose lines are written as a list, or for a search identifier as fields: only the `|`
 * makes them a string. Null of any other value.
 */
export function slipInBlock({ style, text }: YamlScalar, hasField: boolean): Finding | null {
  if (style !== 'literal' && style !== 'folded') return null;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isList =
    /^- *['"]/.test(text) || (lines.length > 1 && lines.every((l) => l.startsWith('- ')));
  const isMap = !hasField && /^[A-Za-z][\w.|-]*:(?: |\n|$)/.test(text);
  if (!isList && !isMap) return null;
  const sign = style === 'literal' ? '|' : '>';
  return slipCodes['list-in-block']({ sign, what: isList ? 'list items' : 'fields' });
}
