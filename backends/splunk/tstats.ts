import {
  concat,
  eachPredicate,
  expresses,
  fieldsOf,
  hardline,
  indent,
  join,
  splitConditions,
  text,
} from '../../src/backend/index.js';
import type {
  DataModel,
  Doc,
  Expression,
  Predicate,
  QueryContext,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { NOTHING, mayHoldOfNothing } from './nothing.js';
import { search, searchTerms } from './search.js';
import { whereCommand } from './where.js';

/** A network may be mistaken for a text where wildcards are in it, says the manual. */
const inModel: typeof search = { ...search, cidr: () => null };

/** The dataset within the model, which only `tstats` can choose by. */
const NODE = 'nodename';

/**
 * Counts what fits in a data model, by the fields that the rule asks for and those that a pipeline
 * adds. `where` within `tstats` takes what `search` takes, without functions; the rest goes to a
 * `where` after it, over the fields that are counted by. Rows in which one of those is missing
 * would be lost, so they get a value. Summaries are not all there is: events that are not in them
 * yet are searched too.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/tstats
 */
export function tstats(
  model: DataModel,
  conditions: readonly Expression[],
  context: QueryContext,
): Doc {
  const fits =
    context.options['search'] === 'where'
      ? (node: Expression) => 'field' in node && node.field.text === NODE
      : expresses(inModel, context);
  const { early, late } = splitConditions(conditions, fits, { oneOf: true, pushNegation: false });
  const by = new Map<string, Doc>(model.by.map((name) => [name, name]));
  for (const condition of conditions) {
    checkPredicates(condition, context);
    for (const name of checkedFields(condition, model, context)) {
      by.set(name.text, text(name.text, name.span));
    }
  }
  by.delete(NODE);
  const asked = early.filter((e) => e.kind !== 'constant' || !e.value);
  const terms = searchTerms(search, asked, context);
  const clauses: Doc[] = [
    `fillnull_value="${NOTHING}" count min(_time) as firstTime max(_time) as lastTime`,
    `from datamodel=${model.name}`,
  ];
  if (terms) clauses.push(concat('where ', indent(terms.doc)));
  if (by.size > 0) clauses.push(concat('by ', join(' ', [...by.values()])));
  const counts = concat('| tstats summariesonly=false ', indent(join(hardline, clauses)));
  return late.length === 0 ? counts : concat(counts, hardline, whereCommand(late, context));
}

/** The fields that the model has; others are refused. */
function checkedFields(
  condition: Expression,
  { name: model }: DataModel,
  { report }: QueryContext,
) {
  const [, dataset = model] = model.split('.');
  return [...fieldsOf(condition).values()].filter(({ text: field, span }) => {
    if (field === NODE || (field.startsWith(`${dataset}.`) && /^\w+\.\w+$/.test(field)))
      return true;
    const finding = codes['splunk-not-in-data-model']({ model, field, dataset });
    report.refuse(finding, span);
    return false;
  });
}

/** Says what rows of counts cannot answer, and what they answer otherwise. */
function checkPredicates(condition: Expression, { report }: QueryContext): void {
  eachPredicate(condition, (node, polarity) => {
    if (node.kind === 'keyword') {
      const finding = codes['splunk-keyword-in-data-model']();
      return report.refuse(finding, node.span);
    }
    const slots = { unknown: NOTHING, field: node.field.text };
    if (asksPresence(node)) {
      const finding = codes['splunk-presence-in-data-model'](slots);
      report.refuse(finding, node.span);
    } else if (mayHoldOfNothing(node)) {
      const finding = codes['splunk-unknown-in-data-model'](slots);
      report.approximate('wider', polarity, finding, node.span);
    }
  });
}

function asksPresence(node: Predicate): boolean {
  if (node.kind === 'null' || node.kind === 'exists') return true;
  if (node.kind !== 'string') return false;
  return node.pattern.every((p) => typeof p !== 'string' && p.kind === 'any');
}
