import { conditionText } from '../catalog/inspect/correlation.js';
import type { CorrelationRecord } from '../catalog/inspect/correlation.js';
import type { DocumentLink } from '../catalog/inspect/links.js';
import type { Inspection } from '../catalog/inspect/inspect.js';
import { isCondition } from '../catalog/inspect/stages.js';
import type { SigmaDocument } from '../model/document.js';
import type { Filter } from '../model/filter.js';
import type { AttackTag } from '../model/attack/tags.js';
import { LOG_SOURCE_KEYS } from '../model/rule.js';
import type { Rule } from '../model/rule.js';
import { visible } from '../source/visible.js';
import { positionAt } from '../source/span.js';
import type { Span } from '../source/span.js';
import { table } from './terminal/table.js';

/** An inspection as a terminal may show it: every text of the rule is made visible. */
export function inspectionText(
  inspection: Inspection,
  colour: boolean,
  correlations: readonly DocumentLink[] = [],
): string {
  const { rule } = inspection;
  const sections: Section[] = [
    [visible(rule.title), [...headLines(rule), ...servesLines(correlations)]],
    ...stageSections(inspection),
    ['Predicates', predicateLines(inspection)],
    ['Indicators', indicatorLines(inspection)],
    ['Events', eventLines(inspection)],
    ['ATT&CK', attackLines(inspection.attack)],
  ];
  return textOf(sections, colour);
}

type Section = readonly [title: string, lines: readonly string[]];

function textOf(sections: readonly Section[], colour: boolean): string {
  const heading = (text: string): string => (colour ? `\u001b[1m${text}\u001b[0m` : text);
  return sections
    .map(([title, lines]) => [heading(title), ...lines.map((l) => `  ${l}`.trimEnd())].join('\n'))
    .join('\n\n')
    .concat('\n');
}

function headLines(rule: Rule): string[] {
  const source = LOG_SOURCE_KEYS.flatMap((key) => {
    const names = rule.logsource[key].map((n) => n.text).join(' or ');
    return names === '' ? [] : [`${key} ${names}`];
  });
  const state = [rule.status, rule.level].filter((s) => s !== null);
  const filters = rule.filters.map(({ title, span }) => `filter ${title} (${span.file.path})`);
  return [rule.span.file.path, state.join(', '), source.join(', '), ...filters]
    .filter((line) => line !== '')
    .map(visible);
}

function stageSections({ rule, stages }: Inspection): Section[] {
  const conditions = stages.filter(({ name }) => isCondition(name)).length;
  return stages.map(({ name, text, span }, index) => {
    const number = Math.max(0, index - conditions + 1);
    const title = `Stage ${number}: ${visible(name)} (${placeOf(span, rule)})`;
    return [title, text.split('\n').map(visible)];
  });
}

/** A filter, and the rules that it applies to. */
export function filterText(
  { title, span }: Filter,
  rules: readonly SigmaDocument[],
  colour: boolean,
): string {
  const named = rules.map(({ heading, span: { file } }) =>
    visible(`${heading.title ?? ''} (${file.path})`),
  );
  const sections: Section[] = [
    [visible(title), [visible(span.file.path)]],
    ['Applies to', named.length === 0 ? NONE : named],
  ];
  return textOf(sections, colour);
}

/** A correlation: what it relates, how, and which correlations it serves itself. */
export function correlationText(record: CorrelationRecord, colour: boolean): string {
  const { path, rule, type, rules, groupBy, timespan, aliases, generate } = record;
  const state = [rule.status, rule.level].filter((s) => s !== null).join(', ');
  const head = [path, state, `${type} within ${timespan}`, ...servesLines(record.correlations)];
  const named = rules.map(({ reference, line, document, isAmbiguous }) => [
    visible(reference),
    `line ${line}`,
    document ? linkText(document) : isAmbiguous ? 'several have this name' : 'not found',
  ]);
  const renamed = aliases.flatMap(({ name, fields }) =>
    fields.map(({ rule: of, field }, i) => [i === 0 ? name : '', of, field].map(visible)),
  );
  const sections: Section[] = [
    [visible(rule.title), head.filter((line) => line !== '').map(visible)],
    [generate ? 'Rules, with queries of their own' : 'Rules', table(named)],
    ['Group by', groupBy.length === 0 ? NONE : groupBy.map(visible)],
    ['Condition', [visible(conditionText(record))]],
    ...(renamed.length === 0 ? [] : [['Aliases', table(renamed)] as const]),
    ['ATT&CK', attackLines(record.attack)],
  ];
  return textOf(sections, colour);
}

function servesLines(correlations: readonly DocumentLink[]): readonly string[] {
  return correlations.map((link) => `serves ${linkText(link)}`);
}

function linkText({ title, path, line }: DocumentLink): string {
  return visible(`${title ?? ''} (${path} line ${line})`.trimStart());
}

const NONE = ['None.'];
const SHOWN_VALUES = 4;

function predicateLines({ rule, predicates }: Inspection): readonly string[] {
  if (predicates.length === 0) return NONE;
  return table(
    predicates.map(({ stage, field, kind, values, negated, all, cased, span }) => {
      const words = [negated ? 'not' : '', kind, all ? 'all' : '', cased ? 'cased' : ''];
      const more = values.length - SHOWN_VALUES;
      const shown = [...values.slice(0, SHOWN_VALUES), ...(more > 0 ? [`… ${more} more`] : [])];
      return [
        visible(stage),
        shownField(field),
        words.filter((w) => w !== '').join(' '),
        placeOf(span, rule),
        shown.map(visible).join(', '),
      ];
    }),
  );
}

function indicatorLines({ indicators }: Inspection): readonly string[] {
  if (indicators.length === 0) return NONE;
  return table(
    indicators.flatMap(({ field, kind, values, exclusion }) => {
      const [first = '', ...rest] = values.map(visible);
      const head = [shownField(field), exclusion ? `${kind}, excluded` : kind, first];
      return [head, ...rest.map((value) => ['', '', value])];
    }),
  );
}

function eventLines({ events }: Inspection): readonly string[] {
  if (events.length === 0) return NONE;
  return table(
    events.map(({ channel, provider, id, meaning, known }) => [
      visible(channel ?? '(any log)'),
      visible(provider ?? '(any provider)'),
      id === null ? 'any' : String(id),
      known ? (meaning ?? 'any event') : 'unknown to us',
    ]),
  );
}

function attackLines(attack: readonly Omit<AttackTag, 'span'>[]): readonly string[] {
  if (attack.length === 0) return NONE;
  return table(
    attack.map(({ tag, id, name, kind, tactics, known, retired, replacedBy }) => {
      const now = replacedBy.length > 0 ? `, now ${replacedBy.join(' and ')}` : '';
      const state = retired ? `withdrawn${now}` : '';
      const about = known ? name : kind === 'tactic' ? 'no tactic of this name' : 'unknown to us';
      const where = kind === 'tactic' ? '' : tactics.join(', ');
      return [visible(tag), visible(id ?? ''), about ?? '', state || where];
    }),
  );
}

function shownField(field: string | null): string {
  return field === null ? '(keywords)' : visible(field);
}

/** A line, of another file where it is in that of a filter. */
function placeOf({ file, start }: Span, rule: Rule): string {
  const { path } = rule.span.file;
  return `${file.path === path ? '' : `${visible(file.path)} `}line ${positionAt(file, start).line}`;
}
