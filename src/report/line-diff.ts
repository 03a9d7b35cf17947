/** Beyond this many pairs of lines, what differs is shown as one block. */
const MAX_PAIRS = 250_000;

/** The lines of two strings, each with `-`, `+` or a space before it, and few of those that are alike. */
export function lineDiff(before: string, after: string, context = 2): readonly string[] {
  if (before === after) return [];
  const a = before.replace(/\n$/, '').split('\n');
  const b = after.replace(/\n$/, '').split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end++;
  const middle = diffed(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const same = (lines: readonly string[]): readonly string[] => lines.map((line) => ` ${line}`);
  return [
    ...same(a.slice(Math.max(0, start - context), start)),
    ...middle,
    ...same(a.slice(a.length - end, a.length - end + context)),
  ];
}

function diffed(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length * b.length > MAX_PAIRS) {
    return [...a.map((line) => `-${line}`), ...b.map((line) => `+${line}`)];
  }
  // How many lines the rests of both have in common, in order.
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(` ${a[i++]!}`);
      j++;
    } else if (
      i < a.length &&
      (j === b.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      lines.push(`-${a[i++]!}`);
    } else lines.push(`+${b[j++]!}`);
  }
  return lines;
}
