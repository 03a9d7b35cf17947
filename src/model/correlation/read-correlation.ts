import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlEntry, YamlMap, YamlNode } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import { booleanWord } from '../reading/boolean-word.js';
import { codes as ruleCodes } from '../codes.js';
import { alwaysHolds } from '../comparisons.js';
import { codes } from './correlation-codes.js';
import { CorrelationTests } from './correlation-tests.js';
import type { ReadTest } from './correlation-tests.js';
import { TYPES } from './correlation.js';
import type { Alias, Correlation, CorrelationType } from './correlation.js';
import type { References } from '../document.js';
import { replaceSpan, unitFix } from '../reading/fixes.js';
import { firstPlaces } from '../name.js';
import type { Name } from '../name.js';
import { KINDS, knownKeys, MetadataReader } from '../reading/read-metadata.js';
import type { ReportTo } from '../reading/read-metadata.js';
import { Section } from '../reading/section.js';
import { spelledTimespan, timespanOf } from './timespan.js';

const SEPARATORS = /[\s-]+/g;
/** pySigma lists such types for conditions that are expressions, which the condition itself shows. */
const EXTENDED = /(?<=^temporal(?:_ordered)?)_extended$/;

export interface ReadCorrelation {
  /** Null if `diagnostics` has an error. */
  readonly content: Correlation | null;
  /** What it refers to if it has errors. */
  readonly broken?: References;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a correlation; every problem of it is reported, not only the first.
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-correlation-rules-specification.md
 */
export function readCorrelation(document: YamlMap, section: YamlEntry): ReadCorrelation {
  return new CorrelationReader(document).read(section);
}

class CorrelationReader extends MetadataReader {
  constructor(document: YamlMap) {
    super(document, KEYS);
  }

  read({ key, value }: YamlEntry): ReadCorrelation {
    const { document, diagnostics } = this;
    const metadata = this.metadata();
    this.misspeltKeys();
    if (value.kind !== 'map') {
      this.report(codes['correlation-not-a-map'](), key.span);
      return { content: null, diagnostics };
    }
    const section = new Section('a correlation', value, SECTION_KEYS, HINTS, this.reportTo);
    const type = this.type(section, key.span);
    const timespan = this.timespan(section, key.span);
    const groupBy = this.fieldNames(section, 'group-by');
    const aliases = this.aliases(section);
    const generate = this.generate(section);
    const listed = this.rules(section, type);
    const tests = new CorrelationTests(section, key.span, this.reportTo);
    const found = type ? tests.read(type, listed) : tests.readUntyped(listed);
    // Of the steps that are left of a repeated one, nothing is to be said.
    const isWhole = diagnostics.every((d) => d.code !== 'correlation-repeated-step');
    if (type && found && isWhole && alwaysHolds(found.test, found.rules.length))
      this.report(codes['correlation-always'](), found.test.span);
    if (found) this.tellGrouped(found, groupBy);
    const own = aliases.flatMap(({ fields }) => fields.map(({ field }) => field));
    for (const { text, span } of [...groupBy, ...(found?.fields ?? []), ...own]) {
      const [, field] = WITH_MODIFIERS.exec(text) ?? [];
      if (field !== undefined) this.report(codes['correlation-modifier']({ field }), span);
    }
    for (const { name } of aliases) {
      const named = [...groupBy, ...(found?.fields ?? [])].some((n) => n.text === name.text);
      if (!named && found) this.report(codes['unused-alias'](), name.span);
    }
    const rules = found?.rules ?? listed;
    if (rules.length === 0 && !diagnostics.some((d) => d.severity === 'error')) {
      this.report(codes['correlation-without-rules'](), key.span);
    }
    const failed = diagnostics.some((d) => d.severity === 'error');
    if (failed || !type || !timespan || !found) {
      return { content: null, broken: { rules, generate }, diagnostics };
    }
    const { test } = found;
    const { span } = document;
    const content: Correlation = {
      kind: 'correlation',
      ...metadata,
      ...{ type, rules, groupBy, aliases, timespan, test, generate, document, span },
    };
    return { content, diagnostics };
  }

  private readonly reportTo: ReportTo = (finding, span, details) =>
    this.report(finding, span, details);

  /** What is counted of each value, or of its share, tells groups apart already. */
  private tellGrouped({ test, fields }: ReadTest, groupBy: readonly Name[]): void {
    const [first] = fields;
    const isCounted = test.kind === 'value-count' || test.kind === 'value-share';
    const isGrouped = fields.every((f) => groupBy.some((g) => g.text === f.text));
    if (!first || !isCounted || !isGrouped) return;
    const field = fields.map((f) => `\`${f.text}\``).join(' and ');
    this.report(codes['correlation-field-grouped']({ field }), first.span);
  }

  private type(section: Section, head: Span): CorrelationType | null {
    const known = TYPES.join(', ');
    const found = section.scalar('type', 'the name of a type');
    if (!found) {
      if (section.lacks('type')) this.report(codes['correlation-type-missing']({ known }), head);
      return null;
    }
    const spelled = found.text.trim().toLowerCase().replace(SEPARATORS, '_').replace(EXTENDED, '');
    const type = TYPES.find((t) => t === spelled);
    if (!type) {
      const finding = codes['correlation-type-unknown']({ value: found.text, known });
      this.report(finding, found.span);
    } else if (found.text !== type) {
      const fix = replaceSpan(`Write ${type}`, found.span, type);
      this.report(codes['correlation-type-case']({ value: found.text, type }), found.span, { fix });
    }
    return type ?? null;
  }

  private timespan(section: Section, head: Span) {
    const found = section.scalar('timespan', 'a number and a unit, such as `15m`');
    if (!found) {
      if (section.lacks('timespan')) this.report(codes['timespan-missing'](), head);
      return null;
    }
    const text = found.text.trim();
    const spelled = spelledTimespan(text);
    const timespan = timespanOf({ text: spelled ?? text, span: found.span });
    if (timespan && timespan.text !== text) {
      const finding = ruleCodes['timespan-unit']({ timespan: timespan.text });
      this.report(finding, found.span, unitFix(found, timespan.text));
    }
    if (timespan) return timespan;
    const isLong = /^\d*[1-9]\d*[smhdwMy]$/.test(text);
    const shown = text.length > 20 ? `${text.slice(0, 20)}…` : text;
    const finding = isLong
      ? codes['timespan-too-long']({ timespan: shown })
      : codes['bad-timespan']();
    this.report(finding, found.span);
    return null;
  }

  /** The schema has it beside `correlation`, pySigma within it. */
  private generate(section: Section): boolean {
    return [section.get('generate'), this.entries.get('generate')]
      .filter((e) => e !== undefined)
      .map(({ key, value }) => {
        if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
        const read = value.kind === 'scalar' ? booleanWord(value.text) : null;
        if (read !== null) {
          const fix = replaceSpan(`Write ${read}`, value.span, String(read));
          const slots = { key: 'generate', value: String(read) };
          this.report(codes['correlation-boolean'](slots), value.span, { fix });
          return read;
        }
        const actual = value.kind === 'scalar' ? `'${value.text}'` : KINDS[value.kind];
        const slots = { key: 'generate', expected: '`true` or `false`', actual };
        this.report(
          codes['correlation-value'](slots),
          value.kind === 'map' ? key.span : value.span,
        );
        return false;
      })
      .some(Boolean);
  }

  private fieldNames(section: Section, key: string): readonly Name[] {
    const names = section.fields(key, 'the name of a field, or a list of names');
    const first = firstPlaces(names);
    return names.filter(({ text }, i) => first.get(text) === i);
  }

  private rules(section: Section, type: CorrelationType | null): readonly Name[] {
    const names = section.fields('rules', 'a list of ids or names of rules');
    const first = firstPlaces(names);
    return names.filter(({ text, span }, i) => {
      if (first.get(text) === i) return true;
      const code =
        type === 'temporal_ordered' ? 'correlation-repeated-step' : 'correlation-repeated-rule';
      this.report(codes[code](), span);
      return false;
    });
  }

  private aliases(section: Section): readonly Alias[] {
    const found = section.get('aliases');
    if (!found) return [];
    if (found.value.kind !== 'map') {
      this.report(codes['bad-alias'](), found.key.span);
      return [];
    }
    return found.value.entries.map(({ key, value }) => {
      const entries = value.kind === 'map' ? value.entries : [];
      if (entries.length === 0) this.report(codes['bad-alias'](), key.span);
      const fields = entries.flatMap(({ key: rule, value: field }) => {
        const name = nameOf(field);
        if (!name) this.report(codes['bad-alias'](), rule.span);
        return name ? [{ rule: { text: rule.text, span: rule.span }, field: name }] : [];
      });
      return { name: { text: key.text, span: key.span }, fields };
    });
  }
}

function nameOf(node: YamlNode): Name | null {
  if (node.kind !== 'scalar' || node.value === null) return null;
  return { text: node.text, span: node.span };
}

const WITH_MODIFIERS = /^([^|]+)(?:\|\w+)+$/;

const KEYS = knownKeys('correlation', 'generate');

const SECTION_KEYS = [
  'type',
  'rules',
  'group-by',
  'timespan',
  'condition',
  'aliases',
  'generate',
  // Read there with a warning: older documents have them beside the condition.
  'field',
  'percentile',
] as const;

/** What keys are called in other documents about correlations, and what they are here. */
const HINTS = new Map([
  ['timeframe', 'timespan'],
  ['window', 'timespan'],
  ['alias', 'aliases'],
]);
