import type { Name } from '../../model/name.js';
import { mapRuleItems } from '../../model/rewrite.js';
import type { LogSource, Rule } from '../../model/rule.js';
import { diagnostic } from '../../source/diagnostic.js';
import { attemptWith, lacksFieldOf, place, withoutAlternatives } from './attempt.js';
import type { Attempt } from './attempt.js';
import { candidatesFor, isAnywhere, mayMeanChannel } from './candidates.js';
import type { Candidate, Contradicting } from './candidates.js';
import { withItsChannel } from './channel-service.js';
import type { Choosing, Chosen } from './choosing.js';
import { codes } from '../codes.js';
import { deadIn, divide } from './divide.js';
import type { Divided, Fitting } from './divide.js';
import { holdersOf } from './elsewhere.js';
import { withEventIds } from './event-codes.js';
import {
  contradiction,
  refusals,
  report,
  reportChosen,
  reportDead,
  reportHalved,
  unknownSource,
} from './explain.js';
import { factsOf } from './facts.js';
import type { Facts } from './facts.js';
import type { Missing } from '../fields.js';
import { isOfNoChannel, meantLogSource } from './meant.js';
import type { Dead } from './narrow.js';
import { alwaysAsked } from './needs.js';
import { UNMAPPED } from '../placement.js';
import { ofEvents } from './restrict.js';
import type { Source } from '../source.js';
import { columnNamed } from '../tables.js';

/**
 * Turns a rule into one for the first source that holds its log source and all of its fields, and
 * whose events the rule does not rule out. Several where the rule selects events of several: any of
 * them will do. Where there is none, says at each field what was tried.
 */
export function chooseSource(
  written: Rule,
  sources: readonly Source[],
  run: Choosing,
): readonly [Chosen, ...Chosen[]] {
  const byChannel = withItsChannel(written, run);
  const logsource = meantLogSource(byChannel, sources, run);
  const placed = logsource === byChannel.logsource ? byChannel : { ...byChannel, logsource };
  const channels = mayMeanChannel(logsource) ? alwaysAsked(placed, 'Channel') : null;
  const candidates = candidatesFor(logsource, sources, run.tablesChosen, channels);
  const rule = withEventIds(placed, candidates.all);
  const { name } = candidates;
  const nothing: Chosen = { rule, source: null, placement: null };
  const [service] = logsource.service;
  if (service && isOfNoChannel(logsource)) {
    const slots = { category: logsource.category[0]!.text, service: service.text };
    report(run, codes['source-contradicts-itself'](slots), service.span);
    return [nothing];
  }
  if (candidates.all.length === 0) {
    const [table, ...others] = run.tablesChosen;
    if (table !== undefined && others.length === 0) {
      report(run, codes['source-table-chosen']({ table, logsource: name }), rule.logsource.span);
      const asked = inColumnsOf(rule, run.tables?.columns(table));
      return [{ ...nothing, rule: asked, placement: { ...UNMAPPED, tables: [table] } }];
    }
    report(run, unknownSource(logsource, name, sources, run), rule.logsource.span);
    return [nothing];
  }
  const divided = divide(rule, candidates);
  const trial = tryInTurn(rule, divided, run);
  const made = trial.made ?? lessened(trial, divided.fitting, rule, sources, run);
  if (made) return chosen(made, name, sources, run);
  reportNone(trial, divided, { logsource, name, sources }, run);
  return [nothing];
}

/** What came of asking candidates for a rule. */
interface Trial {
  /** The first that has all of the rule; null if none does. */
  readonly made: Made | null;
  /** By those that have not, each source once. */
  readonly tried: readonly Attempt[];
  readonly failed: readonly Failed[];
  /** What has not all of the part of a rule for which another candidate needs it; null for none. */
  readonly halved: Attempt | null;
}

function tryInTurn(rule: Rule, { fitting, contradicting }: Divided, run: Choosing): Trial {
  const tried: Attempt[] = [];
  const failed: Failed[] = [];
  let halved: Attempt | null = null;
  let assuming: Made | null = null;
  const fail = (candidate: Fitting, attempt: Attempt, lacking: Attempt): void => {
    failed.push({ candidate, attempt });
    if (!tried.some((t) => t.source === lacking.source)) tried.push(lacking);
  };
  for (const candidate of fitting) {
    if (isLoose(candidate, tried, contradicting)) {
      if (candidate.source.last) break;
      continue;
    }
    const attempt = attempted(candidate, rule, run);
    if (attempt.missing.length === 0) {
      // What is assumed of one source may be known of one that comes later.
      const isAssumed = attempt.reader.assumed.size > 0;
      if (
        assuming &&
        (isAssumed || isAnywhere(candidate) || areOfOnePlace(assuming.attempt, candidate))
      )
        continue;
      const others = othersBeside(candidate, fitting, rule, run);
      if ('missing' in others) {
        // A source that has all parts of the rule may come later.
        halved ??= others;
        fail(candidate, attempt, others);
        continue;
      }
      const made: Made = { attempt, others, tried: [...tried] };
      if (!isAssumed) return { made, tried, failed, halved };
      assuming = made;
    } else fail(candidate, attempt, attempt);
    if (candidate.source.last) break;
  }
  return { made: assuming, tried, failed, halved };
}

/** The source that has most of the rule, without what it has not; null if no alternative can be left out. */
function lessened(
  { failed, tried }: Trial,
  fitting: readonly Fitting[],
  rule: Rule,
  sources: readonly Source[],
  run: Choosing,
): Made | null {
  const mayLack = ({ field, reason }: Missing): boolean =>
    reason !== null || holdersOf(field, rule.logsource, sources, run).length > 0;
  const lessen: Lessen = (attempt) => withoutAlternatives(attempt, mayLack);
  const found = withLeastLeftOut(failed, fitting, rule, lessen, run);
  return found && { ...found, tried: tried.filter((t) => t.source !== found.attempt.source) };
}

/** Reports why no candidate has the rule. */
function reportNone(
  { tried, halved }: Trial,
  { contradicting }: Divided,
  { logsource, name, sources }: Sought,
  run: Choosing,
): void {
  if (halved) {
    reportHalved(halved, run);
    return;
  }
  const [first] = contradicting;
  // A source without the very field that rules out the others is no nearer than these.
  const isWithoutIt = (t: Attempt): boolean =>
    t.missing.some((m) => m.field === first?.item.field?.text);
  if (tried.length > 0 && !tried.every(isWithoutIt)) refusals(tried, logsource, sources, run);
  else contradiction(contradicting, logsource, name, run);
}

/** A log source, what messages call it, and where it was looked for. */
interface Sought {
  readonly logsource: LogSource;
  readonly name: string;
  readonly sources: readonly Source[];
}

/** An attempt that has all that the rule asks, and the sources that are asked beside it. */
interface Made {
  readonly attempt: Attempt;
  readonly others: readonly Attempt[];
  /** Those before it that have not. */
  readonly tried: readonly Attempt[];
}

function chosen(
  { attempt, others, tried }: Made,
  name: string,
  sources: readonly Source[],
  run: Choosing,
): readonly [Chosen, ...Chosen[]] {
  reportChosen(attempt, { name, sources, tried }, run);
  for (const made of others) reportChosen(made, { name, sources, tried: [] }, run);
  return [place(attempt), ...others.map(place)];
}

/** A candidate that has not all that the rule asks, or needs another beside it that has not. */
interface Failed {
  readonly candidate: Fitting;
  readonly attempt: Attempt;
}

/** Each field that is left out is looked for in all sources; a rule that lacks more is not for them. */
const MOST_LEFT_OUT = 500;

/**
 * The first of those that need the fewest alternatives of the rule left out; null if none of them has
 * all of the rest.
 */
function withLeastLeftOut(
  failed: readonly Failed[],
  fitting: readonly Fitting[],
  rule: Rule,
  lessen: Lessen,
  run: Choosing,
): Omit<Made, 'tried'> | null {
  const tryOne = ({ candidate, attempt }: Failed): Omit<Made, 'tried'> | null => {
    const others = othersBeside(candidate, fitting, rule, run, lessen);
    return 'missing' in others ? null : { attempt, others };
  };
  for (const one of failed) {
    const found = one.attempt.missing.length === 0 ? tryOne(one) : null;
    if (found) return found;
  }
  const lessened: Failed[] = [];
  const lacks = ({ attempt }: Failed): number => attempt.lacking.size;
  const lacking = failed
    .filter((f) => lacks(f) > 0 && lacks(f) <= MOST_LEFT_OUT)
    .sort((a, b) => lacks(a) - lacks(b));
  for (const { candidate, attempt } of lacking) {
    const made = lessen(attempt);
    if (!made) continue;
    // None that comes later leaves out less, since each leaves out all that it lacks.
    const isLeast = made.leftOut.length <= attempt.lacking.size;
    const found = isLeast ? tryOne({ candidate, attempt: made }) : null;
    if (found) return found;
    if (!isLeast) lessened.push({ candidate, attempt: made });
  }
  lessened.sort((a, b) => a.attempt.leftOut.length - b.attempt.leftOut.length);
  for (const one of lessened) {
    const found = tryOne(one);
    if (found) return found;
  }
  return null;
}

/** An attempt without the alternatives that it has not; null if that is not enough. */
type Lessen = (attempt: Attempt) => Attempt | null;

function attempted({ source, entry, narrowed }: Fitting, rule: Rule, run: Choosing): Attempt {
  // What selects the events may hold for all of the candidate's, and be left out.
  const whole = ofEvents(narrowed?.whole ?? entry, source, rule);
  const left = { rule: narrowed?.rule ?? rule, written: rule };
  return attemptWith({ source, entry }, whole, left, run);
}

/**
 * Whether a source before it has said all that there is to say of these events: one of the same
 * place that was tried, or any at all where this one tells them from no others. Else one field that is not known
 * would move all others to the names that the rule has for them.
 */
function isLoose(
  { source, entry }: Fitting,
  tried: readonly Attempt[],
  contradicting: readonly Contradicting[],
): boolean {
  if (tried.length + contradicting.length === 0) return false;
  const candidate = { source, entry };
  if (factsOf(entry).size === 0) {
    const isClear = contradicting.length > 0 || tried.some((t) => !isAnywhere(t));
    return isClear && isAnyEvent(candidate);
  }
  // A value that one of them cannot hold may be in a column that this one names.
  const mayHold = (t: Attempt): boolean =>
    t.missing.every((m) => m.reason !== null && source.fields.has(m.field.toLowerCase()));
  return tried.some((t) => areOfOnePlace(t, candidate) && !mayHold(t));
}

function areOfOnePlace(a: Candidate, b: Candidate): boolean {
  const [ofA, ofB] = [factsOf(a.entry), factsOf(b.entry)];
  return ofB.size > 0 && placeOf(a.source, ofA) === placeOf(b.source, ofB);
}

function placeOf({ tables }: Source, facts: Facts): string {
  const told = [...facts].map(([name, texts]) => [name, ...texts.keys()] as const);
  return JSON.stringify([tables, told.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/**
 * The sources that are asked beside the chosen one: those that hold another part of its events, and
 * those of alternatives that its own events never satisfy. If one of them has not all that it takes,
 * that one alone.
 */
function othersBeside(
  chosen: Fitting,
  fitting: readonly Fitting[],
  rule: Rule,
  run: Choosing,
  lessen: Lessen = () => null,
): readonly Attempt[] | Attempt {
  const attempts: Attempt[] = [];
  const failed: { readonly attempt: Attempt; readonly revived: readonly Dead[] }[] = [];
  let left = deadIn(chosen);
  if (chosen.source.split === null && left.length === 0) return attempts;
  for (const other of fitting) {
    if (other === chosen || (isAnyEvent(other) && !isAnyEvent(chosen))) continue;
    const isPart = chosen.source.split !== null && other.source.split === chosen.source.split;
    const dead = deadIn(other);
    const revived = left.filter((item) => !dead.includes(item));
    if (!isPart && revived.length === 0) continue;
    const attempt = attempted(other, rule, run);
    const made = attempt.missing.length > 0 ? lessen(attempt) : attempt;
    const held = made ? revived.filter((part) => !lacksFieldOf(attempt, part)) : [];
    if (made && (isPart || held.length > 0)) {
      attempts.push(made);
      left = left.filter((part) => !held.includes(part));
    } else if (isPart) return attempt;
    else failed.push({ attempt, revived });
  }
  // What is told is of the source that has most of the part.
  failed.sort((a, b) => a.attempt.missing.length - b.attempt.missing.length);
  for (const { attempt, revived } of failed) {
    // Another source may have had them, and a source without a field tells nothing of its values.
    const lost = revived.filter((part) => left.includes(part) && !lacksFieldOf(attempt, part));
    if (lost.some((part) => part.kind === 'detection-item')) return attempt;
    // Values beside others are left out, as any alternative that has no field.
    const slots = { source: attempt.source.name, field: attempt.missing[0]!.field };
    for (const { span } of lost) {
      const finding = codes['source-value-left-out'](slots);
      run.report(diagnostic(finding, span, { direction: 'narrower' }));
    }
    left = left.filter((item) => !lost.includes(item));
  }
  reportDead(left, chosen, rule, run);
  return attempts;
}

/** Whether nothing tells its events from others, not even the rule. */
function isAnyEvent(candidate: Candidate): boolean {
  return isAnywhere(candidate) && candidate.source.needs.length === 0;
}

/** With the columns of a table for fields that are called the same but for letter case, or a dot. */
function inColumnsOf(rule: Rule, columns: ReadonlyMap<string, string> | undefined): Rule {
  const column = (field: Name): Name => {
    const text = columnNamed(field.text, columns) ?? field.text;
    return text === field.text ? field : { ...field, text };
  };
  const asked = mapRuleItems(rule, (item) =>
    item.field ? { ...item, field: column(item.field) } : item,
  );
  return { ...asked, fields: rule.fields.map(column) };
}
