import type { Condition, ConditionExpression } from '../model/condition/ast.js';
import { foldCondition } from '../model/condition/fold.js';
import { itemsOf } from '../model/detection-fold.js';
import type { DetectionItem, SearchIdentifier } from '../model/detection.js';
import type { Name } from '../model/name.js';
import type { Rule } from '../model/rule.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Processed } from './apply.js';
import { codes } from './codes.js';

/** No rule can name these: a name in a condition has no spaces. */
const nameOf = (position: number): string => `field ${position}`;

/**
 * The rule with fields that a correlation names as if it tested that they exist, so that its
 * pipelines map them, and choose a source that has them.
 */
export function withProbes(rule: Rule, fields: readonly Name[]): Rule {
  if (fields.length === 0) return rule;
  const { detection } = rule;
  const probes = fields.map(({ text, span }, i): SearchIdentifier => {
    const item: DetectionItem = {
      kind: 'detection-item',
      field: { text, span },
      modifiers: [],
      linking: 'any',
      negated: false,
      values: [{ kind: 'exists', expected: true, span }],
      whole: true,
      span,
    };
    const name = { text: nameOf(i), span };
    return { kind: 'search-identifier', name, body: item, added: true, span };
  });
  const named = probes.map(({ name: { text, span } }): ConditionExpression => {
    return { kind: 'condition-identifier', name: text, span };
  });
  const conditions = detection.conditions.map((condition): Condition => {
    const { expression, span } = condition;
    const operands = [expression, ...named];
    return { ...condition, expression: { kind: 'condition-and', operands, span } };
  });
  const identifiers = [...detection.identifiers, ...probes];
  return { ...rule, detection: { ...detection, identifiers, conditions } };
}

export interface Probed {
  /** As it was without the probes. */
  readonly rule: Rule;
  /** What each field is called now, the names of several that hold it included; empty: it was dropped. */
  readonly fields: readonly (readonly Name[])[];
  /** Of fields and conditions that were dropped, and of fields that may be in no event. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes the probes out of a rule that went through its pipelines. */
export function withoutProbes({ rule, placement }: Processed, fields: readonly Name[]): Probed {
  if (fields.length === 0) return { rule, fields: [], diagnostics: [] };
  const names = new Map(fields.map((_, i) => [nameOf(i), i]));
  const { detection } = rule;
  const probes = new Map(detection.identifiers.map((probe) => [probe.name.text, probe]));
  const found = fields.map((_, i) => {
    const probe = probes.get(nameOf(i));
    return probe ? itemsOf(probe.body).flatMap((item) => item.field ?? []) : [];
  });
  const identifiers = detection.identifiers.filter(({ name }) => !names.has(name.text));
  const nothingLeft: Diagnostic[] = [];
  const conditions = detection.conditions.flatMap((condition): readonly Condition[] => {
    const expression = without(condition.expression, names);
    if (expression) return [{ ...condition, expression }];
    nothingLeft.push(diagnostic(codes['pipeline-nothing-left'](), condition.span));
    return [];
  });
  const source = placement.source ?? '';
  const assumed = fields
    .filter((f) => placement.assumed.has(f.text))
    .map(({ text: field, span }) =>
      diagnostic(codes['correlation-field-assumed']({ source, field }), span),
    );
  const dropped = fields
    .filter((_, i) => found[i]!.length === 0)
    .map(({ text: field, span }) =>
      diagnostic(codes['correlation-field-dropped']({ field }), span),
    );
  return {
    rule: { ...rule, detection: { ...detection, identifiers, conditions } },
    fields: found,
    diagnostics: [...assumed, ...dropped, ...nothingLeft],
  };
}

function without(
  root: ConditionExpression,
  names: ReadonlyMap<string, number>,
): ConditionExpression | null {
  type Left = ConditionExpression | null;
  const link = (
    operands: readonly Left[],
    node: Extract<ConditionExpression, { operands: unknown }>,
  ) => {
    const left = operands.flatMap((o) => o ?? []);
    return left.length > 1 ? { ...node, operands: left } : (left[0] ?? null);
  };
  return foldCondition<Left>(root, {
    and: link,
    or: link,
    not: (operand, node) => operand && { ...node, operand },
    identifier: (node) => (names.has(node.name) ? null : node),
    quantified: (node) => node,
  });
}
