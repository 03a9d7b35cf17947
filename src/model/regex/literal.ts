import { foldCase } from '../patterns/case-folding.js';
import type { Regex, RegexAnchor, RegexClass, RegexFlags, RegexNode } from './ast.js';
import { contains, membersOf, otherCases } from './code-points.js';
import { flagsWithin } from './fold.js';

/** More steps than this on one string, and the answer is that nothing is known. */
const MAX_STEPS = 20_000;

/**
 * Whether the pattern is found in the text or, if `cased` is false, in any text that equals it
 * ignoring case. Where that is not known (look-around, back-references, effort) it may be.
 */
export function someSpellingMatches(regex: Regex, text: string, cased: boolean): boolean {
  try {
    return new Walk(text, cased, true).finds(regex);
  } catch (error) {
    if (error instanceof NotKnown) return true;
    throw error;
  }
}

/** Whether it is found in all of them; where that is not known, it is not. */
export function everySpellingMatches(regex: Regex, text: string, cased: boolean): boolean {
  try {
    return new Walk(text, cased, false).finds(regex);
  } catch (error) {
    if (error instanceof NotKnown) return false;
    throw error;
  }
}

/** Never leaves this file. */
class NotKnown extends Error {}

type Places = ReadonlySet<number>;

/** Runs a pattern over a string, all ways at once, from a set of positions to another. */
class Walk {
  private readonly points: readonly number[];
  private steps = 0;

  constructor(
    text: string,
    private readonly cased: boolean,
    /** Whether a doubt counts as a match. */
    private readonly generous: boolean,
  ) {
    this.points = [...text].map((c) => c.codePointAt(0)!);
  }

  finds(regex: Regex): boolean {
    const everywhere = new Set(Array.from({ length: this.points.length + 1 }, (_, at) => at));
    return this.through(regex.ast, everywhere, regex.flags).size > 0;
  }

  private through(node: RegexNode, from: Places, flags: RegexFlags): Places {
    this.steps += from.size + 1;
    if (this.steps > MAX_STEPS) throw new NotKnown();
    if (from.size === 0) return from;
    switch (node.kind) {
      case 'literal':
        return this.after(from, (c) => this.isLiteral(node.codePoint, c, flags));
      case 'dot':
        return this.after(from, (c) => flags.dotAll || c !== 10);
      case 'class':
        return this.after(from, (c) => this.isIn(node, c, flags));
      case 'anchor':
        return new Set([...from].filter((at) => this.isAt(node.anchor, at, flags)));
      case 'group':
        if (node.atomic) this.doubt();
        return this.through(node.body, from, flagsWithin(node, flags));
      case 'sequence':
        return node.items.reduce((at: Places, item) => this.through(item, at, flags), from);
      case 'alternation':
        return new Set(node.options.flatMap((o) => [...this.through(o, from, flags)]));
      case 'repeat':
        if (node.mode === 'possessive') this.doubt();
        return this.repeated(node.body, node.min, node.max, from, flags);
      case 'look':
        this.doubt();
        return from;
      case 'backreference':
        throw new NotKnown();
    }
  }

  private doubt(): void {
    if (!this.generous) throw new NotKnown();
  }

  private after(from: Places, takes: (codePoint: number) => boolean): Places {
    const to = new Set<number>();
    for (const at of from) if (at < this.points.length && takes(this.points[at]!)) to.add(at + 1);
    return to;
  }

  /** Beyond as many rounds as the text has places, a further round adds nothing. */
  private repeated(
    body: RegexNode,
    min: number,
    max: number | null,
    from: Places,
    flags: RegexFlags,
  ): Places {
    const most = this.points.length + 1;
    let at = from;
    for (let i = 0; i < Math.min(min, most); i++) at = this.through(body, at, flags);
    const reached = new Set(at);
    for (let i = min; i < (max ?? Infinity); i++) {
      at = new Set([...this.through(body, at, flags)].filter((place) => !reached.has(place)));
      if (at.size === 0) break;
      for (const place of at) reached.add(place);
    }
    return reached;
  }

  private isLiteral(codePoint: number, c: number, flags: RegexFlags): boolean {
    if (codePoint === c && (this.cased || this.generous || flags.ignoreCase)) return true;
    if (flags.ignoreCase || (!this.cased && this.generous)) return equalsFolded(codePoint, c);
    return codePoint === c && spellingsOf(c).length === 1;
  }

  private isIn(node: RegexClass, c: number, flags: RegexFlags): boolean {
    const members = membersOf(node);
    if (!members) {
      this.doubt();
      return true;
    }
    const spelled = spellingsOf(c);
    const known = c < 128 || spelled.length === 1;
    if (!known && (flags.ignoreCase || !this.cased)) {
      this.doubt();
      return true;
    }
    // With the flag, a negated class leaves out the other cases of what it names as well.
    const inside = (point: number): boolean =>
      flags.ignoreCase
        ? node.negated
          ? spelled.every((s) => contains(members, s))
          : spelled.some((s) => contains(members, s))
        : contains(members, point);
    if (this.cased) return inside(c);
    return this.generous ? spelled.some(inside) : spelled.every(inside);
  }

  private isAt(anchor: RegexAnchor['anchor'], at: number, flags: RegexFlags): boolean {
    const { points, generous } = this;
    const atEnd = at === points.length;
    // PCRE's `$` is also before a last line feed; not every engine's is.
    const beforeLast = generous && at === points.length - 1 && points[at] === 10;
    switch (anchor) {
      case 'text-start':
        return at === 0;
      case 'text-end':
        return atEnd;
      case 'text-end-or-newline':
        return atEnd || beforeLast;
      case 'line-start':
        return at === 0 || (flags.multiLine && points[at - 1] === 10 && (generous || !atEnd));
      case 'line-end':
        return atEnd || beforeLast || (flags.multiLine && points[at] === 10);
      case 'word-boundary':
      case 'not-word-boundary': {
        if (generous && !this.cased) return true;
        const [before, behind] = [this.isWord(at - 1), this.isWord(at)];
        return (before !== behind) === (anchor === 'word-boundary');
      }
    }
  }

  private isWord(at: number): boolean {
    const c = this.points[at];
    if (c === undefined) return false;
    // A letter's other spelling may be outside of ASCII: the Kelvin sign is a K.
    if (!this.cased && spellingsOf(c).some((s) => s > 127)) throw new NotKnown();
    return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || c === 95 || (c >= 97 && c <= 122);
  }
}

const LONG_S = 0x17f;
const KELVIN = 0x212a;

/** All code points that fold as this one does; of letters outside of ASCII, some of them. */
function spellingsOf(c: number): readonly number[] {
  const all = new Set([c, ...otherCases(c)]);
  if (all.has(0x73)) all.add(LONG_S);
  if (all.has(0x6b)) all.add(KELVIN);
  return [...all];
}

function equalsFolded(a: number, b: number): boolean {
  return a === b || foldCase(String.fromCodePoint(a)) === foldCase(String.fromCodePoint(b));
}
