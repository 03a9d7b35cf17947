/**
 * Whether a string holds terms with no letter or digit before the first or after the last. What the
 * index takes for a term of letters beyond ASCII, and of underscores, is not said: they divide none here.
 * https://learn.microsoft.com/en-us/kusto/query/datatypes-string-operators#what-is-a-term
 */
export function hasTerms(value: string, terms: string): boolean {
  for (let at = value.indexOf(terms); at >= 0; at = value.indexOf(terms, at + 1)) {
    const [before = '', after = ''] = [value[at - 1], value[at + terms.length]];
    if (!/[\p{L}\p{N}_]/u.test(before) && !/[\p{L}\p{N}_]/u.test(after)) return true;
  }
  return false;
}

/** Operators ignore the case of ASCII alone. */
export function foldAscii(value: string): string {
  return value.replace(/[A-Z]/g, (c) => c.toLowerCase());
}
