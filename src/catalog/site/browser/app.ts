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
numberLines();
linkLines();
