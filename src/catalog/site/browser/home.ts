import type { SearchData } from './data.js';
import { element } from './dom.js';
import { facetPanel } from './facets.js';
import { ruleRow } from './rows.js';
import { filter, search, searchable, termsOf } from './search.js';

declare global {
  interface Window {
    catalog?: SearchData;
  }
}

/** Rows to show at first, and at each wish for more. */
const ROWS = 60;
const MORE_ROWS = 300;

const data = window.catalog;
const box = document.querySelector<HTMLInputElement>('#q');
const list = document.querySelector<HTMLElement>('.results .rules');
const found = document.querySelector<HTMLElement>('#found');
const clear = document.querySelector<HTMLButtonElement>('.clear');
const panel = document.querySelector<HTMLElement>('#facets');

if (data && box && list && found && clear && panel) start(data, box, list, found, clear, panel);

function start(
  { facets, rules }: SearchData,
  query: HTMLInputElement,
  results: HTMLElement,
  heading: HTMLElement,
  reset: HTMLButtonElement,
  aside: HTMLElement,
): void {
  const texts = searchable(rules);
  const sizes = facets.map((f) => f.values.length);
  const chosen = facets.map(() => new Set<number>());
  let fitting: readonly number[] = [];
  let rows = ROWS;

  const show = (): void => {
    const terms = termsOf(query.value);
    const filtered = filter(search(texts, terms), rules, sizes, chosen);
    fitting = filtered.rules;
    boxes.update(filtered.counts, chosen);
    heading.textContent = `${fitting.length.toLocaleString('en')} ${fitting.length === 1 ? 'rule' : 'rules'}`;
    reset.hidden = query.value === '' && chosen.every((c) => c.size === 0);
    showRows(terms);
  };
  const showRows = (terms: readonly string[]): void => {
    const shown = fitting.slice(0, rows);
    const ranges: Range[] = [];
    results.replaceChildren(
      ...shown.map((i) => ruleRow(rules[i]!, texts[i]!, facets, terms, ranges)),
    );
    if ('highlights' in CSS) CSS.highlights.set('found', new Highlight(...ranges));
    more.hidden = fitting.length <= rows;
  };
  const again = (): void => {
    rows = ROWS;
    keep();
    show();
  };
  /** The address holds the search, so that it can be shared. */
  const keep = (): void => {
    const said = new URLSearchParams();
    if (query.value !== '') said.append('q', query.value);
    facets.forEach(({ key, values }, f) => {
      for (const v of chosen[f]!) said.append(key, values[v]![0]);
    });
    history.replaceState(null, '', `#${said.toString()}`);
  };
  const recall = (): void => {
    const said = new URLSearchParams(location.hash.slice(1));
    query.value = said.get('q') ?? '';
    facets.forEach(({ key, values }, f) => {
      const wanted = new Set(said.getAll(key));
      chosen[f]!.clear();
      values.forEach(([value], v) => {
        if (wanted.has(value)) chosen[f]!.add(v);
      });
    });
    rows = ROWS;
    show();
  };

  const boxes = facetPanel(aside, facets, (f, v, on) => {
    if (on) chosen[f]!.add(v);
    else chosen[f]!.delete(v);
    again();
  });
  const more = element('button', { type: 'button', className: 'button', textContent: 'Show more' });
  more.addEventListener('click', () => {
    rows += MORE_ROWS;
    showRows(termsOf(query.value));
  });
  document.querySelector('.results .more')?.remove();
  results.after(element('p', { className: 'more' }, more));
  query.addEventListener('input', again);
  reset.addEventListener('click', () => {
    query.value = '';
    for (const each of chosen) each.clear();
    again();
    query.focus();
  });
  const filters = document.querySelector<HTMLButtonElement>('.filters');
  filters?.addEventListener('click', () => {
    const open = aside.classList.toggle('open');
    filters.setAttribute('aria-expanded', String(open));
  });
  addEventListener('hashchange', recall);
  recall();
}
