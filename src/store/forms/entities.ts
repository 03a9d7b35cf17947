import type { DetectionItem } from '../../model/detection.js';
import { hasPlaceholder, isAny } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import { parseRegex } from '../../model/regex/parse.js';
import { escapeRegex } from '../../model/regex/print.js';
import { valuesOf } from '../../model/rewrite.js';
import type { StringValue, Value } from '../../model/value.js';
import { withEscapes } from './escapes.js';
import type { Markup } from '../source.js';

const AMPERSAND = '&amp;';
const ENTITIES: readonly string[] = [AMPERSAND, '&lt;', '&gt;'];

/** Each entity in two, in every way. */
const SPLITS = ENTITIES.flatMap((entity) =>
  [...entity].slice(1).map((_, i) => ({
    entity,
    first: entity.slice(0, i + 1),
    rest: entity.slice(i + 1),
  })),
);

/**
 * A value with its escapes, as `withEscapes` gives it, that is not found in the middle of an entity: of
 * `&gt;`, which stands for `>`, neither `&` nor `;` is in the event. Both are found in a regular expression
 * that looks at what is beside them.
 */
export function apartFromEntities(value: Value, markup: Markup): Value | readonly Value[] {
  const written = withEscapes(value, markup);
  if (value.kind !== 'string' || markup !== 'xml' || hasPlaceholder(value.pattern)) return written;
  // Nearly every value has neither end of an entity.
  if (!value.pattern.some((p) => typeof p === 'string' && /[&;]/.test(p))) return written;
  const forms = Array.isArray(written) ? (written as readonly StringValue[]) : [value];
  if (!forms.some(({ pattern }) => mayBeginWithin(pattern) || mayEndWithin(pattern)))
    return written;
  const [asIs, ...escaped] = forms.map(({ pattern }) => pattern);
  const needed = [asIs!, ...escaped.filter((other) => !isFoundBy(other, asIs!))];
  const source = needed.map(regexOf).join('|');
  const flags = { ignoreCase: !value.cased, multiLine: false, dotAll: true };
  const parsed = parseRegex(source, flags);
  if (!('ast' in parsed)) throw new Error(`not a regular expression: ${source}`);
  return { kind: 'regex', regex: { source, flags, ast: parsed.ast }, span: value.span };
}

/** An entity that an item asks for as text, though what is read out of XML has the character. */
export function entityIn(item: DetectionItem): string | null {
  const written = valuesOf(item).flatMap((value) => {
    if (value.kind === 'regex') return [value.regex.source];
    return value.kind === 'string' ? value.pattern.filter((part) => typeof part === 'string') : [];
  });
  return ENTITIES.find((entity) => written.some((text) => text.includes(entity))) ?? null;
}

function mayBeginWithin(pattern: StringPattern): boolean {
  return pattern.some((part, i) => i > 0 && typeof part === 'string' && before(part).length > 0);
}

function mayEndWithin(pattern: StringPattern): boolean {
  const last = pattern.length - 1;
  return pattern.some((part, i) => i < last && typeof part === 'string' && after(part).length > 0);
}

/** What stands before the text where the text is the end of an entity. */
function before(text: string): readonly string[] {
  return SPLITS.flatMap(({ first, rest }) => (text.startsWith(rest) ? [first] : []));
}

/**
 * What follows the text where the text ends with the beginning of an entity that is none of its own.
 * With a character before it that is never there as it is, no XML has the text.
 */
function after(text: string): readonly string[] {
  return SPLITS.flatMap(({ entity, first, rest }) => {
    const isOwn = entity === AMPERSAND && first === '&';
    const isThere = !/[&<>]/.test(text.slice(0, -first.length));
    return text.endsWith(first) && !isOwn && isThere ? [rest] : [];
  });
}

/** Whether the escaped form differs by an ampersand at an open end alone, where both begin alike. */
function isFoundBy(escaped: StringPattern, asIs: StringPattern): boolean {
  return escaped.every((part, i) => {
    const other = asIs[i];
    if (part === other) return true;
    return i < asIs.length - 1 && typeof other === 'string' && part === `${other}amp;`;
  });
}

function regexOf(pattern: StringPattern): string {
  const last = pattern.length - 1;
  const parts = pattern.map((part, i) => {
    if (typeof part === 'string') {
      const [behind, ahead] = [i > 0 ? before(part) : [], i < last ? after(part) : []];
      return `${look('?<!', behind)}${escapeRegex(part)}${look('?!', ahead)}`;
    }
    if (part.kind === 'one') return '.';
    return i === 0 || i === last ? '' : '.*';
  });
  const begins = isAny(pattern[0]) ? '' : '^';
  return `${begins}${parts.join('')}${isAny(pattern[last]) ? '' : '\\z'}`;
}

function look(kind: string, texts: readonly string[]): string {
  return texts.length === 0 ? '' : `(${kind}${texts.join('|')})`;
}
