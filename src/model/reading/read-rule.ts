import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlMap } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import { codes } from '../codes.js';
import { codes as correlationCodes } from '../correlation/correlation-codes.js';
import { readDetection } from './detection-reader.js';
import type { Detection } from '../detection.js';
import { LOG_SOURCE_KEYS } from '../log-source.js';
import { oldForm } from '../correlation/old-form.js';
import { LogSourceReader } from './read-log-source.js';
import { entryInAnyCase, knownKeys } from './read-metadata.js';
import { rewriteOldForm } from '../correlation/rewrite-old-form.js';
import type { Rule } from '../rule.js';
import { nearest } from '../suggest.js';

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

class RuleReader extends LogSourceReader {
  constructor(document: YamlMap) {
    super(document, KEYS);
  }

  read(): ReadRule {
    const { document } = this;
    const metadata = this.metadata();
    const logsource = this.logsource(true);
    const detection = this.detection();
    this.misspeltKeys();
    const failed = this.diagnostics.some((d) => d.severity === 'error');
    if (failed || !logsource || !detection) return { rule: null, diagnostics: this.diagnostics };
    const rule: Rule = {
      kind: 'rule',
      ...metadata,
      logsource,
      detection,
      filters: [],
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
      if (type === 'value_min' || type === 'value_max') {
        const what = type === 'value_min' ? 'minimum' : 'maximum';
        this.report(correlationCodes['old-aggregation-alone']({ what }), span);
        continue;
      }
      const fix = rewriteOldForm(rule) ?? undefined;
      this.report(correlationCodes['old-aggregation']({ type }), span, { fix });
    }
  }

  private detection(): Detection | null {
    const found = this.entries.get('detection');
    if (!found) {
      const stranger = this.misspeltSection('detection');
      const condition = entryInAnyCase(this.document, 'condition');
      const named = condition?.value.kind === 'scalar' ? condition.value.text.split(/[^\w-]+/) : [];
      // `selection` is not a misspelt `detection` where a condition names it.
      if (condition && (!stranger || named.includes(stranger.text))) {
        const hint = 'Put this condition, and what it names, under `detection`.';
        this.report(codes['missing-detection']({ hint }), condition.key.span);
        return null;
      }
      const elsewhere = stranger ? null : this.detectionElsewhere();
      if (elsewhere) this.report(codes['missing-detection'](elsewhere), elsewhere.span);
      else this.missing('detection', 'Add search identifiers and a `condition` under it.');
      return null;
    }
    if (found.value.kind !== 'map') {
      this.notAMap(found, 'a map with search identifiers and a `condition`');
      return null;
    }
    const { value } = found;
    const stray = (['condition', 'timeframe'] as const).flatMap((key) => {
      const outside = entryInAnyCase(value, key) ? undefined : this.entries.get(key);
      if (!outside) return [];
      this.report(codes[`${key}-outside`]({ section: 'detection' }), outside.key.span);
      return [outside];
    });
    const { detection, diagnostics } = readDetection(
      stray.length === 0 ? value : { ...value, entries: [...value.entries, ...stray] },
    );
    this.diagnostics.push(...diagnostics);
    return detection;
  }

  /** What would be the detection if its first line were not missing, indented or called otherwise. */
  private detectionElsewhere(): { readonly hint: string; readonly span: Span } | null {
    const within = this.entries.get('logsource')?.value;
    if (within?.kind === 'map') {
      const indented = entryInAnyCase(within, 'detection')?.key;
      const hint = 'This one is inside `logsource`: reduce its indentation.';
      if (indented) return { hint, span: indented.span };
      const isOwn = (name: string) => (LOG_SOURCE_KEYS as readonly string[]).includes(name);
      const first = within.entries.find(
        (e) => e.value.kind !== 'scalar' && !isOwn(e.key.text),
      )?.key;
      if (first && entryInAnyCase(within, 'condition')) {
        const above = `Write \`detection:\` on the line above \`${first.text}\`, which is inside \`logsource\` here.`;
        return { hint: above, span: first.span };
      }
    }
    const other = this.document.entries.find(
      ({ key, value }) =>
        !this.known.has(key.text.toLowerCase()) &&
        value.kind === 'map' &&
        entryInAnyCase(value, 'condition'),
    )?.key;
    if (!other) return null;
    const name = nearest(other.text, SECTIONS);
    const hint = name
      ? `If \`${other.text}\`, which has a \`condition\`, is meant, rename it to \`${name}\`.`
      : `If \`${other.text}\`, which has a \`condition\`, is meant, rename it.`;
    return { hint, span: other.span };
  }
}

/** Keys of documents whose value has a condition. */
const SECTIONS = ['detection', 'filter', 'correlation'];

const KEYS = knownKeys('logsource', 'detection');
