import type { Name } from '../name.js';
import { nearest } from '../suggest.js';
import type { Chain, Modifier, ModifierTable } from './modifier.js';

/** Names that other languages have for them, and that people write. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['regex', 're'],
  ['regexp', 're'],
  ['not', 'neq'],
  ['ne', 'neq'],
  ['le', 'lte'],
  ['ge', 'gte'],
]);

/** More cannot be had without repetition or clash. */
const MAX_MODIFIERS = 16;

/** Modifiers of the whole item, not of its values: they may stand anywhere. */
const OF_THE_ITEM: ReadonlySet<string> = new Set(['all', 'neq']);

/**
 * Finds the modifiers of an item and reports what cannot be: unknown names, modifiers that clash,
 * and those that need a field on keywords. What it returns is whole only if it reported no error.
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
    report(
      'error',
      'too-many-modifiers',
      `A field takes ${MAX_MODIFIERS} modifiers at most.`,
      span,
    );
    return [];
  }
  const found: Modifier[] = [];
  modifiers.forEach((written, index) => {
    const name = names[index]!;
    const modifier = table.get(name);
    if (!modifier) {
      if (name === '') {
        const message = 'A modifier is missing after this `|`. Name one, or remove the `|`.';
        report('error', 'empty-modifier', message, written.span);
      } else {
        const like = MEANT.get(name) ?? nearest(name, table.keys());
        const hint = like ? `Did you mean \`${like}\`?` : '`sigmaql list modifiers` lists them.';
        const message = `There is no modifier \`${written.text}\`. ${hint}`;
        report('error', 'unknown-modifier', message, written.span);
      }
      return;
    }
    if (written.text !== name) {
      report('warning', 'modifier-spelling', `Write this modifier as \`${name}\`.`, written.span);
    }
    if (modifier.needsField && !hasField) {
      const message = `\`${name}\` asks something of a field, and keywords have none. Name a field before it.`;
      report('error', 'modifier-needs-field', message, written.span);
    } else if (names.indexOf(name) < index) {
      report(
        'error',
        'repeated-modifier',
        `\`${name}\` stands here twice. Remove one.`,
        written.span,
      );
    } else {
      const clash = clashOf(table, modifier, names, index);
      if (clash !== undefined) {
        const message = `\`${name}\` cannot follow \`${clash}\`. ${modifier.instead(clash)}`;
        report('error', 'illegal-chain', message, written.span);
      }
    }
    found.push(modifier);
  });
  return found;
}

/** The first modifier that may not stand before this one. */
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
