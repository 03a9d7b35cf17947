import { element } from './dom.js';
import { textOf } from './texts.js';

/** How long a button says that it has copied, in milliseconds. */
const SHOWN = 1500;

/** A button next to each query that copies it verbatim. */
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
    // Pages served over plain http have no clipboard, or the reader denied access.
    return false;
  }
}
