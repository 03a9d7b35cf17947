import type { SigmaDocument } from '../document.js';
import { isWithin, logSourceKey } from '../log-source.js';
import type { LogSource } from '../log-source.js';
import type { Rule } from '../rule.js';

/** Rules of one log source. */
export interface SourceRules {
  readonly source: LogSource;
  /** Positions of documents. */
  readonly rules: number[];
}

export function bySource(documents: readonly SigmaDocument[]): readonly SourceRules[] {
  const found = new Map<string, SourceRules>();
  documents.forEach(({ content }, at) => {
    if (content?.kind !== 'rule') return;
    const key = logSourceKey(content.logsource);
    const known = found.get(key);
    if (known) known.rules.push(at);
    else found.set(key, { source: content.logsource, rules: [at] });
  });
  return [...found.values()];
}

/** Whether a filter of a log source applies to a rule; one whose log source is unreadable may. */
export function fits(rule: Rule, logsource: LogSource | null): boolean {
  return logsource === null || isWithin(rule.logsource, logsource);
}
