import {
  atom,
  concat,
  foldsBeyondAscii,
  join,
  matchesEmpty,
  patternToRegex,
  pieceOf,
  shapeOf,
  text,
  toRe2,
  widthOf,
} from '../../src/backend/index.js';
import type {
  Doc,
  FieldPredicate,
  PredicateContext,
  StringPredicate,
} from '../../src/backend/index.js';
import { reportText, textOf } from './columns.js';
import type { Column } from './columns.js';
import { frame } from './frame.js';
import { literalIn, stringLiteral } from './literals.js';
import type { Written } from './written.js';

/**
 * The regular expression that a predicate is asked by, which can be an alternative of another; null for one
 * that is asked in another way, or whose translation has something to report.
 */
export function listedRegex({ word }: Column, p: FieldPredicate): string | null {
  if (word !== undefined) return null;
  const regex = p.kind === 'regex' ? p.regex : needsRegex(p) && patternToRegex(p.pattern, p.cased);
  if (!regex || matchesEmpty(regex.ast)) return null;
  const translated = toRe2(regex);
  return translated.ok && translated.approximations.length === 0 ? translated.pattern : null;
}

function needsRegex(p: FieldPredicate): p is StringPredicate {
  if (p.kind !== 'string') return false;
  const shape = shapeOf(p.pattern);
  return shape.shape === 'other' || ('text' in shape && !p.cased && foldsBeyondAscii(shape.text));
}

/** What those have in common that can be one: their flags, and whether a literal shows them as they are. */
export function kindOf(regex: string): string {
  return `${flagsOf(regex)} ${stringLiteral(regex).endsWith(`"${regex}"`) ? 'plain' : 'escaped'}`;
}

/** The flags that a regular expression begins with, for all of it. */
function flagsOf(regex: string): string {
  return /^\(\?[a-z]+\)/.exec(regex)?.[0] ?? '';
}

/** The longest expression that several are joined to: a longer one is easier to read on its own. */
const LONGEST = 100;

/** A column that matches one of several of one kind. */
export function oneOfRegexes(
  column: Column,
  regexes: readonly Doc[],
  context: PredicateContext,
): Written {
  reportText(column, context);
  const flags = flagsOf(pieceOf(regexes[0]!) ?? '');
  const lists: Doc[][] = [];
  let length = Infinity;
  for (const regex of regexes) {
    length += widthOf(regex) - flags.length + 1;
    if (length > LONGEST) {
      lists.push([]);
      length = widthOf(regex);
    }
    lists[lists.length - 1]!.push(regex);
  }
  return frame.or(lists.map((list) => joined(textOf(column), list, flags, context)));
}

function joined(
  code: string,
  regexes: readonly Doc[],
  flags: string,
  { span }: PredicateContext,
): Written {
  const bodies = regexes.map((doc) => (pieceOf(doc) ?? '').slice(flags.length));
  const quoted = stringLiteral(bodies.join('|'));
  const parts = regexes.map((doc, i) => {
    const body = literalIn(quoted, bodies[i]!);
    return typeof doc === 'object' && doc.kind === 'text' ? text(body, doc.span) : body;
  });
  const open = `${code} matches regex ${quoted.slice(0, quoted.indexOf('"') + 1)}${flags}`;
  return atom(concat(text(open, span), join('|', parts), '"'));
}
