import type { SearchFacet } from './data.js';
import { bdi, element } from './dom.js';

const FIRST = 8;

/** Facets whose values have an order of their own are always shown whole. */
const WHOLE: ReadonlySet<string> = new Set(['level', 'status', 'tactic', 'language']);

export interface FacetPanel {
  update(counts: readonly (readonly number[])[], chosen: readonly ReadonlySet<number>[]): void;
}

interface Value {
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

/** Replaces the lists of links, which work without scripts, with checkboxes. */
export function facetPanel(
  aside: HTMLElement,
  facets: readonly SearchFacet[],
  choose: (facet: number, value: number, on: boolean) => void,
): FacetPanel {
  const open = new Set<number>();
  let last: Parameters<FacetPanel['update']> | null = null;
  const made = facets.map(({ key, label, values }, f) => {
    const list = element('ul');
    const rest = element('button', { type: 'button', className: 'rest' });
    rest.addEventListener('click', () => {
      if (!open.delete(f)) open.add(f);
      if (last) panel.update(...last);
    });
    const boxes = values.map((value, v) => valueRow(value[1], (on) => choose(f, v, on)));
    const set = element(
      'fieldset',
      { className: 'facet' },
      element('legend', { textContent: label }),
      list,
      rest,
    );
    set.dataset['facet'] = key;
    return { list, rest, boxes, whole: WHOLE.has(key), set };
  });
  const panel: FacetPanel = {
    update(counts, chosen) {
      last = [counts, chosen];
      const focused = document.activeElement;
      made.forEach(({ list, rest, boxes, whole }, f) => {
        const order = shownOrder(counts[f]!, chosen[f]!, whole);
        const shown = whole || open.has(f) ? order : order.slice(0, FIRST);
        boxes.forEach(({ row, box, count }, v) => {
          box.checked = chosen[f]!.has(v);
          count.textContent = counts[f]![v]!.toLocaleString('en');
          row.classList.toggle('none', counts[f]![v] === 0);
        });
        list.replaceChildren(...shown.map((v) => boxes[v]!.row));
        list.classList.toggle('long', open.has(f));
        rest.hidden = whole || order.length <= FIRST;
        rest.textContent = open.has(f) ? 'Fewer' : `All ${order.length}`;
      });
      // An element that is put elsewhere loses the focus.
      if (focused instanceof HTMLElement && aside.contains(focused)) {
        focused.focus({ preventScroll: true });
      }
    },
  };
  aside.replaceChildren(...made.filter((m) => m.boxes.length > 0).map((m) => m.set));
  return panel;
}

/** Chosen values first, then those that would find something, most first. */
function shownOrder(
  counts: readonly number[],
  chosen: ReadonlySet<number>,
  whole: boolean,
): readonly number[] {
  const all = counts.map((_, v) => v);
  if (whole) return all;
  return all
    .filter((v) => chosen.has(v) || counts[v]! > 0)
    .sort(
      (a, b) => Number(chosen.has(b)) - Number(chosen.has(a)) || counts[b]! - counts[a]! || a - b,
    );
}

function valueRow(label: string, choose: (on: boolean) => void): Value {
  const box = element('input', { type: 'checkbox' });
  const count = element('span');
  box.addEventListener('change', () => choose(box.checked));
  const row = element('li', {}, element('label', {}, box, bdi(label)), count);
  return { row, box, count };
}
