import { fieldIn } from '../model/correlation/correlated.js';
import type { Correlated, RuleMember } from '../model/correlation/correlated.js';
import type { Correlation, CorrelationTest } from '../model/correlation/correlation.js';
import { firstPlaces } from '../model/name.js';
import type { Name } from '../model/name.js';
import type { Processed } from '../pipeline/apply.js';
import { withoutProbes, withProbes } from '../pipeline/probe.js';
import { correlationPlan } from '../plan/correlate.js';
import { searchOf } from '../plan/plan.js';
import { conjuncts } from '../plan/stages.js';
import type { EventColumn, EventFlag, Events, Having, Plan, Twin } from '../plan/plan.js';
import { lower } from '../predicate/lower.js';
import { anyOf, meaning } from '../predicate/meaning.js';
import { withPlainStrings } from '../predicate/plain-regexes.js';
import type { Expression } from '../predicate/predicate.js';
import { simplify } from '../predicate/simplify/simplify.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { neverNumbers, unlikeAliases } from './alias-forms.js';
import { asWritten } from './as-written.js';
import { processed } from './branches.js';
import type { Budget } from './budget.js';
import { codes } from './codes.js';
import { caseDiagnostics, isMixed, keepsCase } from './column-case.js';
import type { ColumnCase } from './column-case.js';
import { columnAt, columnsOf, flagsOf } from './columns.js';
import type { Columns } from './columns.js';
import { directionsOfMore } from './directions.js';
import type { Around } from './directions.js';
import { inPart } from './guard.js';
import { mayShare, placesOf, twinOf } from './places.js';
import type { Asked } from './places.js';
import type { Settings } from './settings.js';

export interface PlannedCorrelation {
  /** Null if `diagnostics` has an error. */
  readonly plan: Having | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The variants of every rule, after their pipelines; at least one. */
  readonly rules: readonly Processed[];
}

/** Plans a correlation, its rules put through their pipelines. */
export function planCorrelated(
  correlated: Correlated,
  settings: Settings,
  budget: Budget,
): PlannedCorrelation {
  const planner = new Planner(settings, budget);
  const plan = planner.plan(correlated);
  const { diagnostics, rules } = planner;
  const failed = diagnostics.some((d) => d.severity === 'error');
  return { plan: failed ? null : plan, diagnostics, rules };
}

/** A correlation among the rules of another. */
interface Chained {
  readonly position: number;
  readonly member: Correlated;
  readonly plan: Having;
  readonly own: Columns;
  /** Where each field is among its own columns. */
  readonly places: ReadonlyMap<string, number>;
}

interface Inputs {
  readonly asked: readonly Asked[];
  readonly chained: readonly Chained[];
  readonly around: readonly Around[];
}

interface Overlapping {
  readonly test: CorrelationTest;
  readonly around: readonly Around[];
  readonly columns: Columns;
  readonly flags: readonly string[] | null;
}

class Planner {
  readonly diagnostics: Diagnostic[] = [];
  readonly rules: Processed[] = [];
  private readonly cases = new Map<Correlated, readonly ColumnCase[]>();

  constructor(
    private readonly settings: Settings,
    private readonly budget: Budget,
  ) {}

  /**
   * Linking bounds the depth.
   * @param around the correlations that it is in, the outermost first
   */
  plan(correlated: Correlated, around: readonly Around[] = []): Having | null {
    const { correlation, members } = correlated;
    const { test } = correlation;
    const named = columnsOf(correlation);
    const { names } = named;
    const needsFlags = test.kind === 'temporal' || test.kind === 'temporal-ordered';
    const flags = needsFlags ? flagsOf(correlated, named.columns) : null;
    const asked: Asked[] = [];
    const chained: Chained[] = [];
    const sources = new Map<number, readonly Processed['source'][]>();
    members.forEach((member, position) => {
      if (member.kind === 'rule-member') {
        const variants = this.variantsOf(correlated, member, position, names);
        const { rule } = member;
        const conditions = [...rule.detection.conditions.keys()];
        this.diagnostics.push(...asWritten(rule, conditions, variants, this.settings));
        sources.set(
          position,
          variants.map((v) => v.source),
        );
        asked.push(...this.asked(correlated, variants, position, names));
        return;
      }
      const plan = this.plan(member, [...around, { test, member: position }]);
      if (!plan) return;
      const own = columnsOf(member.correlation);
      chained.push({ position, member, plan, own, places: firstPlaces(own.names) });
    });
    this.diagnostics.push(...unlikeAliases(correlated, sources));
    this.diagnostics.push(...neverNumbers(correlated, sources));
    const columns = this.compared(correlated, named, { asked, chained, around });
    const places = placesOf(asked);
    const twins = this.overlaps({ test, around, columns, flags }, places);
    const inputs: Plan[] = [
      ...this.events(correlation, places, columns, flags).map((e, i) => ({
        ...e,
        twins: twins[i]!,
      })),
      ...chained.map((inner) => rowsOf(inner, correlated, columns, flags)),
    ];
    const { span } = test;
    const [first, ...others] = inputs;
    if (!first) return null;
    const input: Plan = others.length === 0 ? first : { kind: 'union', inputs, span };
    return correlationPlan(correlation, input, {
      group: correlation.groupBy.map(({ span: at }, i) => ({
        text: columns.columns[i]!,
        span: at,
      })),
      values: columns.columns.slice(columns.grouped),
      flags,
    });
  }

  /** The columns, with those of which not all inputs keep the case. */
  private compared(
    correlated: Correlated,
    named: Columns,
    { asked, chained, around }: Inputs,
  ): Columns {
    const { ignoresCase: ignored = false } = this.settings.backend;
    const { rules } = correlated.correlation;
    const cases = named.names.map((name, i): ColumnCase => {
      if (columnAt(named, i, [name]).numeric) return NO_CASE;
      const kept: string[] = [];
      const lost: string[] = [];
      for (const { member, placement, keepsCase: keeps } of asked) {
        const place = placement.source ?? `the events of '${rules[member]!.text}'`;
        const field = `\`${fieldIn(correlated, member, name).text}\` in ${place}`;
        (keeps[i] ? kept : lost).push(field);
      }
      for (const { position, member, places } of chained) {
        const at = places.get(fieldIn(correlated, position, name).text);
        const own = this.cases.get(member)?.[at ?? -1];
        if (!own) continue;
        // What it compares ignoring case it has in lower case.
        if (own.lost.length === 0) kept.push(...own.kept);
        else lost.push(...own.lost);
      }
      return { kept, lost };
    });
    this.cases.set(correlated, cases);
    const failed = this.diagnostics.some((d) => d.severity === 'error');
    const { names } = named;
    const said = failed ? [] : caseDiagnostics(correlated, cases, names, around, ignored);
    this.diagnostics.push(...said);
    return { ...named, ignoresCase: cases.map((c) => ignored && isMixed(c)) };
  }

  /** With the correlation's fields in it. */
  private variantsOf(
    correlated: Correlated,
    { rule }: RuleMember,
    position: number,
    names: readonly Name[],
  ): readonly Processed[] {
    const probed = withProbes(
      rule,
      names.map((name) => fieldIn(correlated, position, name)),
    );
    return inPart('A pipeline', () => processed(probed, this.settings));
  }

  private asked(
    correlated: Correlated,
    variants: readonly Processed[],
    position: number,
    names: readonly Name[],
  ): readonly Asked[] {
    const { settings } = this;
    const fields = names.map((name) => fieldIn(correlated, position, name));
    return variants.flatMap((variant): readonly Asked[] => {
      const { rule, fields: found, diagnostics } = withoutProbes(variant, fields);
      this.rules.push({ ...variant, rule });
      const lowered = rule.detection.conditions.map((c) => lower(rule, c, settings.placeholders));
      this.diagnostics.push(...variant.diagnostics, ...lowered.flatMap((l) => l.diagnostics));
      const trees = lowered.flatMap((l) => (l.expression ? withPlainStrings(l.expression) : []));
      this.budget.spend(trees);
      if (this.budget.isSpent) return [];
      const { placement, state } = variant;
      this.diagnostics.push(...diagnostics);
      const named = found.flatMap(([first, ...others]): readonly (readonly [Name, ...Name[]])[] =>
        first ? [[first, ...others]] : [],
      );
      const isWhole = trees.length === rule.detection.conditions.length && trees.length > 0;
      if (!isWhole || named.length < fields.length) return [];
      const { span } = correlated.correlation.rules[position]!;
      const kept = named.map((stored, i) => keepsCase(variant, fields[i]!.text, stored));
      const tree = anyOf(trees);
      return [
        { member: position, rule: span, tree, placement, state, fields: named, keepsCase: kept },
      ];
    });
  }

  /**
   * An event that two searches find, since it has its fields under two names, is two rows, unless the
   * target leaves out the second.
   */
  private overlaps(
    { test, around, columns, flags }: Overlapping,
    places: readonly (readonly Asked[])[],
  ): readonly (readonly Twin[])[] {
    const directions = directionsOfMore(test, around);
    const { simplify: simple, countsOnce = 0 } = this.settings.backend;
    if (directions.length === 0) return places.map(() => []);
    return places.map((place, i) => {
      const before = places.slice(0, i).filter((other) => mayShare(other, place));
      const twins = before.map((other) => twinOf(place, other, columns, simple));
      // Of rules that must be told apart, each needs its row.
      const known = flags ? [] : twins.filter((t) => t && t.columns.length <= countsOnce);
      if (known.length === before.length) return known as readonly Twin[];
      const [{ rule }] = place as [Asked, ...Asked[]];
      for (const direction of directions) {
        const isMore = direction === 'wider';
        const finding = codes[isMore ? 'correlation-counts-twice' : 'correlation-counts-past']();
        this.diagnostics.push(diagnostic(finding, rule, { direction }));
      }
      return [];
    });
  }

  /**
   * One search for all that is asked of one place under the same names, so that an event that
   * several rules match is one row.
   */
  private events(
    { test, rules }: Correlation,
    places: readonly (readonly Asked[])[],
    columns: Columns,
    flags: readonly string[] | null,
  ): readonly Events[] {
    const simple = this.settings.backend.simplify;
    return places.map((place) => {
      const [{ placement, state, fields }] = place as [Asked, ...Asked[]];
      const { span } = test;
      const tree = simplify(anyOf(place.map((p) => p.tree)), simple);
      const merged = new Map(place.flatMap((p) => [...p.placement.columns]));
      const required = place.map((p) => p.placement.conditions);
      const together = { ...placement, columns: merged, conditions: required.flat() };
      const source = { placement: together, required, state, span };
      const shared = new Set(conjuncts(tree).map((part) => meaning(part)));
      const isAlone = place.every((p) => p.member === place[0]!.member);
      const made = (flags ?? []).flatMap((name, member): readonly EventFlag[] => {
        const own = place.filter((p) => p.member === member).map((p) => p.tree);
        if (own.length === 0) return [];
        const holds = isAlone ? null : besides(shared, simplify(anyOf(own), simple));
        return [{ name, holds, span: rules[member]!.span }];
      });
      return {
        kind: 'events',
        input: searchOf(tree, source),
        columns: fields.map((f, i) => columnAt(columns, i, f)),
        flags: made,
        twins: [],
        span,
      };
    });
  }
}

/** The matches of an inner correlation as events of the one that it is in. */
function rowsOf(
  { position, plan, own, places }: Chained,
  correlated: Correlated,
  columns: Columns,
  flags: readonly string[] | null,
): Events {
  const { rules, test } = correlated.correlation;
  const fields = columns.names.map((name, i): EventColumn => {
    const { text, span } = fieldIn(correlated, position, name);
    const at = places.get(text) ?? -1;
    const field = { text: own.columns[at] ?? text, span, mapped: true as const };
    return columnAt(columns, i, [field]);
  });
  const made = (flags ?? []).flatMap((name, i): readonly EventFlag[] =>
    i === position ? [{ name, holds: null, span: rules[i]!.span }] : [],
  );
  const { span } = test;
  return { kind: 'events', input: plan, columns: fields, flags: made, twins: [], span };
}

/** What a condition asks that is not asked of every row already. */
function besides(shared: ReadonlySet<string>, condition: Expression): Expression {
  const { span } = condition;
  const operands = conjuncts(condition).filter((part) => !shared.has(meaning(part)));
  if (operands.length === 0) return { kind: 'constant', value: true, span };
  return operands.length === 1 ? operands[0]! : { kind: 'and', operands, span };
}

const NO_CASE: ColumnCase = { kept: [], lost: [] };
