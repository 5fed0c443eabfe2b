// data-opens="ID" opens the dialog of that id beside the work (or over it, with data-modal), data-closes
// closes the one around it. What opened it gets the focus back.
import { forEach } from './dom';

function open(dialog: HTMLDialogElement, opener: HTMLElement): void {
  if (dialog.open) return dialog.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  for (const other of document.querySelectorAll<HTMLDialogElement>('dialog.work-panel[open]')) other.close();
  if (dialog.hasAttribute('data-modal')) dialog.showModal();
  else dialog.show();
  opener.setAttribute('aria-expanded', 'true');
  dialog.addEventListener('close', () => {
    opener.setAttribute('aria-expanded', 'false');
    opener.focus();
  }, { once: true });
  dialog.querySelector<HTMLElement>('[autofocus], input:not([type=hidden]), select, textarea')?.focus();
}

export function startDialogs(): void {
  forEach<HTMLElement>('[data-opens]', (opener) => {
    opener.setAttribute('aria-expanded', 'false');
    opener.setAttribute('aria-controls', opener.dataset.opens ?? '');
  });
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const opener = event.target.closest<HTMLElement>('[data-opens]');
    const dialog = opener && document.getElementById(opener.dataset.opens ?? '');
    if (opener && dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      open(dialog, opener);
    }
    const closer = event.target.closest<HTMLElement>('[data-closes]');
    const around = closer?.closest('dialog');
    if (around) {
      event.preventDefault();
      around.close();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const beside = document.activeElement?.closest<HTMLDialogElement>('dialog[open]:not(:modal)');
    if (!beside?.querySelector('[data-closes]')) return;
    event.preventDefault();
    beside.close();
  });
}
