// The browser's own file button speaks the browser's language, not the page's: we draw our own over it.
import { forEach, make } from './dom';
import { word } from './words';

export function startFiles(): void {
  forEach<HTMLInputElement>('input[type=file]', (input) => {
    const name = make('span', { class: 'soft' }, word('geen-bestand'));
    const around = make('span', { class: 'file-own' });
    input.before(around);
    around.append(make('span', { class: 'btn', 'aria-hidden': 'true' }, word('kies-bestand')), name, input);
    input.addEventListener('change', () => {
      name.textContent = [...(input.files ?? [])].map((file) => file.name).join(', ') || word('geen-bestand');
    });
  });
}
