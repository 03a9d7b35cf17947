import type { Inspection } from '../catalog/inspect/inspect.js';
import { LOG_SOURCE_KEYS } from '../model/rule.js';
import type { Rule } from '../model/rule.js';
import { visible } from '../source/visible.js';
import { positionAt } from '../source/span.js';
import type { Span } from '../source/span.js';
import { table } from './table.js';

/** An inspection as a terminal may show it: every text of the rule is made visible. */
export function inspectionText(inspection: Inspection, colour: boolean): string {
  const { rule } = inspection;
  const heading = (text: string): string => (colour ? `\u001b[1m${text}\u001b[0m` : text);
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    [visible(rule.title), headLines(rule)],
    ...stageSections(inspection),
    ['Predicates', predicateLines(inspection)],
    ['Indicators', indicatorLines(inspection)],
    ['Events', eventLines(inspection)],
    ['ATT&CK', attackLines(inspection)],
  ];
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
  return [rule.span.file.path, state.join(', '), source.join(', ')]
    .filter((line) => line !== '')
    .map(visible);
}

function stageSections({ rule, stages }: Inspection): (readonly [string, readonly string[]])[] {
  const conditions = rule.detection.conditions.length;
  return stages.map(({ name, text, span }, index) => {
    const number = Math.max(0, index - conditions + 1);
    const title = `Stage ${number}: ${visible(name)} (line ${lineOf(span)})`;
    return [title, text.split('\n').map(visible)];
  });
}

const NONE = ['None.'];
const SHOWN_VALUES = 4;

function predicateLines({ predicates }: Inspection): readonly string[] {
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
        `line ${lineOf(span)}`,
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

function attackLines({ attack }: Inspection): readonly string[] {
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

function lineOf({ file, start }: Span): number {
  return positionAt(file, start).line;
}
