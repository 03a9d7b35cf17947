import type { Diagnostic } from '../source/diagnostic.js';
import type { YamlEntry, YamlMap } from '../source/node.js';
import { codes } from './codes.js';
import { codes as correlationCodes } from './correlation-codes.js';
import { readDetection } from './detection-reader.js';
import type { Detection } from './detection.js';
import { replaceSpan } from './fixes.js';
import type { Name } from './name.js';
import { logSourceNames } from './log-source.js';
import { oldForm } from './old-form.js';
import { KINDS, knownKeys, MetadataReader } from './read-metadata.js';
import { rewriteOldForm } from './rewrite-old-form.js';
import { LOG_SOURCE_KEYS } from './rule.js';
import type { LogSource, Rule } from './rule.js';
import { nearest } from './suggest.js';

/** What YAML takes without quotes: a name, or a list of names. */
const PLAIN_NAMES = /^(?:[a-z][a-z0-9_.-]*|\[[a-z][a-z0-9_.-]*(?:, [a-z][a-z0-9_.-]*)*\])$/;

export interface ReadRule {
  /** Null if `diagnostics` has an error. */
  readonly rule: Rule | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a rule; every problem of it is reported, not only the first. Of what surrounds the
 * detection only wrong types are errors: catalogues hold many a status and tag of their own.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html
 */
export function readRule(document: YamlMap): ReadRule {
  return new RuleReader(document).read();
}

class RuleReader extends MetadataReader {
  constructor(document: YamlMap) {
    super(document, KEYS);
  }

  read(): ReadRule {
    const { document } = this;
    const metadata = this.metadata();
    const logsource = this.logsource();
    const detection = this.detection();
    this.misspeltKeys();
    const failed = this.diagnostics.some((d) => d.severity === 'error');
    if (failed || !logsource || !detection) return { rule: null, diagnostics: this.diagnostics };
    const rule: Rule = {
      kind: 'rule',
      ...metadata,
      logsource,
      detection,
      document,
      span: document.span,
    };
    this.aggregations(rule);
    return { rule, diagnostics: this.diagnostics };
  }

  private aggregations(rule: Rule): void {
    for (const condition of rule.detection.conditions) {
      const old = condition.aggregation && oldForm(rule, condition);
      if (!old) continue;
      const { type, span } = old.correlation;
      const fix = rewriteOldForm(rule) ?? undefined;
      this.report(correlationCodes['old-aggregation']({ type }), span, { fix });
    }
  }

  /** A missing section; a key with a similar name may be a typo for it. */
  private missing(section: 'logsource' | 'detection', remedy: string): void {
    const strangers = this.document.entries.filter((e) => !KEYS.has(e.key.text.toLowerCase()));
    const like = nearest(
      section,
      strangers.map((e) => e.key.text),
    );
    const stranger = strangers.find((e) => e.key.text === like);
    const hint = stranger ? `Is \`${stranger.key.text}\` a typo?` : remedy;
    const span = stranger?.key.span ?? this.head();
    this.report(codes[`missing-${section}`]({ hint }), span);
  }

  private notAMap({ key, value }: YamlEntry, expected: string): void {
    const isEmpty = value.kind === 'scalar' && value.value === null;
    const actual = isEmpty ? 'empty' : KINDS[value.kind];
    const span = value.kind === 'scalar' ? key.span : value.span;
    this.report(codes['wrong-type']({ key: key.text.toLowerCase(), expected, actual }), span);
  }

  private logsource(): LogSource | null {
    const found = this.entries.get('logsource');
    if (!found) {
      this.missing('logsource', 'Add one with `product`, `category` or `service`.');
      return null;
    }
    const { value } = found;
    if (value.kind !== 'map') {
      this.notAMap(found, 'a map with `product`, `category` or `service`');
      return null;
    }
    this.misspelt(value, LOG_SOURCE_NAMES);
    const part = (key: string): readonly Name[] => {
      const e = value.entries.find((x) => x.key.text.toLowerCase() === key);
      if (!e) return [];
      if (e.value.kind === 'list') {
        this.report(codes['logsource-list']({ key }), e.key.span);
      }
      const names = this.names(`logsource.${key}`, e.value);
      return logSourceNames(names, (finding, span, instead) => {
        const isOne = !instead.startsWith('[');
        const fits = PLAIN_NAMES.test(instead) && (isOne || e.value.kind === 'scalar');
        const fix = fits ? replaceSpan(`Write \`${instead}\``, span, instead) : undefined;
        this.report(finding, span, { fix });
      });
    };
    const category = part('category');
    const product = part('product');
    const service = part('service');
    if (category.length + product.length + service.length === 0) {
      this.report(codes['empty-logsource'](), found.key.span);
    }
    const definition = value.entries.find((e) => e.key.text === 'definition')?.value;
    return {
      kind: 'logsource',
      category,
      product,
      service,
      definition: definition?.kind === 'scalar' ? definition.text : null,
      span: value.span,
    };
  }

  private detection(): Detection | null {
    const found = this.entries.get('detection');
    if (!found) {
      this.missing('detection', 'Add search identifiers and a `condition` under it.');
      return null;
    }
    if (found.value.kind !== 'map') {
      this.notAMap(found, 'a map with search identifiers and a `condition`');
      return null;
    }
    if (!found.value.entries.some((e) => e.key.text === 'condition')) {
      const stray = this.entries.get('condition');
      if (stray) {
        this.report(codes['condition-outside'](), stray.key.span);
        return null;
      }
    }
    const read = readDetection(found.value);
    this.diagnostics.push(...read.diagnostics);
    return read.detection;
  }
}

const KEYS = knownKeys('logsource', 'detection');
const LOG_SOURCE_NAMES: ReadonlySet<string> = new Set([...LOG_SOURCE_KEYS, 'definition']);
