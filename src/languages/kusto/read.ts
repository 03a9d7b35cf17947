import { comparisonOf } from '../comparison.js';
import type { Literal, Surroundings } from '../comparison.js';
import { addCondition, MAX_QUERY_DEPTH, nothingYet, readingOf, refused } from '../reading.js';
import type { Gathered, QueryReader } from '../reading.js';
import { kustoComparisons } from './comparison.js';
import { KUSTO } from './dialect.js';
import { bracketDepth, children, items, outermost } from './syntax.js';
import type { KustoParser, SyntaxElement } from './syntax.js';

/** The columns of a query's rows, as far as they are known. */
interface Rows {
  /** Null if the rows are of several tables, or of none by name. */
  table: string | null;
  /** Of columns that the query names anew, the field that they hold. */
  readonly aliases: Map<string, string>;
  readonly aggregates: Set<string>;
}

/** Aggregations that take a condition, and which operand it is. */
const CONDITIONAL: Readonly<Record<string, number>> = {
  countif: 0,
  count_distinctif: 1,
  dcountif: 1,
  sumif: 1,
  avgif: 1,
  minif: 1,
  maxif: 1,
  make_list_if: 1,
  make_set_if: 1,
  make_bag_if: 1,
  take_anyif: 1,
};

/** Reads Kusto queries: the conditions of their operators, wherever they appear. */
export function kustoReader(parser: KustoParser): QueryReader {
  return (query) => {
    if (bracketDepth(query.text) > MAX_QUERY_DEPTH) {
      return refused(`Brackets nest deeper than ${MAX_QUERY_DEPTH} levels.`);
    }
    const parsed = parser.parse(query.text);
    if ('problem' in parsed) return refused(parsed.problem.message, parsed.problem.at);
    const gathered = nothingYet(query);
    try {
      readTree(parsed.root, parser, gathered);
    } catch (error) {
      // The tree is foreign: a form of it that is not known here must not end a whole build.
      const reason = error instanceof Error ? error.message : String(error);
      return refused(`The query has a form that is not read (${reason}).`);
    }
    return readingOf(gathered);
  };
}

function readTree(root: SyntaxElement, parser: KustoParser, gathered: Gathered): void {
  const { typeOf } = parser;
  const comparisons = kustoComparisons(parser);
  const constants = new Map<string, readonly Literal[] | null>();
  /** Of names bound to a query by `let`. */
  const queries = new Map<string, Rows>();
  statements(root, false);

  /** Everything of a query within an element. */
  function statements(element: SyntaxElement, negated: boolean): Rows {
    let last = noRows();
    for (const node of outermost(element, (e) => STATEMENTS.has(typeOf(e)))) {
      if (typeOf(node) === 'LetStatement') bind(node, negated);
      else last = query(node, negated);
    }
    return last;
  }

  function bind(node: SyntaxElement, negated: boolean): void {
    const [, declared, , value] = children(node);
    const name = declared!.SimpleName!;
    const scope = { constants, aliases: noRows().aliases };
    if (typeOf(value!) === 'FunctionDeclaration') {
      const [parameters, body] = children(value!);
      for (const p of outermost(parameters!, (e) => typeOf(e) === 'NameDeclaration')) {
        constants.set(p.SimpleName!, null);
      }
      queries.set(name, statements(body!, negated));
      return;
    }
    const literals = comparisons.literals(value!, scope);
    if (literals === null) {
      const isTable = typeOf(value!) === 'NameReference';
      queries.set(name, isTable ? named(value!.SimpleName!) : statements(value!, negated));
    }
    constants.set(name, literals);
  }

  /** A pipeline, or an operator that begins one. */
  function query(node: SyntaxElement, negated: boolean): Rows {
    const stages: SyntaxElement[] = [];
    let source = node;
    while (typeOf(source) === 'PipeExpression') {
      const [left, , stage] = children(source);
      stages.push(stage!);
      source = left!;
    }
    const rows = rowsOf(source, negated);
    for (const stage of stages.reverse()) operator(stage, rows, negated);
    return rows;
  }

  function rowsOf(source: SyntaxElement, negated: boolean): Rows {
    switch (typeOf(source)) {
      case 'NameReference':
        return named(source.SimpleName!);
      case 'FunctionCallExpression': {
        const rows = statements(source, negated);
        const name = children(source)[0]!.SimpleName!;
        return name === 'materialize' ? rows : named(name);
      }
      case 'PathExpression': {
        const [, , step] = children(source);
        return named(step?.SimpleName ?? '');
      }
      case 'ParenthesizedExpression':
        return query(children(source)[1]!, negated);
      case 'UnionOperator': {
        const all = unionOf(source, negated);
        return all.length === 1 ? all[0]! : noRows();
      }
      default: {
        const rows = noRows();
        operator(source, rows, negated);
        return rows;
      }
    }
  }

  function named(name: string): Rows {
    const known = queries.get(name);
    if (known) {
      const { table, aliases, aggregates } = known;
      return { table, aliases: new Map(aliases), aggregates: new Set(aggregates) };
    }
    return { ...noRows(), table: name === '' ? null : name };
  }

  function unionOf(node: SyntaxElement, negated: boolean): Rows[] {
    return children(node)
      .filter((c) => typeOf(c) === 'SyntaxList')
      .flatMap((list) => children(list))
      .filter((c) => typeOf(c) === 'SeparatedElement')
      .map((c) => rowsOf(children(c)[0]!, negated));
  }

  function operator(node: SyntaxElement, rows: Rows, negated: boolean): void {
    switch (typeOf(node)) {
      case 'FilterOperator':
        return condition(children(node).at(-1)!, rows, negated);
      case 'SearchOperator':
        return searched(children(node).at(-1)!, rows, negated);
      case 'FindOperator': {
        const found = children(node).find((c) => /Expression$/.test(typeOf(c)));
        if (found) searched(found, { ...rows, table: null }, negated);
        return;
      }
      case 'JoinOperator':
      case 'LookupOperator': {
        const kind = outermost(node, (e) => typeOf(e) === 'NamedParameter').map(textOf);
        // What an anti join finds on its right is left out.
        const opposite = kind.some((k) => /^kind=(?:left|right)?anti(?:semi)?$/.test(k));
        for (const child of children(node)) {
          if (/Expression$|^NameReference$/.test(typeOf(child))) {
            rowsOf(child, negated !== opposite);
          }
        }
        return;
      }
      case 'UnionOperator':
        unionOf(node, negated);
        rows.table = null;
        return;
      case 'ExtendOperator':
      case 'ProjectOperator':
      case 'ProjectRenameOperator':
      case 'MvExpandOperator':
        return assigned(node, rows, negated);
      case 'SummarizeOperator':
      case 'MakeSeriesOperator':
        return summarized(node, rows, negated);
      default:
        statements(node, negated);
    }
  }

  function condition(
    element: SyntaxElement,
    rows: Rows,
    negated: boolean,
    given: Pick<Surroundings, 'keywords'> = {},
  ): void {
    const { table, aliases, aggregates } = rows;
    const comparison = comparisons.read(element, { constants, aliases }, (nested) => {
      query(nested, negated);
    });
    const asked = comparisonOf(comparison, KUSTO, { aggregates, ...given }, gathered);
    addCondition(gathered, table, asked, negated);
  }

  /** In `search`, a string by itself is looked for anywhere. */
  function searched(element: SyntaxElement, rows: Rows, negated: boolean): void {
    condition(element, rows, negated, { keywords: true });
  }

  /** New columns: names for fields, or conditions to be filtered by later. */
  function assigned(node: SyntaxElement, rows: Rows, negated: boolean): void {
    const changes: [string, string | null][] = [];
    for (const { name, value } of assignments(node)) {
      const { aliases } = rows;
      changes.push([name, comparisons.fieldOf(value, { constants, aliases })]);
      if (isCondition(value)) condition(value, rows, negated);
      else statements(value, negated);
    }
    for (const [name, field] of changes) {
      rows.aggregates.delete(name);
      if (field === null || field === name) rows.aliases.delete(name);
      else rows.aliases.set(name, field);
    }
  }

  function summarized(node: SyntaxElement, rows: Rows, negated: boolean): void {
    const isCall = (e: SyntaxElement): boolean => typeOf(e) === 'FunctionCallExpression';
    const calls = outermost(node, isCall);
    for (const call of calls) {
      const [name, list] = children(call);
      const called = name!.SimpleName!.toLowerCase();
      const at = Object.hasOwn(CONDITIONAL, called) ? CONDITIONAL[called]! : -1;
      const given = items(children(list!)[1]!);
      if (given[at]) condition(given[at], rows, negated);
      const column = given[0]?.SimpleName;
      rows.aggregates.add(column === undefined ? `${called}_` : `${called}_${column}`);
    }
    for (const { name, value } of assignments(node)) {
      const field = comparisons.fieldOf(value, { constants, aliases: rows.aliases });
      if (field !== null) rows.aliases.set(name, field);
      else if (isCall(value)) rows.aggregates.add(name);
    }
  }

  function assignments(node: SyntaxElement): { name: string; value: SyntaxElement }[] {
    return outermost(node, (e) => typeOf(e) === 'SimpleNamedExpression').map((named) => {
      const [declared, , value] = children(named);
      return { name: declared!.SimpleName ?? '', value: value! };
    });
  }

  function isCondition(value: SyntaxElement): boolean {
    switch (typeOf(value)) {
      case 'InExpression':
      case 'HasAnyExpression':
      case 'HasAllExpression':
      case 'BetweenExpression':
        return true;
      case 'ParenthesizedExpression':
        return isCondition(children(value)[1]!);
      case 'BinaryExpression': {
        const name = children(value)[1]!.Text!.toLowerCase();
        return name === 'and' || name === 'or' || Object.hasOwn(KUSTO.operators, name);
      }
      case 'FunctionCallExpression': {
        const name = children(value)[0]!.SimpleName!.toLowerCase();
        return name === 'not' || Object.hasOwn(KUSTO.functions, name);
      }
      default:
        return false;
    }
  }

  function textOf(element: SyntaxElement): string {
    const tokens = outermost(element, (e) => e.ChildCount === 0);
    return tokens.map((t) => t.Text ?? '').join('');
  }
}

const STATEMENTS: ReadonlySet<string> = new Set([
  'LetStatement',
  'PipeExpression',
  'UnionOperator',
  'SearchOperator',
  'FindOperator',
]);

function noRows(): Rows {
  return { table: null, aliases: new Map(), aggregates: new Set() };
}
