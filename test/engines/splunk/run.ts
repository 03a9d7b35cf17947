import type { MatchEvent } from '../../../src/match/event.js';
import { textOf } from '../../../src/match/event.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { predicatesOf } from '../predicates.js';
import { evaluate } from './evaluate.js';
import type { Fields } from './evaluate.js';
import { readSpl } from './reader.js';
import type { SearchNode, SearchValue } from './reader.js';

/** Whether a search keeps an event; null where Splunk's fields cannot hold what the event says. */
export type SplRun = (event: MatchEvent) => boolean | null;

/**
 * Reads a search by the manual's grammar, to run it over events under the documented meaning of
 * each part. A field holds texts: several where the event has a list, none where it has null.
 */
export function splRun(query: string, expression: Expression): SplRun {
  const { search, commands } = readSpl(query);
  const existing = predicatesOf(expression).flatMap((p) =>
    p.kind === 'exists' ? [p.field.text] : [],
  );
  return (event) => {
    for (const name of existing) {
      const values = event.field(name);
      // Splunk knows no field without a value.
      if (values && values.every((v) => textOf(v) === null)) return null;
    }
    const fields: Fields = (name) =>
      name === '_raw' && event.field(name) === undefined
        ? event.texts()
        : (event.field(name) ?? []).flatMap((v) => {
            const text = textOf(v);
            return text === null ? [] : [text];
          });
    return (
      searched(search, fields) && commands.every((c) => evaluate(c.condition, fields) === true)
    );
  };
}

/** https://help.splunk.com/splunk-enterprise/spl-search-reference/9.2/search-commands/search */
function searched(node: SearchNode, fields: Fields): boolean {
  switch (node.kind) {
    case 'and':
      return node.operands.every((o) => searched(o, fields));
    case 'or':
      return node.operands.some((o) => searched(o, fields));
    case 'not':
      return !searched(node.operand, fields);
    case 'in':
      return node.values.some((v) => compared(fields(node.field), v));
    case 'comparison':
      if (node.operator !== '=') throw new TypeError(`not run: ${node.operator}`);
      return compared(fields(node.field), node.value);
    case 'term':
      if (node.value.length === 1 && typeof node.value[0] !== 'string') return true;
      throw new TypeError('a term is looked up in the index');
  }
}

/** Texts whatever their case, with wildcards; a value that is a network holds addresses. */
function compared(texts: readonly string[], value: SearchValue): boolean {
  const [only] = value;
  if (value.length === 1 && typeof only === 'string' && /^[0-9a-f.:]+\/\d+$/i.test(only)) {
    return texts.some((t) => evaluate(cidrCall(only, t), () => []) === true);
  }
  const source = value
    .map((p) => (typeof p === 'string' ? p.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : '.*'))
    .join('');
  const regex = new RegExp(`^${source}$`, 'isu');
  return texts.some((t) => regex.test(t));
}

function cidrCall(network: string, address: string) {
  const text = (t: string) => ({ kind: 'string', text: t }) as const;
  return { kind: 'call', name: 'cidrmatch', arguments: [text(network), text(address)] } as const;
}
