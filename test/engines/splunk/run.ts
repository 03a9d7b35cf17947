import type { MatchEvent } from '../../../src/match/event.js';
import { textOf } from '../../../src/match/event-value.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { predicatesOf } from '../predicates.js';
import { fieldsOf } from './eval-reader.js';
import { compiled, evaluate } from './evaluate.js';
import type { Fields } from './evaluate.js';
import { extracted } from './extract.js';
import { ofSubstring } from './meaning.js';
import { readSpl } from './reader.js';
import type { SplCommand } from './reader.js';
import { isNetwork } from './search-reader.js';
import type { SearchNode, SearchValue } from './search-reader.js';
import type { Tstats } from './tstats-reader.js';

/** Whether a search keeps an event; null where Splunk's fields cannot hold what the event says. */
export type SplRun = (event: MatchEvent) => boolean | null;

/**
 * Reads a search by the manual's grammar, to run it over events under the documented meaning of
 * each part. A field holds texts: several where the event has a list, none where it has null. An
 * event of a data model has the names of the model.
 */
export function splRun(query: string, expression?: Expression): SplRun {
  const { start, commands } = readSpl(query);
  const predicates = expression ? predicatesOf(expression) : [];
  const existing = predicates.flatMap((p) => (p.kind === 'exists' ? [p.field.text] : []));
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
    if (start.name === 'tstats') return counted(start, commands, fields);
    return searched(start.condition, fields) && passes(commands, fields);
  };
}

function passes(commands: readonly SplCommand[], fields: Fields): boolean {
  let known = fields;
  for (const command of commands) {
    switch (command.name) {
      case 'where':
        if (evaluate(command.condition, known) !== true) return false;
        break;
      case 'search':
        if (!searched(command.condition, known)) return false;
        break;
      case 'regex':
        if (!matched(command, known)) return false;
        break;
      default:
        known = extracted(command, known);
    }
  }
  return true;
}

/**
 * Whether the event is in a row that passes. A model has a text where an event says nothing, and a
 * row one value of each field, so what is asked of several values at once is asked in vain.
 * https://help.splunk.com/en/splunk-cloud-platform/common-information-model/6.0/data-models/how-to-use-the-cim-data-model-reference-tables
 */
function counted(start: Tstats, commands: readonly SplCommand[], event: Fields): boolean | null {
  const fields: Fields = (name) => {
    const texts = event(name);
    return texts.length === 0 && name.includes('.') ? ['unknown'] : texts;
  };
  const conditions = commands.flatMap((c) => (c.name === 'where' ? [c.condition] : []));
  const asked = new Set(conditions.flatMap((c) => [...fieldsOf(c)]));
  if ([...asked].some((name) => fields(name).length > 1)) return null;
  if (start.condition && !searched(start.condition, fields)) return false;
  return passes(commands, fields);
}

/** Of one value, as nothing says what becomes of several, nor of none where `!=` is asked. */
function matched({ field, regex, negated }: SplCommand & { name: 'regex' }, fields: Fields) {
  const texts = fields(field);
  if (texts.length > 1 || (negated && texts.length === 0)) {
    if (field !== '_raw') throw new TypeError('not documented: regex of several values or none');
  }
  return texts.some((t) => compiled(regex).test(t)) !== negated;
}

/** https://help.splunk.com/splunk-enterprise/spl-search-reference/9.2/search-commands/search */
export function searched(node: SearchNode, fields: Fields): boolean {
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
      ofSubstring(node.value);
      return compared(fields('_raw'), node.value);
  }
}

/** Texts whatever their case, with wildcards; a value that is a network holds addresses. */
function compared(texts: readonly string[], value: SearchValue): boolean {
  if (isNetwork(value)) {
    const network = value[0] as string;
    return texts.some((t) => evaluate(cidrCall(network, t), () => []) === true);
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
