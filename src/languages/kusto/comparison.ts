import type { Place } from '../clause.js';
import type { Comparison, Computed, Literal } from '../comparison.js';
import { KUSTO } from './dialect.js';
import { children, items, outermost, placeOf } from './syntax.js';
import type { KustoParser, SyntaxElement } from './syntax.js';

/** The meaning of names at one position of a query. */
export interface Scope {
  /** The literals that names are bound to by `let`; null if bound to something else. */
  readonly constants: ReadonlyMap<string, readonly Literal[] | null>;
  /** Of columns that a query names anew, the field that they hold. */
  readonly aliases: ReadonlyMap<string, string>;
}

export interface KustoComparisons {
  /** A condition or value as a comparison. `subquery` gets the queries within, in order. */
  readonly read: (
    element: SyntaxElement,
    scope: Scope,
    subquery: (element: SyntaxElement) => void,
  ) => Comparison;
  /** The literals of a constant: one, or those of a list; null if it is not a constant. */
  readonly literals: (element: SyntaxElement, scope: Scope) => readonly Literal[] | null;
  /** The field that an expression reads unchanged; null if it does not. */
  readonly fieldOf: (element: SyntaxElement, scope: Scope) => string | null;
}

const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);

export function kustoComparisons({ typeOf, stringValue }: KustoParser): KustoComparisons {
  const isQuery = (e: SyntaxElement): boolean => typeOf(e) === 'PipeExpression';

  function read(
    element: SyntaxElement,
    scope: Scope,
    subquery: (element: SyntaxElement) => void,
  ): Comparison {
    return expression(element);

    function expression(node: SyntaxElement): Comparison {
      const place = placeOf(node);
      switch (typeOf(node)) {
        case 'ParenthesizedExpression': {
          const inner = children(node)[1]!;
          return isQuery(inner) ? nested(inner) : expression(inner);
        }
        case 'BinaryExpression':
          return binary(node);
        case 'InExpression':
        case 'HasAnyExpression':
        case 'HasAllExpression': {
          const [subject, operator, list] = children(node);
          const given = items(children(list!)[1]!).flatMap(values);
          return compare(operator!, subject!, given, place);
        }
        case 'BetweenExpression': {
          const [subject, operator, couple] = children(node);
          const [, low, , high] = children(couple!);
          const tested = expression(subject!);
          const bound = (name: string, value: SyntaxElement): Comparison => {
            return {
              kind: 'compare',
              operator: name,
              subject: tested,
              values: values(value),
              ...place,
            };
          };
          const operands = [bound('>=', low!), bound('<=', high!)];
          const both: Comparison = { kind: 'and', operands };
          return operator!.Text!.startsWith('!') ? { kind: 'not', operand: both } : both;
        }
        case 'FunctionCallExpression':
          return call(node);
        case 'StarExpression':
          return { kind: 'field', name: '*', ...place };
        default: {
          const constants = literals(node, scope);
          if (constants?.length === 1) return constants[0]!;
          const field = constants ? null : path(node, scope);
          return field === null ? nested(node) : { kind: 'field', name: field, ...place };
        }
      }
    }

    function binary(node: SyntaxElement): Comparison {
      const place = placeOf(node);
      const [left, operator, right] = children(node);
      const name = operator!.Text!.toLowerCase();
      if (name === 'and' || name === 'or') {
        return { kind: name, operands: chain(node, name).map(expression) };
      }
      if (ARITHMETIC.has(name)) return nested(node);
      return compare(operator!, left!, values(right!), place);
    }

    function compare(
      operator: SyntaxElement,
      subject: SyntaxElement,
      given: readonly Comparison[],
      place: Place,
    ): Comparison {
      const name = operator.Text!.toLowerCase();
      return {
        kind: 'compare',
        operator: name,
        subject: expression(subject),
        values: given,
        ...place,
      };
    }

    function call(node: SyntaxElement): Comparison {
      const place = placeOf(node);
      const [name, list] = children(node);
      const called = name!.SimpleName!.toLowerCase();
      const field = path(node, scope);
      if (field !== null) return { kind: 'field', name: field, ...place };
      const given = items(children(list!)[1]!);
      if (called === 'not' && given.length === 1) {
        return { kind: 'not', operand: expression(given[0]!) };
      }
      const known = Object.hasOwn(KUSTO.functions, called);
      if (!known && !KUSTO.transparent.has(called)) return nested(node);
      return { kind: 'call', name: called, operands: given.flatMap(values), ...place };
    }

    /** A value, or each of a list. */
    function values(node: SyntaxElement): readonly Comparison[] {
      const constants = literals(node, scope);
      if (constants) return constants;
      const name = typeOf(node) === 'NameReference' ? node.SimpleName! : null;
      if (name === null || !scope.constants.has(name)) return [expression(node)];
      const message = `The values of ${name} are not in the query.`;
      return [{ kind: 'computed', message, ...placeOf(node) }];
    }

    /** What is computed, maybe by a query of its own. */
    function nested(node: SyntaxElement): Computed {
      outermost(node, isQuery).forEach(subquery);
      return { kind: 'computed', ...placeOf(node) };
    }
  }

  /** The operands of a row of one operator, which is a deep tree. */
  function chain(node: SyntaxElement, name: string): SyntaxElement[] {
    const operands: SyntaxElement[] = [];
    let rest = node;
    while (typeOf(rest) === 'BinaryExpression') {
      const [left, operator, right] = children(rest);
      if (operator!.Text!.toLowerCase() !== name) break;
      operands.push(right!);
      rest = left!;
    }
    operands.push(rest);
    return operands.reverse();
  }

  function literals(node: SyntaxElement, scope: Scope): readonly Literal[] | null {
    const place = placeOf(node);
    switch (typeOf(node)) {
      case 'LiteralExpression':
      case 'CompoundStringLiteralExpression':
        return [literal(node)];
      case 'PrefixUnaryExpression': {
        const [sign, operand] = children(node);
        if (typeOf(operand!) !== 'LiteralExpression') return null;
        const { type, value } = literal(operand!);
        return [
          { kind: 'literal', type, value: sign!.Text === '-' ? `-${value}` : value, ...place },
        ];
      }
      case 'ParenthesizedExpression':
        return literals(children(node)[1]!, scope);
      case 'NameReference':
        return scope.constants.get(node.SimpleName!) ?? null;
      case 'DynamicExpression':
        return literals(children(node)[2]!, scope);
      case 'JsonArrayExpression':
        return all(items(children(node)[1]!), scope);
      case 'DataTableExpression': {
        const [, , schema, , rows] = children(node);
        return items(children(schema!)[1]!).length === 1 ? all(items(rows!), scope) : null;
      }
      case 'FunctionCallExpression': {
        const [name, list] = children(node);
        const called = name!.SimpleName!.toLowerCase();
        const isList = called === 'pack_array' || called === 'set_union';
        return isList ? all(items(children(list!)[1]!), scope) : null;
      }
      default:
        return null;
    }
  }

  function all(elements: readonly SyntaxElement[], scope: Scope): readonly Literal[] | null {
    const found = elements.map((e) => literals(e, scope));
    return found.every((f) => f !== null) ? found.flat() : null;
  }

  function literal(node: SyntaxElement): Literal {
    const place = placeOf(node);
    const tokens = children(node).flatMap((c) => (c.Text === undefined ? children(c) : [c]));
    const texts = tokens.map((t) => t.Text ?? '');
    if (texts.every((t) => /^[@hH]*["'`]/.test(t))) {
      return { kind: 'literal', type: 'text', value: texts.map(stringValue).join(''), ...place };
    }
    const text = texts.join('');
    if (/^(?:true|false)$/i.test(text)) {
      return { kind: 'literal', type: 'boolean', value: text.toLowerCase(), ...place };
    }
    // `long(1)`, `datetime(2020-01-01)`
    const value = /^\w+\(([^]*)\)$/.exec(text)?.[1]?.trim() ?? text;
    const type = value === 'null' ? 'null' : /^-?[\d.]+$/.test(value) ? 'number' : 'text';
    return { kind: 'literal', type, value, ...place };
  }

  /** A column, or a property of one: `EventData.Image`, `tostring(parse_json(X)["a"])`. */
  function path(element: SyntaxElement, scope: Scope): string | null {
    const steps: string[] = [];
    let node = element;
    for (;;) {
      switch (typeOf(node)) {
        case 'NameReference': {
          const name = node.SimpleName!;
          if (scope.constants.has(name)) return null;
          return [scope.aliases.get(name) ?? name, ...steps.reverse()].join('.');
        }
        case 'PathExpression': {
          const [base, , step] = children(node);
          if (step?.SimpleName === undefined) return null;
          // The two sides of a join.
          const side = base!.SimpleName;
          if (side === '$left' || side === '$right')
            return [step.SimpleName, ...steps.reverse()].join('.');
          steps.push(step.SimpleName);
          node = base!;
          break;
        }
        case 'ElementExpression': {
          const [base, bracket] = children(node);
          const key = literals(children(bracket!)[1]!, scope)?.[0];
          // Which of a list is taken does not change what it is a list of.
          if (key?.type === 'text') steps.push(key.value);
          else if (key?.type !== 'number') return null;
          node = base!;
          break;
        }
        case 'ParenthesizedExpression':
          node = children(node)[1]!;
          break;
        case 'FunctionCallExpression': {
          const [name, list] = children(node);
          const called = name!.SimpleName!.toLowerCase();
          // The ingestion time of an event, which is not a column.
          if (called === 'ingestion_time') return called;
          const [first] = items(children(list!)[1]!);
          if (!first) return null;
          if (called === 'column_ifexists' || called === 'columnifexists') {
            const column = literals(first, scope)?.[0]?.value;
            return column === undefined ? null : [column, ...steps.reverse()].join('.');
          }
          if (!KUSTO.transparent.has(called)) return null;
          node = first;
          break;
        }
        default:
          return null;
      }
    }
  }

  return { read, literals, fieldOf: path };
}
