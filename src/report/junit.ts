import type { Outcome } from './outcome.js';
import type { RunReport } from './run-report.js';

/** A test, and why it failed; null if it passed. */
export interface JUnitCase {
  readonly suite: string;
  readonly name: string;
  readonly failure: { readonly type: string; readonly message: string } | null;
}

/** A test case for each query, which fails if the query is refused. */
export function toJUnit({ outcomes, diagnostics }: RunReport): string {
  const known = new Set(outcomes.map((o) => o.path));
  const unread = diagnostics.filter((d) => d.severity === 'error' && !known.has(d.path));
  return junit([
    ...outcomes.map(caseOf),
    ...unread.map(({ path, code, message }) => ({
      suite: path,
      name: path,
      failure: { type: code, message },
    })),
  ]);
}

function caseOf({ path, rule, name, target, fidelity, errors, reason }: Outcome): JUnitCase {
  const failure =
    fidelity === 'refused'
      ? { type: errors[0] ?? 'refused', message: reason ?? 'The query was refused.' }
      : null;
  const called = name ?? (rule.title || path);
  return { suite: path, name: `${called} [${target}]`, failure };
}

/** https://github.com/testmoapp/junitxml */
export function junit(cases: readonly JUnitCase[]): string {
  const suites = new Map<string, JUnitCase[]>();
  for (const one of cases) {
    const known = suites.get(one.suite);
    if (known) known.push(one);
    else suites.set(one.suite, [one]);
  }
  const count = (list: readonly JUnitCase[]): string =>
    `tests="${list.length}" failures="${list.filter((c) => c.failure).length}"`;
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites ${count(cases)}>`];
  for (const [suite, list] of suites) {
    lines.push(`  <testsuite name="${escaped(suite)}" ${count(list)}>`);
    for (const { name, failure } of list) {
      const head = `    <testcase classname="${escaped(suite)}" name="${escaped(name)}"`;
      if (!failure) {
        lines.push(`${head}/>`);
        continue;
      }
      const { type, message } = failure;
      lines.push(
        `${head}>`,
        `      <failure type="${escaped(type)}" message="${escaped(message)}"/>`,
        '    </testcase>',
      );
    }
    lines.push('  </testsuite>');
  }
  return `${[...lines, '</testsuites>'].join('\n')}\n`;
}

/** In an attribute. XML 1.0 has no way to write most controls, surrogates and non-characters. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
    .replace(/[&<>"'\t\n\r\u0085\u2028]/g, (c) => `&#${c.charCodeAt(0)};`);
}
