import { literalText, pattern, shapeOf } from '../pattern.js';
import type { PatternPart } from '../pattern.js';
import { asString, describe, mapDrafts } from './chain.js';
import type { Modifier } from './chain.js';

const heading = 'Specific Modifiers';

export const specific: readonly Modifier[] = [
  {
    name: 'expand',
    heading,
    description: 'Placeholders (%name%) in the value are replaced with values of yours.',
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          if (draft.kind !== 'string') return null;
          const parts = draft.pattern.flatMap((p) =>
            typeof p === 'string' ? placeholders(p) : [p],
          );
          return { ...draft, pattern: pattern(parts) };
        },
        (draft) => `\`expand\` takes a string with placeholders, not ${describe(draft)}.`,
      );
    },
  },
  {
    name: 'fieldref',
    heading,
    description: 'The value names another field of the same event, to compare with.',
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          const value = asString(draft);
          if (!value || draft.kind === 'bytes') return null;
          const shape = shapeOf(value.pattern);
          const plain = literalText(value.pattern);
          if (plain === '' || !('text' in shape)) return null;
          const { cased, span } = value;
          return { kind: 'field-ref', field: shape.text, match: shape.shape, cased, span };
        },
        (draft) => `\`fieldref\` takes the name of a field, not ${describe(draft)}.`,
      );
    },
  },
];

/** `\%` is a percent sign. */
function placeholders(text: string): PatternPart[] {
  const parts: PatternPart[] = [];
  let literal = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\' && text[i + 1] === '%') {
      literal += '%';
      i++;
      continue;
    }
    const end = text[i] === '%' ? text.indexOf('%', i + 1) : -1;
    const name = end < 0 ? '' : text.slice(i + 1, end);
    if (!/^[\p{L}\p{N}_.-]+$/u.test(name)) {
      literal += text[i]!;
      continue;
    }
    parts.push(literal, { kind: 'placeholder', name });
    literal = '';
    i = end;
  }
  parts.push(literal);
  return parts;
}
