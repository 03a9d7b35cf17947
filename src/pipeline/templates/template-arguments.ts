import { templateCodes } from './template-codes.js';
import type { Settings } from '../settings.js';
import type { Place } from './template-errors.js';
import { isNode, nameOf } from './template-tree.js';
import type { Node } from './template-tree.js';

/*
 * The interpreter passes over arguments that it does not know, and hands all to functions as they come.
 * Here they are put into Jinja's order, and others are told.
 * https://jinja.palletsprojects.com/en/stable/templates/#list-of-builtin-filters
 */

/** What filters take, in Jinja's order. Those of attributes and tests are not here. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  center: ['width'],
  default: ['default_value', 'boolean'],
  float: ['default'],
  indent: ['width', 'first', 'blank'],
  int: ['default'],
  join: ['d', 'attribute'],
  replace: ['old', 'new', 'count'],
  round: ['precision', 'method'],
  sort: ['reverse', 'case_sensitive', 'attribute'],
  sum: ['attribute', 'start'],
  tojson: ['indent'],
  trim: ['chars'],
  truncate: ['length', 'killwords', 'end', 'leeway'],
  unique: ['case_sensitive'],
  wordwrap: ['width', 'break_long_words'],
};

const UNCHECKED: readonly string[] = ['format', 'map', 'selectattr', 'rejectattr'];

/** A name that no template can write, whose value is missing. */
const MISSING: Node = { type: 'Identifier', value: '__missing' };

/**
 * The arguments of a filter in order.
 * @param fills whether what lies between given ones may be missing
 */
export function argumentsOf(
  name: string,
  written: unknown,
  fills: boolean,
  settings: Settings,
  place: Place,
): readonly Node[] {
  const given = isNode(written) && written.type === 'CallExpression' ? written['args'] : [];
  const args = given as readonly Node[];
  if (UNCHECKED.includes(name)) return args;
  const taken = TAKEN[name] ?? [];
  const tell = (argument: string): void => {
    const known = taken.length === 0 ? 'It takes none.' : `Use one of: ${taken.join(', ')}.`;
    const finding = templateCodes['pipeline-template-argument']({ argument, filter: name, known });
    settings.fail(finding, place(name));
  };
  const ordered: Node[] = [];
  const apart: Node[] = [];
  for (const argument of args) {
    if (argument.type !== 'KeywordArgumentExpression') {
      if (ordered.length >= taken.length) tell(`argument ${ordered.length + 1}`);
      ordered.push(argument);
      continue;
    }
    const key = nameOf(argument['key']) ?? '';
    const at = taken.indexOf(key);
    if (at < 0) tell(`\`${key}\``);
    else if (at === ordered.length) ordered.push(argument['value'] as Node);
    else if (!fills) apart.push(argument);
    else {
      while (ordered.length < at) ordered.push(MISSING);
      ordered[at] = argument['value'] as Node;
    }
  }
  return [...ordered, ...apart];
}
