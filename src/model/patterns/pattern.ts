/**
 * A string with wildcards, after Sigma's escapes are undone. Adjacent strings are joined and a string
 * part is never empty, so equal patterns have equal parts; the empty pattern is the empty string.
 */
export type StringPattern = readonly PatternPart[];

export type PatternPart = string | Wildcard | Placeholder;

/** `any` is `*`: any run of characters, line breaks too. `one` is `?`: exactly one code point. */
export interface Wildcard {
  readonly kind: 'any' | 'one';
}

/** `%name%` under the `expand` modifier: a pipeline or the user must give it values. */
export interface Placeholder {
  readonly kind: 'placeholder';
  readonly name: string;
}

/** To write patterns with. A pattern may hold others that are equal, so none is compared with these. */
export const ANY: Wildcard = Object.freeze({ kind: 'any' });
export const ONE: Wildcard = Object.freeze({ kind: 'one' });

export function isAny(part: PatternPart | undefined): part is Wildcard {
  return typeof part === 'object' && part.kind === 'any';
}

export function isOne(part: PatternPart | undefined): part is Wildcard {
  return typeof part === 'object' && part.kind === 'one';
}

/** A lone `*`: every string there is. */
export function isAnything(parts: StringPattern): boolean {
  return parts.length === 1 && isAny(parts[0]);
}

export function hasPlaceholder(parts: StringPattern): boolean {
  for (const part of parts)
    if (typeof part === 'object' && part.kind === 'placeholder') return true;
  return false;
}

/** Joins adjacent strings and drops empty ones; a run of `*` is one `*`. */
export function pattern(parts: readonly PatternPart[]): StringPattern {
  const out: PatternPart[] = [];
  for (const part of parts) {
    const last = out[out.length - 1];
    if (typeof part === 'string') {
      if (part === '') continue;
      if (typeof last === 'string') out[out.length - 1] = last + part;
      else out.push(part);
    } else if (isAny(part)) {
      if (!isAny(last)) out.push(ANY);
    } else out.push(part);
  }
  return out;
}

/**
 * Undoes the escapes of a Sigma string. A backslash escapes `*`, `?` and a backslash; before
 * anything else, and at the end, it is itself.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#escaping
 */
export function parsePattern(text: string): StringPattern {
  return text.includes('*') || text.includes('?') || text.includes('\\\\')
    ? readParts(text, false)
    : text === ''
      ? []
      : [text];
}

/**
 * The same under the `expand` modifier: `%name%` is a placeholder, and a backslash escapes `%` too.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#placeholders
 */
export function parseExpandable(text: string): StringPattern {
  return text.includes('%') ? readParts(text, true) : parsePattern(text);
}

/**
 * Like `parseExpandable`, for a string in which only placeholders are special, such as a regular
 * expression, which has other escapes.
 */
export function parsePlaceholders(text: string): StringPattern {
  const parts: PatternPart[] = [];
  let from = 0;
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
    const found = at > 0 && text[at - 1] === '\\' ? null : placeholderAt(text, at);
    if (!found) continue;
    parts.push(text.slice(from, at), found);
    from = at + found.name.length + 2;
    at = from - 1;
  }
  parts.push(text.slice(from));
  return pattern(parts);
}

function readParts(text: string, expand: boolean): StringPattern {
  const parts: PatternPart[] = [];
  let literal = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    let special: PatternPart | null = null;
    if (c === '\\' && isEscaped(text[i + 1], expand)) {
      literal += text[++i]!;
      continue;
    }
    if (c === '*') special = ANY;
    else if (c === '?') special = ONE;
    else if (expand && c === '%') {
      special = placeholderAt(text, i);
      if (special) i += special.name.length + 1;
    }
    if (special) {
      parts.push(literal, special);
      literal = '';
    } else literal += c;
  }
  parts.push(literal);
  return pattern(parts);
}

/** Whether a backslash before the character escapes it. */
function isEscaped(c: string | undefined, expand: boolean): boolean {
  return c === '*' || c === '?' || c === '\\' || (expand && c === '%');
}

/** A name is anything but a percent sign, on one line, without spaces at its ends: `100% of %a%` has one. */
const PLACEHOLDER = /%([^%\s](?:[^%\r\n]*[^%\s])?)%/y;

function placeholderAt(text: string, at: number): Placeholder | null {
  PLACEHOLDER.lastIndex = at;
  const found = PLACEHOLDER.exec(text);
  return found && { kind: 'placeholder', name: found[1]! };
}

/**
 * Writes a pattern as a Sigma string without needless backslashes. `parsePattern` reads it back to
 * the same parts; so does `parseExpandable`, if the pattern has a placeholder.
 */
export function printPattern(parts: StringPattern): string {
  const expand = hasPlaceholder(parts);
  const special = (part: PatternPart | undefined): string => {
    if (typeof part !== 'object') return '';
    if (part.kind === 'placeholder') return `%${part.name}%`;
    return part.kind === 'any' ? '*' : '?';
  };
  let out = '';
  parts.forEach((part, index) => {
    out += special(part);
    if (typeof part !== 'string') return;
    const following = special(parts[index + 1])[0];
    for (let i = 0; i < part.length; i++) {
      const c = part[i]!;
      const needed =
        c === '\\' ? isEscaped(part[i + 1] ?? following, expand) : isEscaped(c, expand);
      out += needed ? `\\${c}` : c;
    }
  });
  return out;
}

/** The text of a pattern without wildcards, or null. */
export function literalText(parts: StringPattern): string | null {
  if (parts.length === 0) return '';
  return parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : null;
}

/** Whether a pattern is a string, in any case, that is one of some in lower case. */
export function isAmong(parts: StringPattern, texts: readonly string[]): boolean {
  const text = literalText(parts);
  return text !== null && texts.includes(text.toLowerCase());
}

/** The shapes that every query language has an operator for; `other` needs wildcards or a regex. */
export type PatternShape =
  | { readonly shape: 'empty' }
  | { readonly shape: 'any' }
  | { readonly shape: 'equals' | 'startswith' | 'endswith' | 'contains'; readonly text: string }
  | { readonly shape: 'other' };

export function shapeOf(parts: StringPattern): PatternShape {
  if (parts.length > 3) return OTHER;
  const a = parts[0];
  const b = parts[1];
  switch (parts.length) {
    case 0:
      return { shape: 'empty' };
    case 1:
      if (typeof a === 'string') return { shape: 'equals', text: a };
      return isAny(a) ? { shape: 'any' } : OTHER;
    case 2:
      if (typeof a === 'string' && isAny(b)) return { shape: 'startswith', text: a };
      if (isAny(a) && typeof b === 'string') return { shape: 'endswith', text: b };
      return OTHER;
    default:
      if (isAny(a) && typeof b === 'string' && isAny(parts[2]))
        return { shape: 'contains', text: b };
      return OTHER;
  }
}

const OTHER: PatternShape = { shape: 'other' };
