import type { DetectionItem } from '../../model/detection.js';
import { ANY, hasPlaceholder, isAny, literalText, pattern } from '../../model/patterns/pattern.js';
import type { PatternPart, StringPattern } from '../../model/patterns/pattern.js';
import { textOf } from '../../model/patterns/plain-text.js';
import type { RegexFlags } from '../../model/regex/ast.js';
import { networkRegex } from '../../model/regex/from-network.js';
import { parseRegex } from '../../model/regex/parse.js';
import { plainStrings } from '../../model/regex/plain.js';
import { escapeRegex } from '../../model/regex/print.js';
import { mapAllValues, mapValues, valuesOf } from '../../model/rewrite.js';
import type { Value } from '../../model/value.js';
import type { Span } from '../../source/span.js';
import type { FieldRule } from '../source.js';

/** With null for `[]`: what holds the strings of a list, or its objects, has nothing for an empty one. */
export function withEmptyLists(item: DetectionItem, rule: FieldRule): DetectionItem {
  if (!isOfLists(rule) || !valuesOf(item).some(isEmptyList)) return item;
  return mapValues(item, (value) =>
    isEmptyList(value) ? { kind: 'null', span: value.span } : value,
  );
}

function isEmptyList(value: Value): boolean {
  return value.kind === 'string' && literalText(value.pattern) === '[]';
}

function isOfLists(rule: FieldRule): boolean {
  if (rule.kind === 'computed') return rule.as === 'json-text' || rule.key?.endsWith('{}') === true;
  if (rule.kind !== 'renamed') return false;
  return rule.elements === true || (rule.to.length > 0 && rule.to.every((to) => to.endsWith('{}')));
}

/**
 * What is asked of a field that holds a list of strings as JSON: each value is looked for among the
 * strings, of which one is enough.
 *
 * @returns null where the text of the list does not decide it
 */
export function amongElements(item: DetectionItem): DetectionItem | null {
  return mapAllValues(item, asElement);
}

/** A string of JSON that satisfies a value; null where its text does not decide it. */
export function asElement(value: Value): Value | readonly Value[] | null {
  const { span } = value;
  switch (value.kind) {
    // Whether there is a list at all.
    case 'null':
    case 'exists':
      return value;
    case 'number':
      return stringElement([textOf(value)!], false, span);
    case 'string':
      return stringElement(value.pattern, value.cased, span);
    case 'regex': {
      const plain = plainStrings(value.regex);
      return plain && plain.map((p) => stringElement(p.pattern, p.cased, span));
    }
    case 'cidr': {
      const addresses = networkRegex(value.network);
      if (!addresses || addresses.wider) return null;
      const { source } = addresses;
      const whole = source.includes('|') ? `(?:${source})` : source;
      return regexElement(whole.replace('.*', `${CHARACTER}*`), true, span);
    }
    default:
      return null;
  }
}

function stringElement(given: StringPattern, cased: boolean, span: Span): Value {
  const parts = given.map((part) => (typeof part === 'string' ? escaped(part) : part));
  if (!isPlain(parts)) return regexElement(parts.map(regexOf).join(''), cased, span);
  const marked = [ANY, ...before(parts), ...parts, ...after(parts), ANY];
  return { kind: 'string', pattern: pattern(marked), cased, span };
}

function regexElement(element: string, cased: boolean, span: Span): Value {
  return regexValue(`"${element}"`, cased, span);
}

/** Of an expression that is known to be one. */
export function regexValue(source: string, cased: boolean, span: Span): Value {
  const flags: RegexFlags = { ignoreCase: !cased, multiLine: false, dotAll: true };
  const parsed = parseRegex(source, flags);
  if (!('ast' in parsed)) throw new Error(`not a regular expression: ${source}`);
  return { kind: 'regex', regex: { source, flags, ast: parsed.ast }, span };
}

/** As a string of JSON has it. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/**
 * Whether quotation marks around it, or none beside `*`, find it in a string alone: no wildcard is
 * within it, which would lead from one string into another, nor is it of what is between them.
 */
function isPlain(parts: StringPattern): boolean {
  if (hasPlaceholder(parts)) return true;
  const within = parts.slice(isAny(parts[0]) ? 1 : 0, isAny(parts.at(-1)) ? -1 : undefined);
  const [text, ...more] = within;
  if (more.length > 0 || (text !== undefined && typeof text !== 'string')) return false;
  return text === undefined || /[^,[\] ]/.test(text);
}

/** Without a mark where any text may precede it, unless nothing else is asked. */
function before(parts: StringPattern): StringPattern {
  return isAny(parts[0]) && parts.length > 1 ? [] : ['"'];
}

function after(parts: StringPattern): StringPattern {
  return isAny(parts.at(-1)) ? [] : ['"'];
}

/** Any character of a string of JSON, or an escape for one. */
const CHARACTER = String.raw`(?:[^"\\]|\\.)`;

function regexOf(part: PatternPart): string {
  if (typeof part === 'string') return escapeRegex(part);
  return part.kind === 'one' ? CHARACTER : `${CHARACTER}*`;
}
