import { textOf } from '../../model/patterns/plain-text.js';
import { itemsOf } from '../../model/detection-fold.js';
import { itemsOf as itemsOfRule, valuesOf } from '../../model/rewrite.js';
import type { DetectionItem } from '../../model/detection.js';
import type { LogSource, Rule } from '../../model/rule.js';
import { modifiersByName } from '../../model/modifiers/index.js';
import { nearest } from '../../model/suggest.js';
import type { Finding } from '../../source/codes.js';
import { diagnostic } from '../../source/diagnostic.js';
import type { RelatedPlace } from '../../source/diagnostic.js';
import { positionAt } from '../../source/span.js';
import type { SourceFile, Span } from '../../source/span.js';
import { NEEDED } from './attempt.js';
import type { Attempt } from './attempt.js';
import { blurred, isAnywhere, isOf } from './candidates.js';
import type { Candidate, Contradicting } from './candidates.js';
import type { Choosing } from './choosing.js';
import { codes } from '../codes.js';
import { eventsOf, holdersNamed, holdersOf } from './elsewhere.js';
import { isProvider } from './facts.js';
import type { Missing } from '../fields.js';
import { findsMore } from '../forms/losses.js';
import type { Loss } from '../forms/losses.js';
import { nearLogSource, otherWay, unknownName } from './near-log-source.js';
import type { Dead } from './narrow.js';
import type { LogSourceEntry, Source } from '../source.js';
import { synonymOf } from '../synonyms.js';
import { EFFECTS } from '../../source/direction.js';

export function report(
  run: Choosing,
  finding: Finding,
  span: Span,
  related?: readonly RelatedPlace[],
): void {
  run.report(diagnostic(finding, span, { related }));
}

/** What a source was chosen from: the log source, by its name, and those that were tried before. */
interface ChosenFrom {
  readonly name: string;
  readonly sources: readonly Source[];
  readonly tried: readonly Attempt[];
}

/** Reports which source was chosen, why not the ones before it, and which fields are assumed. */
export function reportChosen(
  { source, entry, rule, reader, names, unheld, leftOut }: Attempt,
  { name, sources, tried }: ChosenFrom,
  run: Choosing,
): void {
  const reasons = tried
    // Sources of one name are ways to ask one place.
    .filter((t) => t.source.name !== source.name)
    .map((t) => ({ ...t, missing: t.missing.filter((m) => m.reason !== NEEDED) }))
    .filter((t) => t.missing.length > 0)
    .map((t) => `no ${listOf(t.missing, rule.logsource.span.file)} in ${t.source.name}`);
  const why = reasons.length === 0 ? '' : `: ${[...new Set(reasons)].join('; ')}`;
  const anywhere = isAnywhere({ source, entry });
  const unknown = anywhere ? unknownName(rule.logsource, sources) : null;
  const near = anywhere && !unknown ? otherWay(rule.logsource, sources) : '';
  const note = `${source.note === null ? '' : ` ${source.note}`}${near}`;
  const slots = { source: source.name, logsource: name, why, note };
  report(run, codes['source-chosen'](slots), rule.logsource.span);
  if (unknown) {
    const { key, name: written, like } = unknown;
    report(run, codes['source-name-misspelt']({ key, name: written.text, like }), written.span);
  }
  for (const { key, text, span } of blurred(rule.logsource, { source, entry })) {
    const what = { source: source.name, logsource: `${key} ${text}` };
    run.report(diagnostic(codes['source-blurs'](what), span, { direction: 'wider' }));
  }
  for (const { field, span, reason, direction } of leftOut) {
    const what = { effect: EFFECTS[direction], events: eventsOf({ source, entry }), field };
    const finding =
      reason === null
        ? codes[`source-${direction === 'wider' ? 'exclusion' : 'field'}-left-out`]({
            ...what,
            others: holdersNamed(holdersOf(field, rule.logsource, sources, run)),
          })
        : codes['source-string-left-out']({ ...what, reason });
    run.report(diagnostic(finding, span, { direction }));
  }
  for (const { item, loss, negated } of unheld) {
    const direction = negated === findsMore(loss) ? 'narrower' : 'wider';
    const what = { effect: EFFECTS[direction], source: source.name };
    run.report(diagnostic(findingOf(loss, what), item.span, { direction }));
  }
  for (const [{ text, span }, assumed] of reader.assumed) {
    const like = withBar(text) ?? names.nearly(text);
    // Most fields that a log's events may have are on no list: what is near one that is may be it.
    if (like === null || isSameOrWithin(text.toLowerCase(), like.toLowerCase())) continue;
    const what = { field: text, source: source.name, name: assumed, like };
    report(run, codes['field-assumed'](what), span);
  }
}

function findingOf(
  loss: Loss,
  what: { readonly effect: string; readonly source: string },
): Finding {
  switch (loss.kind) {
    case 'digest':
      return codes['source-digest-left-out']({ ...what, algorithm: loss.algorithm });
    case 'entity':
      return codes['source-entity']({ ...what, field: loss.field, entity: loss.entity });
    case 'hex':
      return codes['source-hex-left-out']({ ...what, field: loss.field });
    case 'parts':
      return codes['source-parts-left-out']({
        ...what,
        field: loss.field,
        parts: loss.parts.map(code).join(', '),
      });
    case 'empty-list':
      return codes['source-empty-list']({ ...what, field: loss.field });
    case 'within':
      return codes['source-within']({ ...what, field: loss.field, column: loss.column });
    case 'url': {
      const characters = loss.characters.map((c) => (c === ' ' ? 'a space' : code(c)));
      return codes['source-url-left-out']({
        ...what,
        field: loss.field,
        characters: characters.join(', '),
      });
    }
  }
}

/** In backquotes, of which there must be two around one. */
function code(text: string): string {
  return text === '`' ? '`` ` ``' : `\`${text}\``;
}

/** A part of an object that is known is not misspelt. */
function isSameOrWithin(field: string, known: string): boolean {
  return field === known || field.startsWith(`${known}.`);
}

export function unknownSource(
  logsource: LogSource,
  name: string,
  sources: readonly Source[],
  run: Choosing,
): Finding {
  if (run.tablesChosen.length > 0) {
    return codes['source-not-in-table']({
      logsource: name,
      tables: run.tablesChosen.join(', '),
    });
  }
  const known = sources.find(
    (s) => s.refusal !== null && s.logSources.some((e) => isOf(logsource, e)),
  );
  const why = known ? ` ${sentence(known.refusal ?? '')}` : nearLogSource(logsource, sources);
  const code = sources.some((s) => s.tables.length > 0) ? 'source-table-unknown' : 'source-unknown';
  return codes[code]({ logsource: name, why });
}

/** What a pipeline's author wrote, before a sentence that follows. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Warns of alternatives that nothing in the log source satisfies: the query is exact without them. */
export function reportDead(
  dead: readonly Dead[],
  { source, entry }: Candidate,
  rule: Rule,
  run: Choosing,
): void {
  const items = itemsOfRule(rule);
  for (const part of dead) {
    const item =
      part.kind === 'detection-item' ? part : items.find((i) => valuesOf(i).includes(part));
    if (!item?.field) continue;
    const slots = { source: source.name, ...heldIn(entry, item) };
    report(run, codes['source-never-holds'](slots), part.span);
  }
}

/** What the events of an entry always hold that decides an item. */
function heldIn({ where, holds }: LogSourceEntry, item: DetectionItem) {
  const asked = item.field!.text;
  const field = isProvider(asked.toLowerCase()) ? 'Channel' : asked;
  const held = [where, holds]
    .flatMap((node) => (node ? itemsOf(node) : []))
    .filter((i) => i.field?.text.toLowerCase() === field.toLowerCase())
    .flatMap((i) => valuesOf(i).map(textOf))
    .join(' or ');
  return { field, held };
}

/** Reports which events a source has, and where the rule selects others. */
export function contradiction(
  all: readonly Contradicting[],
  { span }: LogSource,
  name: string,
  run: Choosing,
): void {
  // The one of the most events: a source of few of them says least of the log source.
  const { source, entry, item } = all.reduce((a, b) => (factsIn(b) < factsIn(a) ? b : a));
  const { field, held } = heldIn(entry, item);
  const related = { message: `the log source says ${field} ${held}`, span };
  const slots = { logsource: name, source: source.name, field, held };
  report(run, codes['source-contradicts-rule'](slots), item.span, [related]);
}

function factsIn({ entry }: Contradicting): number {
  return [entry.where, entry.holds].reduce((n, node) => n + (node ? itemsOf(node).length : 0), 0);
}

/** @param own the file of the rule; a filter may have one of its own */
function listOf(missing: readonly Missing[], own: SourceFile): string {
  const { field, span } = missing[0]!;
  const { line } = positionAt(span.file, span.start);
  const place = span.file === own ? '' : ` of ${span.file.path}`;
  const more = missing.length > 1 ? ` and ${missing.length - 1} more` : '';
  return `\`${field}\` (line ${line}${place})${more}`;
}

/** Reports what the closest source lacks, and what the others lack. */
export function refusals(
  attempts: readonly Attempt[],
  logsource: LogSource,
  sources: readonly Source[],
  run: Choosing,
): void {
  const best = attempts.reduce((a, b) => (distanceOf(b) < distanceOf(a) ? b : a));
  const names = [...new Set(attempts.flatMap((a) => a.names.knownNames()))];
  const hintFor = (field: string): string => {
    const holders = holdersOf(field, logsource, sources, run);
    // What was tried is told of anyway.
    const isTried = attempts.some((a) => holders.some((h) => h.entry === a.entry));
    if (holders.length > 0 && !isTried) return ` It is a field of ${holdersNamed(holders)}.`;
    return synonymIn(field, names) || (isTried ? '' : likeOf(field, names));
  };
  const lacking = attempts.map(lackingOf);
  for (const [i, { field, span, reason, whole }] of best.missing.entries()) {
    const tried = [...new Set(lacking.map((attempt) => whyNot(attempt, field)))].join(', ');
    const mapping = `mapping: {${field}: …}`;
    const slots = { field, tried, mapping };
    const finding =
      reason === NEEDED
        ? codes['source-needs-field'](slots)
        : reason === null
          ? codes['field-not-in-source']({ ...slots, like: i < HINTED ? hintFor(field) : '' })
          : codes[whole ? 'values-not-in-source' : 'value-not-in-source'](slots);
    report(run, finding, span);
  }
}

/** Looking for who has a field goes through all sources, so of thousands of fields only the first are looked for. */
const HINTED = 100;

/** Reports that another part of a rule is of a source that has not all of it. */
export function reportHalved({ source, names, missing }: Attempt, run: Choosing): void {
  const { field, span } = missing[0]!;
  const known = names.knownNames();
  const like = synonymIn(field, known) || likeOf(field, known);
  const advice = like === '' ? 'Split the rule.' : `${like.trim()} If not, split the rule.`;
  report(run, codes['source-not-for-part']({ source: source.name, field, advice }), span);
}

/** Asks whether what other products call otherwise was meant; empty if there is no such name. */
function synonymIn(field: string, names: readonly string[]): string {
  const meant = synonymOf(field, names);
  return meant === null ? '' : ` Did you mean \`${meant}\`?`;
}

/** The known name that was meant, or the closest one. */
function likeOf(field: string, names: readonly string[]): string {
  const meant = withBar(field) ?? nearest(field, names, 2);
  if (meant !== null && meant !== field) return ` Did you mean \`${meant}\`?`;
  const like = meant === null ? nearest(field, names) : null;
  return like === null ? '' : ` The closest known field is \`${like}\`.`;
}

/** A field with a modifier after a colon, as it must be written; null for any other. */
function withBar(field: string): string | null {
  const [, name, modifier = ''] = /^([^:]+):(\w+)$/.exec(field) ?? [];
  return modifiersByName.has(modifier) ? `${name!}|${modifier}` : null;
}

/** A source that is not for such a rule at all is not a near one, nor is one of other events. */
function distanceOf({ missing }: Attempt): number {
  const isOther = missing.some((m) => m.reason === NEEDED || SELECTING.has(m.field.toLowerCase()));
  return missing.length + (isOther ? 1_000 : 0);
}

/** What a rule names to say which events it is about. */
const SELECTING: ReadonlySet<string> = new Set(['channel', 'eventid', 'provider_name']);

/** What an attempt lacks, to be looked up. */
interface Lacking extends Pick<Attempt, 'source' | 'missing'> {
  /** The first of each field. */
  readonly byField: ReadonlyMap<string, Missing>;
}

function lackingOf({ source, missing }: Attempt): Lacking {
  return { source, missing, byField: new Map(missing.map((m) => [m.field, m] as const).reverse()) };
}

function whyNot({ source, missing, byField }: Lacking, field: string): string {
  const here = byField.get(field);
  if (!here) {
    const [{ field: lacking, reason }] = missing as readonly [Missing, ...Missing[]];
    const why = reason === NEEDED ? 'only for rules that always test' : 'with it, but without';
    return `${source.name} (${why} \`${lacking}\`)`;
  }
  return here.reason === null || here.whole ? source.name : `${source.name} (${here.reason})`;
}
