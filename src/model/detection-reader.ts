import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic, Severity } from '../source/diagnostic.js';
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from '../source/node.js';
import { spanWithin } from '../source/offset-map.js';
import type { Span } from '../source/span.js';
import type { Condition } from './condition/ast.js';
import { parseCondition } from './condition/parse.js';
import { checkConditions } from './condition/resolve.js';
import type {
  Detection,
  DetectionItem,
  DetectionNode,
  Name,
  SearchIdentifier,
} from './detection.js';
import { applyModifiers } from './modifiers/chain.js';
import { modifiersByName } from './modifiers/index.js';

export interface ReadDetection {
  /** Null if `diagnostics` has an error. */
  readonly detection: Detection | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the detection section: search identifiers, then the conditions that name them. */
export function readDetection(map: YamlMap): ReadDetection {
  return new DetectionReader(map).read();
}

class DetectionReader {
  private readonly diagnostics: Diagnostic[] = [];

  constructor(private readonly map: YamlMap) {}

  read(): ReadDetection {
    const identifiers: SearchIdentifier[] = [];
    let conditions: readonly Condition[] = [];
    let timeframe: Name | null = null;
    let conditionEntry: YamlEntry | null = null;
    for (const entry of this.map.entries) {
      const { key, value } = entry;
      if (key.text === 'condition') conditionEntry = entry;
      else if (key.text === 'timeframe' && value.kind === 'scalar') {
        timeframe = { text: value.text, span: value.span };
      } else {
        const body = this.body(value, key);
        if (!body) continue;
        const span = { file: key.span.file, start: key.span.start, end: value.span.end };
        const name = { text: key.text, span: key.span };
        identifiers.push({ kind: 'search-identifier', name, body, span });
      }
    }
    if (conditionEntry) conditions = this.conditions(conditionEntry);
    else this.missingCondition();
    const unread = this.diagnostics.some((d) => d.severity === 'error');
    // What could not be read is not held against the condition as well.
    if (!unread) this.diagnostics.push(...checkConditions(conditions, identifiers));
    const failed = this.diagnostics.some((d) => d.severity === 'error');
    const detection: Detection = {
      kind: 'detection',
      identifiers,
      conditions,
      timeframe,
      span: this.map.span,
    };
    return { detection: failed ? null : detection, diagnostics: this.diagnostics };
  }

  private report(severity: Severity, code: string, message: string, span: Span): void {
    this.diagnostics.push(diagnostic(severity, code, message, span));
  }

  private missingCondition(): void {
    for (const { key, value } of this.map.entries) {
      const maps = value.kind === 'list' ? value.items : [value];
      for (const inner of maps) {
        const stray = inner.kind === 'map' && inner.entries.find((e) => e.key.text === 'condition');
        if (!stray) continue;
        const message = `This \`condition\` is part of \`${key.text}\`. Indent it less, so that it stands beside it.`;
        this.report('error', 'condition-indented', message, stray.key.span);
        return;
      }
    }
    const span = this.map.entries[0]?.key.span ?? this.map.span;
    const message = '`detection` has no `condition`. Add one, such as `condition: selection`.';
    this.report('error', 'missing-condition', message, span);
  }

  private conditions({ key, value }: YamlEntry): readonly Condition[] {
    const nodes = value.kind === 'list' ? value.items : [value];
    const conditions: Condition[] = [];
    if (nodes.length === 0) {
      this.report('error', 'missing-condition', 'The list of conditions is empty.', key.span);
    }
    for (const node of nodes) {
      if (node.kind !== 'scalar' || node.value === null) {
        const message = 'A condition is a text, such as `selection and not filter`.';
        const span = node.kind === 'scalar' ? key.span : node.span;
        this.report('error', 'bad-condition', message, span);
        continue;
      }
      const parsed = parseCondition(node);
      this.diagnostics.push(...parsed.diagnostics);
      if (parsed.condition) conditions.push(parsed.condition);
    }
    return conditions;
  }

  /** @param name the search identifier's, for messages. */
  private body(node: YamlNode, name: YamlScalar): DetectionNode | null {
    switch (node.kind) {
      case 'map':
        return this.allOf(node, name);
      case 'list':
        return this.anyOf(node, name);
      case 'scalar':
        if (node.value !== null) return this.keywords([node], node.span);
        this.report(
          'error',
          'empty-identifier',
          `\`${name.text}\` is empty. Give it fields or keywords, or remove it.`,
          name.span,
        );
        return null;
    }
  }

  private allOf(map: YamlMap, name: YamlScalar): DetectionNode | null {
    if (map.entries.length === 0) {
      const message = `\`${name.text}\` is an empty map, which would match every event. Give it fields.`;
      this.report('error', 'empty-identifier', message, map.span);
      return null;
    }
    const items = map.entries.flatMap((entry) => this.item(entry) ?? []);
    if (items.length === 1) return items[0]!;
    return { kind: 'detection-group', linking: 'all', items, span: map.span };
  }

  private anyOf(list: YamlList, name: YamlScalar): DetectionNode | null {
    const { span } = list;
    if (list.items.length === 0) {
      const message = `\`${name.text}\` is an empty list, which never matches.`;
      this.report('warning', 'empty-list', message, span);
    }
    const scalars = list.items.filter((i) => i.kind === 'scalar');
    if (scalars.length === list.items.length) return this.keywords(scalars, span);
    const items: DetectionNode[] = [];
    for (const item of list.items) {
      const body = this.body(item, name);
      if (body) items.push(body);
    }
    if (items.length === 1) return items[0]!;
    return { kind: 'detection-group', linking: 'any', items, span };
  }

  private keywords(scalars: readonly YamlScalar[], span: Span): DetectionItem {
    const { diagnostics, ...applied } = applyModifiers(modifiersByName, [], scalars);
    this.diagnostics.push(...diagnostics);
    return { kind: 'detection-item', field: null, modifiers: [], ...applied, span };
  }

  private item({ key, value }: YamlEntry): DetectionItem | null {
    const scalars = this.scalars(value, key);
    if (!scalars) return null;
    const [field, ...modifiers] = splitKey(key);
    if (scalars.length === 0) {
      const message = `\`${key.text}\` has an empty list of values, which never matches.`;
      this.report('warning', 'empty-list', message, value.span);
    }
    const { diagnostics, ...applied } = applyModifiers(modifiersByName, modifiers, scalars);
    this.diagnostics.push(...diagnostics);
    const end = Math.max(key.span.end, value.span.end);
    return {
      kind: 'detection-item',
      field: field!.text === '' ? null : field!,
      modifiers,
      ...applied,
      span: { file: key.span.file, start: key.span.start, end },
    };
  }

  /** The values of a field; lists in lists are one list. Null where there is a map among them. */
  private scalars(node: YamlNode, key: YamlScalar): YamlScalar[] | null {
    if (node.kind === 'scalar') return [node];
    if (node.kind === 'map') {
      const message = `A field has values, not a map. For a nested field write its path as \`${key.text.split('|')[0]!}.name\`.`;
      this.report('error', 'nested-map', message, node.span);
      return null;
    }
    const found: YamlScalar[] = [];
    for (const item of node.items) {
      const inner = this.scalars(item, key);
      if (!inner) return null;
      for (const scalar of inner) found.push(scalar);
    }
    return found;
  }
}

/** The field's name, then each modifier, with their places. */
function splitKey(key: YamlScalar): Name[] {
  if (!key.text.includes('|')) return [{ text: key.text, span: key.span }];
  let at = 0;
  return key.text.split('|').map((text) => {
    const start = at;
    at += text.length + 1;
    return { text, span: spanWithin(key, start, start + text.length) };
  });
}
