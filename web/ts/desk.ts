// What makes the desk quick. Every page works without; nothing here holds a text or a rule.
import { startAutosave } from './autosave';
import { startKeys } from './keys';
import { startLive } from './live';
import { startUndo } from './undo';

function start(): void {
  // After an error the summary gets the focus, so that it is read first.
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
  // A menu that is open closes on a click elsewhere and on Escape.
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.me-menu[open]'))
      if (!menu.contains(event.target as Node)) menu.open = false;
  });
  // Choosing all rows at once.
  document.addEventListener('change', (event) => {
    const all = event.target as HTMLInputElement;
    if (!all.matches?.('[data-choose-all]')) return;
    const boxes = all.closest('form')?.querySelectorAll<HTMLInputElement>('input[data-row]') ?? [];
    for (const box of boxes) box.checked = all.checked;
  });
  // A field that only matters for one choice shows with it.
  document.addEventListener('change', showDependents);
  showDependents();
  document.body.addEventListener('htmx:after:swap', showDependents);
  startKeys();
  startAutosave();
  startLive();
  startUndo();
}

// data-when="name=value" on an element: shown while that radio, box or select has the value.
function showDependents(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-when]')) {
    const [name = '', wanted = ''] = (element.dataset['when'] ?? '').split('=');
    const values = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${CSS.escape(name)}"]`)]
      .filter((field) => !(field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) || field.checked)
      .map((field) => field.value);
    element.hidden = !wanted.split('|').some((value) => values.includes(value));
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
