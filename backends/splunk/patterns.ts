import {
  ANY,
  concat,
  foldRegex,
  join,
  pattern,
  patternToRegex,
  text,
  toPcre,
} from '../../src/backend/index.js';
import type { Doc, Predicate, Regex } from '../../src/backend/index.js';
import { quote } from './literals.js';

/** A predicate as a regular expression, flags apart: `(?is)`, or nothing. */
export interface Pattern {
  readonly flags: string;
  readonly body: string;
}

/** Null for a predicate that is no pattern. */
export function patternOf(node: Predicate): Pattern | null {
  const regex = regexOf(node);
  return regex && cut(toPcre(regex));
}

/** The same of one that may be written beside others: groups are counted, and names may be taken. */
export function alternativeOf(node: Predicate): Pattern | null {
  const regex = regexOf(node);
  return regex && standsBeside(regex) ? cut(toPcre(regex)) : null;
}

function regexOf(node: Predicate): Regex | null {
  switch (node.kind) {
    case 'regex':
      return node.regex;
    case 'string':
      return patternToRegex(node.pattern, node.cased);
    case 'keyword': {
      const { search } = node;
      if (search.kind === 'regex') return search.regex;
      const around = pattern([ANY, ...search.pattern, ANY]);
      // Any text at all has an empty keyword.
      return around.length === 1 ? null : patternToRegex(around, search.cased);
    }
    default:
      return null;
  }
}

function cut(source: string): Pattern {
  const flags = /^\(\?[ims]+\)/.exec(source)?.[0] ?? '';
  return { flags, body: source.slice(flags.length) };
}

function standsBeside({ ast }: Regex): boolean {
  return foldRegex<boolean>(ast, (node, children) => {
    if (node.kind === 'backreference') return false;
    if (node.kind === 'group' && node.capture && node.capture.name !== null) return false;
    return children().every((c) => c);
  });
}

/** The inside of quotation marks; three backticks would start a comment. */
export function inQuotes(source: string): string {
  return quote(source.replaceAll('`', '\\x60')).slice(1, -1);
}

/** One pattern for all, each at its place of the rule; the quotation marks are the caller's. */
export function anyOf(nodes: readonly Predicate[], patterns: readonly Pattern[]): Doc {
  const hasDots = patterns.some(({ body }) => /^[^.\\]*(?:\\.[^.\\]*)*\./s.test(body));
  const groups = new Map<string, Doc[]>();
  patterns.forEach(({ flags: own, body }, i) => {
    const flags = hasDots ? own : own.replace(/s(?=\))/, '').replace('(?)', '');
    const written = text(inQuotes(body), nodes[i]!.span);
    const known = groups.get(flags);
    if (known) known.push(written);
    else groups.set(flags, [written]);
  });
  const [[only, alternatives] = ['', []] as const] = groups;
  if (groups.size === 1) return concat(only, join('|', alternatives));
  const parts = [...groups].map(([flags, docs]) =>
    flags === '' ? join('|', docs) : concat(`${flags.slice(0, -1)}:`, join('|', docs), ')'),
  );
  return join('|', parts);
}
