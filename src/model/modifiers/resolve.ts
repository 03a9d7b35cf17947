import { removeModifier, replaceSpan } from '../reading/fixes.js';
import type { Name } from '../name.js';
import type { Chain, Modifier, ModifierTable } from './modifier.js';
import { codes } from './codes.js';
import { adviceOn } from './meant.js';

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
        const { hint, needless } = adviceOn(name, names, table);
        const modifier = written.text;
        if (needless === null) report(codes['unknown-modifier']({ modifier, hint }), written.span);
        else {
          const fix = removeModifier(name, written.span);
          const finding = codes['needless-modifier']({ modifier, why: needless });
          report(finding, written.span, fix ? { fix } : undefined);
        }
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
