import type { Condition, ConditionExpression } from '../../model/condition/ast.js';
import { leavesOf } from '../../model/condition/fold.js';
import { resolveIdentifiers } from '../../model/condition/resolve.js';
import type { Detection, SearchIdentifier } from '../../model/detection.js';
import type { Rule } from '../../model/rule.js';
import { filterLabel } from '../../model/linking/weave.js';
import type { YamlMap, YamlNode } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import { tidyYaml } from '../../source/yaml/tidy-yaml.js';

/** A step of a rule or of one of its filters: a condition, or a search identifier that one of them uses. */
export interface Stage {
  /** `condition`, or the name of the search identifier; those of filters with `filter: ` before it. */
  readonly name: string;
  /**
   * A condition as it is written; of a search identifier its YAML, without comments and in one
   * form of indentation, scalars as they are written.
   */
  readonly text: string;
  readonly span: Span;
}

/** A search identifier that a condition uses. */
export interface UsedIdentifier {
  readonly identifier: SearchIdentifier;
  /** It is only ever used under an odd number of NOTs. */
  readonly negated: boolean;
}

/**
 * The search identifiers that the conditions use, in the order of use; those that a quantifier
 * stands for (`1 of selection_*`, `all of them`) in the order of the rule.
 */
export function usedIdentifiers({ conditions, identifiers }: Detection): readonly UsedIdentifier[] {
  const byName = new Map(identifiers.map((i) => [i.name.text, i]));
  const negated = new Map<SearchIdentifier, boolean>();
  const use = (identifier: SearchIdentifier | undefined, positive: boolean): void => {
    if (identifier) negated.set(identifier, !positive && (negated.get(identifier) ?? true));
  };
  const visit = (expression: ConditionExpression): void => {
    for (const { leaf, negated: not } of leavesOf(expression)) {
      if (leaf.kind === 'condition-identifier') use(byName.get(leaf.name), !not);
      else for (const i of resolveIdentifiers(leaf, identifiers)) use(i, !not);
    }
  };
  for (const { expression, aggregation } of conditions) {
    visit(expression);
    if (aggregation?.kind === 'near') visit(aggregation.expression);
  }
  return [...negated].map(([identifier, neg]) => ({ identifier, negated: neg }));
}

/** Whether a stage is a condition, by its name. */
export function isCondition(name: string): boolean {
  return /^(?:filter(?: \d+)?: )?condition$/.test(name);
}

/** The conditions, each a stage 0, then the search identifiers in order of use. */
export function stagesOf(rule: Rule, used: readonly UsedIdentifier[]): readonly Stage[] {
  const sections = [
    sectionOf(rule.document, 'detection'),
    ...rule.filters.map(({ document }) => sectionOf(document, 'filter')),
  ];
  const entries = sections.flatMap((section) => section?.entries ?? []);
  return [
    ...rule.detection.conditions.map((condition) => conditionStage('condition', condition)),
    ...rule.filters.flatMap(({ detection }, at) =>
      (detection?.conditions ?? []).map((condition) =>
        conditionStage(`${filterLabel(at)}: condition`, condition),
      ),
    ),
    ...used.map(({ identifier: { name, span } }) => {
      const { file, start } = name.span;
      const entry = entries.find(({ key }) => key.span.start === start && key.span.file === file);
      // What a pipeline added is in no file.
      return { name: name.text, text: entry ? tidyYaml(entry) : `${name.text}:`, span };
    }),
  ];
}

function conditionStage(name: string, { text, span }: Condition): Stage {
  return { name, text: text.trim(), span };
}

function sectionOf(document: YamlMap, name: string): YamlMap | undefined {
  const found: YamlNode | undefined = (
    document.entries.find((e) => e.key.text === name) ??
    document.entries.find((e) => e.key.text.toLowerCase() === name)
  )?.value;
  return found?.kind === 'map' ? found : undefined;
}
