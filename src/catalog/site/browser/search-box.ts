import { element } from './dom.js';

/**
 * The search box of every page: `/` leads to it, and from it to the home page with what was asked.
 *
 * @param root what leads to the root of the site
 */
export function searchBox(root: string): void {
  const box = element('input', {
    id: 'q',
    type: 'search',
    ariaLabel: 'Search rules',
    placeholder: 'Search rules',
    autocomplete: 'off',
    spellcheck: false,
  });
  const form = element('form', { className: 'search', role: 'search' }, box);
  form.append(element('kbd', { textContent: '/', ariaHidden: 'true' }));
  document.querySelector('.bar')?.append(form);
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (document.querySelector('.home')) return;
    location.href = `${root}index.html#${new URLSearchParams({ q: box.value }).toString()}`;
  });
}
