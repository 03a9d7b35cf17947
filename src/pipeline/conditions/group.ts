import { parseCondition } from '../../model/condition/parse.js';
import type { ConditionExpression } from '../../model/condition/ast.js';
import { foldCondition } from '../../model/condition/fold.js';
import type { YamlMap, YamlNode } from '../../source/yaml/node.js';
import { codes } from '../codes.js';
import type { Run } from '../pipeline.js';
import { Settings } from '../settings.js';

type Test<T> = (subject: T, run: Run) => boolean;
type Readers<T> = Readonly<Record<string, (settings: Settings) => Test<T>>>;

/**
 * Reads `<prefix>_conditions`, a list or a map of named ones, and how they are linked:
 * `<prefix>_cond_op` (and, or), `<prefix>_cond_not`, `<prefix>_cond_expr` over their names.
 * Undefined if there are none.
 */
export function readConditions<T>(
  settings: Settings,
  prefix: 'rule' | 'detection_item' | 'field_name',
  readers: Readers<T>,
): Test<T> | undefined {
  const operator = readOperator(settings, `${prefix}_cond_op`);
  const negated = settings.flag(`${prefix}_cond_not`);
  const expression = settings.scalar(`${prefix}_cond_expr`);
  const key = `${prefix}_conditions`;
  const node = settings.node(key);
  if (expression && settings.has(`${prefix}_cond_op`)) {
    const [one, other] = [`${prefix}_cond_op`, `${prefix}_cond_expr`] as const;
    settings.fail(codes['pipeline-exclusive-keys']({ one, other }), settings.span(one));
  }
  if (!node) {
    // `and` and `false` say nothing without conditions, either.
    const said = [
      ...(expression ? [`${prefix}_cond_expr`] : []),
      ...(operator === 'or' ? [`${prefix}_cond_op`] : []),
      ...(negated ? [`${prefix}_cond_not`] : []),
    ];
    for (const name of said) {
      settings.fail(codes['pipeline-without-conditions']({ name, key }), settings.span(name));
    }
    return undefined;
  }
  const named = new Map<string, Test<T>>();
  const read = (name: string, inner: YamlNode): void => {
    if (inner.kind === 'map') named.set(name, readCondition(inner, settings, readers));
    else
      settings.fail(
        codes['pipeline-wrong-item']({ key, expected: 'a map with a `type`' }),
        inner.span,
      );
  };
  const type = node.kind === 'map' && node.entries.find((e) => e.key.text === 'type');
  if (type && type.value.kind === 'scalar') {
    settings.fail(codes['pipeline-condition-without-dash']({ key }), type.key.span);
  } else if (node.kind === 'list') node.items.forEach((n, i) => read(String(i), n));
  else if (node.kind === 'map') for (const e of node.entries) read(e.key.text, e.value);
  else settings.wrongType(key, 'a list or a map', node.span);

  let test: Test<T>;
  if (expression) {
    const parsed = parseCondition(expression);
    settings.diagnostics.push(...parsed.diagnostics);
    if (!parsed.condition) return undefined;
    if (node.kind === 'list') {
      settings.wrongType(key, 'a map, whose keys the expression can name', node.span);
      return undefined;
    }
    test = evaluator(parsed.condition.expression, named, settings);
    const used = new Set(identifiersIn(parsed.condition.expression));
    for (const { key: name } of node.kind === 'map' ? node.entries : []) {
      if (used.has(name.text)) continue;
      settings.fail(codes['pipeline-unused-condition']({ name: name.text }), name.span);
    }
  } else {
    const all = [...named.values()];
    test =
      operator === 'and'
        ? (subject, run) => all.every((t) => t(subject, run))
        : (subject, run) => all.some((t) => t(subject, run));
  }
  return negated ? (subject, run) => !test(subject, run) : test;
}

/** pySigma reads every other word as `and`, whatever it was meant to say. */
function readOperator(settings: Settings, key: string): 'and' | 'or' {
  const value = settings.text(key);
  if (value === null || value === 'and' || value === 'or') return value ?? 'and';
  settings.fail(codes['pipeline-condition-operator']({ key, value }), settings.span(key));
  return 'and';
}

/** Whether conditions that are linked by an operator hold only if one of a type does. */
export function requires(settings: Settings, prefix: 'rule', type: string): boolean {
  const node = settings.node(`${prefix}_conditions`);
  const written = (key: string): string | null => {
    const given = settings.node(`${prefix}_cond_${key}`);
    return given?.kind === 'scalar' ? given.text : null;
  };
  const isUnclear = written('expr') !== null || written('not') === 'true';
  if (!node || node.kind === 'scalar' || isUnclear) return false;
  const conditions = node.kind === 'list' ? node.items : node.entries.map((e) => e.value);
  const isOfType = (condition: YamlNode): boolean =>
    condition.kind === 'map' &&
    condition.entries.some(
      ({ key, value }) => key.text === 'type' && value.kind === 'scalar' && value.text === type,
    );
  return written('op') === 'or'
    ? conditions.length > 0 && conditions.every(isOfType)
    : conditions.some(isOfType);
}

function readCondition<T>(map: YamlMap, outer: Settings, readers: Readers<T>): Test<T> {
  const type = map.entries.find((e) => e.key.text === 'type')?.value;
  const name = type?.kind === 'scalar' ? type.text : '';
  const what = name === '' ? 'a condition' : `the condition \`${name}\``;
  const settings = new Settings(map, what, outer.diagnostics);
  settings.node('type');
  if (name === '') {
    settings.missing('type');
    return () => false;
  }
  const reader = settings.reader(name, readers, 'condition');
  if (!reader) return () => false;
  const test = reader(settings);
  settings.finish();
  return test;
}

function identifiersIn(root: ConditionExpression): readonly string[] {
  return foldCondition<readonly string[]>(root, {
    and: (parts) => parts.flat(),
    or: (parts) => parts.flat(),
    not: (part) => part,
    identifier: ({ name }) => [name],
    quantified: () => [],
  });
}

function evaluator<T>(
  root: ConditionExpression,
  named: ReadonlyMap<string, Test<T>>,
  settings: Settings,
): Test<T> {
  return foldCondition<Test<T>>(root, {
    and: (tests) => (subject, run) => tests.every((t) => t(subject, run)),
    or: (tests) => (subject, run) => tests.some((t) => t(subject, run)),
    not: (test) => (subject, run) => !test(subject, run),
    identifier(node) {
      const test = named.get(node.name);
      if (test) return test;
      const known = [...named.keys()].join(', ');
      settings.fail(codes['pipeline-unknown-name']({ name: node.name, known }), node.span);
      return () => false;
    },
    quantified(node) {
      settings.fail(codes['pipeline-quantifier'](), node.span);
      return () => false;
    },
  });
}
