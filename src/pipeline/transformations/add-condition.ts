import { foldDetection, itemsOf } from '../../model/detection-fold.js';
import { readBody } from '../../model/reading/detection-reader.js';
import type { DetectionItem, DetectionNode } from '../../model/detection.js';
import type { Name } from '../../model/name.js';
import { withCondition } from '../../model/rewrite.js';
import { LOG_SOURCE_KEYS } from '../../model/rule.js';
import type { LogSource } from '../../model/rule.js';
import { diagnostic } from '../../source/diagnostic.js';
import type { YamlNode, YamlScalar } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import { codes } from '../codes.js';
import type { Settings } from '../settings.js';
import { markField } from './fields.js';
import type { TransformationReader } from './fields.js';

/**
 * A condition that is read as a search identifier of a rule is: maps, lists of maps, keywords, and
 * fields with modifiers.
 */
export const addCondition: TransformationReader = (settings) => {
  const conditions = settings.node('conditions');
  if (!conditions || (conditions.kind === 'scalar' && conditions.value === null)) {
    settings.missing('conditions');
  }
  const name = settings.text('name');
  const template = settings.flag('template');
  const negated = settings.flag('negated');
  const written = conditions ?? settings.map;
  const named: Name = { text: name ?? 'conditions', span: written.span };
  const read = readBody(written, named);
  if (conditions) for (const d of read.diagnostics) settings.diagnostics.push(d);
  if (conditions?.kind === 'scalar') checkKeyword(conditions, settings);
  const namesLogSource = template && checkNames(written, settings);
  return (rule, step) => {
    const { span } = rule.logsource;
    const missing = new Set<string>();
    const body = template
      ? readBody(filled(written, rule.logsource, missing), named).body
      : read.body;
    for (const key of missing) {
      step.report(diagnostic(codes['pipeline-template-logsource']({ key }), span));
    }
    const moved = relocated(body, span);
    for (const item of itemsOf(moved)) {
      if (item.field) markField(item.field.text, step);
      if (step.id !== null) step.appliedToItem.set(item, new Set([step.id]));
    }
    const names = itemsOf(moved).map((item) =>
      item.field ? `\`${item.field.text}\`` : 'a keyword',
    );
    if (names.length > 0) {
      const fields = [...new Set(names)].join(', ');
      const related = [{ message: 'The step is here.', span: written.span }];
      if (step.isOfLogSource || namesLogSource) {
        step.report(
          diagnostic(codes['pipeline-added-for-logsource']({ fields }), span, { related }),
        );
      } else {
        const finding = codes['pipeline-added']({ fields });
        step.report(diagnostic(finding, span, { direction: 'narrower', related }));
      }
    }
    // A name that the rule uses would take the place of what the rule asks for.
    const isFree = !rule.detection.identifiers.some((i) => i.name.text === name);
    const identifier = { text: name !== null && isFree ? name : step.freshName(rule), span };
    return withCondition(
      rule,
      { kind: 'search-identifier', name: identifier, body: moved, span },
      negated,
    );
  };
};

/** `index=main`, as a search of Splunk has it. */
function checkKeyword({ text, span }: YamlScalar, settings: Settings): void {
  const [, field, value] = /^([\w.-]+) *[=:] *(\S.*)$/.exec(text) ?? [];
  if (field === undefined || value === undefined) return;
  const correct = `${field}: ${value}`;
  settings.warn(codes['pipeline-condition-in-string']({ correct }), span);
}

/** The same at a place of the rule, for that is what a query's parts come from. */
function relocated(node: DetectionNode, span: Span): DetectionNode {
  return foldDetection<DetectionNode>(node, {
    group: (items, group) => ({ ...group, items, span }),
    item: (item): DetectionItem => ({
      ...item,
      field: item.field && { text: item.field.text, span, mapped: true },
      values: item.values.map((value) =>
        value.kind === 'value-group'
          ? { ...value, values: value.values.map((v) => ({ ...v, span })), span }
          : { ...value, span },
      ),
      span,
    }),
  });
}

/** Python's `string.Template`: `$product`, `${product}`, and `$$` for a dollar sign. */
const VARIABLE = /\$(?:\$|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

const isKey = (name: string): boolean => LOG_SOURCE_KEYS.some((key) => key === name);

/** Reports names that a template cannot have; returns whether it has one of the log source. */
function checkNames(node: YamlNode, settings: Settings): boolean {
  let hasName = false;
  mapScalars(node, (scalar) => {
    for (const [, bare, braced] of scalar.text.matchAll(VARIABLE)) {
      const name = bare ?? braced;
      if (name !== undefined && !isKey(name)) {
        settings.fail(codes['pipeline-template-name']({ name }), scalar.span);
      } else if (name !== undefined) {
        hasName = true;
      }
    }
    return scalar;
  });
  return hasName;
}

function filled(node: YamlNode, logsource: LogSource, missing: Set<string>): YamlNode {
  return mapScalars(node, (scalar) => {
    if (typeof scalar.value !== 'string') return scalar;
    const text = scalar.text.replace(VARIABLE, (_, bare?: string, braced?: string) => {
      const name = bare ?? braced;
      if (name === undefined) return '$';
      const key = LOG_SOURCE_KEYS.find((k) => k === name);
      const value = key && logsource[key][0]?.text;
      if (value === undefined) missing.add(name);
      // What a rule says is no wildcard of the pipeline's.
      return (value ?? '').replace(/[\\*?]/g, '\\$&');
    });
    return { ...scalar, text, value: text };
  });
}

/** A tree with its values, but not its keys, replaced. */
function mapScalars(node: YamlNode, map: (scalar: YamlScalar) => YamlScalar): YamlNode {
  switch (node.kind) {
    case 'scalar':
      return map(node);
    case 'list':
      return { ...node, items: node.items.map((item) => mapScalars(item, map)) };
    case 'map': {
      const entries = node.entries.map((e) => ({ key: e.key, value: mapScalars(e.value, map) }));
      return { ...node, entries };
    }
  }
}
