import { recall } from './memory.js';

// Runs before the page is drawn: what scripts change the look of must look so from the start.
const root = document.documentElement;
root.classList.add('js');
const theme = recall('theme');
if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;

const icon = document.createElement('link');
icon.rel = 'icon';
icon.href = (document.currentScript?.getAttribute('src') ?? '').replace('theme.js', 'icon.svg');
document.head.append(icon);
