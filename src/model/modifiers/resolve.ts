import { removeModifier, replaceSpan } from '../fixes.js';
import type { Name } from '../name.js';
import { nearest } from '../suggest.js';
import type { Chain, Modifier, ModifierTable } from './modifier.js';
import { codes } from './codes.js';

/** What people write instead, as other languages call them. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...['regex', 'regexp', 'matches', 'match', 'rlike'].map((name) => [name, 're'] as const),
  ...['not', 'ne', '!='].map((name) => [name, 'neq'] as const),
  ...['greater', 'greaterthan', '>'].map((name) => [name, 'gt'] as const),
  ...['less', 'lessthan', '<'].map((name) => [name, 'lt'] as const),
  ...['le', '<='].map((name) => [name, 'lte'] as const),
  ...['ge', '>='].map((name) => [name, 'gte'] as const),
  ...['substring', 'includes', 'has'].map((name) => [name, 'contains'] as const),
  ...['containsall', 'contains_all', 'contains-all'].map((name) => [name, 'contains|all'] as const),
  ...['im', 'mi', 'si', 'ms', 'sm', 'ims'].map((name) => [name, [...name].join('|')] as const),
]);

/** Modifiers of other languages that a pattern does without. */
const PATTERNS: ReadonlySet<string> = new Set(['like', 'ilike', 'wildcard', 'glob']);

/** What people write where Sigma needs nothing: a list matches if any of its values does. */
const NEEDLESS: ReadonlyMap<string, string> = new Map([
  ...['in', 'any', 'or'].map(
    (name) => [name, 'A list already matches any of its values.'] as const,
  ),
  ...['eq', 'equals', 'equal', 'is', 'exact', 'iequals'].map(
    (name) =>
      [name, 'A value without modifiers is already compared with the whole field.'] as const,
  ),
]);

/** `not_contains` */
const NEGATED = /^(?:not?|does[_-]?not)[_-]?(.+)$/;

/** No valid combination has more. */
const MAX_MODIFIERS = 16;

/** Modifiers that do nothing more when they are applied again. */
const ONCE_IS_ENOUGH: ReadonlySet<string> = new Set([
  'all',
  'neq',
  'cased',
  'contains',
  'startswith',
  'endswith',
]);

/** Modifiers of the whole item rather than its values: they may appear anywhere. */
const OF_THE_ITEM: ReadonlySet<string> = new Set(['all', 'neq']);

/**
 * Finds the modifiers of an item and reports unknown names, modifiers that clash, and those on
 * keywords that need a field. The result is complete only if no error was reported.
 *
 * @param names the modifiers' names, trimmed and in lower case.
 */
export function resolveModifiers(
  table: ModifierTable,
  modifiers: readonly Name[],
  names: readonly string[],
  hasField: boolean,
  report: Chain['report'],
): readonly Modifier[] {
  if (modifiers.length > MAX_MODIFIERS) {
    const { span } = modifiers[MAX_MODIFIERS]!;
    report(codes['too-many-modifiers']({ max: MAX_MODIFIERS }), span);
    return [];
  }
  const found: Modifier[] = [];
  modifiers.forEach((written, index) => {
    const name = names[index]!;
    const modifier = table.get(name);
    if (!modifier) {
      if (name === '') {
        report(codes['empty-modifier'](), written.span);
      } else {
        const needless = NEEDLESS.get(name);
        if (needless !== undefined) {
          const hint = ` ${needless} Remove it.`;
          const fix = removeModifier(name, written.span);
          report(codes['unknown-modifier']({ modifier: written.text, hint }), written.span, {
            fix,
          });
          return;
        }
        const [, negated] = NEGATED.exec(name) ?? [];
        if (negated !== undefined && table.has(negated)) {
          const hint = ` Write \`${negated}|neq\`, or use \`not\` in the condition.`;
          report(codes['unknown-modifier']({ modifier: written.text, hint }), written.span);
          return;
        }
        if (PATTERNS.has(name)) {
          const hint = ' In a value `*` and `?` are wildcards already. Remove it.';
          report(codes['unknown-modifier']({ modifier: written.text, hint }), written.span);
          return;
        }
        const like = MEANT.get(name) ?? nearest(name, table.keys());
        const hint = like ? ` Did you mean \`${like}\`?` : '';
        report(codes['unknown-modifier']({ modifier: written.text, hint }), written.span);
      }
      return;
    }
    if (written.text !== name) {
      const fix = replaceSpan(`Write \`${name}\``, written.span, name);
      report(codes['modifier-spelling']({ modifier: name }), written.span, { fix });
    }
    if (modifier.needsField && !hasField) {
      report(codes['modifier-needs-field']({ modifier: name }), written.span);
    } else if (names.indexOf(name) < index) {
      const first = modifiers[names.indexOf(name)]!;
      const related = [{ message: 'the first of the two', span: first.span }];
      const code = ONCE_IS_ENOUGH.has(name) ? 'redundant-modifier' : 'repeated-modifier';
      report(codes[code]({ modifier: name }), written.span, { related });
    } else {
      const clash = clashOf(table, modifier, names, index);
      if (clash !== undefined) {
        const slots = { modifier: name, before: clash, advice: modifier.instead(clash) };
        report(codes['illegal-chain'](slots), written.span);
      }
    }
    found.push(modifier);
  });
  return found;
}

/** The first modifier that this one cannot follow. */
function clashOf(
  table: ModifierTable,
  modifier: Modifier,
  names: readonly string[],
  index: number,
): string | undefined {
  if (OF_THE_ITEM.has(modifier.name)) return undefined;
  for (let i = 0; i < index; i++) {
    const before = names[i]!;
    const harmless = OF_THE_ITEM.has(before) || !table.has(before);
    if (!harmless && before !== modifier.name && !modifier.follows.includes(before)) return before;
  }
  return undefined;
}
