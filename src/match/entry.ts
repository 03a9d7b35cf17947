import type { SigmaDocument } from '../model/document.js';
import type { Rule } from '../model/rule.js';
import { eachPredicate } from '../predicate/fold.js';
import type { Expression } from '../predicate/predicate.js';
import { simplify } from '../predicate/simplify/simplify.js';
import { Explanation } from './because.js';
import type { MatchEvent } from './event.js';
import type { Sought } from './rule-index.js';
import type { Asked } from './stored/asked.js';
import { isRegex } from './test.js';
import type { Compiler, Test } from './test.js';

/** Whoever asks why an event matches is told of every predicate that holds. */
const EVERY_OPERAND = { oneOf: true, pushNegation: false, everyOperand: true };

/**
 * One condition of a rule, in one of the ways in which its events may be stored. It is simplified and
 * compiled when it is first asked for: most rules are never tried on any event.
 */
export class Entry implements Sought {
  readonly nameOf: Asked['nameOf'];
  readonly tables: Asked['tables'];
  readonly fields: Asked['fields'];
  private simple: Expression | null = null;
  private test: Test | null = null;
  private reasons: Explanation | null = null;

  constructor(
    readonly document: SigmaDocument,
    /** As it is written. */
    readonly rule: Rule,
    readonly condition: number,
    readonly expression: Expression,
    { nameOf, tables, fields }: Asked,
    private readonly compiler: Compiler,
  ) {
    this.nameOf = nameOf;
    this.tables = tables;
    this.fields = fields;
  }

  /** Throws what `holds` would; only regular expressions can be more than the engine takes. */
  check(): void {
    let hasRegex = false;
    eachPredicate(this.expression, (node) => (hasRegex ||= isRegex(node)));
    if (hasRegex) this.compiled();
  }

  holds(event: MatchEvent): boolean {
    return this.compiled()(event);
  }

  get explanation(): Explanation {
    return (this.reasons ??= new Explanation(this.simplified(), this.compiler));
  }

  private compiled(): Test {
    return (this.test ??= this.compiler.compile(this.simplified()));
  }

  private simplified(): Expression {
    return (this.simple ??= simplify(this.expression, EVERY_OPERAND));
  }
}
