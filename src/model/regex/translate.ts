import type { Finding } from '../../source/codes.js';
import type { Direction } from '../../source/direction.js';

/** A pattern in a target's own dialect, or why the target has none. Offsets are of the source. */
export type Translated =
  | {
      readonly ok: true;
      readonly pattern: string;
      readonly approximations: readonly RegexApproximation[];
    }
  | {
      readonly ok: false;
      readonly finding: Finding<'error'>;
      readonly start: number;
      readonly end: number;
    };

export interface RegexApproximation {
  readonly direction: Direction;
  readonly finding: Finding<'warning'>;
}

export type Approximate = (approximation: RegexApproximation) => void;

/** Thrown by a dialect that cannot express a node; `translate` turns it into an answer. */
export class Untranslatable extends Error {
  constructor(
    readonly finding: Finding<'error'>,
    readonly node: { readonly start: number; readonly end: number },
  ) {
    super(finding.message);
  }
}

export function translate(work: (approximate: Approximate) => string): Translated {
  const approximations = new Map<string, RegexApproximation>();
  try {
    const pattern = work((a) => approximations.set(`${a.direction} ${a.finding.message}`, a));
    return { ok: true, pattern, approximations: [...approximations.values()] };
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    const { start, end } = error.node;
    return { ok: false, finding: error.finding, start, end };
  }
}
