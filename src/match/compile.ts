import { usableRule } from '../model/document.js';
import type { SigmaDocument } from '../model/document.js';
import type { Library } from '../model/library.js';
import type { Rule } from '../model/rule.js';
import { lower } from '../predicate/lower.js';
import type { Placeholders } from '../predicate/lower.js';
import type { Expression } from '../predicate/predicate.js';
import { simplify } from '../predicate/simplify.js';
import type { Finding } from '../source/codes.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { anchorOf } from './anchor.js';
import { because } from './because.js';
import type { Because } from './because.js';
import { codes } from './codes.js';
import { MatchEvent } from './event.js';
import { RegexNotSupported } from './regex.js';
import { RuleIndex } from './rule-index.js';
import { Compiler } from './test.js';
import type { Test } from './test.js';

export interface Match {
  readonly document: SigmaDocument;
  readonly rule: Rule;
  /** Which of the rule's conditions hold, counted from 0. */
  readonly conditions: readonly number[];
  /** Works out, when called, what of the first such condition made it hold. */
  readonly because: () => readonly Because[];
}

export interface Matcher {
  /** The rules that an event satisfies, in the order of the library. */
  match(event: Readonly<Record<string, unknown>>): readonly Match[];
  /** Of rules that cannot be matched. One whose test fails on an event is added then, once. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Entry {
  readonly document: SigmaDocument;
  readonly rule: Rule;
  readonly condition: number;
  readonly expression: Expression;
  readonly test: Test;
}

/**
 * Makes a matcher of all rules of a library. Rules are indexed by what they cannot do
 * without, so that an event is tried against few of them. Log sources are not looked at: whoever
 * calls knows where the event is from.
 */
export function compile(
  library: Library,
  options: { readonly placeholders?: Placeholders } = {},
): Matcher {
  const diagnostics: Diagnostic[] = [];
  const compiler = new Compiler();
  const entries: Entry[] = [];
  for (const document of library.documents) {
    const rule = usableRule(document);
    if (!rule) continue;
    rule.detection.conditions.forEach((condition, index) => {
      const lowered = lower(rule, condition, options.placeholders);
      diagnostics.push(...lowered.diagnostics);
      if (!lowered.expression) return;
      const expression = simplify(lowered.expression, { oneOf: true, pushNegation: false });
      try {
        const test = compiler.compile(expression);
        entries.push({ document, rule, condition: index, expression, test });
      } catch (error) {
        const { finding, span } =
          error instanceof RegexNotSupported ? error : { finding: failure(error), span: null };
        diagnostics.push(diagnostic(finding, span ?? condition.span));
      }
    });
  }
  const index = new RuleIndex(entries.map((e) => anchorOf(e.expression)));

  const failed = new Set<number>();
  const holds = (candidate: number, event: MatchEvent): boolean => {
    const { test, rule, condition } = entries[candidate]!;
    try {
      return test(event);
    } catch (error) {
      failed.add(candidate);
      const { span } = rule.detection.conditions[condition]!;
      diagnostics.push(diagnostic(failure(error), span));
      return false;
    }
  };

  return {
    diagnostics,
    match(json) {
      const event = new MatchEvent(json);
      const matches: Match[] = [];
      let held: number[] = [];
      for (const candidate of index.candidates(event)) {
        const entry = entries[candidate]!;
        if (failed.has(candidate) || !holds(candidate, event)) continue;
        const last = matches[matches.length - 1];
        if (last?.document === entry.document) {
          held.push(entry.condition);
          continue;
        }
        held = [entry.condition];
        const { document, rule, expression } = entry;
        matches.push({
          document,
          rule,
          conditions: held,
          because: () => because(expression, event, compiler),
        });
      }
      return matches;
    },
  };
}

function failure(error: unknown): Finding<'error'> {
  const reason = error instanceof Error ? error.message : String(error);
  return codes['match-failed']({ reason });
}
