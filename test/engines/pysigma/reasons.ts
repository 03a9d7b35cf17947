interface Reason {
  /** The pipelines of test/pipelines that it is for; all if not given. */
  readonly pipelines?: readonly string[];
  readonly verdict: RegExp;
  /** A code that our diagnostics must have. */
  readonly code?: string;
  readonly why: string;
}

/** What is better here, and why. A pair that none of them is for is a fault. */
const REASONS: readonly Reason[] = [
  {
    pipelines: ['mapping-alone', 'allowed-backends'],
    verdict: /^refused by pySigma: .*mapping/,
    why: '`mapping` alone is an addition',
  },
  {
    pipelines: ['field-name-transform'],
    verdict: /^refused by pySigma: TypeError/,
    why: 'pySigma cannot read `transform_func` from YAML',
  },
  {
    pipelines: ['postprocessing'],
    verdict: /^refused by pySigma: .*QueryPostprocessingItem/,
    why: 'pySigma cannot read `nest` from YAML',
  },
  {
    pipelines: ['simple-template-braces'],
    verdict: /^refused by pySigma: AttributeError/,
    why: 'custom attributes can be named with a dot',
  },
  {
    verdict: /^refused by us: the rule/,
    code: 'pipeline-template-logsource',
    why: 'a variable without a value is an error, and not written as `None`',
  },
  {
    verdict: /^refused by us: the rule/,
    code: 'pipeline-nothing-left',
    why: 'a rule of which nothing is left is an error, and not left out without a word',
  },
  {
    pipelines: ['field-name-mapping', 'field-name-prefix-mapping'],
    verdict: /^differs: (?:ours|theirs) finds/,
    why: 'a negation over several fields negates all of them',
  },
  {
    pipelines: ['replace-string'],
    verdict: /^differs: (?:ours|theirs) finds/,
    why: '`?` stays a single character',
  },
  {
    pipelines: ['regex-plain', 'regex-ignore-case-flag', 'regex-ignore-case-brackets'],
    verdict: /^differs: (?:ours|theirs) finds/,
    why: 'an expression made of a string matches the whole value, as the string does',
  },
  {
    pipelines: ['regex-plain', 'regex-ignore-case-flag', 'regex-ignore-case-brackets'],
    verdict: /^cannot be compared/,
    why: 'pySigma writes a search that the manual does not allow (a group named `c-uriMatch`, `search OR`)',
  },
  {
    pipelines: ['detection-item-conditions'],
    verdict: /^differs: (?:ours|theirs) finds/,
    why: '`match_string` reads the strings of `windash`',
  },
  {
    pipelines: ['set-value'],
    verdict: /^cannot be compared/,
    why: '`NOT NOT`, which the manual does not have, is not written',
  },
  {
    pipelines: ['template-objects'],
    verdict: /^differs: .*None/,
    why: 'an attribute that the rule lacks is written as nothing, and not as `None`',
  },
];

/** Why a pair of pipeline and rule is better here; null where it is not known to be. */
export function reasonFor(
  pipeline: string,
  verdict: string,
  codes: readonly string[],
): string | null {
  const name = pipeline.replace(/\.yml$/, '');
  const found = REASONS.find(
    (r) =>
      (r.pipelines?.includes(name) ?? true) &&
      r.verdict.test(verdict) &&
      (r.code === undefined || codes.includes(r.code)),
  );
  return found?.why ?? null;
}
