import { lineIndexAt, positionAt } from '../../source/span.js';
import type { SourceFile } from '../../source/span.js';
import type { CorpusLanguage, CorpusNote, CorpusPredicate, CorpusRule } from './entry.js';
import type { Asked } from './value.js';

/** A predicate at its offset in the query. */
export interface Finding extends Asked {
  readonly field: string | null;
  readonly context: string | null;
  readonly negated: boolean;
  readonly at: number;
}

export interface Remark {
  readonly message: string;
  readonly at: number;
}

/** What a reader makes of one query. It never throws, whatever the text. */
export interface Reading {
  readonly findings: readonly Finding[];
  readonly notes: readonly Remark[];
  readonly problem: Remark | null;
}

export type QueryReader = (text: string) => Reading;

/** UTF-16 code units of a query; those of real rules stay far below. */
export const MAX_QUERY_SIZE = 128 * 1024;

/** Brackets within each other in a query. */
export const MAX_QUERY_DEPTH = 100;

export function refused(message: string, at = 0): Reading {
  return { findings: [], notes: [], problem: { message, at } };
}

/** Where a reader gathers what a query says. */
export interface Gathered {
  readonly findings: Finding[];
  /** Messages with their first place: the same is said once for a query. */
  readonly notes: Map<string, number>;
}

export function nothingYet(): Gathered {
  return { findings: [], notes: new Map() };
}

export function addNote({ notes }: Gathered, message: string, at: number): void {
  if (!notes.has(message)) notes.set(message, at);
}

export function readingOf({ findings, notes }: Gathered): Reading {
  const remarks = [...notes].map(([message, at]) => ({ message, at }));
  remarks.sort((a, b) => a.at - b.at);
  return { findings, notes: remarks, problem: null };
}

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
  const { findings, notes, problem } =
    text.length > MAX_QUERY_SIZE ? refused(TOO_LARGE) : read(text);
  return {
    ...ruleOf(head, file.path),
    predicates: once(
      [...findings]
        .sort((a, b) => a.at - b.at)
        .map(({ field, context, kind, value, negated, at }) => {
          return { field, context, kind, value, negated, line: lineOf(at) };
        }),
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
