import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Document, Scalar } from 'yaml';
import type { YamlScalar } from '../../src/source/yaml/node.js';
import { spanWithin } from '../../src/source/offset-map.js';
import { readYaml } from '../../src/source/yaml/yaml.js';

const STYLES = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;

const text = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('a', 'word', 'C:\\x', "'", '"', ' ', '  ', '#', ':'),
      },
      { weight: 2, arbitrary: fc.constantFrom('\n', '\n\n', '\n ', '\t', '\\') },
      { weight: 1, arbitrary: fc.constantFrom('é', '😀', '\u0007', '\u00a0', '漢') },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** The text that a rule's author sees stands for `c` of the decoded text. */
function standsFor(source: string, c: string): boolean {
  if (source === c) return true;
  if (c === "'" && source === "''") return true;
  if (source.startsWith('\\') && source.length > 1) return true;
  // A line break, or the fold of one.
  return (c === '\n' || c === ' ') && /^\r?\n$/.test(source);
}

test('each character of a scalar leads back to where it was written', () => {
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(...STYLES),
      fc.integer({ min: 20, max: 60 }),
      fc.boolean(),
      fc.boolean(),
      (value, style, lineWidth, crlf, nested) => {
        const scalar = new Scalar(value);
        scalar.type = style;
        const document = new Document(nested ? { a: [{ b: scalar }], c: 1 } : { a: scalar, c: 1 });
        const printed = document.toString({ lineWidth, minContentWidth: 5 });
        const written = crlf ? printed.replace(/\n/g, '\r\n') : printed;
        const [read] = readYaml({ path: 'test.yml', text: written });
        const found = find(read?.root);
        // Of white space alone, a span says nothing.
        fc.pre(found !== null && /\S/.test(found.text));
        const chars = found!.text;
        let last = found!.span.start;
        for (let i = 0; i < chars.length; i++) {
          const { start, end } = spanWithin(found!, i, i + 1);
          const source = written.slice(start, end);
          expect(start).toBeGreaterThanOrEqual(last);
          last = start;
          // Both halves of a pair lead to the one escape.
          const ok = standsFor(source, chars[i]!) || /^\\U/.test(source);
          if (!ok)
            expect.fail(
              `${JSON.stringify(chars[i])} at ${i} led to ${JSON.stringify(source)} in ${JSON.stringify(written)}`,
            );
        }
      },
    ),
    { numRuns: 3_000, seed: 20260805 },
  );
});

function find(node: ReturnType<typeof readYaml>[number]['root'] | undefined): YamlScalar | null {
  if (!node || node.kind === 'scalar') return node ?? null;
  if (node.kind === 'list') return find(node.items[0]);
  return find(node.entries[0]?.value);
}
