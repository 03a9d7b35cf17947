// Loaded for their side effect: they set the globals Bridge, System and Kusto.
import '@kusto/language-service-next/bridge.min.js';
import '@kusto/language-service-next/Kusto.Language.Bridge.min.js';

/**
 * Microsoft's own parser of KQL, and its tree in a form that tests can read.
 * https://www.npmjs.com/package/@kusto/language-service-next
 */
export type KqlNode =
  | { readonly kind: 'operation'; readonly operator: string; readonly operands: readonly KqlNode[] }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly KqlNode[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'path'; readonly base: KqlNode; readonly key: string }
  /** A number, boolean or string; the value of a string is what it stands for, unescaped. */
  | { readonly kind: 'literal'; readonly type: string; readonly value: string }
  | { readonly kind: 'list'; readonly operands: readonly KqlNode[] }
  | { readonly kind: 'star' };

export interface WhereQuery {
  readonly table: string;
  readonly predicate: KqlNode;
}

/** What one table's rows go through. */
export interface KqlBranch {
  readonly table: string;
  readonly steps: readonly KqlStep[];
}

export type KqlStep =
  | { readonly kind: 'where'; readonly predicate: KqlNode }
  | { readonly kind: 'extend'; readonly columns: readonly (readonly [string, KqlNode])[] };

export interface Element {
  readonly ChildCount: number;
  readonly Text?: string;
  readonly SimpleName?: string;
  readonly LiteralValue?: unknown;
  readonly ResultType?: { readonly Name: string } | null;
  GetChild(index: number): Element | null;
  ToString$1?(): string;
}

interface Diagnostics {
  readonly Count: number;
  getItem(index: number): { readonly Message: string; readonly Start: number };
}

interface KustoCode {
  readonly Syntax: Element;
  GetDiagnostics(): Diagnostics;
}

interface KustoGlobals {
  readonly Kusto: {
    readonly Language: {
      readonly KustoCode: {
        Parse(text: string): KustoCode;
        ParseAndAnalyze(text: string, globals: unknown): KustoCode;
      };
      readonly KustoFacts: { GetStringLiteralValue(literal: string): string };
      readonly GlobalState: { readonly Default: { WithDatabase(database: unknown): unknown } };
      readonly Symbols: {
        readonly Symbol: unknown;
        readonly TableSymbol: { From(columns: string): { WithName(name: string): unknown } };
        readonly DatabaseSymbol: {
          readonly $ctor1: new (name: string, members: unknown) => unknown;
        };
      };
    };
  };
  readonly System: { readonly Array: { init(items: unknown[], type: unknown): unknown } };
  readonly Bridge: { readonly Reflection: { getTypeName(object: unknown): string } };
}

const { Kusto, System, Bridge } = globalThis as unknown as KustoGlobals;
const { Language } = Kusto;

/** What the parser has against the query; a bare predicate needs a table before it. */
export function parseKql(text: string): string[] {
  return messages(Language.KustoCode.Parse(text));
}

/** As `parseKql`, and the binder: names and types against a table of these columns. */
export function bindKql(text: string, table: string, columns: string): string[] {
  return binderFor(new Map([[table, columns]]))(text);
}

/** The same against several tables, whose columns are `NAME:TYPE, …`; made once for many queries. */
export function binderFor(tables: ReadonlyMap<string, string>): (text: string) => string[] {
  const symbols = [...tables].map(([table, columns]) =>
    Language.Symbols.TableSymbol.From(`(${columns})`).WithName(table),
  );
  const members = System.Array.init(symbols, Language.Symbols.Symbol);
  const database = new Language.Symbols.DatabaseSymbol.$ctor1('Tests', members);
  const globals = Language.GlobalState.Default.WithDatabase(database);
  return (text) => messages(Language.KustoCode.ParseAndAnalyze(text, globals));
}

function messages(code: KustoCode): string[] {
  const found = code.GetDiagnostics();
  const out: string[] = [];
  for (let i = 0; i < found.Count; i++) {
    const { Message, Start } = found.getItem(i);
    out.push(`${Message} (at ${Start})`);
  }
  return out;
}

export function asQuery(predicate: string): string {
  return `T\n| where ${predicate}`;
}

/** Reads `TABLE | where PREDICATE`, and throws for anything else. */
export function readWhere(text: string): WhereQuery {
  const [branch, ...others] = readQuery(text);
  const [step, ...more] = branch?.steps ?? [];
  if (!branch || step?.kind !== 'where' || others.length > 0 || more.length > 0) {
    throw new SyntaxError(`not a single where:\n${text}`);
  }
  return { table: branch.table, predicate: step.predicate };
}

/** Reads a query of `where` and `extend` over a table, or a `union` of several. */
export function readQuery(text: string): readonly KqlBranch[] {
  return readBranches(onlyExpression(text));
}

/** The tree of a query that is one expression. */
export function onlyExpression(text: string): Element {
  const { lets, expression } = statementsOf(text);
  if (lets.length > 0) throw new SyntaxError(`not one expression:\n${text}`);
  return expression;
}

/** The `let` statements of a query, and the expression after them. */
export function statementsOf(text: string): {
  readonly lets: readonly Element[];
  readonly expression: Element;
} {
  const code = Language.KustoCode.Parse(text);
  const found = messages(code);
  if (found.length > 0) throw new SyntaxError(`${found.join('; ')}\n${text}`);
  const statements = statementsIn(code.Syntax);
  const ofKind = (name: string): readonly Element[] =>
    statements.filter((s) => typeName(s) === name);
  const [expression, ...others] = children(only(ofKind('ExpressionStatement')));
  if (!expression || others.length > 0) throw new SyntaxError(`not one expression:\n${text}`);
  return { lets: ofKind('LetStatement'), expression };
}

function readBranches(element: Element): readonly KqlBranch[] {
  switch (typeName(element)) {
    case 'UnionOperator':
      return children(children(element).at(-1)!).flatMap((c) => readBranches(children(c)[0]!));
    case 'ParenthesizedExpression':
      return readBranches(children(element)[1]!);
    case 'NameReference':
      return [{ table: element.SimpleName!, steps: [] }];
    // A function that returns a table.
    case 'FunctionCallExpression':
      return [{ table: `${children(element)[0]!.SimpleName!}()`, steps: [] }];
    case 'PipeExpression': {
      const [source, , operator] = children(element);
      // Which columns are shown changes no row.
      if (typeName(operator!) === 'ProjectOperator') return readBranches(source!);
      const step = readStep(operator!);
      return readBranches(source!).map((b) => ({ ...b, steps: [...b.steps, step] }));
    }
    default:
      throw new SyntaxError(`not expected in a query: ${typeName(element)}`);
  }
}

function readStep(element: Element): KqlStep {
  const last = children(element).at(-1)!;
  switch (typeName(element)) {
    case 'FilterOperator':
      return { kind: 'where', predicate: read(last) };
    case 'ExtendOperator':
      return {
        kind: 'extend',
        columns: children(last).map((separated) => {
          const [name, , value] = children(children(separated)[0]!);
          return [name!.SimpleName!, read(value!)] as const;
        }),
      };
    default:
      throw new SyntaxError(`not expected in a query: ${typeName(element)}`);
  }
}

/** A scalar expression. */
export function read(element: Element): KqlNode {
  const parts = children(element);
  switch (typeName(element)) {
    case 'ParenthesizedExpression':
      return read(parts[1]!);
    case 'BinaryExpression': {
      const operator = parts[1]!.Text!;
      return { kind: 'operation', operator, operands: [read(parts[0]!), read(parts[2]!)] };
    }
    case 'InExpression': {
      const operands = [read(parts[0]!), ...readList(parts[2]!)];
      return { kind: 'operation', operator: parts[1]!.Text!, operands };
    }
    case 'FunctionCallExpression':
      return { kind: 'call', name: parts[0]!.SimpleName!, operands: readList(parts[1]!) };
    case 'NameReference':
      return { kind: 'name', name: element.SimpleName! };
    case 'PathExpression':
      return { kind: 'path', base: read(parts[0]!), key: parts[2]!.SimpleName! };
    case 'ElementExpression': {
      const key = read(children(parts[1]!)[1]!);
      if (key.kind !== 'literal') throw new SyntaxError('a subscript that is no literal');
      return { kind: 'path', base: read(parts[0]!), key: key.value };
    }
    case 'PrefixUnaryExpression': {
      const operand = read(parts[1]!);
      if (operand.kind !== 'literal') throw new SyntaxError('a sign before what is no number');
      return { ...operand, value: `${parts[0]!.Text!}${operand.value}` };
    }
    case 'LiteralExpression':
      return readLiteral(parts[0]!.Text!);
    case 'DynamicExpression':
      return read(parts[2]!);
    case 'JsonArrayExpression':
      return { kind: 'list', operands: readItems(parts[1]!) };
    case 'StarExpression':
      return { kind: 'star' };
    default:
      throw new SyntaxError(`not expected in a predicate: ${typeName(element)}`);
  }
}

function readLiteral(text: string): KqlNode {
  if (/^@?["']/.test(text)) {
    const value = Language.KustoFacts.GetStringLiteralValue(text);
    return { kind: 'literal', type: 'string', value };
  }
  // In a dynamic literal alone.
  if (text === 'null') return { kind: 'literal', type: 'dynamic', value: text };
  if (/^(?:true|false)$/.test(text)) return { kind: 'literal', type: 'bool', value: text };
  if (/^\d+(?:\.\d+)?(?:d|h|m|s|ms)$/.test(text)) {
    return { kind: 'literal', type: 'timespan', value: text };
  }
  const wrapped = /^(\w+)\((.*)\)$/.exec(text);
  if (wrapped) return { kind: 'literal', type: wrapped[1]!, value: wrapped[2]! };
  return { kind: 'literal', type: /[.eE]/.test(text) ? 'real' : 'long', value: text };
}

function readList(list: Element): KqlNode[] {
  return readItems(children(list)[1]!);
}

function readItems(items: Element): KqlNode[] {
  return children(items).map((separated) => read(children(separated)[0]!));
}

export function children(element: Element): Element[] {
  const out: Element[] = [];
  for (let i = 0; i < element.ChildCount; i++) {
    const child = element.GetChild(i);
    if (child) out.push(child);
  }
  return out;
}

/** Not what is within one: that is most of the tree. */
function statementsIn(element: Element): Element[] {
  if (/^(?:Expression|Let)Statement$/.test(typeName(element))) return [element];
  return children(element).flatMap(statementsIn);
}

function only(found: readonly Element[]): Element {
  if (found.length !== 1) throw new SyntaxError(`${found.length} pipes instead of one`);
  return found[0]!;
}

export function typeName(element: Element): string {
  return Bridge.Reflection.getTypeName(element)
    .replace(/^.*\./, '')
    .replace(/[`$].*$/, '');
}
