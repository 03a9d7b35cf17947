import { spawnSync } from 'node:child_process';

/**
 * Which subjects a pattern is found in, by Rust's `regex` as ripgrep has it; null for a subject that
 * is more than one line, since ripgrep searches line by line. An error is text.
 */
export function ripgrep(
  pattern: string,
  subjects: readonly string[],
): readonly (boolean | null)[] | string {
  const single = subjects.map((s) => !/[\r\n\0]/.test(s));
  const input = subjects.filter((_, i) => single[i]).join('\n');
  // No line break is there to match, and ripgrep takes no pattern that asks for one.
  const line = pattern.replaceAll('\\n?$', '$');
  const run = spawnSync(
    'rg',
    ['--no-config', '--text', '--line-number', '--regex-size-limit=200M', '-e', line, '-'],
    { input: `${input}\n`, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  // It does not wait for its input where it cannot read the pattern.
  if (run.status === 2) {
    return /literal .* is not allowed/.test(run.stderr) ? subjects.map(() => null) : run.stderr;
  }
  if (run.error) throw run.error;
  const found = new Set(run.stdout.split('\n').map((l) => Number.parseInt(l, 10)));
  let number = 0;
  return single.map((s) => (s ? found.has(++number) : null));
}
