/** Part of what an element shows, and where its text begins in that of the whole. */
interface TextRun {
  readonly node: Text | HTMLElement;
  readonly start: number;
  readonly text: string;
}

/** The text of an element, with characters shown by code point restored. */
export interface ShownText {
  readonly text: string;
  range(start: number, end: number): StaticRange;
  /** Of a place in the document; null if it is elsewhere. */
  offsetOf(node: Node, offset: number): number | null;
}

/** The lines of a list are shown below each other, so a line break separates them. */
export function textOf(element: Element): ShownText {
  const runs: TextRun[] = [];
  let text = '';
  const add = (node: TextRun['node'], own: string): void => {
    runs.push({ node, start: text.length, text: own });
    text += own;
  };
  const visit = (node: Node): void => {
    if (node instanceof Text) return add(node, node.data);
    if (!(node instanceof HTMLElement)) return;
    if (node.matches('span.cp')) return add(node, characterOf(node));
    if (node.matches('li + li')) text += '\n';
    node.childNodes.forEach(visit);
  };
  visit(element);
  return {
    text,
    range: (start, end) => rangeOf(runs, start, end),
    offsetOf: (node, offset) => offsetOf(runs, node, offset),
  };
}

function characterOf({ textContent }: HTMLElement): string {
  return String.fromCodePoint(parseInt((textContent ?? '').slice(2), 16));
}

function rangeOf(runs: readonly TextRun[], start: number, end: number): StaticRange {
  const first = runAt(runs, start);
  const last = runAt(runs, end - 1);
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.node instanceof Text ? start - first.start : 0,
    endContainer: last.node,
    endOffset: last.node instanceof Text ? end - last.start : last.node.childNodes.length,
  });
}

/** The last run that begins at an offset or before it. */
function runAt(runs: readonly TextRun[], offset: number): TextRun {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low]!;
}

function offsetOf(runs: readonly TextRun[], node: Node, offset: number): number | null {
  const run = runs.find((r) => r.node === node || r.node.contains(node));
  if (!run) return null;
  return run.start + (run.node instanceof Text ? offset : 0);
}
