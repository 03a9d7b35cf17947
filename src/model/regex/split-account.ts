import type { Regex, RegexAnchor, RegexNode } from './ast.js';
import { contains, membersOf } from './code-points.js';
import { flagsWithin, foldRegex } from './fold.js';

const BACKSLASH = 92;
const STARTS: ReadonlySet<RegexNode['kind'] | RegexAnchor['anchor']> = new Set([
  'line-start',
  'text-start',
]);
const ENDS: ReadonlySet<RegexNode['kind'] | RegexAnchor['anchor']> = new Set([
  'line-end',
  'text-end',
  'text-end-or-newline',
]);

/** What is asked of each side of a name such as `DOMAIN\\user`; null of a side that may be anything. */
type Sides = readonly [domain: Regex | null, user: Regex | null];

/**
 * What a pattern that is searched for in a name such as `DOMAIN\\user`, which has one backslash, asks of
 * its sides: each way is enough. None: nothing has both its beginning and its end, and no backslash.
 * Null where it is not clear which part of the pattern the backslash is for.
 */
export function splitAccountRegex(given: Regex): readonly Sides[] | null {
  const regex = withoutGroup(given);
  const items = itemsOf(regex.ast);
  const [start, end] = [isOne(items[0], STARTS), isOne(items.at(-1), ENDS)];
  const inner = items.slice(start ? 1 : 0, end ? -1 : undefined);
  if (regex.flags.multiLine || !inner.every(isClear)) return null;
  const at = items.findIndex(isBackslash);
  const of = (parts: readonly RegexNode[]): Regex => ({ ...regex, ast: sequence(parts) });
  if (at >= 0) {
    const [before, after] = [items.slice(0, at), items.slice(at + 1)];
    if (before.length + after.length === 0 || after.some(isBackslash)) return null;
    const domain = before.length === 0 ? null : of([...before, anchor('text-end')]);
    return [[domain, after.length === 0 ? null : of([anchor('text-start'), ...after])]];
  }
  if (inner.some(mayBeBackslash)) return null;
  if (start && end) return [];
  if (start) return [[regex, null]];
  return end
    ? [[null, regex]]
    : [
        [regex, null],
        [null, regex],
      ];
}

/** Flags at the beginning, such as `(?i)`, are those of a group of all the rest. */
function withoutGroup(regex: Regex): Regex {
  const [first, ...others] = itemsOf(regex.ast);
  if (first?.kind !== 'group' || first.atomic || others.length > 0) return regex;
  return withoutGroup({ ...regex, ast: first.body, flags: flagsWithin(first, regex.flags) });
}

function itemsOf(node: RegexNode): readonly RegexNode[] {
  return node.kind === 'sequence' ? node.items : [node];
}

function isOne(node: RegexNode | undefined, anchors: typeof STARTS): boolean {
  return node?.kind === 'anchor' && anchors.has(node.anchor);
}

function isBackslash(node: RegexNode): boolean {
  return node.kind === 'literal' && node.codePoint === BACKSLASH;
}

/** What it finds does not depend on what is beyond the part that it is asked of. */
function isClear(root: RegexNode): boolean {
  return foldRegex<boolean>(root, (node, children) => {
    if (node.kind === 'look' || node.kind === 'backreference') return false;
    if (node.kind === 'group' && node.atomic) return false;
    if (node.kind === 'group' && node.flags?.multiLine) return false;
    if (node.kind === 'repeat' && node.mode === 'possessive') return false;
    if (isOne(node, STARTS) || isOne(node, ENDS)) return false;
    return children().every(Boolean);
  });
}

function mayBeBackslash(root: RegexNode): boolean {
  return foldRegex<boolean>(root, (node, children) => {
    if (node.kind === 'dot' || isBackslash(node)) return true;
    if (node.kind === 'class') {
      const members = membersOf(node);
      return !members || contains(members, BACKSLASH);
    }
    return children().includes(true);
  });
}

function sequence(items: readonly RegexNode[]): RegexNode {
  const [first, last] = [items[0]!, items.at(-1)!];
  return { kind: 'sequence', items, start: first.start, end: last.end };
}

function anchor(kind: 'text-start' | 'text-end'): RegexAnchor {
  return { kind: 'anchor', anchor: kind, start: 0, end: 0 };
}
