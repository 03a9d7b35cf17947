import {
  askedTogether,
  literalText,
  negate,
  requiredPattern,
  shapeOf,
  simplify,
  textMatcher,
} from '../../src/backend/index.js';
import type {
  Expression,
  FieldPredicate,
  Polarity,
  QueryContext,
  Regex,
  RegexNode,
} from '../../src/backend/index.js';
import { codes } from './codes.js';

/** The name of a field that each element of a list has. */
const IN_LIST = /\{\}./;

/** What a field holds where an event has no value. */
interface Word {
  readonly word: string;
  /** It always does so; otherwise there are also events without the field. */
  readonly always: boolean;
}

/**
 * Conditions on fields that hold a word where an event has no value: the word of an add-on, without which no
 * event is, or what Splunk makes of JSON's null. A missing value is that word too, and no other test finds it.
 */
export function asStored(
  conditions: readonly Expression[],
  { placement: { columns, nulls }, report }: QueryContext,
): readonly Expression[] {
  const wordOf = (field: string): Word | null => {
    const word = columns.get(field)?.missing ?? null;
    if (word !== null) return { word, always: true };
    return nulls === null ? null : { word: nulls, always: false };
  };
  if (nulls === null && ![...columns.values()].some((c) => c.missing !== null)) return conditions;

  const wider = (p: FieldPredicate, word: string, polarity: Polarity): Expression => {
    const finding = codes['splunk-word-for-missing']({ field: p.field.text, word });
    report.approximate('wider', polarity, finding, p.span);
    return p;
  };
  const stored = (p: FieldPredicate, { word, always }: Word, polarity: Polarity): Expression => {
    const { field, span } = p;
    const missing = { kind: 'string', field, pattern: [word], cased: false, span } as const;
    const present = { kind: 'not', operand: missing, span } as const;
    switch (p.kind) {
      case 'null':
        return always ? missing : { kind: 'or', operands: [p, missing], span };
      case 'exists':
        return always ? present : p;
      case 'string':
        if (always && shapeOf(p.pattern).shape === 'any') return present;
        if (!textMatcher(p.pattern, p.cased)(word)) return p;
        if (literalText(p.pattern) === null) break;
        return wider(p, word, polarity);
      case 'regex':
        if (!always && !mayMatch(p.regex, word)) return p;
        break;
      case 'field-ref':
        break;
      default:
        return p;
    }
    // Of several elements, one may be null and another what is asked for.
    if (!always && IN_LIST.test(field.text)) return wider(p, word, polarity);
    return { kind: 'and', operands: [p, present], span };
  };

  const rewrite = (node: Expression, polarity: Polarity): Expression => {
    switch (node.kind) {
      case 'and':
      case 'or': {
        const operands = node.operands.map((o) => rewrite(o, polarity));
        const isSame = operands.every((o, i) => o === node.operands[i]);
        return isSame ? node : { ...node, operands };
      }
      case 'one-of': {
        const word = wordOf(node.field.text);
        if (word === null) return node;
        const operands = node.options.map((o) => stored(o, word, polarity));
        const isSame = operands.every((o, i) => o === node.options[i]);
        return isSame ? node : { kind: 'or', operands, span: node.span };
      }
      case 'not': {
        const operand = rewrite(node.operand, negate(polarity));
        return operand === node.operand ? node : { ...node, operand };
      }
      case 'constant':
      case 'keyword':
        return node;
      default: {
        const word = wordOf(node.field.text);
        return word === null ? node : stored(node, word, polarity);
      }
    }
  };

  const likeMissing = (field: string): readonly string[] => {
    const word = wordOf(field);
    return word?.always ? [word.word] : [];
  };
  return askedTogether(conditions, likeMissing).flatMap((condition) => {
    const made = rewrite(condition, 'positive');
    if (made === condition) return [condition];
    const simple = simplify(made, { oneOf: true, pushNegation: false });
    return simple.kind === 'and' ? simple.operands : [simple];
  });
}

/** False where the word lacks what each alternative of the pattern is sure to require. */
function mayMatch({ ast }: Regex, word: string): boolean {
  return alternativesOf(ast).some((node) => textMatcher(requiredPattern(node), false)(word));
}

function alternativesOf(root: RegexNode): readonly RegexNode[] {
  let node = root;
  for (;;) {
    if (node.kind === 'alternation') return node.options;
    if (node.kind === 'group') node = node.body;
    else if (node.kind === 'sequence' && node.items.length === 1) node = node.items[0]!;
    else return [node];
  }
}
