import { visible } from '../../source/visible.js';
import { UsageError } from '../usage-error.js';

/** A pattern of the user for paths: `*`, `?`, `[abc]`, `{a,b}`, and `**` for any folders. */
export interface Glob {
  /** The folder before the first wildcard. */
  readonly base: string;
  /** Tests a path below the base, with `/`. */
  readonly matches: (below: string) => boolean;
  /** How many folders deep a path may lie below the base. */
  readonly depth: number;
}

export function isGlob(name: string): boolean {
  return /[*?[\]{}]/.test(name);
}

/** One for each way of reading the braces. */
export function globsOf(name: string): readonly Glob[] {
  return expandBraces(name.replace(/\\/g, '/')).map((pattern) => {
    const parts = pattern.split('/');
    const wild = parts.findIndex(isGlob);
    const at = wild < 0 ? parts.length - 1 : wild;
    const base = parts.slice(0, at).join('/');
    const rest = parts.slice(at);
    const regex = regexOf(rest, name);
    return {
      base: base === '' ? (pattern.startsWith('/') ? '/' : '.') : base,
      matches: (below) => regex.test(below),
      depth: rest.includes('**') ? Infinity : rest.length - 1,
    };
  });
}

function regexOf(parts: readonly string[], name: string): RegExp {
  const source = parts.map((part, i) =>
    part !== '**' ? partSource(part) : i < parts.length - 1 ? '(?:[^/]+/)*' : '.+/',
  );
  try {
    return new RegExp(`^${source.join('').replace(/\/$/, '')}$`, 'su');
  } catch {
    throw new UsageError(`${visible(name)} is not a valid pattern.`);
  }
}

/** Readings of the braces of one pattern; further ones are left as they are written. */
const MAX_EXPANSIONS = 1_000;

function expandBraces(pattern: string): readonly string[] {
  const done: string[] = [];
  const waiting = [pattern];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const found = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(next);
    if (!found || waiting.length + done.length > MAX_EXPANSIONS) done.push(next);
    else {
      const [, before, list, after] = found as unknown as [string, string, string, string];
      for (const option of list.split(',').reverse()) waiting.push(before + option + after);
    }
  }
  return done;
}

/** The source for a part of a path and the separator after it. */
function partSource(part: string): string {
  const source = part.replace(/\*+|\?|\[[!^]?\]?[^\]]*\]|[\\^$.*+?()[\]{}|/]/g, (found): string => {
    if (found.startsWith('*')) return '[^/]*';
    if (found === '?') return '[^/]';
    if (found.length < 2) return `\\${found}`;
    const negated = /^\[[!^]/.test(found);
    const inner = found.slice(negated ? 2 : 1, -1).replace(/[\\[\]^]/g, '\\$&');
    return `(?!/)[${negated ? '^' : ''}${inner}]`;
  });
  return `${source}/`;
}
