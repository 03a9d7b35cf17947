import type { Finding } from '../../source/codes.js';
import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic, DiagnosticDetails } from '../../source/diagnostic.js';
import type { YamlEntry, YamlList, YamlMap, YamlNode } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import { codes } from '../codes.js';
import { codes as correlationCodes } from '../correlation/correlation-codes.js';
import { alwaysHolds, neverHolds } from '../comparisons.js';
import type { Condition } from '../condition/ast.js';
import { codes as conditionCodes } from '../condition/codes.js';
import { parseCondition } from '../condition/parse.js';
import { asDefined } from '../condition/spelling.js';
import { checkConditions, usedIdentifiers } from '../condition/resolve.js';
import type { Detection, DetectionNode, SearchIdentifier } from '../detection.js';
import { replaceSpan, unitFix } from './fixes.js';
import { codes as linkingCodes } from '../linking/linking-codes.js';
import type { Name } from '../name.js';
import { testOf } from '../correlation/old-form.js';
import { ItemReader } from './item-reader.js';
import { outdentedFields } from './outdented.js';
import { slipCodes } from './slip-codes.js';
import { isFieldBesideName, slipBelow } from './slips.js';
import { nearest } from '../suggest.js';
import { spelledTimespan, timespanOf } from '../correlation/timespan.js';

export interface ReadDetection {
  /** Null if `diagnostics` has an error. */
  readonly detection: Detection | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The section of a rule or a filter that has search identifiers and a condition. */
export type DetectionSection = 'detection' | 'filter';

/**
 * Reads a detection section: search identifiers, then the conditions that name them. Everything
 * is read, whatever went wrong before, so that an author sees all problems at once.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#detection
 */
export function readDetection(
  map: YamlMap,
  section: DetectionSection = 'detection',
): ReadDetection {
  return new DetectionReader(map, section).read();
}

/** Reads one search identifier's body, wherever it is written: in a pipeline too. */
export function readBody(
  node: YamlNode,
  name: Name,
): { readonly body: DetectionNode; readonly diagnostics: readonly Diagnostic[] } {
  const alone: YamlMap = { kind: 'map', span: node.span, entries: [] };
  return new DetectionReader(alone, 'detection').bodyAlone(node, name);
}

class DetectionReader {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly items = new ItemReader(this.diagnostics);

  constructor(
    private readonly map: YamlMap,
    private readonly section: DetectionSection,
  ) {}

  read(): ReadDetection {
    const identifiers: SearchIdentifier[] = [];
    let conditionEntry: YamlEntry | null = null;
    let timeframeEntry: YamlEntry | null = null;
    const told = new Map<SearchIdentifier, Diagnostic[]>();
    const outdented = outdentedFields(this.map, RESERVED);
    const beside = new Set([...outdented.values()].flat());
    for (const entry of this.map.entries) {
      if (beside.has(entry)) continue;
      if (this.section === 'filter' && entry.key.text === 'rules') continue;
      switch (this.keyOf(entry)) {
        case 'condition':
          conditionEntry = entry;
          break;
        case 'timeframe':
          timeframeEntry = entry;
          break;
        default: {
          const from = this.diagnostics.length;
          const identifier = this.identifier(entry, outdented.get(entry));
          identifiers.push(identifier);
          if (this.diagnostics.length > from) {
            told.set(identifier, this.diagnostics.splice(from));
          }
        }
      }
    }
    const written = conditionEntry ? this.conditions(conditionEntry) : null;
    const { conditions, diagnostics: misspelt } = written
      ? asDefined(written, identifiers)
      : { conditions: null, diagnostics: [] };
    this.diagnostics.push(...misspelt);
    if (!conditionEntry) this.missingCondition();
    const aggregates = conditions?.some((c) => c.aggregation) ?? false;
    const timeframe = timeframeEntry && this.timeframe(timeframeEntry, aggregates);
    if (timeframe && conditions && !aggregates) {
      this.report(codes['timeframe-without-aggregation'](), timeframe.span);
    }
    if (conditions && this.section === 'filter') this.single(conditions);
    else if (aggregates) this.aggregations(conditions!, timeframeEntry !== null);
    const unread = this.unused(conditions, identifiers, told);
    // A condition that could not be read might use any of the identifiers.
    if (conditions)
      this.diagnostics.push(...checkConditions(conditions, identifiers, this.section));
    const failed = this.diagnostics.some((d) => d.severity === 'error');
    if (failed || !conditions) return { detection: null, diagnostics: this.diagnostics };
    const { span } = this.map;
    const read = identifiers.filter((i) => !unread.has(i));
    const detection: Detection = {
      kind: 'detection',
      identifiers: read,
      conditions,
      timeframe,
      span,
    };
    return { detection, diagnostics: this.diagnostics };
  }

  /**
   * Tells what was found within search identifiers. What is wrong in one that no condition names does
   * not refuse the rule: those are returned, for they could not be read.
   */
  private unused(
    conditions: readonly Condition[] | null,
    identifiers: readonly SearchIdentifier[],
    told: ReadonlyMap<SearchIdentifier, readonly Diagnostic[]>,
  ): ReadonlySet<SearchIdentifier> {
    const unread = new Set<SearchIdentifier>();
    const used = told.size > 0 && conditions ? usedIdentifiers(conditions, identifiers) : null;
    const refusing = new Set<string>();
    const placeOf = ({ code, span }: Diagnostic): string => `${code} ${span?.start}`;
    for (const [identifier, found] of told) {
      const counts = !used || used.has(identifier) || !found.some((d) => d.severity === 'error');
      if (!counts) unread.add(identifier);
      else for (const d of found) refusing.add(placeOf(d));
    }
    for (const [identifier, found] of told) {
      for (const d of found) {
        const isError = d.severity === 'error' && unread.has(identifier);
        // What another identifier has of it, by an alias, is told there.
        if (isError && refusing.has(placeOf(d))) continue;
        this.diagnostics.push(isError ? { ...d, severity: 'warning' } : d);
      }
    }
    return unread;
  }

  private report(finding: Finding, span: Span, details?: DiagnosticDetails): void {
    this.diagnostics.push(diagnostic(finding, span, details));
  }

  /**
   * The key's text; `condition` and `timeframe` in any case, if there is no other of the name. A correlation
   * calls the latter `timespan`.
   */
  private keyOf({ key, value }: YamlEntry): string {
    const lower = key.text.toLowerCase();
    if (lower === 'timespan' && value.kind === 'scalar' && timespanOf(value) !== null) {
      const isThere = this.map.entries.some((e) => e.key.text.toLowerCase() === 'timeframe');
      if (isThere) return key.text;
      const fix = replaceSpan('Write timeframe', key.span, 'timeframe');
      this.report(correlationCodes['timespan-as-timeframe'](), key.span, { fix });
      return 'timeframe';
    }
    if (key.text === lower || (lower !== 'condition' && lower !== 'timeframe')) return key.text;
    if (this.map.entries.some((e) => e.key.text === lower)) return key.text;
    const fix = replaceSpan('Write the key in lower case', key.span, lower);
    this.report(codes['key-case']({ key: lower }), key.span, { fix });
    return lower;
  }

  /** @param outdented fields that belong to it, and are not inside it */
  private identifier(
    { key, value }: YamlEntry,
    outdented?: readonly YamlEntry[],
  ): SearchIdentifier {
    const name: Name = { text: key.text, span: key.span };
    const body = outdented
      ? this.empty(codes['field-outdented']({ identifier: key.text }), outdented[0]!.key.span)
      : this.body(value, name);
    const span = { file: key.span.file, start: key.span.start, end: value.span.end };
    return { kind: 'search-identifier', name, body, span };
  }

  /** @param needed whether the meaning of a condition depends on it. */
  private timeframe({ key, value }: YamlEntry, needed: boolean): Name | null {
    const isTimespan = (text: string): boolean => timespanOf({ text, span: value.span }) !== null;
    if (value.kind === 'scalar' && isTimespan(value.text)) {
      return { text: value.text, span: value.span };
    }
    const text = value.kind === 'scalar' ? spelledTimespan(value.text) : null;
    if (text !== null && isTimespan(text)) {
      this.report(codes['timespan-unit']({ timespan: text }), value.span, unitFix(value, text));
      return { text, span: value.span };
    }
    const span = value.kind === 'scalar' && value.value !== null ? value.span : key.span;
    this.report(codes['bad-timeframe'](), span, needed ? { severity: 'error' } : {});
    return null;
  }

  /** What is ANDed to a rule's conditions is one, and about one event. */
  private single(conditions: readonly Condition[]): void {
    const [, second] = conditions;
    if (second) this.report(linkingCodes['filter-conditions'](), second.span);
    for (const { aggregation } of conditions) {
      if (aggregation) this.report(linkingCodes['filter-aggregates'](), aggregation.span);
    }
  }

  private aggregations(conditions: readonly Condition[], hasTimeframe: boolean): void {
    for (const { aggregation } of conditions) {
      if (!aggregation) continue;
      const { span } = aggregation;
      if (!hasTimeframe) this.report(correlationCodes['aggregation-without-timeframe'](), span);
      if (aggregation.kind === 'near') continue;
      const { function: name, field } = aggregation;
      if (name !== 'count' && !field) {
        this.report(correlationCodes['aggregation-without-field']({ name }), span);
      }
      const test = testOf(aggregation);
      const why = neverHolds(test);
      if (why) this.report(correlationCodes['correlation-never']({ why }), span);
      else if (alwaysHolds(test, 1)) this.report(correlationCodes['correlation-always'](), span);
    }
  }

  private missingCondition(): void {
    for (const { key, value } of this.map.entries) {
      const maps = value.kind === 'list' ? value.items : [value];
      for (const inner of maps) {
        const stray = inner.kind === 'map' && inner.entries.find((e) => e.key.text === 'condition');
        if (!stray) continue;
        const related = [{ message: 'the search identifier that it is in', span: key.span }];
        const finding = codes['condition-indented']({ identifier: key.text });
        this.report(finding, stray.key.span, { related });
        return;
      }
    }
    const { section } = this;
    const texts = this.map.entries.filter((e) => e.value.kind === 'scalar').map((e) => e.key);
    const like = nearest(
      'condition',
      texts.map((key) => key.text),
    );
    const example = section === 'filter' ? 'not selection' : 'selection';
    const hint = like ? `Is \`${like}\` a typo?` : `Add one, such as \`condition: ${example}\`.`;
    const stranger = texts.find((key) => key.text === like);
    const span = (stranger ?? this.map.entries[0]?.key ?? this.map).span;
    this.report(codes['missing-condition']({ section, hint }), span);
  }

  /** Null if one of them has an error. */
  private conditions({ key, value }: YamlEntry): readonly Condition[] | null {
    const nodes = value.kind === 'list' ? value.items : [value];
    const conditions: Condition[] = [];
    if (nodes.length === 0) this.report(codes['empty-conditions'](), key.span);
    for (const node of nodes) {
      if (node.kind !== 'scalar' || node.value === null) {
        const span = node.kind === 'scalar' ? key.span : node.span;
        this.report(codes['condition-type'](), span);
        continue;
      }
      const parsed = parseCondition(node);
      if (parsed.condition) conditions.push(parsed.condition);
      const spaced = parsed.condition ? null : this.spacedIn(node.text);
      if (spaced) this.report(spaced, node.span);
      else this.diagnostics.push(...parsed.diagnostics);
    }
    return conditions.length === nodes.length && nodes.length > 0 ? conditions : null;
  }

  /** A search identifier that no condition can name, though this one does. */
  private spacedIn(condition: string): Finding | null {
    const names = this.map.entries.map(({ key }) => key.text);
    const name = names.find((text) => /\s/.test(text) && condition.includes(text));
    if (name === undefined) return null;
    return conditionCodes['identifier-with-space']({ name, correct: name.replace(/\s+/g, '_') });
  }

  bodyAlone(node: YamlNode, name: Name): ReturnType<typeof readBody> {
    return { body: this.body(node, name), diagnostics: this.diagnostics };
  }

  private body(node: YamlNode, name: Name): DetectionNode {
    switch (node.kind) {
      case 'map':
        return this.allOf(node, name);
      case 'list':
        return this.anyOf(node, name);
      case 'scalar':
        if (node.value !== null) {
          if (isFieldBesideName(node)) {
            this.report(slipCodes['field-beside-name']({ name: name.text }), node.span);
          }
          const slip = slipBelow(name, node);
          if (slip) this.report(slip, node.span);
          return this.items.keywords([node], node.span);
        }
        // A missing value has no place of its own.
        return this.empty(
          codes['empty-identifier']({ identifier: name.text }),
          node.text === '' ? name.span : node.span,
        );
    }
  }

  private allOf(map: YamlMap, name: Name): DetectionNode {
    if (map.entries.length === 0) {
      return this.empty(codes['empty-map']({ identifier: name.text }), map.span);
    }
    const items = map.entries.flatMap((e) => this.items.item(e) ?? []);
    return link('all', items, map.span);
  }

  private anyOf(list: YamlList, name: Name): DetectionNode {
    const { items, span } = list;
    if (items.length === 0) {
      this.report(codes['empty-list']({ name: name.text }), span);
      return link('any', [], span);
    }
    const scalars = items.filter((i) => i.kind === 'scalar');
    if (scalars.length === items.length) return this.items.keywords(scalars, span);
    const bodies = items.map((item) =>
      item.kind === 'scalar' ? this.items.keywords([item], item.span) : this.body(item, name),
    );
    return link('any', bodies, span);
  }

  /** A placeholder for what could not be read. */
  private empty(finding: Finding, span: Span): DetectionNode {
    this.report(finding, span);
    return link('any', [], span);
  }
}

/** What is beside search identifiers. */
const RESERVED: ReadonlySet<string> = new Set(['condition', 'timeframe', 'rules']);

function link(linking: 'all' | 'any', items: readonly DetectionNode[], span: Span): DetectionNode {
  if (items.length === 1) return items[0]!;
  return { kind: 'detection-group', linking, items, span };
}
