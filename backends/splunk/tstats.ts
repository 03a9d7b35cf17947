import {
  concat,
  fieldPredicatesOf,
  fieldsOf,
  hardline,
  indent,
  join,
  linkWith,
  negate,
  text,
} from '../../src/backend/index.js';
import type {
  DataModel,
  Doc,
  Emitted,
  EmitRequest,
  Expression,
  FieldPredicate,
  Name,
  Polarity,
  Report,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { indexTerm } from './indexes.js';
import { NOTHING, mayHoldOfNothing } from './nothing.js';
import { SEARCH_SYNTAX, emitSearch, fitsInSearch } from './search.js';
import type { Fits } from './search.js';
import { splitStages } from './stages.js';
import { whereCommand } from './where.js';

/**
 * Counts what fits in a data model, by the fields that the rule asks for and those that a pipeline
 * adds. `where` within `tstats` takes what `search` takes, without functions; the rest goes to a
 * `where` after it, over the fields that are counted by. Rows in which one of those is missing
 * would be lost, so they get a value. Summaries are not all there is: events that are not in them
 * yet are searched too.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/tstats
 */
export function emitTstats(
  { name: model, by: added }: DataModel,
  { expression, options }: EmitRequest,
  report: Report,
): Doc {
  judge(expression, 'positive', report);
  const fields = [...fieldsOf(expression).values()].filter((f) => isOfModel(f, model, report));
  const { search, where } = splitStages(
    expression,
    options['search'] === 'where' ? asksNode : fits,
  );
  const terms: Emitted[] = search.filter((e) => !isTrue(e)).map(emitSearch);
  if (options['index']) terms.unshift(indexTerm(options['index']));
  const by = new Map<string, Doc>();
  for (const name of added) by.set(name, name);
  for (const name of fields) by.set(name.text, text(name.text, name.span));
  by.delete(NODE);
  const clauses: Doc[] = [
    `fillnull_value="${NOTHING}" count min(_time) as firstTime max(_time) as lastTime`,
    `from datamodel=${model}`,
  ];
  if (terms.length > 0) {
    clauses.push(concat('where ', indent(linkWith(SEARCH_SYNTAX, 'and', terms).doc)));
  }
  if (by.size > 0) clauses.push(concat('by ', join(' ', [...by.values()])));
  const tstats = concat('| tstats summariesonly=false ', indent(join(hardline, clauses)));
  return where.length === 0 ? tstats : concat(tstats, hardline, whereCommand(where, report));
}

/** The dataset within the model, which only `tstats` can choose by. */
const NODE = 'nodename';

const asksNode: Fits = (node) => 'field' in node && node.field.text === NODE;

const NO_FIELDS = new Set<string>();
const fitsAsSearch = fitsInSearch(NO_FIELDS);

/** A network may be mistaken for a text where wildcards stand in it, says the manual. */
const fits: Fits = (node) =>
  fitsAsSearch(node) && !fieldPredicatesOf(node).some((p) => p.kind === 'cidr');

function isTrue(node: Expression): boolean {
  return node.kind === 'constant' && node.value;
}

/** Whether the model has the field; refused where the name is not one of the model's. */
function isOfModel({ text: name, span }: Name, model: string, report: Report): boolean {
  const [, dataset = model] = model.split('.');
  if (name === NODE || (name.startsWith(`${dataset}.`) && /^\w+\.\w+$/.test(name))) return true;
  report.refuse(codes['splunk-not-in-data-model']({ model, field: name, dataset }), span);
  return false;
}

/** Says what rows of counts cannot answer, and what they answer otherwise. */
function judge(node: Expression, polarity: Polarity, report: Report): void {
  switch (node.kind) {
    case 'and':
    case 'or':
      for (const operand of node.operands) judge(operand, polarity, report);
      return;
    case 'not':
      judge(node.operand, negate(polarity), report);
      return;
    case 'one-of':
      for (const option of node.options) judge(option, polarity, report);
      return;
    case 'constant':
      return;
    case 'keyword':
      report.refuse(codes['splunk-keyword-in-data-model'](), node.span);
      return;
    default: {
      const slots = { unknown: NOTHING, field: node.field.text };
      if (asksPresence(node)) {
        report.refuse(codes['splunk-presence-in-data-model'](slots), node.span);
      } else if (mayHoldOfNothing(node)) {
        const finding = codes['splunk-unknown-in-data-model'](slots);
        report.approximate('wider', polarity, finding, node.span);
      }
    }
  }
}

function asksPresence(node: FieldPredicate): boolean {
  if (node.kind === 'null' || node.kind === 'exists') return true;
  if (node.kind !== 'string') return false;
  return node.pattern.every((p) => typeof p !== 'string' && p.kind === 'any');
}
