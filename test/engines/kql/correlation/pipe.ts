import { children, read, statementsOf, typeName } from '../parser.js';
import type { Element, KqlNode } from '../parser.js';

/** A whole query: what it computes once, where its rows come from, and what they go through. */
export interface Pipe {
  readonly lets: readonly (readonly [name: string, pipe: Pipe])[];
  readonly source:
    | { readonly kind: 'table'; readonly name: string }
    | { readonly kind: 'union'; readonly inputs: readonly Pipe[] };
  readonly operators: readonly Operator[];
}

export type Named = readonly [name: string, node: KqlNode];

export type Operator =
  | { readonly kind: 'where'; readonly predicate: KqlNode }
  | { readonly kind: 'extend' | 'project'; readonly columns: readonly Named[] }
  | { readonly kind: 'project-away'; readonly names: readonly string[] }
  | {
      readonly kind: 'summarize';
      readonly columns: readonly Named[];
      readonly by: readonly string[];
    }
  | {
      readonly kind: 'mv-expand';
      readonly column: Named;
      readonly type: string;
      readonly index: string | null;
    }
  | {
      readonly kind: 'sort';
      readonly by: readonly (readonly [name: string, descending: boolean])[];
    };

/** Reads a query through Microsoft's parser; throws for what it has that is not read. */
export function readPipe(text: string): Pipe {
  const { lets, expression } = statementsOf(text);
  return { ...pipeOf(expression), lets: lets.map(letOf) };
}

/** https://learn.microsoft.com/en-us/kusto/query/let-statement */
function letOf(element: Element): readonly [string, Pipe] {
  const [, name, , value] = children(element);
  if (typeName(value!) !== 'MaterializeExpression') throw new SyntaxError(typeName(value!));
  return [name!.SimpleName!, pipeOf(children(value!)[2]!)];
}

function pipeOf(element: Element): Pipe {
  const parts = children(element);
  switch (typeName(element)) {
    case 'ParenthesizedExpression':
      return pipeOf(parts[1]!);
    case 'NameReference':
      return { lets: [], source: { kind: 'table', name: element.SimpleName! }, operators: [] };
    case 'UnionOperator': {
      const inputs = items(parts.at(-1)!).map(pipeOf);
      return { lets: [], source: { kind: 'union', inputs }, operators: [] };
    }
    case 'PipeExpression': {
      const { source, operators } = pipeOf(parts[0]!);
      return { lets: [], source, operators: [...operators, operatorOf(parts[2]!)] };
    }
    default:
      throw new SyntaxError(`not expected in a query: ${typeName(element)}`);
  }
}

function operatorOf(element: Element): Operator {
  const parts = children(element);
  switch (typeName(element)) {
    case 'FilterOperator':
      return { kind: 'where', predicate: read(parts.at(-1)!) };
    case 'ExtendOperator':
      return { kind: 'extend', columns: items(parts.at(-1)!).map(named) };
    case 'ProjectOperator':
      return { kind: 'project', columns: items(parts.at(-1)!).map(named) };
    case 'ProjectAwayOperator':
      return { kind: 'project-away', names: items(parts.at(-1)!).map(nameOf) };
    case 'SummarizeOperator': {
      const by = items(children(parts.at(-1)!).at(-1)!).map(nameOf);
      return { kind: 'summarize', columns: items(parts[2]!).map(named), by };
    }
    case 'MvExpandOperator': {
      const parameters = children(parts[1]!).map(textOf).join();
      const index = /^with_itemindex=(\w+)$/.exec(parameters)?.[1] ?? null;
      if (parameters !== '' && index === null) throw new SyntaxError(`not read: ${parameters}`);
      const [column, ...others] = items(parts[2]!);
      if (!column || others.length > 0) throw new SyntaxError('several columns in mv-expand');
      const [expression, to] = children(column);
      const type = to ? textOf(to).replace(/^totypeof\(|\)$/g, '') : 'dynamic';
      return { kind: 'mv-expand', column: named(expression!), type, index };
    }
    case 'SortOperator':
      return { kind: 'sort', by: items(parts.at(-1)!).map(ordering) };
    default:
      throw new SyntaxError(`not expected in a query: ${typeName(element)}`);
  }
}

function ordering(element: Element): readonly [string, boolean] {
  const [name, clause] = children(element);
  // What is left out is descending.
  const words = clause ? children(clause).map((c) => c.Text) : [];
  if (words.length !== 1) throw new SyntaxError('an order that is not told');
  return [nameOf(name!), words[0] === 'desc'];
}

function named(element: Element): Named {
  if (typeName(element) !== 'SimpleNamedExpression') return [nameOf(element), read(element)];
  const [name, , value] = children(element);
  return [name!.SimpleName!, read(value!)];
}

function nameOf(element: Element): string {
  if (typeName(element) !== 'NameReference') throw new SyntaxError('a column without a name');
  return element.SimpleName!;
}

function textOf(element: Element): string {
  return element.Text ?? children(element).map(textOf).join('');
}

/** What is separated by commas. */
function items(list: Element): readonly Element[] {
  return children(list).map((separated) => children(separated)[0]!);
}
