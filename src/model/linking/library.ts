import { expectArgument, isObject } from '../../source/arguments.js';
import type { Finding } from '../../source/codes.js';
import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic, RelatedPlace } from '../../source/diagnostic.js';
import { MAX_WOVEN } from '../../source/limits.js';
import type { SourceFile, Span } from '../../source/span.js';
import { components } from './cycles.js';
import type { Name } from '../name.js';
import { asksForQueries, spanOfKey } from '../document.js';
import type { SigmaDocument } from '../document.js';
import type { Filter } from '../filter.js';
import { checkCorrelations, servingIn } from './link-correlations.js';
import { codes } from './linking-codes.js';
import { isWithin, logSourceKey } from '../log-source.js';
import type { LogSource } from '../log-source.js';
import { bySource, fits } from './rules-by-source.js';
import type { SourceRules } from './rules-by-source.js';
import { nearest } from '../suggest.js';
import { weave } from './weave.js';

/** Documents that know each other. */
export interface Library {
  /**
   * In the order given; to the diagnostics of each, what linking found is added. The conditions of the
   * filters that apply to a rule are ANDed to its own.
   */
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
 *
 * @throws TypeError for what are not documents
 */
export function link(documents: readonly SigmaDocument[]): Library {
  const expected = 'link takes an array, the `documents` that `parse` gives';
  expectArgument(Array.isArray(documents), expected, documents);
  for (const d of documents as readonly unknown[]) {
    expectArgument(isObject(d) && 'heading' in d, `${expected}: each is a document`, d);
  }
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

/** What a correlation refers to: of several, the one in its own file, if that is one. */
export function meantBy(
  library: Pick<Library, 'byId' | 'byName'>,
  { text, span }: Name,
): readonly SigmaDocument[] {
  return orBeside(namedBy(library, text), span, (document) => document.span);
}

function orBeside<T>(all: readonly T[], { file }: Span, spanOf: (one: T) => Span): readonly T[] {
  const beside = all.length < 2 ? all : all.filter((one) => spanOf(one).file === file);
  return beside.length === 1 ? beside : all;
}

/** Whether a document refers to others. */
export function isLinking({ content, broken }: SigmaDocument): boolean {
  return content?.kind === 'correlation' || content?.kind === 'filter' || broken !== undefined;
}

/** Documents are named by their position, since those of the library are made at the end. */
class Linker {
  private readonly found: Diagnostic[][];
  private readonly byId = new Map<string, number[]>();
  private readonly byName = new Map<string, number[]>();
  /** Of all documents, once one is asked for. */
  private titles: ReadonlySet<string | undefined> | null = null;
  private readonly references = new Map<number, readonly number[]>();
  /** What correlations with errors refer to. */
  private readonly broken = new Map<number, readonly number[]>();
  /** Rules of which a correlation may mean one or the other. */
  private readonly ambiguous = new Map<number, number[]>();
  /** Correlations that lead back to themselves. */
  private readonly cyclic = new Set<number>();
  private readonly filters = new Map<number, number[]>();
  /** The rules within a log source, by its key. */
  private readonly within = new Map<string, readonly number[]>();
  private rules: readonly SourceRules[] | null = null;
  private applied = 0;
  /** What the first filter names that is one too many for its rules. */
  private tooMany: Span | null = null;

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
    this.documents.forEach(({ content, broken }, at) => {
      if (broken) this.broken.set(at, this.correlated(broken.rules, at));
      if (content?.kind === 'correlation') {
        this.references.set(at, this.correlated(content.rules, at));
      } else if (content?.kind === 'filter') {
        this.references.set(at, this.filtered(content, at));
      }
    });
    this.tellTooMany();
    this.tellCycles();
    const { documents, references, found } = this;
    const report = this.report.bind(this);
    checkCorrelations({ documents, references, found, report });
  }

  library(): Library {
    const documents = this.documents.map((document, position) => {
      const more = this.found[position]!;
      const content = this.woven(position);
      if (more.length === 0 && content === document.content) return document;
      return { ...document, content, diagnostics: [...document.diagnostics, ...more] };
    });
    const at = (key: number): SigmaDocument => documents[key]!;
    // Filters of any rule name the same ones.
    const lists = new Map<readonly number[], readonly SigmaDocument[]>();
    const all = (keys: readonly number[]): readonly SigmaDocument[] => {
      const list = lists.get(keys) ?? keys.map(at);
      lists.set(keys, list);
      return list;
    };
    const named = (holding: ReadonlyMap<string, readonly number[]>) =>
      new Map([...holding].map(([name, holders]) => [name, holders.map(at)]));
    return {
      documents,
      byId: named(this.byId),
      byName: named(this.byName),
      references: new Map([...this.references].map(([from, to]) => [at(from), all(to)])),
      filters: new Map([...this.filters].map(([rule, by]) => [at(rule), by.map(at)])),
      serving: new Set(this.serving().map(at)),
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
      if (others.length === 0) continue;
      const span = this.spanOf(first!, key);
      const related = { message: `the first with this ${key}`, span };
      let isShared = false;
      for (const at of others) {
        const own = this.spanOf(at, key);
        // What `action: global` says is written once.
        if (own.file !== span.file || own.start !== span.start) {
          this.report(at, finding, own, [related]);
        } else if (!isShared) {
          isShared = true;
          this.report(at, codes['shared-key']({ key }), own, []);
        }
      }
    }
  }

  private spanOf(at: number, key: string): Span {
    return spanOfKey(this.documents[at]!, key);
  }

  private holders({ text }: Name): readonly number[] {
    return this.byId.get(text.toLowerCase()) ?? this.byName.get(text) ?? [];
  }

  /** As `meantBy`, by position. */
  private meant(name: Name): readonly number[] {
    return orBeside(this.holders(name), name.span, (at) => this.documents[at]!.span);
  }

  private correlated(names: readonly Name[], from: number): readonly number[] {
    return names.flatMap((name) => {
      const reference = `'${name.text}'`;
      const holders = this.meant(name);
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
        const rules = holders.filter((holder) => this.documents[holder]!.kind === 'rule');
        for (const rule of rules) add(this.ambiguous, from, rule);
      } else if (kind === 'filter') {
        this.report(from, codes['refers-to-filter']({ reference }), name.span, places);
      } else if (!content) {
        this.report(from, codes['refers-to-unreadable']({ reference }), name.span, places);
      } else return [at];
      return [];
    });
  }

  /** What a filter names; to what it applies is remembered, and told where it does not. */
  private filtered(content: Filter, filter: number): readonly number[] {
    const { rules, logsource } = content;
    if ('kind' in rules) {
      const fitting = this.rulesWithin(logsource);
      if (fitting.length === 0)
        this.report(filter, codes['filter-not-effective'](), rules.span, []);
      for (const rule of fitting)
        this.apply(filter, rule, rules.span, () => this.spanOf(rule, 'logsource'));
      return fitting;
    }
    // All that have an id or name: a filter must not miss one of them.
    const named = new Map<number, Name>();
    for (const name of rules) {
      const all = this.holders(name);
      const holders = all.filter((at) => this.documents[at]!.kind !== 'filter');
      if (holders.length === 0) {
        const hint =
          all.length > 0
            ? 'A filter has it: name a rule.'
            : this.hint(name, 'Correct it, or remove it.');
        const finding = codes['filter-rule-not-found']({ reference: `'${name.text}'`, hint });
        this.report(filter, finding, name.span, []);
      }
      for (const rule of holders) if (!named.has(rule)) named.set(rule, name);
    }
    for (const [rule, name] of named) {
      const reference = `'${name.text}'`;
      const place = (): Span => this.place(rule, name);
      const { content: found, kind } = this.documents[rule]!;
      if (kind === 'correlation') {
        const related = { message: 'here', span: place() };
        this.report(filter, codes['filter-names-correlation']({ reference }), name.span, [related]);
      } else if (found?.kind === 'rule' && !fits(found, logsource)) {
        const source = { message: 'the log source of the rule', span: found.logsource.span };
        this.report(filter, codes['filter-log-source']({ reference }), name.span, [source]);
        continue;
      }
      this.apply(filter, rule, name.span, place);
    }
    return [...named.keys()];
  }

  /** A query without its filter would find what the filter is there to leave out. */
  private apply(filter: number, rule: number, reference: Span, place: () => Span): void {
    if (++this.applied > MAX_WOVEN) {
      this.tooMany ??= reference;
      return;
    }
    add(this.filters, rule, filter);
    const { content, heading, span } = this.documents[filter]!;
    const { kind } = this.documents[rule]!;
    if ((content as Filter).detection && kind !== 'correlation') return;
    const title = heading.title === null ? `in ${span.file.path}` : `'${heading.title}'`;
    const finding = codes['filter-cannot-apply']({
      filter: title,
      kind: kind === 'correlation' ? 'correlation' : 'rule',
    });
    this.report(rule, finding, place(), [{ message: 'the filter', span: reference }]);
  }

  /** In the order of the documents; of all log sources if it could not be read. */
  private rulesWithin(logsource: LogSource | null): readonly number[] {
    this.rules ??= bySource(this.documents);
    const key = logsource === null ? '' : logSourceKey(logsource);
    let found = this.within.get(key);
    if (!found) {
      const fitting = this.rules.filter((r) => logsource === null || isWithin(r.source, logsource));
      found = fitting.flatMap((r) => r.rules).sort((a, b) => a - b);
      this.within.set(key, found);
    }
    return found;
  }

  /** Which rules the filters after that would apply to is not worked out: all are refused. */
  private tellTooMany(): void {
    if (this.tooMany === null) return;
    const related = { message: 'the first filter that is too many', span: this.tooMany };
    const finding = codes['filters-too-many']({ most: MAX_WOVEN });
    this.documents.forEach(({ content }, at) => {
      if (content?.kind === 'rule')
        this.report(at, finding, this.spanOf(at, 'logsource'), [related]);
    });
    this.filters.clear();
  }

  private woven(at: number): SigmaDocument['content'] {
    const { content } = this.documents[at]!;
    const by = this.filters.get(at);
    if (!by || content?.kind !== 'rule') return content;
    const filters = by.map((filter) => this.documents[filter]!.content as Filter);
    // One that cannot be applied has refused the rule.
    return filters.every(({ detection }) => detection) ? weave(content, filters) : content;
  }

  /** A correlation of a cycle serves none that could say what is wrong with it. */
  private serving(): readonly number[] {
    const known = [...this.references, ...this.broken];
    const references = new Map(
      known.map(([from, to]) => [from, [...to, ...(this.ambiguous.get(from) ?? [])]]),
    );
    return servingIn(this.documents, references).filter((at) => !this.cyclic.has(at));
  }

  private hint({ text }: Name, otherwise: string): string {
    if (/[*?]/.test(text)) return 'No wildcards are read here. List each rule by its id or name.';
    this.titles ??= new Set(this.documents.map((d) => d.heading.title?.trim()));
    if (this.titles.has(text.trim())) {
      return 'A rule has it as its title, and is referred to by its `id` or `name`.';
    }
    const inFile = this.documents.find((d) => d.kind === 'rule' && isCalled(d.span.file, text));
    if (inFile) {
      const { id, name } = inFile.heading;
      const known = name ?? id;
      return `A file is called so. Refer to the rule in it by its \`id\` or \`name\`${known === null ? '' : `: '${known}'`}.`;
    }
    const like = nearest(text, this.byName.keys()) ?? nearest(text, this.byId.keys());
    return like === null ? otherwise : `Did you mean '${like}'?`;
  }

  /** The id or name by which a document is referred to. */
  private place(at: number, { text }: Name): Span {
    const { id } = this.documents[at]!.heading;
    return this.spanOf(at, id?.toLowerCase() === text.toLowerCase() ? 'id' : 'name');
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
      const { span } = content.rules.find((n) => this.meant(n)[0] === nodes[target])!;
      add(cycles, component[node]!, { at, span });
    });
    for (const members of cycles.values()) {
      const some = members.slice(0, MAX_RELATED + 1);
      for (const { at, span } of members) {
        this.cyclic.add(at);
        const others = some.filter((other) => other.at !== at).slice(0, MAX_RELATED);
        const related = others.map((other) => ({ message: 'part of the cycle', span: other.span }));
        this.report(at, codes['correlation-cycle'](), span, related);
      }
    }
  }
}

const MAX_RELATED = 10;

function isCalled({ path }: SourceFile, name: string): boolean {
  return /\.ya?ml$/i.test(name) && path.split(/[\\/]/).at(-1) === name.split('/').at(-1);
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
