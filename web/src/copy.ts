// A button that copies what stands elsewhere on the page: data-copy="id of the element", data-copied="what is said".
// Without a clipboard the text is selected, so that the keys of the browser copy it.
import { forEach } from './dom';
import { say } from './say';

export function startCopy(): void {
  forEach<HTMLButtonElement>('[data-copy]', (button) => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const source = document.getElementById(button.dataset.copy ?? '');
      if (!source) return;
      const done = (): void => {
        const words = button.dataset.copied ?? '';
        const shown = button.querySelector('[data-copy-label]');
        if (shown) shown.textContent = words;
        say(words);
      };
      const select = (): void => window.getSelection()?.selectAllChildren(source);
      if (navigator.clipboard) navigator.clipboard.writeText(source.textContent ?? '').then(done, select);
      else select();
    });
  });
}
