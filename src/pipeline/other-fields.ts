import { HELD_IN } from '../store/source.js';
import type { ComputedField, HeldIn, OtherComputed, OtherFields } from '../store/source.js';
import { codes } from './codes.js';
import { Settings } from './settings.js';

export function readComputed(settings: Settings): ComputedField {
  const without = settings.text('without');
  const empty = settings.text('empty');
  const of = settings.required('of');
  const or = settings.text('or');
  const to = settings.text('to');
  if (to !== null && to === of) {
    settings.fail(codes['pipeline-reading-of-itself']({ field: of }), settings.span('to'));
  }
  return {
    kind: 'computed',
    as: settings.required('as'),
    of,
    key: settings.text('key'),
    ...(or === null ? {} : { or }),
    to,
    ...(without === null ? {} : { without }),
    ...(empty === null ? {} : { empty }),
  };
}

/** `events: { column: [4624], read: [4656], element: [1102] }`. */
function readByEvent(settings: Settings): OtherComputed['byEvent'] {
  if (!settings.has('events')) return NO_EVENTS;
  const held = settings.mapping('events');
  const wrong = [...held.keys()].find((key) => !HELD_IN.includes(key as HeldIn));
  if (wrong !== undefined) {
    settings.wrongType(
      'events',
      'a map of `column`, `read` and `element` to event IDs',
      settings.span('events'),
    );
  }
  return new Map(HELD_IN.flatMap((key) => (held.get(key) ?? []).map((id) => [id, key] as const)));
}

const NO_EVENTS: OtherComputed['byEvent'] = new Map();

/** What becomes of fields that a source does not name. */
export function readOthers(settings: Settings): readonly OtherFields[] {
  const node = settings.node('others');
  const nodes = node === null ? [] : node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((n): readonly OtherFields[] => {
    if (n.kind === 'map') {
      const inner = new Settings(n, '`others`', settings.diagnostics);
      const read: OtherFields = inner.has('prefix')
        ? { kind: 'prefix', prefixes: inner.texts('prefix'), after: inner.text('after') }
        : {
            ...readComputed(inner),
            after: inner.text('after'),
            columnFirst: inner.choice('first', ['column', 'read'], 'read') === 'column',
            objects: inner.flag('objects'),
            byEvent: readByEvent(inner),
          };
      inner.finish();
      return [read];
    }
    const word = n.kind === 'scalar' ? n.text : null;
    if (word === 'column') return [{ kind: 'column' }];
    if (word === 'keep' || word === 'cleaned')
      return [{ kind: 'keep', cleans: word === 'cleaned' }];
    settings.wrongType(
      'others',
      'keep, cleaned, column, a map with `prefix`, or a map with `as` and `of`',
      n.span,
    );
    return [];
  });
}
