import type { Diagnostic } from '../../source/diagnostic.js';
import { entry } from '../../source/yaml/node.js';
import type { YamlEntry, YamlMap, YamlNode } from '../../source/yaml/node.js';
import { codes as ruleCodes } from '../codes.js';
import type { Condition } from '../condition/ast.js';
import { leavesOf } from '../condition/fold.js';
import { usedIdentifiers } from '../condition/resolve.js';
import { itemsOf } from '../detection-fold.js';
import { readDetection } from './detection-reader.js';
import type { Detection, DetectionItem } from '../detection.js';
import type { Filter } from '../filter.js';
import { replaceSpan } from './fixes.js';
import { codes } from '../linking/linking-codes.js';
import type { Name } from '../name.js';
import { LogSourceReader } from './read-log-source.js';
import { knownKeys } from './read-metadata.js';
import { valuesOf } from '../rewrite.js';
import { dividedByCommas } from './section.js';

export interface ReadFilter {
  /** Null if it cannot be told which rules the filter names; the reason is in `diagnostics`. */
  readonly content: Filter | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a filter; every problem of it is reported. One with errors still says which rules it names,
 * since they must not be used without it.
 *
 * @param broken errors of the file that `document` is only a part of
 */
export function readFilter(
  document: YamlMap,
  section: YamlEntry,
  broken: readonly Diagnostic[] = [],
): ReadFilter {
  const read = new FilterReader(document, section).read();
  if (broken.length === 0) return read;
  const { content } = read;
  return { content: content && { ...content, detection: null }, diagnostics: broken };
}

class FilterReader extends LogSourceReader {
  constructor(
    document: YamlMap,
    private readonly section: YamlEntry,
  ) {
    super(document, KEYS);
  }

  read(): ReadFilter {
    const { document, diagnostics } = this;
    const metadata = this.metadata();
    const logsource = this.logsource(false);
    const rules = this.rules();
    const detection = this.detection();
    this.misspeltKeys();
    if (!rules) return { content: null, diagnostics };
    const failed = diagnostics.some((d) => d.severity === 'error');
    const { span } = document;
    const content: Filter = {
      kind: 'filter',
      ...metadata,
      rules,
      logsource,
      detection: failed ? null : detection,
      document,
      span,
    };
    return { content, diagnostics };
  }

  /** Null, with the reason told, if it names none. */
  private rules(): Filter['rules'] | null {
    const { key, value } = this.section;
    if (value.kind !== 'map') {
      this.report(codes['filter-not-a-map'](), key.span);
      return null;
    }
    const listed = entry(value, 'rules')?.value;
    const items = listed?.kind === 'list' ? listed.items : listed ? [listed] : [];
    const named = items.flatMap((item): readonly Name[] => {
      if (item.kind !== 'scalar') this.report(codes['reference-not-text'](), item.span);
      else if (item.value !== null)
        return this.divided({ text: item.text, span: item.span }, listed);
      return [];
    });
    const [first] = named;
    if (!first) {
      this.report(codes['filter-without-rules'](), key.span);
      return null;
    }
    return named.length === 1 && isAny(first) ? { kind: 'any', span: first.span } : named;
  }

  /** A string alone may list several. */
  private divided(name: Name, listed: YamlNode | undefined): readonly Name[] {
    const names = listed?.kind === 'scalar' ? dividedByCommas(name) : [];
    if (names.length < 2) return [name];
    const list = `[${names.map((n) => n.text).join(', ')}]`;
    const fix = replaceSpan('Write a list', name.span, list);
    this.report(codes['filter-rules-in-string']({ list }), name.span, { fix });
    return names;
  }

  private detection(): Detection | null {
    const { value } = this.section;
    if (value.kind !== 'map') return null;
    const stray = entry(value, 'condition') ? undefined : this.entries.get('condition');
    if (stray) this.report(ruleCodes['condition-outside']({ section: 'filter' }), stray.key.span);
    const { detection, diagnostics } = readDetection(
      stray ? { ...value, entries: [...value.entries, stray] } : value,
      'filter',
    );
    this.diagnostics.push(...diagnostics);
    if (!detection) return null;
    const [condition] = detection.conditions as readonly [Condition];
    if (!negates(condition, detection)) {
      const text = condition.text.trim();
      const correct = /^[\w-]+$/.test(text) ? `not ${text}` : `not (${text})`;
      this.report(codes['filter-without-negation']({ correct }), condition.span);
    }
    return detection;
  }
}

const KEYS = knownKeys('logsource', 'filter');

/** The words that pySigma takes, too. */
function isAny({ text }: Name): boolean {
  return /^(?:any|all)$/i.test(text);
}

/** Whether there is a negation anywhere in what a condition asks. */
function negates(condition: Condition, { identifiers }: Detection): boolean {
  if (leavesOf(condition.expression).some(({ negated }) => negated)) return true;
  const used = usedIdentifiers([condition], identifiers);
  return [...used].some(({ body }) => itemsOf(body).some(isNegative));
}

/** `neq`, or what asks for a field that is missing. */
function isNegative(item: DetectionItem): boolean {
  return (
    item.negated ||
    valuesOf(item).some((v) => v.kind === 'null' || (v.kind === 'exists' && !v.expected))
  );
}
