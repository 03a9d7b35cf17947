import type { RegexClass, RegexNode } from '../../../src/model/regex/ast.js';

const MOST = 24;

/**
 * Texts on either side of a pattern: ones built to match, and these with one thing changed. Which
 * of them match is for an engine to say.
 */
export function regexSamples(node: RegexNode): readonly string[] {
  const built = unique(build(node)).slice(0, MOST);
  const around = built
    .slice(0, 4)
    .flatMap((t) => [`x${t}`, `${t}x`, ` ${t} `, `q\n${t}\nq`, `é${t}`, `${t}é`]);
  const changed = built.slice(0, 6).flatMap(changes);
  const odd = unique(build(node, true)).slice(0, MOST);
  const ended = built.slice(0, 2).flatMap((t) => [`${t}\n`, `${t}\u0001`]);
  const swapped = built
    .slice(0, 6)
    .flatMap((t) => [
      t.toLowerCase(),
      t.toUpperCase(),
      t.replace(/\s/, '\u0001'),
      t.replace(/\s(?!.*\s)/, 'é'),
    ]);
  // What comes first is tried in place of what a text was made with.
  const spaced = built.slice(0, 2).flatMap((t) => [t, t.replace(/\s/, '\u0001')]);
  return unique([
    ...spaced,
    ...built,
    ...swapped,
    ...around,
    ...ended,
    ...changed,
    ...odd,
    '',
    'zzz',
  ]);
}

/** Each with one character gone, doubled, of the other case, or another. */
function changes(text: string): string[] {
  const points = [...text];
  const places = [...new Set([0, 1, points.length >> 1, points.length - 2, points.length - 1])];
  return places
    .filter((at) => at >= 0 && at < points.length)
    .flatMap((at) => {
      const [before, c, after] = [
        points.slice(0, at).join(''),
        points[at]!,
        points.slice(at + 1).join(''),
      ];
      const other = c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase();
      return [
        before + after,
        before + c + c + after,
        before + other + after,
        `${before}~${after}`,
        `${before}é${after}`,
      ];
    });
}

/** @param odd once too few and once too many, and what is much like a blank */
function build(node: RegexNode, odd = false): string[] {
  switch (node.kind) {
    case 'literal':
      return [String.fromCodePoint(node.codePoint)];
    case 'dot':
      return ['a', '😀'];
    case 'class':
      return odd && hasBlank(node) ? ['\u0001', 'é', '\u0085'] : members(node);
    case 'anchor':
    case 'look':
    case 'backreference':
      return [''];
    case 'group':
      return build(node.body, odd);
    case 'alternation':
      return unique(node.options.flatMap((o) => build(o, odd).slice(0, 3))).slice(0, MOST);
    case 'repeat': {
      const body = build(node.body, odd);
      const { min, max } = node;
      const times = odd
        ? [Math.max(min - 1, 0), (max ?? min) + 1, min]
        : [min, min + 1, Math.min(max ?? min + 2, min + 2)].filter((n) => max === null || n <= max);
      return unique(
        [...new Set(times)].flatMap((n) => body.slice(0, 3).map((t) => t.repeat(n))),
      ).slice(0, MOST);
    }
    case 'sequence': {
      const parts = node.items.map((item) => build(item, odd));
      const widest = Math.max(1, ...parts.map((p) => p.length));
      return Array.from({ length: Math.min(widest, MOST) }, (_, i) =>
        parts.map((p) => p[i % p.length] ?? '').join(''),
      );
    }
  }
}

function hasBlank(node: RegexClass): boolean {
  return (
    node.items.some((item) => item.kind === 'set' && /space|blank/.test(item.set)) !== node.negated
  );
}

const SET_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  digit: ['7', '0'],
  word: ['w', '_', '9'],
  space: [' ', '\t'],
  'horizontal-space': [' ', '\t'],
  'vertical-space': ['\n'],
  alpha: ['k', 'Z'],
  alnum: ['k', '5'],
  ascii: ['a'],
  blank: [' ', '\t'],
  cntrl: ['\t'],
  graph: ['!'],
  lower: ['q'],
  print: ['p', ' '],
  punct: ['!', '-'],
  upper: ['Q'],
  xdigit: ['f', 'A', '3'],
};

const NOT_MEMBERS = ['é', '-', ' ', 'b', '5', '/', '\\', '"', '\n'];

function members(node: RegexClass): string[] {
  const inside = node.items.flatMap((item): readonly string[] => {
    if (item.kind === 'range')
      return [String.fromCodePoint(item.from), String.fromCodePoint(item.to)];
    if (item.kind === 'set') return item.negated ? NOT_MEMBERS : SET_MEMBERS[item.set]!;
    return ['é', 'a'];
  });
  // Of a negated class whichever is in it; which that is, the engine says.
  return unique(node.negated ? NOT_MEMBERS.filter((c) => !inside.includes(c)) : inside);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
