import { usableRule } from '../model/document.js';
import type { SigmaDocument } from '../model/document.js';
import type { Placeholders } from '../model/given-values.js';
import type { Library } from '../model/linking/library.js';
import type { Name } from '../model/name.js';
import type { LogSource, Rule } from '../model/rule.js';
import { lower } from '../predicate/lower.js';
import type { Finding } from '../source/codes.js';
import {
  expectArgument,
  expectLibrary,
  expectLoaded,
  expectPlaceholders,
} from '../source/arguments.js';
import { diagnostic, diagnosticKey } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { isJsonObject } from '../source/json.js';
import type { Because } from './because.js';
import { codes } from './codes.js';
import { Entry } from './entry.js';
import { FieldSlots, MatchEvent } from './event.js';
import type { EventValue } from './event-value.js';
import { viewOf } from './events/shapes.js';
import type { Shape } from './events/view.js';
import { logSourceKey } from '../model/log-source.js';
import { LogSourceJudge } from './log-source/judge.js';
import type { Schemas } from './schemas.js';
import { RegexNotSupported } from './regex.js';
import { RuleIndex } from './rule-index.js';
import type { Contradicts } from './rule-index.js';
import { SigmaNames } from './stored/sigma-names.js';
import { StoredRules, asStored, isOfOther, sameName } from './stored/asked.js';
import type { Asked, StoredAs, StoredFields } from './stored/asked.js';
import { Compiler } from './test.js';

export interface Match {
  readonly document: SigmaDocument;
  readonly rule: Rule;
  /** Which of the rule's conditions hold, counted from 0. */
  readonly conditions: readonly number[];
  /** Works out, when called, what of the first such condition made it hold. */
  readonly because: () => readonly Because[];
  /** What the event was read as. */
  readonly shape: Shape;
  /** Every value of a field of the event; undefined without it. */
  readonly field: (name: string) => readonly EventValue[] | undefined;
  /** The same of what a correlation of the rule calls a field, which pipelines may have renamed. */
  readonly correlated: (name: string) => readonly EventValue[] | undefined;
}

export interface Missed {
  readonly document: SigmaDocument;
  /** The event says that it is of another log source than the rule's. */
  readonly isOfOtherSource: boolean;
  /** The predicates that make the condition false, as far as it was tried. */
  readonly because: readonly Because[];
}

export interface Matcher {
  /** The rules that an event satisfies, in the order of the library. */
  match(event: Readonly<Record<string, unknown>>): readonly Match[];
  /** Why an event does not satisfy the first condition of each rule that it does not satisfy. */
  missed(event: Readonly<Record<string, unknown>>): readonly Missed[];
  /** Of rules that cannot be matched. One whose test fails on an event is added then, once. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many events were read as what. */
  readonly shapes: ReadonlyMap<Shape, number>;
  /** How many events said nothing of their log source, so that rules of all were tried on them. */
  readonly unplaced: number;
}

export interface CompileOptions {
  readonly placeholders?: Placeholders | undefined;
  /**
   * What is known of how events are stored: an event that says that it is of another log source than a
   * rule's is no match (one that does not say is tried), and fields are found under the names that their
   * store gives them. Without it every rule is tried on every event, by the names in it.
   */
  readonly schemas?: Schemas | undefined;
  /** False tries rules on events of other log sources too. */
  readonly compareLogSources?: boolean | undefined;
  /** Events have the names that these pipelines give to fields. */
  readonly storedAs?: StoredAs | undefined;
}

/** Forms whose events name neither their channel nor a place in a store. */
const SAYS_NO_SOURCE: ReadonlySet<Shape> = new Set(['fields', 'CrowdStrike', 'OCSF', 'Suricata']);

/**
 * Makes a matcher of all rules of a library. Rules are indexed by what they cannot do
 * without, so that an event is tried against few of them.
 *
 * @param fieldsOf what correlations ask of the events of a rule
 * @throws TypeError for what is not a library, and in `match` and `missed` for what is not an event
 */
export function compile(
  library: Library,
  options: CompileOptions = {},
  fieldsOf: (document: SigmaDocument) => readonly Name[] = () => [],
): Matcher {
  expectLibrary('compile', library);
  expectPlaceholders('compile', options.placeholders);
  expectLoaded('compile takes `schemas`', 'loadSchemas', options.schemas);
  const diagnostics: Diagnostic[] = [];
  const { schemas, compareLogSources = true, storedAs, placeholders } = options;
  const stored = storedAs ? new StoredRules(storedAs, compareLogSources, placeholders) : null;
  // A rule is asked anew for each correlation.
  const said = new Set<string>();
  const report = (d: Diagnostic): void => {
    const key = diagnosticKey(d, d.span);
    if (!said.has(key)) diagnostics.push(d);
    said.add(key);
  };
  const slots = new FieldSlots();
  const asks = (document: SigmaDocument, rule: Rule): readonly Asked[] =>
    stored
      ? stored.asked(rule, fieldsOf(document), report)
      : [{ rule, nameOf: sameName, tables: [], fields: null }];
  const entries = entriesOf(library, asks, slots, placeholders, report);
  const logSources = schemas && compareLogSources ? new JudgedLogSources(entries, schemas) : null;
  const names = stored ?? (schemas && new SigmaNames(schemas));
  const index = new RuleIndex(entries, slots);

  const failed = new Set<number>();
  const holds = (candidate: number, event: MatchEvent): boolean => {
    const entry = entries[candidate]!;
    try {
      return entry.holds(event);
    } catch (error) {
      if (failed.has(candidate)) return false;
      failed.add(candidate);
      const { span } = entry.rule.detection.conditions[entry.condition]!;
      report(diagnostic(failure(error), span));
      return false;
    }
  };

  const shapes = new Map<Shape, number>();
  let unplaced = 0;
  return {
    diagnostics,
    shapes,
    get unplaced() {
      return unplaced;
    },
    missed(json) {
      expectEvent('missed', json);
      const view = viewOf(json);
      const event = new MatchEvent(json, stored ? asStored(view) : view, names?.namesFor);
      const contradicts = logSources?.contradicts(event);
      const missed = new Map<SigmaDocument, Missed>();
      for (const [candidate, entry] of entries.entries()) {
        const { document, tables } = entry;
        if (missed.has(document)) continue;
        const isOfOtherSource = contradicts?.(candidate) === true || isOfOther(event, tables);
        if (!isOfOtherSource && (failed.has(candidate) || holds(candidate, event))) continue;
        const reasons = isOfOtherSource ? [] : entry.explanation.because(event, false);
        missed.set(document, { document, isOfOtherSource, because: reasons });
      }
      return [...missed.values()];
    },
    match(json) {
      expectEvent('match', json);
      const view = viewOf(json);
      const { shape } = view;
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      if (SAYS_NO_SOURCE.has(shape) && !view.windows) unplaced++;
      const event = new MatchEvent(json, stored ? asStored(view) : view, names?.namesFor);
      const contradicts = logSources?.contradicts(event);
      const matches: Match[] = [];
      let held: number[] = [];
      let ways: StoredFields[] = [];
      for (const candidate of index.candidates(event, contradicts)) {
        const entry = entries[candidate]!;
        if (isOfOther(event, entry.tables)) continue;
        if (!holds(candidate, event)) continue;
        const last = matches[matches.length - 1];
        if (last?.document === entry.document) {
          if (held[held.length - 1] !== entry.condition) held.push(entry.condition);
          if (entry.fields) ways.push(entry.fields);
          continue;
        }
        held = [entry.condition];
        ways = entry.fields ? [entry.fields] : [];
        const { document, rule } = entry;
        matches.push({
          document,
          rule,
          conditions: held,
          because: () => entry.explanation.because(event),
          shape,
          field: (name) => event.field(name),
          correlated: correlatedOf(event, ways),
        });
      }
      return matches;
    },
  };
}

/** Each condition of each rule, in each way in which its events may be stored. */
function entriesOf(
  library: Library,
  asks: (document: SigmaDocument, rule: Rule) => readonly Asked[],
  slots: FieldSlots,
  placeholders: Placeholders | undefined,
  report: (d: Diagnostic) => void,
): readonly Entry[] {
  const entries: Entry[] = [];
  const plainly = new Compiler(sameName, slots);
  for (const document of library.documents) {
    const written = usableRule(document);
    if (!written) continue;
    const asked = asks(document, written);
    const compilers = asked.map(({ nameOf }) =>
      nameOf === sameName ? plainly : new Compiler(nameOf, slots),
    );
    for (const [condition, { span: place }] of written.detection.conditions.entries()) {
      for (const [variant, way] of asked.entries()) {
        const lowered = lower(way.rule, way.rule.detection.conditions[condition]!, placeholders);
        if (variant === 0) lowered.diagnostics.forEach(report);
        const { expression } = lowered;
        if (!expression) continue;
        const compiler = compilers[variant]!;
        try {
          const entry = new Entry(document, written, condition, expression, way, compiler);
          entry.check();
          entries.push(entry);
        } catch (error) {
          const { finding, span } =
            error instanceof RegexNotSupported ? error : { finding: failure(error), span: null };
          report(diagnostic(finding, span ?? place));
        }
      }
    }
  }
  return entries;
}

/** What holds a correlation's field: of the names that it is stored under, the first with a value. */
function correlatedOf(event: MatchEvent, ways: readonly StoredFields[]): Match['correlated'] {
  return (name) => {
    if (ways.length === 0) return event.field(name);
    for (const way of ways) {
      for (const stored of way.get(name) ?? []) {
        const values = event.field(stored);
        if (values?.some((v) => v !== null)) return values;
      }
    }
    return undefined;
  };
}

function expectEvent(name: string, given: unknown): void {
  expectArgument(isJsonObject(given), `${name} takes an event, an object as JSON has it`, given);
}

/** Rules are of few log sources: each is judged once for what an event says. */
class JudgedLogSources {
  private readonly judge: LogSourceJudge;
  /** Of each entry, which of the log sources it has. */
  private readonly ofEntry: Uint32Array;
  private readonly known = new Map<Uint8Array, Contradicts>();

  constructor(entries: readonly Entry[], known: Schemas) {
    const numbers = new Map<string, number>();
    const logsources: LogSource[] = [];
    this.ofEntry = Uint32Array.from(entries, ({ rule: { logsource } }) => {
      const key = logSourceKey(logsource);
      let number = numbers.get(key);
      if (number === undefined) {
        numbers.set(key, (number = logsources.length));
        logsources.push(logsource);
      }
      return number;
    });
    this.judge = new LogSourceJudge(logsources, known);
  }

  /** The same function for all events that say as much. */
  contradicts(event: MatchEvent): Contradicts | null {
    const contradictions = this.judge.contradictions(event);
    if (!contradictions) return null;
    let made = this.known.get(contradictions);
    if (!made) {
      made = (entry) => contradictions[this.ofEntry[entry]!] === 1;
      this.known.set(contradictions, made);
    }
    return made;
  }
}

function failure(error: unknown): Finding<'error'> {
  const reason = error instanceof Error ? error.message : String(error);
  return codes['match-failed']({ reason });
}
