import { element } from './dom.js';
import { remember } from './memory.js';

/** Light or dark: as the system has it until the reader says otherwise. */
export function themeButton(): void {
  const button = element('button', {
    type: 'button',
    className: 'theme',
    ariaLabel: 'Dark colours',
  });
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = (): boolean =>
    (root.dataset['theme'] ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = (): void => button.setAttribute('aria-pressed', String(isDark()));
  button.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    remember('theme', root.dataset['theme']);
    show();
  });
  system.addEventListener('change', show);
  show();
  document.querySelector('.bar')?.append(button);
}
