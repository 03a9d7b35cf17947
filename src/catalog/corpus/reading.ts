import { refused } from '../../languages/reading.js';
import type { QueryReader, Remark } from '../../languages/reading.js';
import { lineIndexAt, positionAt } from '../../source/span.js';
import type { SourceFile } from '../../source/span.js';
import type { CorpusLanguage, CorpusNote, CorpusPredicate, CorpusRule } from './entry.js';
import { predicatesOf } from './predicates.js';

/** UTF-16 code units of a query; those of real rules stay far below. */
const MAX_QUERY_SIZE = 128 * 1024;

const TOO_LARGE = `The query has more than ${MAX_QUERY_SIZE / 1024} KiB, which is no query of a rule.`;

/** A query in its file. */
export interface QueryText {
  readonly text: string;
  readonly file: SourceFile;
  /** From offsets in the query to offsets in the file; null where it is written with escapes. */
  readonly toFile: ((offset: number) => number) | null;
  /** Where it begins in the file, or what holds it. */
  readonly start: number;
}

export interface RuleHead {
  readonly language: CorpusLanguage;
  readonly position: number;
  readonly id: string | null;
  readonly title: string;
}

export function lineAt(file: SourceFile, offset: number): number {
  return lineIndexAt(file, offset) + (file.firstLine ?? 1);
}

/** A rule that could not be read at all. */
export function unreadRule(head: RuleHead, path: string, problem: string): CorpusRule {
  return { ...ruleOf(head, path), predicates: [], notes: [], problem };
}

/** The rule that a query makes, with places in the file for offsets in the query. */
export function readQuery(head: RuleHead, query: QueryText, read: QueryReader): CorpusRule {
  const { file, text, toFile, start } = query;
  const lineOf = (at: number): number => lineAt(file, toFile?.(at) ?? start);
  const { conditions, notes, problem } =
    text.length > MAX_QUERY_SIZE ? refused(TOO_LARGE) : read({ path: file.path, text });
  return {
    ...ruleOf(head, file.path),
    predicates: once(
      conditions
        .flatMap(({ expression, source: context }) => predicatesOf(expression, context))
        .sort((a, b) => a.span.start - b.span.start)
        .map(({ span, ...predicate }) => ({ ...predicate, line: lineOf(span.start) })),
    ),
    notes: notes.map(({ message, at }): CorpusNote => ({ message, line: lineOf(at) })),
    problem: problem && placed(problem, query),
  };
}

/** Each predicate once: at its first place. */
export function once(predicates: readonly CorpusPredicate[]): readonly CorpusPredicate[] {
  const seen = new Set<string>();
  return predicates.filter((p) => {
    const key = JSON.stringify([p.field, p.context, p.kind, p.value, p.negated]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function ruleOf({ language, position, id, title }: RuleHead, path: string) {
  return { language, path, position, id, title };
}

function placed({ message, at }: Remark, { text, file, toFile }: QueryText): string {
  const { line, column } = toFile
    ? positionAt(file, toFile(at))
    : positionAt({ path: file.path, text }, at);
  return `${toFile ? 'Line' : 'Line of the query'} ${line}, column ${column}: ${message}`;
}
