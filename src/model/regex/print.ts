import type {
  RegexAnchor,
  RegexBackreference,
  RegexClass,
  RegexDot,
  RegexFlags,
  RegexGroup,
  RegexLiteral,
  RegexLook,
  RegexNode,
  RegexRepeat,
} from './ast.js';
import { foldRegex } from './fold.js';

/** How a dialect writes each node. Any function of it may throw `Untranslatable`. */
export interface RegexDialect {
  literal(node: RegexLiteral, flags: RegexFlags): string;
  dot(node: RegexDot, flags: RegexFlags): string;
  class(node: RegexClass, flags: RegexFlags): string;
  /** A sequence of nothing. */
  readonly empty: string;
  /** Parentheses that capture nothing, where alternatives or a sequence must be held together. */
  enclose(body: string): string;
  group(node: RegexGroup, body: string): string;
  /** What follows the repeated: its count and its mode. */
  quantifier(node: RegexRepeat): string;
  anchor(node: RegexAnchor, flags: RegexFlags): string;
  look(node: RegexLook, body: () => string): string;
  backreference(node: RegexBackreference): string;
}

const REPEATABLE: readonly RegexNode['kind'][] = ['literal', 'dot', 'class', 'group'];

/** Writes a tree in a dialect, without the flags of the whole pattern. */
export function printRegex(root: RegexNode, flags: RegexFlags, dialect: RegexDialect): string {
  return foldRegex<string>(
    root,
    (node, printed, inForce) => {
      switch (node.kind) {
        case 'alternation':
          return printed().join('|');
        case 'sequence':
          if (node.items.length === 0) return dialect.empty;
          return printed()
            .map((item, i) => printItem(node.items[i]!, item, dialect))
            .join('');
        case 'literal':
          return dialect.literal(node, inForce);
        case 'dot':
          return dialect.dot(node, inForce);
        case 'class':
          return dialect.class(node, inForce);
        case 'anchor':
          return dialect.anchor(node, inForce);
        case 'repeat': {
          const body = printed()[0]!;
          const whole = REPEATABLE.includes(node.body.kind);
          return `${whole ? body : dialect.enclose(body)}${dialect.quantifier(node)}`;
        }
        case 'group':
          return dialect.group(node, printed()[0]!);
        case 'look':
          return dialect.look(node, () => printed()[0]!);
        case 'backreference':
          return dialect.backreference(node);
      }
    },
    flags,
  );
}

/** What was printed for a node, as it is written among others. */
export function printItem(node: RegexNode, printed: string, dialect: RegexDialect): string {
  return node.kind === 'alternation' ? dialect.enclose(printed) : printed;
}

/** `{2,3}` and its shorter forms. */
export function countOf({ min, max }: RegexRepeat): string {
  if (max === null) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

/** A string as itself in a regular expression of any of the dialects. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}
