import { colourCode } from './colour.js';
import { copyButtons } from './copy.js';
import { linkLines, numberLines } from './lines.js';
import { searchBox } from './search-box.js';
import { tabs } from './tabs.js';
import { themeButton } from './theme-button.js';

const own = document.currentScript?.getAttribute('src') ?? '';

searchBox(own.replace(/assets\/app\.js$/, ''));
themeButton();
tabs();
copyButtons();
colourCode();
showCurrent();
numberLines();
linkLines();

/** Where the sections do not all fit, the one that the page belongs to is in view. */
function showCurrent(): void {
  const current = document.querySelector<HTMLElement>('nav [aria-current]');
  const nav = current?.parentElement;
  if (current && nav) nav.scrollLeft = current.offsetLeft - nav.clientWidth / 2;
}
