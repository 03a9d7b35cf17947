import { diagnosticKey } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';

/** What every target has to say of a place of a rule, each with the names of its own sources. */
const OF_EACH_TARGET: ReadonlySet<string> = new Set([
  'field-not-in-source',
  'source-contradicts-itself',
  'source-contradicts-rule',
  'source-exclusion-left-out',
  'source-field-left-out',
  'source-table-unknown',
  'source-unknown',
  'value-not-in-source',
  'values-not-in-source',
]);

/** Collects what is to be shown of a file: once for a place, whichever targets it is about. */
export class Told {
  private readonly once = new Set<string>();
  private readonly first = new Map<string, First>();
  private readonly all: (Diagnostic | First)[] = [];

  /** @param merged of the same code and place, that of the first target only names the others */
  constructor(private readonly merged: boolean) {}

  /**
   * @param target of which query it is; null for the rule itself
   * @returns whether nothing said the same before
   */
  add(d: Diagnostic, target: string | null, isShown: boolean): boolean {
    const key = diagnosticKey(d, d.span);
    if (this.once.has(key)) return false;
    this.once.add(key);
    if (isShown) this.show(d, target);
    return true;
  }

  private show(d: Diagnostic, target: string | null): void {
    if (!this.merged || target === null || !OF_EACH_TARGET.has(d.code)) {
      this.all.push(d);
      return;
    }
    const key = diagnosticKey({ code: d.code, message: d.severity }, d.span);
    const known = this.first.get(key);
    if (known && known.target !== target) {
      known.others.add(target);
      return;
    }
    const made = { diagnostic: d, target, others: new Set<string>() };
    if (!known) this.first.set(key, made);
    this.all.push(made);
  }

  /** In the order in which they were added. */
  diagnostics(): readonly Diagnostic[] {
    return this.all.map((one) => {
      if ('code' in one) return one;
      const { diagnostic: d, others } = one;
      if (others.size === 0) return d;
      return { ...d, message: `${d.message} The same holds for ${[...others].join(', ')}.` };
    });
  }
}

interface First {
  readonly diagnostic: Diagnostic;
  readonly target: string;
  /** Other targets that say the same of the place. */
  readonly others: Set<string>;
}
