// The bar that offers to undo: data-undo="60" is how many seconds it stays. It counts in sight, not
// aloud; while the focus or the pointer is on it, it waits.
import { forEach, make } from './dom';
import { word } from './words';

export function startUndo(): void {
  forEach<HTMLElement>('[data-undo]', (bar) => {
    let left = Number(bar.dataset.undo) || 60;
    const clock = make('span', { class: 'left small soft', 'aria-hidden': 'true' });
    bar.querySelector('form')?.before(clock);
    const show = (): void => { clock.textContent = word('nog-seconden', left); };
    show();
    const timer = window.setInterval(() => {
      if (!bar.isConnected) return window.clearInterval(timer);
      if (left > 1 || !(bar.matches(':hover') || bar.contains(document.activeElement))) left -= 1;
      if (left <= 0) {
        window.clearInterval(timer);
        bar.remove();
      } else {
        show();
      }
    }, 1000);
  });
}
