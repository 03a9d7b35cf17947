import { element } from './dom.js';
import { textOf } from './texts.js';
import type { ShownText } from './texts.js';

interface Part {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

interface LinkedQuery {
  readonly pre: HTMLElement;
  readonly shown: ShownText;
  readonly parts: readonly Part[];
  readonly where: HTMLElement;
}

/** Every line can be linked to, also those that the page itself does not link to. */
export function numberLines(): void {
  const list = document.querySelector<HTMLOListElement>('.source ol');
  if (!list) return;
  [...list.children].forEach((line, i) => (line.id = `L${list.start + i}`));
  const wanted = /^#L\d+$/.exec(location.hash);
  // What had no id when the page was loaded was not found then.
  if (wanted) location.replace(wanted[0]);
}

const HINT =
  'Point at a part of the query, or step with the arrow keys, to see its line in the rule.';

/** Joins queries and the rule: a part of the one lights up the line of the other, both ways. */
export function linkLines(): void {
  const source = document.querySelector<HTMLElement>('.source');
  const queries = [...document.querySelectorAll<HTMLElement>('pre[data-map]')].map(linked);
  if (!source || queries.length === 0) return;
  for (const query of queries) {
    const light = (part: Part | null): void => {
      if (part) lightUp(part.line, [{ query, parts: [part] }]);
      else lightUp(null, []);
    };
    query.pre.addEventListener('pointermove', (event) => light(partAt(query, event)));
    query.pre.addEventListener('click', (event) => light(partAt(query, event)));
    query.pre.addEventListener('pointerleave', () => light(null));
    query.pre.addEventListener('blur', () => light(null));
    steps(query.pre, query.parts.length, (i) => light(query.parts[i]!));
  }
  focusable(source, 'Rule body');
  const lines = [...source.querySelectorAll('li')];
  const ofLine = (line: number): void => {
    const all = queries.map((query) => ({
      query,
      parts: query.parts.filter((p) => p.line === line),
    }));
    lightUp(line, all);
  };
  source.addEventListener('pointerover', (event) => {
    const line = event.target instanceof Element ? event.target.closest('li') : null;
    if (line) ofLine(numberOf(line));
  });
  source.addEventListener('pointerleave', () => lightUp(null, []));
  source.addEventListener('blur', () => lightUp(null, []));
  steps(source, lines.length, (i) => ofLine(numberOf(lines[i]!)));
}

function linked(pre: HTMLElement): LinkedQuery {
  let at = 0;
  let line = 0;
  let gap = 0;
  const map = pre.dataset['map'] ?? '';
  const parts = (map === '' ? [] : map.split(',')).map((text) => {
    const numbers = text.split(' ').map((n) => parseInt(n, 36));
    if (numbers.length > 1) gap = numbers.shift()!;
    const [length = 0, own] = numbers;
    const start = at + gap;
    at = start + length;
    line = own ?? line + 1;
    return { start, end: at, line };
  });
  const where = element('p', { className: 'where', role: 'status', textContent: HINT });
  pre.after(where);
  focusable(pre, pre.previousElementSibling?.firstChild?.textContent ?? 'Query');
  return { pre, shown: textOf(pre), parts, where };
}

function focusable(element: HTMLElement, name: string): void {
  Object.assign(element, { tabIndex: 0, role: 'group', ariaLabel: name });
}

/** The left and right arrow keys go through what an element holds. */
function steps(element: HTMLElement, count: number, show: (index: number) => void): void {
  let at = -1;
  element.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || count === 0) return;
    event.preventDefault();
    at = Math.min(Math.max(at + step, 0), count - 1);
    show(at);
  });
}

function numberOf(line: Element): number {
  return Number(line.id.slice(1));
}

interface Lit {
  readonly query: LinkedQuery;
  readonly parts: readonly Part[];
}

let lit: Element | null = null;

function lightUp(line: number | null, found: readonly Lit[]): void {
  lit?.classList.remove('lit');
  lit = line === null ? null : document.getElementById(`L${line}`);
  lit?.classList.add('lit');
  const ranges = found.flatMap(({ query, parts }) =>
    parts.map(({ start, end }) => query.shown.range(start, end)),
  );
  if ('highlights' in CSS) CSS.highlights.set('lit', new Highlight(...ranges));
  const source = lit ? textOf(lit).text.trim() : '';
  for (const { query } of found) {
    query.where.textContent = `Line ${line}: ${source}`;
  }
}

function partAt(
  { pre, shown, parts }: LinkedQuery,
  { clientX: x, clientY: y }: MouseEvent,
): Part | null {
  const place = caretAt(x, y);
  const offset =
    place && pre.contains(place.node) ? shown.offsetOf(place.node, place.offset) : null;
  if (offset === null) return null;
  // A caret is between two characters: the pointer may be on either.
  const near = parts.filter((p) => p.start <= offset && offset <= p.end);
  return near.find((part) => covers(shown.range(part.start, part.end), x, y)) ?? null;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, offset: place.offset };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

function covers(given: StaticRange, x: number, y: number): boolean {
  const range = document.createRange();
  range.setStart(given.startContainer, given.startOffset);
  range.setEnd(given.endContainer, given.endOffset);
  return [...range.getClientRects()].some(
    (r) => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom,
  );
}
