// Keyboard shortcuts, from the page itself: an element with data-key="g" is pressed by g, a field with
// data-key="/" gets the focus. Also "Alt+v", "Control+Enter", "Escape". Single characters work only outside
// fields and can be switched off (WCAG 2.1.4). In lists of work j and k walk over the rows, x chooses.
import { isEditable, isVisible, labelOf, make } from './dom';
import { word } from './words';

const storageKey = 'dichtbij.losse-toetsen';

function singleKeysOn(): boolean {
  const own = localStorage.getItem(storageKey);
  return own === null ? document.body.dataset.singleKeys !== 'off' : own === 'aan';
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  const modifiers = [event.ctrlKey || event.metaKey ? 'ctrl' : '', event.altKey ? 'alt' : ''].filter(Boolean);
  // With Alt some keyboards give another character; the physical key is what stands on the hint.
  const base = event.altKey && event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : key;
  return [...modifiers, base].join('+');
}

const keyOf = (element: HTMLElement): string => (element.dataset.key ?? '').toLowerCase().replace('control+', 'ctrl+');

function findTarget(name: string): HTMLElement | undefined {
  const inDialog = document.querySelector<HTMLElement>('dialog[open]:modal');
  const all = [...document.querySelectorAll<HTMLElement>('[data-key]')]
    .filter((element) => keyOf(element) === name && isVisible(element) && !element.matches(':disabled') && (!inDialog || inDialog.contains(element)));
  // Of several the one in the form or panel where the focus is.
  const near = document.activeElement?.closest('form, dialog, .work-panel');
  return all.find((element) => near?.contains(element)) ?? all[0];
}

function press(element: HTMLElement): void {
  if (element.matches('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select')) {
    element.focus();
    if (element instanceof HTMLInputElement) element.select();
  } else {
    element.click();
  }
}

const rowLinks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main table tbody a.cover')].filter(isVisible);

function walkRows(step: 1 | -1): boolean {
  const links = rowLinks();
  if (!links.length) return false;
  const row = document.activeElement?.closest('tr');
  const at = row ? links.findIndex((link) => row.contains(link)) : -1;
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
  links[next]?.focus();
  links[next]?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  return true;
}

function chooseRow(): boolean {
  const box = document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('.pick input[type=checkbox], input[data-row]');
  box?.click();
  return Boolean(box);
}

function closeOpenThings(): boolean {
  const openMenu = document.querySelector<HTMLDetailsElement>('details.me-menu[open]');
  if (!openMenu) return false;
  openMenu.open = false;
  openMenu.querySelector('summary')?.focus();
  return true;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat && !['j', 'k'].includes(event.key)) return;
  const name = nameOf(event);
  const isSingle = !name.includes('+') && event.key.length === 1;
  if (isSingle && (isEditable(event.target) || !singleKeysOn() || document.querySelector('dialog[open]:modal'))) return;
  if (name === 'escape' && closeOpenThings()) return;
  const target = findTarget(name);
  let done = Boolean(target);
  if (target) press(target);
  else if (name === 'j' || name === 'k') done = walkRows(name === 'j' ? 1 : -1);
  else if (name === 'x') done = chooseRow();
  else if (name === '?') done = showKeys();
  else if (name === 'escape' && isEditable(event.target)) done = leaveField(event.target as HTMLElement);
  if (done) event.preventDefault();
}

// Escape leaves the search box, so that letters are keys again.
function leaveField(field: HTMLElement): boolean {
  if (field.closest('dialog')) return false;
  field.blur();
  return true;
}

const shown: Record<string, string> = { ctrl: 'Ctrl', alt: 'Alt', enter: 'Enter', escape: 'Esc' };
const keyCaps = (name: string): string =>
  name.split('+').map((part) => shown[part] ?? (name.includes('+') ? part.toUpperCase() : part)).join(' ');

function rows(): [string, string][] {
  const list: [string, string][] = [];
  for (const element of document.querySelectorAll<HTMLElement>('[data-key]')) {
    const name = keyOf(element);
    const label = labelOf(element);
    if (name && label && isVisible(element) && !list.some(([key]) => key === name)) list.push([name, label]);
  }
  if (rowLinks().length) {
    list.push(['j', word('toets-omlaag')], ['k', word('toets-omhoog')], ['enter', word('toets-open')]);
    if (document.querySelector('.pick input, input[data-row]')) list.push(['x', word('toets-kies')]);
  }
  list.push(['?', word('toetsen-titel')]);
  return list;
}

function showKeys(): boolean {
  document.querySelector('.keys-dialog')?.remove();
  const list = make('dl');
  for (const [name, label] of rows()) list.append(make('dt', {}, make('kbd', {}, keyCaps(name))), make('dd', {}, label));
  const toggle = make('input', { type: 'checkbox' }) as HTMLInputElement;
  toggle.checked = singleKeysOn();
  toggle.addEventListener('change', () => localStorage.setItem(storageKey, toggle.checked ? 'aan' : 'uit'));
  const close = make('button', { class: 'btn push', type: 'button' }, word('sluit'));
  const dialog = make('dialog', { class: 'keys-dialog', 'aria-labelledby': 'toetsen-titel' },
    make('header', {}, make('h2', { id: 'toetsen-titel' }, word('toetsen-titel')), close),
    list, make('label', { class: 'choice' }, toggle, make('span', {}, word('losse-toetsen')))) as HTMLDialogElement;
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

export function startKeys(): void {
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest('[data-keys-help]')) showKeys();
    const menu = document.querySelector<HTMLDetailsElement>('details.me-menu[open]');
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
}
