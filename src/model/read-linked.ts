import type { Finding } from '../source/codes.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { entry } from '../source/node.js';
import type { YamlEntry, YamlMap, YamlNode } from '../source/node.js';
import type { Span } from '../source/span.js';
import { logSourceNames } from './log-source.js';
import type { Name } from './name.js';
import type { Filter } from './filter.js';
import { codes } from './linking-codes.js';

export interface ReadLinked<T> {
  /** Null if `diagnostics` has an error that hides what the document refers to. */
  readonly content: T | null;
  readonly diagnostics: readonly Diagnostic[];
}

type Report = (finding: Finding, span: Span) => void;

/** Reads which rules a filter names. */
export function readFilter(document: YamlMap, section: YamlEntry): ReadLinked<Filter> {
  return reading((report) => {
    report(codes['filter-not-applied'](), section.key.span);
    const { value } = section;
    if (value.kind !== 'map') {
      report(codes['filter-not-a-map'](), section.key.span);
      return null;
    }
    const named = referencesIn(entry(value, 'rules')?.value, report);
    const [first] = named;
    if (!first) {
      report(codes['filter-without-rules'](), section.key.span);
      return null;
    }
    const rules = named.length === 1 && isAny(first) ? anyRule(first.span) : named;
    return {
      kind: 'filter',
      rules,
      logsource: logSourceOf(document),
      document,
      span: document.span,
    };
  });
}

function reading<T>(read: (report: Report) => T | null): ReadLinked<T> {
  const diagnostics: Diagnostic[] = [];
  const content = read((finding, span) => diagnostics.push(diagnostic(finding, span)));
  return { content, diagnostics };
}

/** The words that pySigma takes, too. */
function isAny({ text }: Name): boolean {
  return /^(?:any|all)$/i.test(text);
}

function anyRule(span: Span) {
  return { kind: 'any', span } as const;
}

function referencesIn(node: YamlNode | undefined, report: Report): Name[] {
  if (!node) return [];
  const items = node.kind === 'list' ? node.items : [node];
  return items.flatMap((item) => {
    if (item.kind !== 'scalar') report(codes['reference-not-text'](), item.span);
    return nameOf(item);
  });
}

function logSourceOf(document: YamlMap): Filter['logsource'] {
  const source = entry(document, 'logsource')?.value;
  const part = (key: string): readonly Name[] => {
    const node = source?.kind === 'map' ? entry(source, key)?.value : undefined;
    if (!node) return [];
    return logSourceNames((node.kind === 'list' ? node.items : [node]).flatMap(nameOf));
  };
  return { category: part('category'), product: part('product'), service: part('service') };
}

function nameOf(node: YamlNode): Name[] {
  if (node.kind !== 'scalar' || node.value === null) return [];
  return [{ text: node.text, span: node.span }];
}
