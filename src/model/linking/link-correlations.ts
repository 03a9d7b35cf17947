import type { Finding } from '../../source/codes.js';
import type { Diagnostic, RelatedPlace } from '../../source/diagnostic.js';
import type { Span } from '../../source/span.js';
import { codes } from '../correlation/correlation-codes.js';
import { valueFields } from '../correlation/correlation.js';
import type { Correlation } from '../correlation/correlation.js';
import { isCalled } from '../document.js';
import type { SigmaDocument } from '../document.js';
import { codes as linkingCodes } from './linking-codes.js';
import type { Name } from '../name.js';
import { oldForm } from '../correlation/old-form.js';
import { nearest } from '../suggest.js';

/** Documents are named by their position. */
export interface Linked {
  readonly documents: readonly SigmaDocument[];
  readonly references: ReadonlyMap<number, readonly number[]>;
  /** What linking has found so far, of each document. */
  readonly found: readonly (readonly Diagnostic[])[];
  report(at: number, finding: Finding, span: Span, related: readonly RelatedPlace[]): void;
}

/** All that one correlation refers to, over all steps, and how many steps there are. */
const MAX_PARTS = 200;
const MAX_DEPTH = 20;

/**
 * Checks correlations against what they refer to, those first that others refer to: an error in one
 * is an error of all that lead to it.
 */
export function checkCorrelations(linked: Linked): void {
  const { documents, references } = linked;
  const correlations = documents.flatMap(({ kind }, at) => (kind === 'correlation' ? [at] : []));
  // Most files that are linked have filters alone.
  if (correlations.length === 0) return;
  const users = new Map<number, number[]>();
  const left = new Map<number, number>();
  for (const at of correlations) {
    const inner = innerOf(at);
    left.set(at, inner.length);
    for (const other of inner) users.set(other, [...(users.get(other) ?? []), at]);
  }
  const sizes = new Map<number, { readonly parts: number; readonly depth: number }>();
  const ready = correlations.filter((at) => left.get(at) === 0);
  // Grows while it is gone through.
  for (const at of ready) {
    check(at);
    for (const user of users.get(at) ?? []) {
      const rest = left.get(user)! - 1;
      left.set(user, rest);
      if (rest === 0) ready.push(user);
    }
  }
  // What is left leads to a cycle, or is part of one.
  for (const at of correlations) if (left.get(at)! > 0) tellBroken(at);

  function innerOf(at: number): readonly number[] {
    const all = references.get(at) ?? [];
    return [...new Set(all)].filter((other) => documents[other]!.kind === 'correlation');
  }

  function check(at: number): void {
    const { content } = documents[at]!;
    if (content?.kind !== 'correlation') return;
    if (tellBroken(at)) return;
    const targets = references.get(at)!;
    const sizeOf = targets.map((t) => sizes.get(t) ?? { parts: 1, depth: 0 });
    const parts = 1 + sizeOf.reduce((sum, s) => sum + s.parts, 0);
    const depth = 1 + Math.max(...sizeOf.map((s) => s.depth));
    sizes.set(at, { parts, depth });
    if (parts > MAX_PARTS || depth > MAX_DEPTH) {
      const finding = codes['correlation-too-large']({ most: MAX_PARTS, deep: MAX_DEPTH });
      linked.report(at, finding, content.rules[0]!.span, []);
      return;
    }
    tellMixed(at, content, targets);
    tellRepeated(at, content, targets);
    tellAliases(at, content, targets);
    tellUngrouped(at, content, targets);
  }

  function isBroken(at: number): boolean {
    const { diagnostics, content } = documents[at]!;
    if (!content) return true;
    return [...diagnostics, ...linked.found[at]!].some((d) => d.severity === 'error');
  }

  /** Whether something that it refers to is missing or has errors. */
  function tellBroken(at: number): boolean {
    const { content } = documents[at]!;
    if (content?.kind !== 'correlation') return false;
    const targets = references.get(at)!;
    if (targets.length < content.rules.length || isBroken(at)) return true;
    let broken = false;
    targets.forEach((target, i) => {
      const isOpen = (left.get(target) ?? 0) > 0;
      if (!isBroken(target) && !isOpen) return;
      broken = true;
      const { text, span } = content.rules[i]!;
      const related = [{ message: 'here', span: documents[target]!.span }];
      const finding = linkingCodes['refers-to-unreadable']({ reference: `'${text}'` });
      linked.report(at, finding, span, related);
    });
    return broken;
  }

  function tellMixed(at: number, { rules }: Correlation, targets: readonly number[]): void {
    targets.forEach((target, i) => {
      const { content, span } = documents[target]!;
      if (content?.kind !== 'rule') return;
      const { conditions } = content.detection;
      const aggregated = conditions.find((c) => c.aggregation);
      if (!aggregated || conditions.length === 1) return;
      const { text, span: place } = rules[i]!;
      const related = [{ message: 'the rule', span: aggregated.aggregation?.span ?? span }];
      const finding = codes['refers-to-several-aggregations']({ reference: `'${text}'` });
      linked.report(at, finding, place, related);
    });
  }

  function tellRepeated(at: number, { rules }: Correlation, targets: readonly number[]): void {
    targets.forEach((target, i) => {
      const first = targets.indexOf(target);
      if (first === i) return;
      const { text, span } = rules[first]!;
      const related = [{ message: 'the first reference to it', span }];
      const finding = codes['correlation-rule-twice']({ reference: `'${text}'` });
      linked.report(at, finding, rules[i]!.span, related);
    });
  }

  /** The position in `rules` of what an alias names. */
  function positionOf({ rules }: Correlation, targets: readonly number[], { text }: Name): number {
    const listed = rules.findIndex((r) => r.text === text);
    if (listed >= 0) return listed;
    return targets.findIndex((target) => isCalled(documents[target]!, text));
  }

  function tellAliases(at: number, content: Correlation, targets: readonly number[]): void {
    const names = targets.flatMap((t) => documents[t]!.heading.name ?? []);
    for (const { name, fields } of content.aliases) {
      const covered = new Set<number>();
      for (const { rule } of fields) {
        const position = positionOf(content, targets, rule);
        covered.add(position);
        if (position >= 0) continue;
        const like = nearest(rule.text, [...content.rules.map((r) => r.text), ...names]);
        const hint = like === null ? 'Add it there, or remove it here.' : `Did you mean '${like}'?`;
        const finding = codes['alias-rule-not-listed']({ rule: `'${rule.text}'`, hint });
        linked.report(at, finding, rule.span, []);
      }
      content.rules.forEach(({ text }, i) => {
        if (covered.has(i)) return;
        const finding = codes['alias-lacks-rule']({ rule: `'${text}'`, alias: name.text });
        linked.report(at, finding, name.span, []);
      });
    }
  }

  /** An event of a correlation has the fields that it groups by, and no others. */
  function tellUngrouped(at: number, content: Correlation, targets: readonly number[]): void {
    targets.forEach((target, i) => {
      const inner = groupOf(documents[target]!);
      if (!inner) return;
      for (const name of namesOf(content)) {
        const alias = content.aliases.find((a) => a.name.text === name.text);
        const aliased = alias?.fields.find((f) => positionOf(content, targets, f.rule) === i);
        const { text, span } = aliased?.field ?? name;
        if (inner.some((g) => g.text === text)) continue;
        const rule = `'${content.rules[i]!.text}'`;
        const finding = codes['field-not-grouped']({ field: text, rule });
        linked.report(at, finding, span, []);
      }
    });
  }
}

/** The fields and aliases that a correlation names. */
function namesOf({ groupBy, test }: Correlation): readonly Name[] {
  return [...groupBy, ...valueFields(test)];
}

/** What the events of a document are grouped by; null if they have all fields of the log. */
function groupOf({ content }: SigmaDocument): readonly Name[] | null {
  if (content?.kind === 'correlation') return content.groupBy;
  if (content?.kind !== 'rule') return null;
  const [condition] = content.detection.conditions;
  return (condition && oldForm(content, condition)?.correlation.groupBy) ?? null;
}

/** What correlations refer to, unless one of them asks for its rules to give queries, too. */
export function servingIn(
  documents: readonly SigmaDocument[],
  references: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const serving = new Set<number>();
  const generating = new Set<number>();
  for (const [at, targets] of references) {
    const { kind, content, broken } = documents[at]!;
    if (kind !== 'correlation') continue;
    const { generate } = content?.kind === 'correlation' ? content : broken!;
    const into = generate ? generating : serving;
    for (const target of targets) into.add(target);
  }
  return [...serving].filter((target) => !generating.has(target));
}
