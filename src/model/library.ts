import type { Finding } from '../source/codes.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic, RelatedPlace } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import { components } from './cycles.js';
import type { Name } from './name.js';
import { asksForQueries, spanOfKey } from './document.js';
import type { SigmaDocument } from './document.js';
import type { Filter } from './filter.js';
import { checkCorrelations, servingIn } from './link-correlations.js';
import { codes } from './linking-codes.js';
import { LOG_SOURCE_KEYS } from './rule.js';
import type { Rule } from './rule.js';
import { nearest } from './suggest.js';

/** Documents that know each other. */
export interface Library {
  /** In the order given; to the diagnostics of each, what linking found is added. */
  readonly documents: readonly SigmaDocument[];
  /** Rules, correlations and filters by id, in lower case; more than one where it is taken twice. */
  readonly byId: ReadonlyMap<string, readonly SigmaDocument[]>;
  readonly byName: ReadonlyMap<string, readonly SigmaDocument[]>;
  /** What a correlation refers to and a filter names, in its order; what is not found is left out. */
  readonly references: ReadonlyMap<SigmaDocument, readonly SigmaDocument[]>;
  /** The filters that apply to a rule; no entry for a rule without any. */
  readonly filters: ReadonlyMap<SigmaDocument, readonly SigmaDocument[]>;
  /** What only serves correlations, and gives no queries of its own. */
  readonly serving: ReadonlySet<SigmaDocument>;
  /** Of all documents. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Resolves the references among documents, of whatever files. Ids and names that are missing or
 * taken twice, and correlations that lead back to themselves, become diagnostics of the documents.
 */
export function link(documents: readonly SigmaDocument[]): Library {
  const linker = new Linker(documents);
  if (documents.length > 1 || documents.some((d) => isLinking(d))) linker.run();
  return linker.library();
}

/** All documents that an id or a name may mean; an id goes first. */
export function namedBy(
  { byId, byName }: Pick<Library, 'byId' | 'byName'>,
  reference: string,
): readonly SigmaDocument[] {
  return byId.get(reference.toLowerCase()) ?? byName.get(reference) ?? [];
}

/** Whether a document refers to others. */
export function isLinking({ content }: SigmaDocument): boolean {
  return content?.kind === 'correlation' || content?.kind === 'filter';
}

/** Documents are named by their position, since those of the library are made at the end. */
class Linker {
  private readonly found: Diagnostic[][];
  private readonly byId = new Map<string, number[]>();
  private readonly byName = new Map<string, number[]>();
  private readonly references = new Map<number, readonly number[]>();
  private readonly filters = new Map<number, Filtering[]>();

  constructor(private readonly documents: readonly SigmaDocument[]) {
    this.found = documents.map(() => []);
    documents.forEach((document, at) => {
      if (!asksForQueries(document) && document.kind !== 'filter') return;
      const { id, name } = document.heading;
      if (id !== null) add(this.byId, id.toLowerCase(), at);
      if (name !== null) add(this.byName, name, at);
    });
  }

  run(): void {
    this.tellDuplicates(this.byId, 'id', codes['duplicate-id']());
    this.tellDuplicates(this.byName, 'name', codes['duplicate-name']());
    this.documents.forEach(({ content }, at) => {
      if (content?.kind === 'correlation') {
        this.references.set(at, this.correlated(content.rules, at));
      } else if (content?.kind === 'filter') {
        this.references.set(at, this.filtered(content, at));
      }
    });
    this.tellFiltered();
    this.tellCycles();
    const { documents, references, found } = this;
    const report = this.report.bind(this);
    checkCorrelations({ documents, references, found, report });
  }

  library(): Library {
    const documents = this.documents.map((document, position) => {
      const more = this.found[position]!;
      return more.length === 0
        ? document
        : { ...document, diagnostics: [...document.diagnostics, ...more] };
    });
    const at = (key: number): SigmaDocument => documents[key]!;
    const named = (all: ReadonlyMap<string, readonly number[]>) =>
      new Map([...all].map(([name, holders]) => [name, holders.map(at)]));
    return {
      documents,
      byId: named(this.byId),
      byName: named(this.byName),
      references: new Map([...this.references].map(([from, to]) => [at(from), to.map(at)])),
      filters: new Map(
        [...this.filters].map(([rule, by]) => [at(rule), by.map((f) => at(f.filter))]),
      ),
      serving: new Set(servingIn(this.documents, this.references).map(at)),
      diagnostics: documents.flatMap((d) => d.diagnostics),
    };
  }

  private report(at: number, finding: Finding, span: Span, related: readonly RelatedPlace[]): void {
    const details = related.length === 0 ? {} : { related };
    this.found[at]!.push(diagnostic(finding, span, details));
  }

  private tellDuplicates(
    all: ReadonlyMap<string, readonly number[]>,
    key: 'id' | 'name',
    finding: Finding,
  ): void {
    for (const [first, ...others] of all.values()) {
      const related = { message: `the first with this ${key}`, span: this.spanOf(first!, key) };
      for (const at of others) this.report(at, finding, this.spanOf(at, key), [related]);
    }
  }

  private spanOf(at: number, key: string): Span {
    return spanOfKey(this.documents[at]!, key);
  }

  private holders({ text }: Name): readonly number[] {
    return this.byId.get(text.toLowerCase()) ?? this.byName.get(text) ?? [];
  }

  private correlated(names: readonly Name[], from: number): readonly number[] {
    return names.flatMap((name) => {
      const reference = `'${name.text}'`;
      const holders = this.holders(name);
      const [at] = holders;
      if (at === undefined) {
        const hint = this.hint(name, 'Add the rule to those that are converted.');
        this.report(from, codes['rule-not-found']({ reference, hint }), name.span, []);
        return [];
      }
      const places = holders
        .slice(0, MAX_RELATED)
        .map((holder) => ({ message: 'here', span: this.place(holder, name) }));
      const { kind, content } = this.documents[at]!;
      if (holders.length > 1) {
        this.report(from, codes['ambiguous-reference']({ reference }), name.span, places);
      } else if (kind === 'filter') {
        this.report(from, codes['refers-to-filter']({ reference }), name.span, places);
      } else if (!content) {
        this.report(from, codes['refers-to-unreadable']({ reference }), name.span, places);
      } else return [at];
      return [];
    });
  }

  /** All that have an id or name: a filter must not miss one of them. */
  private filtered(content: Filter, filter: number): readonly number[] {
    const { rules } = content;
    const named = new Map<number, Name | null>();
    if ('kind' in rules) for (const rule of this.rulesOf(content)) named.set(rule, null);
    else {
      for (const name of rules) {
        const holders = this.holders(name).filter((at) => this.documents[at]!.kind !== 'filter');
        if (holders.length === 0) {
          const reference = `'${name.text}'`;
          const hint = this.hint(name, 'Correct it, or remove it.');
          this.report(filter, codes['filter-rule-not-found']({ reference, hint }), name.span, []);
        }
        for (const rule of holders) if (!named.has(rule)) named.set(rule, name);
      }
    }
    for (const [rule, name] of named) add(this.filters, rule, { filter, name });
    return [...named.keys()];
  }

  private rulesOf({ logsource }: Filter): readonly number[] {
    return this.documents.flatMap(({ content }, at) =>
      content?.kind === 'rule' && isWithin(content, logsource) ? [at] : [],
    );
  }

  private hint({ text }: Name, otherwise: string): string {
    const like = nearest(text, this.byName.keys()) ?? nearest(text, this.byId.keys());
    return like === null ? otherwise : `Did you mean '${like}'?`;
  }

  /** The id or name by which a document is referred to. */
  private place(at: number, { text }: Name): Span {
    const { id } = this.documents[at]!.heading;
    return this.spanOf(at, id?.toLowerCase() === text.toLowerCase() ? 'id' : 'name');
  }

  /** A query without its filter would find what the filter is there to leave out. */
  private tellFiltered(): void {
    for (const [rule, filterings] of this.filters) {
      for (const { filter, name } of filterings) {
        const { content, heading, span } = this.documents[filter]!;
        const { rules } = content as Filter;
        const title = heading.title === null ? `in ${span.file.path}` : `'${heading.title}'`;
        const where = name ? this.place(rule, name) : this.spanOf(rule, 'logsource');
        const related = { message: 'the filter', span: 'kind' in rules ? rules.span : name!.span };
        this.report(rule, codes['rule-filtered']({ filter: title }), where, [related]);
      }
    }
  }

  private tellCycles(): void {
    const isCorrelation = (at: number): boolean => this.documents[at]!.kind === 'correlation';
    const nodes = [...this.references.keys()].filter(isCorrelation);
    if (nodes.length === 0) return;
    const positions = new Map(nodes.map((at, node) => [at, node]));
    const edges = nodes.map((at) =>
      this.references.get(at)!.flatMap((target) => positions.get(target) ?? []),
    );
    const component = components(edges);
    const cycles = new Map<number, { at: number; span: Span }[]>();
    nodes.forEach((at, node) => {
      const target = edges[node]!.find((other) => component[other] === component[node]);
      const { content } = this.documents[at]!;
      if (target === undefined || content?.kind !== 'correlation') return;
      const { span } = content.rules.find((n) => this.holders(n)[0] === nodes[target])!;
      add(cycles, component[node]!, { at, span });
    });
    for (const members of cycles.values()) {
      const some = members.slice(0, MAX_RELATED + 1);
      for (const { at, span } of members) {
        const others = some.filter((other) => other.at !== at).slice(0, MAX_RELATED);
        const related = others.map((other) => ({ message: 'part of the cycle', span: other.span }));
        this.report(at, codes['correlation-cycle'](), span, related);
      }
    }
  }
}

const MAX_RELATED = 10;

/** A filter of a rule, and what it calls the rule; null where it names every rule. */
interface Filtering {
  readonly filter: number;
  readonly name: Name | null;
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Whether a rule may be about events of the log source: what that leaves open may be anything. */
function isWithin(rule: Rule, logsource: Filter['logsource']): boolean {
  return LOG_SOURCE_KEYS.every((key) => {
    const wanted = new Set(logsource[key].map((n) => n.text.toLowerCase()));
    return wanted.size === 0 || rule.logsource[key].some((n) => wanted.has(n.text.toLowerCase()));
  });
}
