import { printCondition } from '../model/condition/print.js';
import type { DetectionItem, DetectionNode } from '../model/detection.js';
import { printPattern } from '../model/patterns/pattern.js';
import { LOG_SOURCE_KEYS } from '../model/rule.js';
import type { Rule } from '../model/rule.js';
import type { Value } from '../model/value.js';

/** A rule's parts that pipelines change, one a line, as its author would write them. */
export function describeRule(rule: Rule): readonly string[] {
  const { logsource, detection, fields } = rule;
  const source = LOG_SOURCE_KEYS.flatMap((key) =>
    logsource[key].map((n) => `logsource ${key}: ${n.text}`),
  );
  return [
    ...source,
    ...detection.identifiers.flatMap((i) => describeNode(i.body, i.name.text)),
    ...detection.conditions.map((c) => `condition: ${printCondition(c.expression)}`),
    ...fields.map((f) => `fields: ${f.text}`),
  ];
}

function describeNode(node: DetectionNode, path: string): readonly string[] {
  if (node.kind === 'detection-item') return [`${path}: ${describeItem(node)}`];
  return node.items.flatMap((n, i) =>
    describeNode(n, node.linking === 'any' && node.items.length > 1 ? `${path} or ${i + 1}` : path),
  );
}

function describeItem(item: DetectionItem): string {
  const shown = item.values
    .map((v) =>
      v.kind === 'value-group' ? `(${v.values.map(describeValue).join(' or ')})` : describeValue(v),
    )
    .join(item.linking === 'all' ? ' and ' : ', ');
  const negated = item.negated ? 'not ' : '';
  return `${negated}${item.field?.text ?? 'keyword'} = ${shown === '' ? '(no value)' : shown}`;
}

function describeValue(value: Value): string {
  switch (value.kind) {
    case 'string':
      return `${value.cased ? 'cased ' : ''}${JSON.stringify(printPattern(value.pattern))}`;
    case 'number':
      return value.number.source;
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    case 'exists':
      return value.expected ? 'exists' : 'does not exist';
    case 'regex':
      return `/${value.regex.source}/`;
    case 'cidr':
      return value.network.text;
    case 'compare':
      return `${value.operator} ${value.number.source}`;
    case 'time-part':
      return `${value.part} ${value.operator} ${value.number.source}`;
    case 'field-ref':
      return `${value.match} the field ${value.field}`;
  }
}
