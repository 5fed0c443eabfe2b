// Choosing rows: [data-choose-all] chooses all, [data-choose-none] none, and .bulk shows itself with
// how many are chosen in [data-chosen].
import { forEach } from './dom';
import { words } from './words';

const boxes = (form: HTMLElement): HTMLInputElement[] =>
  [...form.querySelectorAll<HTMLInputElement>('tbody .pick input[type=checkbox], tbody input[data-row]')];

function show(form: HTMLElement): void {
  const all = boxes(form);
  const count = all.filter((box) => box.checked).length;
  const bar = form.querySelector<HTMLElement>('.bulk');
  if (bar) bar.hidden = count === 0;
  const place = form.querySelector('[data-chosen]');
  if (place) place.textContent = words('gekozen', count);
  const head = form.querySelector<HTMLInputElement>('[data-choose-all]');
  if (head) {
    head.checked = count > 0 && count === all.length;
    head.indeterminate = count > 0 && count < all.length;
  }
}

export function startBulk(): void {
  forEach<HTMLElement>('form:has([data-choose-all]), form:has(.bulk)', (form) => {
    form.addEventListener('change', (event) => {
      const head = event.target as HTMLElement;
      if (head instanceof HTMLInputElement && head.hasAttribute('data-choose-all'))
        for (const box of boxes(form)) box.checked = head.checked;
      show(form);
    });
    form.addEventListener('click', (event) => {
      if (!(event.target as HTMLElement).closest('[data-choose-none]')) return;
      event.preventDefault();
      for (const box of boxes(form)) box.checked = false;
      show(form);
    });
    show(form);
  });
}
