import type { DetectionNode } from '../model/detection.js';
import { numberLiteral } from '../model/modifiers/number.js';
import type { Value } from '../model/value.js';
import type { AuditField } from '../schemas/windows/audit.js';
import type { WindowsEvents } from '../schemas/windows/windows.js';
import type { Span } from '../source/span.js';
import { namesByLower } from '../store/field-names.js';
import type { LogSourceEntry } from '../store/source.js';

type Rest = Omit<LogSourceEntry, 'keys' | 'blurs' | 'events'>;

/** A rule is of one of them, and each source has hundreds: all but the keys is made on demand. */
export function windowsEntry(events: WindowsEvents, span: Span, cased: boolean): LogSourceEntry {
  const { category, service } = events;
  let made: Rest | null = null;
  const rest = (): Rest => (made ??= entryOf(events, span, cased));
  return {
    keys: {
      product: ['windows'],
      ...(category === undefined ? {} : { category: [category] }),
      ...(service === undefined ? {} : { service: [service] }),
    },
    blurs: [],
    get where() {
      return rest().where;
    },
    get holds() {
      return rest().holds;
    },
    get fields() {
      return rest().fields;
    },
    get known() {
      return rest().known;
    },
    get lacks() {
      return rest().lacks;
    },
    get byEvent() {
      return rest().byEvent;
    },
    events: null,
    get aliases() {
      return rest().aliases;
    },
  };
}

function entryOf(
  { where, holds, fields, known, lacks, byEvent, aliases }: WindowsEvents,
  span: Span,
  cased: boolean,
): Rest {
  const group = (values: WindowsEvents['where']): DetectionNode => ({
    kind: 'detection-group',
    linking: 'all',
    items: Object.entries(values).map(([field, list]) => itemOf(field, list, span, cased)),
    span,
  });
  return {
    where: group(where),
    holds: holds ? group(holds) : null,
    fields: fields ? namesByLower(fields) : null,
    known: namesByLower(known ?? fields ?? []),
    lacks: new Set(lacks?.map((name) => name.toLowerCase())),
    byEvent: byEvent ?? null,
    aliases: aliasesByLower(aliases ?? {}),
  };
}

function itemOf(
  field: string,
  values: readonly (string | number)[],
  span: Span,
  cased: boolean,
): DetectionNode {
  return {
    kind: 'detection-item',
    field: { text: field, span },
    modifiers: [],
    linking: 'any',
    negated: false,
    values: values.map((v): Value =>
      typeof v === 'number'
        ? { kind: 'number', number: numberLiteral(String(v))!, span }
        : { kind: 'string', pattern: [v], cased, span },
    ),
    span,
  };
}

function aliasesByLower(aliases: Readonly<Record<string, AuditField>>): LogSourceEntry['aliases'] {
  return new Map(
    Object.entries(aliases).map(([name, { to, values, cased, never }]) => [
      name.toLowerCase(),
      {
        kind: 'renamed',
        name,
        to: [to],
        affixes: [],
        values:
          values === undefined
            ? null
            : new Map(Object.entries(values).map(([k, v]) => [k.toLowerCase(), [v]])),
        kept: true,
        ...(cased === undefined ? {} : { cased }),
        ...(never === undefined ? {} : { never }),
      } as const,
    ]),
  );
}
