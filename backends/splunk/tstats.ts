import {
  concat,
  expresses,
  fieldsOf,
  hardline,
  indent,
  isAny,
  join,
  necessaryOf,
  predicatesOf,
  splitConditions,
  text,
} from '../../src/backend/index.js';
import type {
  DataModel,
  Doc,
  Expression,
  Name,
  Predicate,
  QueryContext,
  Report,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { NOTHING, mayHoldOfNothing } from './nothing.js';
import { search, searchTerms } from './search.js';
import { whereCommand } from './where.js';

/** The manual warns that a network with wildcards may be treated as a string. */
const inModel: typeof search = { ...search, cidr: () => null };

/** The dataset within the model, which only `tstats` can choose by. */
const NODE = 'nodename';

/**
 * Counts matching events in a data model, by the fields that the rule asks for and lists, and those
 * that a pipeline adds. `where` within `tstats` accepts what `search` accepts, without functions; the
 * rest goes to a `where` after it, over the fields that are counted by. Rows in which one of those is
 * missing would be lost, so they get a value. Events that are not in the summaries yet are searched too.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/tstats
 */
export function tstats(
  model: DataModel,
  {
    conditions,
    shown,
  }: { readonly conditions: readonly Expression[]; readonly shown: readonly Name[] },
  context: QueryContext,
): Doc {
  const fits =
    context.options['search'] === 'where'
      ? (node: Expression) => 'field' in node && node.field.text === NODE
      : expresses(inModel, context);
  const { early, late } = splitConditions(
    conditions,
    { fits, weaken: necessaryOf },
    { oneOf: true, pushNegation: false },
  );
  const by = new Map<string, Doc>(model.by.map((name) => [name, name]));
  for (const condition of conditions) {
    checkPredicates(condition, context);
    for (const field of fieldsOf(condition).values()) {
      if (!isOfModel(field, model.name, context.report)) continue;
      by.set(field.text, text(field.text, field.span));
    }
  }
  for (const { text: name, span } of shown) {
    if (isNameIn(name, model.name) && !by.has(name)) by.set(name, text(name, span));
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

/** What the rows of counts do not have of the fields that a rule lists. */
export function unshownIn(model: DataModel, fields: readonly Name[]): readonly Name[] {
  return fields.filter(({ text: name }) => !isNameIn(name, model.name));
}

function isNameIn(field: string, model: string): boolean {
  return field.startsWith(`${datasetOf(model)}.`) && /^\w+\.\w+$/.test(field);
}

function datasetOf(model: string): string {
  const [, dataset = model] = model.split('.');
  return dataset;
}

/** Whether the model has a field; refused where it has not. */
function isOfModel({ text: field, span }: Name, model: string, report: Report): boolean {
  if (field === NODE || isNameIn(field, model)) return true;
  const dataset = datasetOf(model);
  report.refuse(codes['splunk-not-in-data-model']({ model, field, dataset }), span);
  return false;
}

/** Reports what rows of counts cannot answer, and where their answer differs. */
function checkPredicates(condition: Expression, { report }: QueryContext): void {
  for (const { predicate: node, negated } of predicatesOf(condition)) {
    if (node.kind === 'keyword') {
      report.refuse(codes['splunk-keyword-in-data-model'](), node.span);
      continue;
    }
    const slots = { unknown: NOTHING, field: node.field.text };
    if (asksPresence(node)) {
      report.refuse(codes['splunk-presence-in-data-model'](slots), node.span);
    } else if (mayHoldOfNothing(node)) {
      const finding = codes['splunk-unknown-in-data-model'](slots);
      report.approximate('wider', negated ? 'negative' : 'positive', finding, node.span);
    }
  }
}

function asksPresence(node: Predicate): boolean {
  if (node.kind === 'null' || node.kind === 'exists') return true;
  if (node.kind !== 'string') return false;
  return node.pattern.every(isAny);
}
