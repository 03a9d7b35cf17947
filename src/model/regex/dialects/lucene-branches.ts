import type { Regex, RegexClass, RegexFlags, RegexNode } from '../ast.js';
import { complement, contains, intersect, membersOf, WORD } from '../code-points.js';
import { regexCodes } from '../codes.js';
import { flagsWithin, foldRegex } from '../fold.js';
import { matchesEmpty } from '../matches-empty.js';
import { Untranslatable } from '../translate.js';
import type { Widen } from './lucene-characters.js';

/** A node and the flags that hold for it. */
export interface Flagged {
  readonly node: RegexNode;
  readonly flags: RegexFlags;
}

/** One alternative of a pattern, and what Lucene needs around it to search for it anywhere. */
export interface Branch {
  readonly open: string;
  readonly nodes: readonly Flagged[];
  readonly close: string;
}

const ANYTHING = '.*';
/** Where the m flag has `^` and `$` match at line breaks, too. */
const LINE_START = '(.*\n)?';
const LINE_END = '(\n.*)?';
const NO_PRINTABLE_ASCII = '[^ -~]?';
const MAX_BRANCHES = 64;
const MAX_COPIES = 8;

/**
 * Takes the anchors at the ends of a pattern away, branch by branch: where there is none, anything
 * may stand before (or after) the match.
 */
export function branchesOf(
  { ast, flags }: Regex,
  widen: Widen,
  inString: boolean,
): readonly Branch[] {
  const branches = flatten([{ node: ast, flags }]);
  const possible = branches.filter((nodes) => !isImpossible(nodes));
  return (possible.length > 0 ? possible : branches).map((nodes) => {
    const { text: open, rest } = takeStart(nodes, inString);
    const { text: close, rest: inner } = takeEnd(rest, widen, inString);
    const kept = trimOpen(dropCertain(inner), open === ANYTHING, close === ANYTHING);
    // Nothing between two open ends matches everything.
    if (kept.length === 0 && open === ANYTHING && close === ANYTHING) {
      return { open, nodes: [], close: '' };
    }
    return { open, nodes: kept, close };
  });
}

/** Opens the sequences at both ends, and all groups that hold anchors: each of their branches becomes a sequence. */
function flatten(nodes: readonly Flagged[]): (readonly Flagged[])[] {
  const first = nodes.findIndex(({ node }) => node.kind !== 'anchor');
  const last = nodes.findLastIndex(({ node }) => node.kind !== 'anchor');
  if (first < 0) return [nodes];
  for (const [index, { node, flags }] of nodes.entries()) {
    if (index !== first && index !== last && !hasAnchor(node)) continue;
    const opened = open(node, flags);
    if (!opened) continue;
    const branches = opened.flatMap((branch) =>
      flatten([...nodes.slice(0, index), ...branch, ...nodes.slice(index + 1)]),
    );
    if (branches.length > MAX_BRANCHES) {
      throw new Untranslatable(regexCodes['lucene-regex-alternatives'](), node);
    }
    return branches;
  }
  return [nodes];
}

/** The branches of a node that has anchors to be taken out of it; null if it may stay. */
function open(node: RegexNode, flags: RegexFlags): (readonly Flagged[])[] | null {
  switch (node.kind) {
    case 'sequence':
      return [node.items.map((item) => ({ node: item, flags }))];
    case 'alternation':
      return hasAnchor(node) ? node.options.map((option) => [{ node: option, flags }]) : null;
    case 'group':
      if (node.atomic || !hasAnchor(node.body)) return null;
      return [[{ node: node.body, flags: flagsWithin(node, flags) }]];
    case 'repeat': {
      const { min, max, body } = node;
      if (min !== max || min > MAX_COPIES || node.mode !== 'greedy' || !hasAnchor(body))
        return null;
      return [Array.from({ length: min }, () => ({ node: body, flags }))];
    }
    default:
      return null;
  }
}

/** Not within look-around, which Lucene does not have anyway. */
function hasAnchor(root: RegexNode): boolean {
  return foldRegex<boolean>(root, (node, children) =>
    node.kind === 'look' ? false : node.kind === 'anchor' || children().includes(true),
  );
}

interface Taken {
  readonly text: string;
  readonly rest: readonly Flagged[];
}

function takeStart(nodes: readonly Flagged[], inString: boolean): Taken {
  let text = ANYTHING;
  let at = 0;
  for (; at < nodes.length; at++) {
    const { node, flags } = nodes[at]!;
    if (node.kind !== 'anchor') break;
    if (node.anchor === 'text-start' || node.anchor === 'line-start') {
      const isLine = node.anchor === 'line-start' && flags.multiLine;
      if (isLine && text === ANYTHING)
        text = inString && isFilled(nodes) ? LINE_START : refuseLines(node);
      else if (!isLine) text = '';
      else if (text !== '' && text !== LINE_START) refuseLines(node);
    } else if (node.anchor === 'word-boundary') {
      const side = wordness(nodes[at + 1]?.node);
      if (side === null) refuseBoundary(node);
      if (text !== '' && text !== LINE_START) text = side ? '(.*[^0-9A-Za-z_])?' : '.*[0-9A-Za-z_]';
      else if (!side) refuseBoundary(node);
    } else break;
  }
  return { text, rest: nodes.slice(at) };
}

function takeEnd(nodes: readonly Flagged[], widen: Widen, inString: boolean): Taken {
  let text = ANYTHING;
  let at = nodes.length;
  for (; at > 0; at--) {
    const { node, flags } = nodes[at - 1]!;
    if (node.kind !== 'anchor') break;
    if (['text-end', 'line-end', 'text-end-or-newline'].includes(node.anchor)) {
      const isLine = node.anchor === 'line-end' && flags.multiLine;
      if (isLine) {
        if (text === ANYTHING) text = inString && isFilled(nodes) ? LINE_END : refuseLines(node);
        else if (![LINE_END, '', '\n?'].includes(text)) refuseLines(node);
        continue;
      }
      text = '';
      // Perl's $ also matches before a line break that ends the text.
      if (node.anchor !== 'text-end' && !takesLineBreaks(nodes[at - 2])) {
        text = inString ? '\n?' : NO_PRINTABLE_ASCII;
        if (!inString) widen(regexCodes['lucene-regex-final-line-break']());
      }
    } else if (node.anchor === 'word-boundary') {
      const side = wordness(nodes[at - 2]?.node);
      if (side === null) refuseBoundary(node);
      if (text !== '' && text !== LINE_END) text = side ? '([^0-9A-Za-z_].*)?' : '[0-9A-Za-z_].*';
      else if (!side) refuseBoundary(node);
    } else break;
  }
  return { text, rest: nodes.slice(0, at) };
}

/** Whether it matches a line break after anything else that it matches. */
function takesLineBreaks(last: Flagged | undefined): boolean {
  if (last?.node.kind !== 'repeat' || last.node.max !== null) return false;
  const { body } = last.node;
  if (body.kind === 'dot') return last.flags.dotAll;
  const members = body.kind === 'class' ? membersOf(body) : null;
  return members !== null && contains(members, LINE_BREAK);
}

const LINE_BREAK = 0x0a;

/** At an open end, an optional part has no effect: `x.*` is found wherever `x` is. */
function trimOpen(
  nodes: readonly Flagged[],
  openStart: boolean,
  openEnd: boolean,
): readonly Flagged[] {
  const optional = (f: Flagged | undefined): boolean =>
    f?.node.kind === 'repeat' && f.node.min === 0;
  let from = 0;
  let to = nodes.length;
  while (openStart && from < to && optional(nodes[from])) from++;
  while (openEnd && to > from && optional(nodes[to - 1])) to--;
  return nodes.slice(from, to);
}

/** A boundary between a character of a word and one that is of none always holds. */
function dropCertain(nodes: readonly Flagged[]): readonly Flagged[] {
  return nodes.filter((_, index) => isBoundary(nodes, index) !== true);
}

/** Whether it asks for a boundary between two characters of words, or two that are of none. */
function isImpossible(nodes: readonly Flagged[]): boolean {
  return nodes.some((_, index) => isBoundary(nodes, index) === false);
}

/** Whether a word boundary between two other nodes always holds, or never; null if that is not known. */
function isBoundary(nodes: readonly Flagged[], index: number): boolean | null {
  const { node } = nodes[index]!;
  if (node.kind !== 'anchor' || node.anchor !== 'word-boundary') return null;
  const [before, after] = [nodes[index - 1]?.node, nodes[index + 1]?.node].map(wordness);
  return before === null || after === null ? null : before !== after;
}

/**
 * Whether what a node matches begins and ends with characters of words, or with none of them; null if
 * it may be either.
 */
function wordness(root: RegexNode | undefined): boolean | null {
  if (!root) return null;
  const { side, isOptional } = foldRegex<Sided>(root, (node, children) => {
    switch (node.kind) {
      case 'literal':
        return { side: contains(WORD, node.codePoint), isOptional: false };
      case 'class':
        return { side: classWordness(node), isOptional: false };
      case 'group':
        return children()[0]!;
      case 'repeat': {
        const of = children()[0]!;
        return { side: of.side, isOptional: of.isOptional || node.min === 0 };
      }
      case 'alternation':
        return common(
          children(),
          children().some((c) => c.isOptional),
        );
      case 'sequence':
        return ofSequence(children());
      default:
        return { side: null, isOptional: false };
    }
  });
  return isOptional ? null : side;
}

/** What the ends of a node are, and whether it may match nothing. */
interface Sided {
  readonly side: boolean | null;
  readonly isOptional: boolean;
}

/** At each end, what may be missing counts along with what is next to it. */
function ofSequence(parts: readonly Sided[]): Sided {
  const first = parts.findIndex((p) => !p.isOptional);
  const last = parts.findLastIndex((p) => !p.isOptional);
  if (first < 0) return common(parts, true);
  return common([...parts.slice(0, first + 1), ...parts.slice(last)], false);
}

function common(parts: readonly Sided[], isOptional: boolean): Sided {
  const side = parts[0]?.side ?? null;
  return { side: parts.every((p) => p.side === side) ? side : null, isOptional };
}

function classWordness(node: RegexClass): boolean | null {
  const members = membersOf(node);
  if (!members) return null;
  if (intersect(members, complement(WORD)).length === 0) return true;
  return intersect(members, WORD).length === 0 ? false : null;
}

/** Some character stands between the anchors: where a line is empty, engines differ. */
function isFilled(nodes: readonly Flagged[]): boolean {
  return nodes.some(({ node }) => node.kind !== 'anchor' && !matchesEmpty(node));
}

function refuseLines(node: RegexNode): never {
  throw new Untranslatable(regexCodes['lucene-regex-line-anchor'](), node);
}

function refuseBoundary(node: RegexNode): never {
  throw new Untranslatable(regexCodes['lucene-regex-word-boundary'](), node);
}
