import { element } from './dom.js';
import { recall, remember } from './memory.js';

/**
 * Makes tabs of the panels of a rule's targets, as readers of screens know them: arrow keys, Home and
 * End choose, one tab alone is in the tab order. The target that was chosen last is shown first on
 * the next page.
 */
export function tabs(): void {
  const panels = [...document.querySelectorAll<HTMLElement>('.queries > [data-target]')];
  const parent = panels[0]?.parentElement;
  if (!parent) return;
  shareNotes(panels);
  const all = panels.map((panel, i) => {
    const target = panel.dataset['target'] ?? '';
    const tab = element('button', { type: 'button', role: 'tab', id: `t${i}` }, labelOf(target));
    const doubt = panel.querySelector('h3 > .refused') ?? panel.querySelector('h3 > .approximate');
    if (doubt) tab.append(' ', doubt.cloneNode(true));
    tab.setAttribute('aria-controls', `q${i}`);
    Object.assign(panel, { id: `q${i}`, role: 'tabpanel' });
    panel.setAttribute('aria-labelledby', tab.id);
    return { tab, panel, target };
  });
  const choose = (chosen: (typeof all)[number]): void => {
    for (const each of all) {
      each.tab.setAttribute('aria-selected', String(each === chosen));
      each.tab.tabIndex = each === chosen ? 0 : -1;
      each.panel.classList.toggle('chosen', each === chosen);
    }
  };
  const byReader = (chosen: (typeof all)[number]): void => {
    choose(chosen);
    remember('target', chosen.target);
  };
  for (const [i, each] of all.entries()) {
    each.tab.addEventListener('click', () => byReader(each));
    each.tab.addEventListener('keydown', (event) => {
      const next = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: all.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const other = all.at(next % all.length)!;
      byReader(other);
      other.tab.focus();
    });
  }
  const list = element('div', { className: 'tabs', role: 'tablist', ariaLabel: 'Targets' });
  list.append(...all.map((each) => each.tab));
  parent.prepend(list);
  const last = recall('target');
  choose(all.find((each) => each.target === last) ?? all[0]!);
}

/** What the page says once of several targets is said in the panel of each. */
function shareNotes(panels: readonly HTMLElement[]): void {
  for (const shared of document.querySelectorAll<HTMLElement>('.queries > [data-targets]')) {
    const targets = shared.dataset['targets']?.split(', ') ?? [];
    const notes = shared.querySelector('ul')!;
    for (const panel of panels) {
      if (targets.includes(panel.dataset['target'] ?? '')) panel.append(notes.cloneNode(true));
    }
    shared.remove();
  }
}

/** `KQL`, `Splunk`, `ES|QL`. */
function labelOf(target: string): string {
  if (target === 'esql') return 'ES|QL';
  return target.length < 4 ? target.toUpperCase() : target[0]!.toUpperCase() + target.slice(1);
}
