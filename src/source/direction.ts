/** How a query may differ from its rule: it finds more, or less. */
export type Direction = 'wider' | 'narrower';

/** What a direction becomes under a negation. */
export function opposite(direction: Direction): Direction {
  return direction === 'wider' ? 'narrower' : 'wider';
}

/** How messages begin that tell of it. */
export const EFFECTS: Readonly<Record<Direction, string>> = {
  wider: 'May match more than the rule',
  narrower: 'May miss what the rule matches',
};
