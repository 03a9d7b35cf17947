import { execFileSync } from 'node:child_process';

export interface PcreRequest {
  readonly pattern: string;
  /** Of `i`, `m` and `s`. */
  readonly flags: string;
  readonly subjects: readonly string[];
}

/**
 * Which subjects each pattern is found in, by PCRE2's own test program. An error is text. Patterns
 * and subjects go in as hexadecimal, so nothing in them is special.
 */
export function pcre2(requests: readonly PcreRequest[]): (readonly boolean[] | string)[] {
  const input = requests
    .map(({ pattern, flags, subjects }) => {
      const hex = Buffer.from(pattern).toString('hex');
      const lines = subjects.map((s) => `    ${s === '' ? '\\' : escaped(s)}`);
      return [`/${hex}/${[flags, 'hex', 'utf'].filter((f) => f !== '').join()}`, ...lines, ''].join(
        '\n',
      );
    })
    .join('\n');
  const output = execFileSync('pcre2test', ['-q'], {
    input: `${input}\n`,
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  return read(output, requests);
}

function escaped(subject: string): string {
  return [...subject].map((c) => `\\x{${c.codePointAt(0)!.toString(16)}}`).join('');
}

/** What it prints: each pattern and each subject as they came in, and after a subject the outcome. */
function read(output: string, requests: readonly PcreRequest[]): (readonly boolean[] | string)[] {
  const lines = output.split('\n');
  let at = 0;
  return requests.map(({ pattern, subjects }) => {
    const hex = Buffer.from(pattern).toString('hex');
    while (!lines[at]!.startsWith(`/${hex}/`)) at++;
    const first = lines[++at]!;
    if (/^(?:Failed|\*\*)/.test(first)) return first;
    return subjects.map((subject) => {
      const echo = `    ${subject === '' ? '\\' : escaped(subject)}`;
      while (lines[at] !== echo) at++;
      const outcome = lines[++at]!;
      if (/^ 0: ?/.test(outcome)) return true;
      if (outcome === 'No match') return false;
      throw new Error(`pcre2test: ${outcome}`);
    });
  });
}
