import { foldCase } from './case-folding.js';
import { literalText, shapeOf } from './pattern.js';
import type { StringPattern } from './pattern.js';

/** A test for a pattern on a whole string, whose case must be folded if the pattern is not cased. */
export function textMatcher(pattern: StringPattern, cased: boolean): (text: string) => boolean {
  const parts = cased ? pattern : pattern.map((p) => (typeof p === 'string' ? foldCase(p) : p));
  const literal = literalText(parts);
  if (literal !== null) return (text) => text === literal;
  const shape = shapeOf(parts);
  switch (shape.shape) {
    case 'any':
      return () => true;
    case 'startswith':
      return (text) => text.startsWith(shape.text);
    case 'endswith':
      return (text) => text.endsWith(shape.text);
    case 'contains':
      return (text) => text.includes(shape.text);
    default:
      return globMatcher(parts);
  }
}

/**
 * A test for a pattern with wildcards on a whole string. Between two `*` the leftmost fit is taken,
 * so the time is at most the product of the two lengths, and there is no backtracking.
 */
export function globMatcher(pattern: StringPattern): (text: string) => boolean {
  const runs: RunPart[][] = [[]];
  for (const part of pattern) {
    if (typeof part === 'string') runs[runs.length - 1]!.push(part);
    else if (part.kind === 'any') runs.push([]);
    else runs[runs.length - 1]!.push(ONE_CODE_POINT);
  }
  const first = runs[0]!;
  const last = runs[runs.length - 1]!;
  const inner = runs.slice(1, -1);
  if (runs.length === 1) return (text) => fit(first, text, 0) === text.length;
  return (text) => {
    let at = fit(first, text, 0);
    if (at < 0) return false;
    for (const run of inner) {
      at = search(run, text, at);
      if (at < 0) return false;
    }
    return fitAtEnd(last, text, at);
  };
}

const ONE_CODE_POINT = Symbol('one code point');
type RunPart = string | typeof ONE_CODE_POINT;

function pointLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Where the run ends if it matches at `at`; -1 if it does not. */
function fit(run: readonly RunPart[], text: string, at: number): number {
  for (const part of run) {
    if (typeof part === 'string') {
      if (!text.startsWith(part, at)) return -1;
      at += part.length;
    } else {
      if (at >= text.length) return -1;
      at += pointLength(text, at);
    }
  }
  return at;
}

/** Where the run ends at its leftmost place from `from` on; -1 if there is none. */
function search(run: readonly RunPart[], text: string, from: number): number {
  const [head] = run;
  if (head === undefined) return from;
  if (run.length === 1 && typeof head === 'string') {
    const found = text.indexOf(head, from);
    return found < 0 ? -1 : found + head.length;
  }
  for (let at = from; at <= text.length; at++) {
    if (typeof head === 'string') {
      at = text.indexOf(head, at);
      if (at < 0) return -1;
    }
    if (at > from && isInsidePair(text, at)) continue;
    const end = fit(run, text, at);
    if (end >= 0) return end;
  }
  return -1;
}

/** Whether the run fits right up to the end, not starting before `from`. */
function fitAtEnd(run: readonly RunPart[], text: string, from: number): boolean {
  let at = text.length;
  for (let i = run.length - 1; i >= 0; i--) {
    const part = run[i]!;
    if (typeof part === 'string') {
      at -= part.length;
      if (at < 0 || !text.startsWith(part, at)) return false;
    } else {
      at -= isInsidePair(text, at - 1) ? 2 : 1;
    }
    if (at < from) return false;
  }
  return true;
}

function isInsidePair(text: string, at: number): boolean {
  return (
    at > 0 &&
    (text.charCodeAt(at) & 0xfc00) === 0xdc00 &&
    (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
  );
}
