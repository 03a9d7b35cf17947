// Generates the condition parser from its grammar.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import peggy from 'peggy';

const root = fileURLToPath(new URL('..', import.meta.url));
const grammar = readFileSync(join(root, 'grammar/condition.peggy'), 'utf8');
const target = join(root, 'src/model/condition');
mkdirSync(target, { recursive: true });
const source = peggy.generate(grammar, {
  output: 'source',
  format: 'es',
  grammarSource: 'condition.peggy',
  allowedStartRules: ['Condition'],
});
writeFileSync(join(target, 'parser.generated.js'), source);
writeFileSync(
  join(target, 'parser.generated.d.ts'),
  `export interface PeggyLocation { source: unknown; start: { offset: number; line: number; column: number }; end: { offset: number; line: number; column: number } }
export class SyntaxError extends globalThis.SyntaxError { expected: { type: string; description?: string; text?: string }[] | null; found: string | null; location: PeggyLocation }
export function parse(input: string, options?: Record<string, unknown>): unknown;
`,
);
