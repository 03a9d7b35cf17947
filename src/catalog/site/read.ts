import type { Query } from '../../convert/index.js';
import type { AttackData } from '../../model/attack/attack.js';
import type { Correlation } from '../../model/correlation/correlation.js';
import type { SigmaDocument } from '../../model/document.js';
import type { Library } from '../../model/linking/library.js';
import type { Metadata } from '../../model/metadata.js';
import type { Rule } from '../../model/rule.js';
import { LOG_SOURCE_KEYS } from '../../model/rule.js';
import { lower } from '../../predicate/lower.js';
import { meaningInAnyOrder } from '../../predicate/meaning.js';
import { simplify } from '../../predicate/simplify/simplify.js';
import { hashOf } from '../../source/hash.js';
import { lineIndexAt, lineStarts } from '../../source/span.js';
import type { SourceFile, Span } from '../../source/span.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { readYaml } from '../../source/yaml/yaml.js';
import type { CorpusRule } from '../corpus/entry.js';
import { isOfFilter, placeholdersOf, reasonOf, rulesAmong, sigmaRules } from '../corpus/sigma.js';
import { correlationParts, correlationRecord } from '../inspect/correlation.js';
import type { Inspector } from '../inspect/inspect.js';
import { linkTo, servedIn } from '../inspect/links.js';
import type { DocumentLink } from '../inspect/links.js';
import { inspectionRecord } from '../inspect/record.js';
import type {
  CatalogFilter,
  CatalogLogSource,
  CatalogNote,
  CatalogQuery,
  CatalogRule,
  ElsewherePart,
} from './entry.js';

/** The queries of a file for one target, and the target's title. */
export interface TargetQueries {
  readonly title: string;
  readonly queries: readonly Query[];
}

/** What the rules of a file are read with. */
export interface ReadingOf {
  /** Of the documents, and of those that they are linked with. */
  readonly library: Library;
  /** What the file was converted to. */
  readonly targets: readonly TargetQueries[];
  readonly inspect: Inspector;
  readonly attack: AttackData;
}

/** The rules and correlations of a Sigma file, which was converted for each target. */
export function catalogRules(
  documents: readonly SigmaDocument[],
  file: SourceFile,
  { library, targets, inspect, attack }: ReadingOf,
): readonly CatalogRule[] {
  const served = servedIn(library);
  const rules = rulesAmong(documents);
  const shown = shownAmong(documents);
  return sigmaRules(rules, file.path).map((corpus, position) => {
    const document = rules[position]!;
    const { content } = document;
    const correlations = (served.get(document) ?? []).map(linkTo);
    const parts =
      content?.kind === 'rule'
        ? ruleParts(content, correlations, inspect)
        : content?.kind === 'correlation'
          ? ofCorrelation(content, library, { attack, correlations })
          : null;
    return {
      ...corpus,
      ...ownLines(shown, shown.indexOf(document), file),
      sigma: parts && {
        ...parts,
        line: lineAt(file, document.span.start),
        isServing: library.serving.has(document),
        queries: targets.flatMap(({ title, queries }) =>
          queries.filter((q) => q.document === document).map((q) => queryOf(q, title, file)),
        ),
        notes: document.diagnostics.map((d) => noteOf(d, file)),
      },
    };
  });
}

/** The filters of a Sigma file. */
export function catalogFilters(
  documents: readonly SigmaDocument[],
  file: SourceFile,
): readonly CatalogFilter[] {
  const shown = shownAmong(documents);
  return shown.flatMap((document, at) => {
    if (document.kind !== 'filter') return [];
    const { heading, content, diagnostics, span } = document;
    const filter = content?.kind === 'filter' ? content : null;
    const failed = diagnostics.some((d) => d.severity === 'error');
    return {
      path: file.path,
      line: lineAt(file, span.start),
      id: heading.id,
      title: heading.title ?? file.path.replace(/^.*[/\\]/, ''),
      description: filter?.description ?? null,
      ...ownLines(shown, at, file),
      problem: failed ? reasonOf(diagnostics) : null,
      notes: diagnostics.map((d) => noteOf(d, file)),
    };
  });
}

/** Documents that have a page. */
function shownAmong(documents: readonly SigmaDocument[]): readonly SigmaDocument[] {
  return documents.filter(({ kind }) => kind !== 'template' && kind !== 'empty');
}

/** The rules of a file in another language, each with its text. */
export function otherRules(rules: readonly CorpusRule[], file: SourceFile): readonly CatalogRule[] {
  const partOf = rules.length < 2 ? () => ({ text: file.text, firstLine: 1 }) : partsOf(file);
  return rules.map((rule) => ({ ...rule, ...partOf(rule.position), sigma: null }));
}

function headOf(of: Metadata) {
  const { status, level, description, author, date, modified, license, related } = of;
  return {
    status,
    level,
    description,
    author,
    date,
    modified,
    license,
    references: textsOf(of.references),
    falsepositives: textsOf(of.falsepositives),
    tags: textsOf(of.tags),
    related: related.map(({ id, type }) => ({ id, type })),
  };
}

function textsOf(names: Rule['references']): string[] {
  return names.map((n) => n.text);
}

function ruleParts(rule: Rule, correlations: readonly DocumentLink[], inspect: Inspector) {
  const { filters, stages, predicates, indicators, events, attack } = inspectionRecord(
    inspect(rule),
  );
  const logsource = Object.fromEntries(
    LOG_SOURCE_KEYS.map((key) => [key, textsOf(rule.logsource[key])]),
  ) as unknown as CatalogLogSource;
  return {
    ...headOf(rule),
    ...{ filters, stages, predicates, indicators, events, attack, correlations, logsource },
    correlation: null,
    meaning: meaningOf(rule),
  };
}

/** Which events a correlation is about, its rules say. */
function ofCorrelation(
  correlation: Correlation,
  library: Library,
  about: Parameters<typeof correlationRecord>[2],
) {
  const { attack, correlations } = correlationRecord(correlation, library, about);
  return {
    ...headOf(correlation),
    ...{ filters: [], stages: [], predicates: [], indicators: [], events: [] },
    ...{ attack, correlations, logsource: { product: [], category: [], service: [] } },
    correlation: correlationParts(correlation, library),
    meaning: null,
  };
}

function queryOf(query: Query, title: string, file: SourceFile): CatalogQuery {
  const { target, text, fidelity, diagnostics, textSegments } = query;
  const isOwn = ownSpans(query.document);
  const own = textSegments.filter(({ span }) => isOwn(span));
  return {
    target,
    title,
    text,
    fidelity,
    notes: diagnostics.map((d) => noteOf(d, file)),
    parts: own.map(({ start, end, span }) => [start, end, lineAt(span.file, span.start)]),
    elsewhere: partsElsewhere(query, isOwn),
  };
}

/** What is of one line elsewhere, on one line of the query, is one part. */
function partsElsewhere(
  { text, textSegments }: Query,
  isOwn: (span: Span) => boolean,
): readonly ElsewherePart[] {
  const found: { start: number; end: number; path: string; line: number }[] = [];
  let isLast = false;
  for (const { start, end, span } of textSegments) {
    const wasLast = isLast;
    isLast = !isOwn(span);
    if (!isLast) continue;
    const path = span.file.path;
    const line = lineAt(span.file, span.start);
    const last = wasLast ? found.at(-1) : undefined;
    const isSame = last?.path === path && last.line === line;
    if (isSame && !text!.slice(last.end, start).includes('\n')) last.end = end;
    else found.push({ start, end, path, line });
  }
  return found.map(({ start, end, ...place }) => {
    const said = text!.slice(start, end);
    const isOpen = said.split('(').length > said.split(')').length && text![end] === ')';
    return { text: (isOpen ? `${said})` : said).trim(), ...place };
  });
}

/** Of a rule all that is not of its filters, of a correlation what it says itself. */
function ownSpans({ content, span: own }: SigmaDocument): (span: Span) => boolean {
  if (content?.kind === 'rule') return (span) => !isOfFilter(span, content.filters);
  return ({ file, start }) => file === own.file && own.start <= start && start < own.end;
}

function noteOf({ severity, code, message, span }: Diagnostic, file: SourceFile): CatalogNote {
  const line = span ? lineAt(span.file, span.start) : null;
  const elsewhere = span && span.file.path !== file.path ? { path: span.file.path } : {};
  return { severity, code, message, line, ...elsewhere };
}

function lineAt(file: SourceFile, offset: number): number {
  return lineIndexAt(file, offset) + (file.firstLine ?? 1);
}

/** What a rule asks of events, what it counts up included; null where that cannot be told. */
function meaningOf(rule: Rule): string | null {
  const placeholders = placeholdersOf(rule);
  const meanings: string[] = [];
  for (const condition of rule.detection.conditions) {
    if (condition.aggregation) return null;
    const { expression } = lower(rule, condition, placeholders);
    if (!expression) return null;
    meanings.push(meaningInAnyOrder(simplify(expression, { oneOf: false, pushNegation: true })));
  }
  return hashOf(meanings.sort().join(' '));
}

/** The lines of a rule's document, including any between it and the previous document. */
function ownLines(rules: readonly SigmaDocument[], position: number, file: SourceFile): Part {
  const before = rules[position - 1];
  const start = before ? before.span.end : 0;
  const end = position + 1 < rules.length ? rules[position]!.span.end : file.text.length;
  return linesBetween(file, start, end);
}

function linesBetween(file: SourceFile, start: number, end: number): Part {
  const first = lineIndexAt(file, start);
  const from = lineStarts(file)[first]!;
  return { text: file.text.slice(from, end), firstLine: first + (file.firstLine ?? 1) };
}

type Part = Pick<CatalogRule, 'text' | 'firstLine'>;

/** Of a file with several rules, the rule at a position. */
function partsOf(file: SourceFile): (position: number) => Part {
  if (/\.ya?ml$/i.test(file.path)) {
    const documents = readYaml(file);
    return (position) => {
      const span = documents[position]?.span;
      return span ? linesBetween(file, span.start, span.end) : { text: '', firstLine: 1 };
    };
  }
  const whole = jsonOf(file.text);
  const values = Array.isArray(whole)
    ? (whole as unknown[])
    : file.text.split(/[\r\n]+/).flatMap((line) => (line.trim() === '' ? [] : [jsonOf(line)]));
  return (position) => ({ text: JSON.stringify(values[position], null, 2) ?? '', firstLine: 1 });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
