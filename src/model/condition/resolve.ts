import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { SearchIdentifier } from '../detection.js';
import { itemsOf } from '../detection-fold.js';
import { textMatcher } from '../patterns/glob.js';
import { METADATA_KEYS } from '../metadata.js';
import { nearest } from '../suggest.js';
import { wildcardPattern } from '../patterns/wildcards.js';
import type { Wildcards } from '../patterns/wildcards.js';
import type { Condition, ConditionQuantified } from './ast.js';
import { codes } from './codes.js';
import { leavesOf } from './fold.js';
import type { ConditionLeaf } from './fold.js';

/**
 * The rule's own search identifiers that `them` or a pattern matches, in their order. Neither means
 * `_name`, which is for other uses, unless the pattern begins so itself.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#condition
 */
export function resolveIdentifiers(
  { pattern, among }: ConditionQuantified,
  identifiers: readonly SearchIdentifier[],
): readonly SearchIdentifier[] {
  const those = (isMeant: (name: string) => boolean): readonly SearchIdentifier[] =>
    identifiers.filter((i) => !i.added && isMeant(i.name.text));
  if (among) return those((name) => among.has(name));
  if (pattern === null || pattern === '*') return those((name) => !name.startsWith('_'));
  const prefix = PREFIX.exec(pattern)?.[1];
  // Nearly every pattern is a prefix, and is looked up several times a rule.
  if (prefix !== undefined) return those((name) => name.startsWith(prefix));
  const matches = textMatcher(wildcardPattern(pattern, WILDCARDS), true);
  const meansThem = pattern.startsWith('_');
  return those((name) => (meansThem || !name.startsWith('_')) && matches(name));
}

const PREFIX = /^([^*?]+)\*$/;

const WILDCARDS: Wildcards = { any: '*', one: '?', escape: null };

/** The search identifiers that conditions name. */
export function usedIdentifiers(
  conditions: readonly Condition[],
  identifiers: readonly SearchIdentifier[],
): ReadonlySet<SearchIdentifier> {
  const used = new Set<SearchIdentifier>();
  const names = new Set<string>();
  for (const { expression, aggregation } of conditions) {
    const roots = [expression, ...(aggregation?.kind === 'near' ? [aggregation.expression] : [])];
    for (const { leaf } of roots.flatMap((root) => leavesOf(root))) {
      if (leaf.kind === 'condition-identifier') names.add(leaf.name);
      else for (const found of resolveIdentifiers(leaf, identifiers)) used.add(found);
    }
  }
  for (const identifier of identifiers) if (names.has(identifier.name.text)) used.add(identifier);
  return used;
}

/** Suggestions take time, and after many mistakes of one kind they no longer help. */
const MAX_SUGGESTIONS = 20;

/**
 * Checks the conditions against the search identifiers: undefined, unused, never matching.
 *
 * @param section the key that all of them are under
 */
export function checkConditions(
  conditions: readonly Condition[],
  identifiers: readonly SearchIdentifier[],
  section: string,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const byName = new Map(identifiers.map((i) => [i.name.text, i]));
  const withModifiers = new Map(
    [...byName.keys()].flatMap((name) => (name.includes('|') ? [[name.split('|')[0]!, name]] : [])),
  );
  const used = new Set<SearchIdentifier>();
  const named = new Set<SearchIdentifier>();
  const undefinedNames = new Set<string>();
  // What the condition probably means under a wrong name is not unused.
  const suggested = new Set<string>();

  const check = (leaf: { readonly leaf: ConditionLeaf; readonly negated: boolean }): void => {
    const node = leaf.leaf;
    if (node.kind === 'condition-quantified') {
      diagnostics.push(...checkQuantified(node, leaf.negated, identifiers, used));
      return;
    }
    const found = byName.get(node.name);
    if (found) {
      used.add(found);
      named.add(found);
    }
    if (found || undefinedNames.has(node.name)) return;
    undefinedNames.add(node.name);
    const suggests = undefinedNames.size <= MAX_SUGGESTIONS;
    const stuck = /^not/i.test(node.name) && byName.has(node.name.slice(3));
    const like = stuck ? node.name.slice(3) : suggests ? nearest(node.name, byName.keys()) : null;
    const modified = withModifiers.get(node.name);
    for (const name of [like, modified]) if (name) suggested.add(name);
    const hint = modified
      ? `Name it so, and not \`${modified}\`: modifiers follow the fields under it, or, for keywords, are a key of their own, such as '|all'.`
      : like
        ? `Did you mean \`${stuck ? `not ${like}` : like}\`?`
        : `Define it under \`${section}\`, or correct the name.`;
    const finding = codes['undefined-identifier']({ name: node.name, hint });
    diagnostics.push(diagnostic(finding, node.span));
  };

  for (const { expression, aggregation } of conditions) {
    leavesOf(expression).forEach(check);
    if (aggregation?.kind === 'near') leavesOf(aggregation.expression).forEach(check);
  }
  for (const identifier of identifiers) {
    const { text, span } = identifier.name;
    if (suggested.has(text)) continue;
    // `1 of them` would search for what a level or a tag says.
    if (OF_THE_RULE.has(text) && !named.has(identifier) && isKeywords(identifier)) {
      diagnostics.push(diagnostic(codes['rule-key-as-identifier']({ key: text, section }), span));
      continue;
    }
    if (used.has(identifier)) continue;
    diagnostics.push(diagnostic(codes['unused-identifier']({ name: text }), span));
  }
  return diagnostics;
}

const OF_THE_RULE: ReadonlySet<string> = new Set([...METADATA_KEYS, 'related']);

function isKeywords({ body }: SearchIdentifier): boolean {
  return itemsOf(body).every((item) => item.field === null);
}

function checkQuantified(
  node: ConditionQuantified,
  negated: boolean,
  identifiers: readonly SearchIdentifier[],
  used: Set<SearchIdentifier>,
): Diagnostic[] {
  const found = resolveIdentifiers(node, identifiers);
  for (const identifier of found) used.add(identifier);
  if (found.length === 0) {
    const names = identifiers.map(({ name }) => name.text);
    const like = node.pattern === null ? null : wider(node.pattern, names);
    // Not one of none is true: the rule matches as if there were no filter.
    if (negated && node.pattern !== null && node.count !== 'all' && node.count > 0) {
      const hint = like ?? 'Define one, or remove it.';
      const finding = codes['pattern-filters-nothing']({ pattern: node.pattern, hint });
      return [diagnostic(finding, node.span)];
    }
    const finding =
      node.pattern === null
        ? codes['them-matches-nothing']()
        : codes['pattern-matches-nothing']({
            pattern: node.pattern,
            hint: like ?? 'Correct it, or define one.',
          });
    return [diagnostic(finding, node.span)];
  }
  if (node.count === 0) {
    return [diagnostic(codes['quantifier-zero'](), node.span)];
  }
  if (node.count !== 'all' && node.count > found.length) {
    const slots = { count: node.count, found: found.length };
    return [diagnostic(codes['quantifier-never-matches'](slots), node.span)];
  }
  return [];
}

/** `1 of selection`, where what begins so is meant. */
function wider(pattern: string, names: readonly string[]): string | null {
  const isBeginning = !pattern.includes('*') && names.some((name) => name.startsWith(pattern));
  return isBeginning ? `Did you mean \`${pattern}*\`?` : null;
}
