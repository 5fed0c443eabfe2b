// The bar that offers to undo counts down and goes.
import { word } from './words';

export function startUndo(): void {
  for (const bar of document.querySelectorAll<HTMLElement>('[data-undo]')) {
    let left = Number(bar.dataset['undo'] ?? '0');
    const clock = document.createElement('span');
    clock.className = 'soft small';
    clock.setAttribute('aria-hidden', 'true');
    bar.querySelector('form')?.before(clock);
    const show = (): void => {
      clock.textContent = word('nog-seconden', left);
      if (left <= 0) bar.remove();
      else window.setTimeout(show, 1000);
      left -= 1;
    };
    show();
  }
}
