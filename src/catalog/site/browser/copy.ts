import { element } from './dom.js';
import { textOf } from './texts.js';

/** How long a button says that it has copied, in milliseconds. */
const SHOWN = 1500;

/** Beside each query a button that copies it, just as it is. */
export function copyButtons(): void {
  for (const query of document.querySelectorAll('.queries pre')) {
    const button = element('button', { type: 'button', className: 'copy', textContent: 'Copy' });
    button.addEventListener('click', () => {
      void copy(textOf(query).text).then((done) => {
        button.textContent = done ? 'Copied' : 'Not allowed';
        setTimeout(() => (button.textContent = 'Copy'), SHOWN);
      });
    });
    query.previousElementSibling?.append(button);
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // There is no clipboard for pages that came over plain http, or the reader said no.
    return false;
  }
}
