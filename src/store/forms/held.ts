import type { DetectionItem } from '../../model/detection.js';
import { textMatcher } from '../../model/patterns/glob.js';
import { isAnything } from '../../model/patterns/pattern.js';
import type { PatternPart } from '../../model/patterns/pattern.js';
import { plainText } from '../../model/patterns/plain-text.js';
import { valuesOf } from '../../model/rewrite.js';
import type { Value } from '../../model/value.js';
import { wildcardPattern } from '../../model/patterns/wildcards.js';
import { isInDecimal, unheldInDecimal } from './decimals.js';
import { unheldByPower } from './powers.js';
import { asksEnd } from './repeated-names.js';
import type { FieldRule, Held } from '../source.js';

/** Readings that give an object, or a list, as its JSON. */
const OF_OBJECTS: ReadonlySet<string> = new Set(['json-text', 'json-object']);

const NONE: readonly string[] = [];

/** Why a source cannot decide whether its field matches the item; null if it can. */
export function unheldBy(rule: FieldRule, item: DetectionItem): string | null {
  if (rule.kind === 'computed' && OF_OBJECTS.has(rule.as))
    return unheldByJson(item) ?? own(rule, item);
  if (rule.kind === 'renamed' && isInDecimal(rule)) return unheldInDecimal(item);
  if (rule.power !== undefined) return unheldByPower(item);
  return own(rule, item);
}

function own({ cased, never = NONE, repeats, time }: Held, item: DetectionItem): string | null {
  if (cased !== false && never.length === 0 && !repeats && !time) return null;
  for (const value of valuesOf(item)) {
    if (repeats && asksEnd(value)) return 'some events have the name of the file twice at its end';
    if (time && !OF_TIMES.has(value.kind)) return 'only parts of the time, as in `|hour`';
    if (cased === false && isCased(value)) return 'it does not keep upper and lower case apart';
    const text = writtenIn(value);
    if (text !== null && never.some((mask) => matcherOf(mask)(text.toLowerCase())))
      return `a string such as \`${text}\` is never there`;
  }
  return null;
}

/** Of a field that holds objects and lists, each as its JSON. */
function unheldByJson(item: DetectionItem): string | null {
  const isNone = valuesOf(item).some((value) => {
    if (value.kind === 'number' || value.kind === 'boolean') return true;
    if (value.kind !== 'string') return false;
    const [first = '', last = first] = [value.pattern[0], value.pattern.at(-1)];
    return !mayBe(first, /^[[{]/) || !mayBe(last, /[\]}]$/);
  });
  return isNone ? 'it holds JSON, in which `|contains` can find a part' : null;
}

function mayBe(part: PatternPart, bracket: RegExp): boolean {
  return typeof part !== 'string' || bracket.test(part);
}

/** Whether a string that such a field has in hexadecimal may satisfy the item. */
export function mayBeHex(item: DetectionItem): boolean {
  return valuesOf(item).some((value) => {
    if (value.kind === 'regex') return true;
    if (value.kind !== 'string' || isAnything(value.pattern)) return false;
    return value.pattern.some((part) => typeof part !== 'string' || !/^[!#-~]*$/.test(part));
  });
}

/** A regular expression is taken for what it is written as: it has what it names. */
function writtenIn(value: Value): string | null {
  if (value.kind === 'string') return plainText(value.pattern);
  return value.kind === 'regex' ? value.regex.source : null;
}

/** What can be asked of a time, whatever its form. */
const OF_TIMES: ReadonlySet<Value['kind']> = new Set(['time-part', 'null', 'exists']);

function matcherOf(mask: string): (text: string) => boolean {
  return textMatcher(wildcardPattern(mask, { any: '*', one: null, escape: null }), true);
}

export function isCased(value: Value): boolean {
  if (value.kind === 'regex') return !value.regex.flags.ignoreCase;
  return (value.kind === 'string' || value.kind === 'field-ref') && value.cased;
}
