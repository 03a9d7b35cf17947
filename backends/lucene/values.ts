import {
  literalText,
  otherCases,
  patternInClasses,
  patternToRegex,
  shapeOf,
  toLuceneRegex,
} from '../../src/backend/index.js';
import type {
  FieldPredicate,
  IndexedCase,
  NumberLiteral,
  PatternPart,
  Polarity,
  Regex,
  Report,
  Span,
  StringPattern,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { isWritable, phrase, wildcardTerm } from './literals.js';

/**
 * How a field's text meets the case of the rule's: what the option `case` chooses, and `lower` for one
 * that is known to hold small letters only.
 */
export type CaseMode = 'normalized' | 'caseless' | 'regex' | 'lower';

/** A query for one field's text, and whether it goes to the field's `.caseless` subfield. */
export interface FieldText {
  readonly query: string;
  readonly caseless: boolean;
}

/** The longest regular expression that Elasticsearch takes, unless an index sets its own. */
const MAX_REGEX = 1_000;

export class ValueWriter {
  constructor(private readonly report: Report) {}

  /** A pattern for the whole text. Never for a lone `*`, which asks for the field itself. */
  pattern(
    given: StringPattern,
    cased: boolean,
    mode: CaseMode,
    polarity: Polarity,
    span: Span,
  ): FieldText {
    const letters = hasLetters(given);
    const pattern = mode === 'lower' ? lowerCased(given) : given;
    if (mode === 'regex' && !cased && letters) {
      const plain = patternInClasses(pattern);
      const query =
        plain === null
          ? this.regex(patternToRegex(pattern, false), 'kept', polarity, span)
          : this.between(plain, span);
      return { query, caseless: false };
    }
    const lowered = mode === 'normalized' || mode === 'lower';
    if (lowered && cased && letters) this.loseCase(mode, polarity, span);
    const caseless = mode === 'caseless' && !cased;
    const indexed: IndexedCase = caseless || lowered ? 'lowered' : 'kept';
    const printable = this.printable(pattern, polarity, span);
    const literal = literalText(printable);
    if (literal !== null) return { query: phrase(literal), caseless };
    const term = wildcardTerm(printable);
    if (term !== null) return { query: term, caseless };
    const regex = patternToRegex(printable, cased && indexed === 'kept');
    return { query: this.regex(regex, indexed, polarity, span), caseless };
  }

  /** A regular expression searched for in the text. */
  search(regex: Regex, mode: CaseMode, polarity: Polarity, span: Span): FieldText {
    const caseless = mode === 'caseless' && regex.flags.ignoreCase;
    const lowered = mode === 'normalized' || mode === 'lower' || caseless;
    return {
      query: this.regex(regex, lowered ? 'lowered' : 'kept', polarity, span),
      caseless,
    };
  }

  number(
    { source, decimal }: NumberLiteral,
    mode: CaseMode,
    polarity: Polarity,
    span: Span,
  ): string[] {
    const plain = /^\d+$/.test(decimal) ? decimal : phrase(decimal);
    if (source === decimal) return [plain];
    return [plain, this.pattern([source], false, mode, polarity, span).query];
  }

  private regex(regex: Regex, indexed: IndexedCase, polarity: Polarity, span: Span): string {
    const translated = toLuceneRegex(regex, indexed);
    if (!translated.ok) {
      this.report.refuse(translated.finding, span);
      return '/()/';
    }
    for (const { direction, finding } of translated.approximations) {
      this.report.approximate(direction, polarity, finding, span);
    }
    return this.between(translated.pattern, span);
  }

  /** A regular expression in Lucene's own words, between slashes. */
  between(pattern: string, span: Span): string {
    if (pattern.length > MAX_REGEX) {
      const slots = { length: pattern.length, max: MAX_REGEX };
      this.report.note(codes['lucene-long-regex'](slots), span);
    }
    // A backslash right before the closing slash would be read as escaping it.
    return `/${pattern.replace(/\\\\$/, '[\\\\]')}/`;
  }

  /** Control characters have no escape: each becomes `?`. */
  private printable(pattern: StringPattern, polarity: Polarity, span: Span): StringPattern {
    if (pattern.every((p) => typeof p !== 'string' || isWritable(p))) return pattern;
    this.report.approximate('wider', polarity, codes['lucene-control-character'](), span);
    const parts: PatternPart[] = [];
    for (const part of pattern) {
      if (typeof part !== 'string') parts.push(part);
      else {
        for (const c of part) parts.push(isWritable(c) ? c : { kind: 'one' });
      }
    }
    const joined: PatternPart[] = [];
    for (const part of parts) {
      const last = joined[joined.length - 1];
      if (typeof part === 'string' && typeof last === 'string')
        joined[joined.length - 1] = last + part;
      else joined.push(part);
    }
    return joined;
  }

  private loseCase(mode: CaseMode, polarity: Polarity, span: Span): void {
    const finding = mode === 'lower' ? codes['lucene-cased']() : codes['lucene-cased-assumed']();
    this.report.approximate('wider', polarity, finding, span);
  }
}

export function hasLetters(pattern: StringPattern): boolean {
  for (const part of pattern) {
    if (typeof part !== 'string') continue;
    if (/[A-Za-z]/.test(part)) return true;
    if (!BEYOND_ASCII.test(part)) continue;
    for (const c of part) if (otherCases(c.codePointAt(0)!).length > 0) return true;
  }
  return false;
}

/** Letter by letter, as Elasticsearch does. */
function lowerCased(pattern: StringPattern): StringPattern {
  return pattern.map((part) => {
    if (typeof part !== 'string') return part;
    if (!BEYOND_ASCII.test(part)) return part.toLowerCase();
    return [...part].map((c) => ([...c.toLowerCase()].length === 1 ? c.toLowerCase() : c)).join('');
  });
}

const BEYOND_ASCII = /[^\0-\x7f]/;

export function isPresence(predicate: FieldPredicate): boolean {
  return predicate.kind === 'string' && shapeOf(predicate.pattern).shape === 'any';
}
