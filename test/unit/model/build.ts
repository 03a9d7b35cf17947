import type { Condition } from '../../../src/model/condition/ast.js';
import { parseCondition } from '../../../src/model/condition/parse.js';
import { readDetection } from '../../../src/model/reading/detection-reader.js';
import type { ReadDetection } from '../../../src/model/reading/detection-reader.js';
import type { DetectionItem } from '../../../src/model/detection.js';
import { printPattern } from '../../../src/model/patterns/pattern.js';
import type { Value } from '../../../src/model/value.js';
import type { Diagnostic } from '../../../src/source/diagnostic.js';
import type { YamlMap, YamlScalar } from '../../../src/source/yaml/node.js';
import { readYaml } from '../../../src/source/yaml/yaml.js';

/** A plain scalar that is a file of its own. */
export function scalar(text: string): YamlScalar {
  const file = { path: 'test.yml', text };
  const span = { file, start: 0, end: text.length };
  return { kind: 'scalar', span, value: text, text, style: 'plain' };
}

export function detection(text: string): ReadDetection {
  const [document] = readYaml({ path: 'test.yml', text });
  if (document?.root?.kind !== 'map') throw new Error(`No map: ${text}`);
  return readDetection(document.root satisfies YamlMap);
}

/** `code "where"` for each. */
export function problems(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ code, span }) => `${code} "${span!.file.text.slice(span!.start, span!.end)}"`,
  );
}

/** Reads `key: value` as the one item of a rule. */
export function item(key: string, value: string): { item: DetectionItem; problems: string[] } {
  const read = detection(`selection:\n  ${key}: ${value}\ncondition: selection\n`);
  const body = read.detection?.identifiers[0]!.body;
  if (body?.kind !== 'detection-item') throw new Error(problems(read.diagnostics).join('\n'));
  return { item: body, problems: problems(read.diagnostics) };
}

/** The values of an item, alternatives in parentheses. */
export function values(key: string, value: string): string[] {
  return item(key, value).item.values.map((v) =>
    v.kind === 'value-group' ? `(${v.values.map(show).join(' or ')})` : show(v),
  );
}

/** What is wrong with an item. */
export function wrong(key: string, value: string): string[] {
  const read = detection(`selection:\n  ${key}: ${value}\ncondition: selection\n`);
  return problems(read.diagnostics);
}

export function messages(key: string, value: string): string[] {
  const read = detection(`selection:\n  ${key}: ${value}\ncondition: selection\n`);
  return read.diagnostics.map((d) => d.message);
}

function show(value: Value): string {
  switch (value.kind) {
    case 'string':
      return `${value.cased ? 'cased ' : ''}'${printPattern(value.pattern)}'`;
    case 'number':
      return `number ${value.number.source} = ${value.number.decimal}`;
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    case 'exists':
      return value.expected ? 'exists' : 'is missing';
    case 'regex': {
      const { ignoreCase, multiLine, dotAll } = value.regex.flags;
      const flags = `${ignoreCase ? 'i' : ''}${multiLine ? 'm' : ''}${dotAll ? 's' : ''}`;
      return `/${value.regex.source}/${flags}`;
    }
    case 'cidr':
      return `network ${value.network.text}`;
    case 'compare':
      return `${value.operator} ${value.number.decimal}`;
    case 'time-part':
      return `${value.part} ${value.operator} ${value.number.decimal}`;
    case 'field-ref':
      return `${value.cased ? 'cased ' : ''}${value.match} field ${value.field}`;
  }
}

/** A condition without errors. */
export function parsed(text: string): Condition {
  const { condition, diagnostics } = parseCondition(scalar(text));
  if (!condition) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return condition;
}
