import type { SigmaDocument } from '../../model/document.js';
import type { Condition } from '../../model/condition/ast.js';
import { itemsOf, valuesOf } from '../../model/rewrite.js';
import { placeholdersIn } from '../../model/placeholders.js';
import type { Rule } from '../../model/rule.js';
import { lower } from '../../predicate/lower.js';
import type { Placeholders } from '../../model/given-values.js';
import { toRecord } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { Span } from '../../source/span.js';
import type { CorpusNote, CorpusPredicate, CorpusRule } from './entry.js';
import { predicatesOf } from './predicates.js';
import { lineAt, once } from './reading.js';

/** The documents of a Sigma file that are rules, or would be if they could be read. */
export function rulesAmong(documents: readonly SigmaDocument[]): readonly SigmaDocument[] {
  return documents.filter(
    ({ kind }) => kind !== 'template' && kind !== 'empty' && kind !== 'filter',
  );
}

/** Rules of a Sigma file, as entries of a corpus. */
export function sigmaRules(
  documents: readonly SigmaDocument[],
  path: string,
): readonly CorpusRule[] {
  return documents.map((document, position) => readDocument(document, path, position));
}

const RELATES = 'Which events a correlation is about, its rules say.';

function readDocument(document: SigmaDocument, path: string, position: number): CorpusRule {
  const { heading, content } = document;
  const title = heading.title ?? path.replace(/^.*[/\\]/, '');
  const entry = { language: 'sigma', path, position, id: heading.id, title } as const;
  if (content?.kind === 'correlation') {
    const note = { message: RELATES, line: lineOf({ span: content.test.span }) };
    return { ...entry, predicates: [], notes: [note], problem: null };
  }
  if (content?.kind !== 'rule') {
    return { ...entry, predicates: [], notes: [], problem: reasonOf(document.diagnostics) };
  }
  const read = content.detection.conditions.map((c) => readCondition(content, c));
  const problem = read.find((r) => r.problem !== null)?.problem ?? null;
  if (problem !== null) return { ...entry, predicates: [], notes: [], problem };
  const predicates = once(read.flatMap((r) => r.predicates));
  return { ...entry, predicates, notes: read.flatMap((r) => r.notes), problem };
}

interface ReadCondition {
  readonly predicates: readonly CorpusPredicate[];
  readonly notes: readonly CorpusNote[];
  readonly problem: string | null;
}

/** What an aggregation counts up says nothing of one event, so it is left aside. */
function readCondition(rule: Rule, condition: Condition): ReadCondition {
  const { aggregation } = condition;
  const single = aggregation ? { ...condition, aggregation: null } : condition;
  const { expression, diagnostics } = lower(rule, single, placeholdersOf(rule));
  if (!expression) return { predicates: [], notes: [], problem: reasonOf(diagnostics) };
  const notes = aggregation
    ? [{ message: 'What the condition counts up is left out.', line: lineOf(aggregation) }]
    : [];
  const predicates = predicatesOf(expression, contextOf(rule))
    .filter(({ span }) => !isOfFilter(span, rule.filters))
    .map(({ span, ...predicate }) => ({ ...predicate, line: lineOf({ span }) }));
  return { predicates, notes, problem: null };
}

/** What a filter leaves out says nothing of what a rule looks for. */
export function isOfFilter({ file, start }: Span, filters: Rule['filters']): boolean {
  return filters.some(({ span }) => span.file === file && span.start <= start && start < span.end);
}

function contextOf({ logsource }: Rule): string | null {
  return logsource.category.length === 1 ? logsource.category[0]!.text : null;
}

/** An unfilled placeholder counts as its own name, so that rules with the same placeholder share it. */
export function placeholdersOf(rule: Rule): Placeholders {
  const patterns = itemsOf(rule)
    .flatMap(valuesOf)
    .flatMap((value) => (value.kind === 'string' ? [value.pattern] : []));
  const names = patterns.flatMap(placeholdersIn);
  return Object.fromEntries(names.map((name) => [name, [`%${name}%`]]));
}

function lineOf({ span }: { readonly span: Diagnostic['span'] & object }): number {
  return lineAt(span.file, span.start);
}

export function reasonOf(diagnostics: readonly Diagnostic[]): string {
  const found = diagnostics.find((d) => d.severity === 'error') ?? diagnostics[0];
  if (!found) return 'The file contains no rule.';
  const { line, column, message } = toRecord(found);
  return `Line ${line}, column ${column}: ${message}`;
}
