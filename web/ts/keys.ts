// Keys. An element says its key in data-key ("/", "n", "g", "Alt+v", "Control+Enter", "Escape"); pressing it
// focuses a field, follows a link or presses a button. Single letters work outside fields only, and can be
// switched off. Rows of a list: j and k move, Enter opens, x chooses.
import { word } from './words';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));

const singles = (): boolean => document.body.dataset['singleKeys'] !== 'off';

function pressed(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'Control+' : ''}${event.altKey ? 'Alt+' : ''}${key}`;
}

function use(element: HTMLElement): void {
  if (element.matches('input:not([type=submit], [type=button]), textarea, select')) {
    element.focus();
    if (element instanceof HTMLInputElement) element.select();
  } else element.click();
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main tr[data-row-url]')].filter((row) => row.offsetParent !== null);
}

let at: HTMLElement | undefined;
function moveRow(step: number): boolean {
  const all = rows();
  if (!all.length) return false;
  const now = at ? all.indexOf(at) : -1;
  const next = all[Math.min(Math.max(now + step, 0), all.length - 1)];
  at?.classList.remove('at');
  at = next;
  at?.classList.add('at');
  at?.querySelector<HTMLElement>('a')?.focus();
  at?.scrollIntoView({ block: 'nearest' });
  return true;
}

function help(): void {
  document.querySelector<HTMLDialogElement>('.keys-dialog')?.remove();
  const dialog = document.createElement('dialog');
  dialog.className = 'keys-dialog';
  dialog.setAttribute('aria-labelledby', 'toetsen-titel');
  const title = document.createElement('h2');
  title.id = 'toetsen-titel';
  title.textContent = word('toetsen-titel');
  const list = document.createElement('dl');
  for (const element of document.querySelectorAll<HTMLElement>('[data-key]')) {
    if (element.offsetParent === null && element.dataset['key'] !== '/') continue;
    const key = document.createElement('dt');
    const shown = document.createElement('kbd');
    shown.textContent = (element.dataset['key'] ?? '').replace('Control', 'Ctrl').replace('Escape', 'Esc').replaceAll('+', ' ');
    key.append(shown);
    const what = document.createElement('dd');
    what.textContent = element.dataset['keyLabel'] ?? element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ??
      [...element.childNodes].filter((node) => !(node instanceof HTMLElement && node.matches('kbd'))).map((node) => node.textContent ?? '').join('').trim();
    list.append(key, what);
  }
  const close = document.createElement('button');
  close.className = 'btn';
  close.textContent = word('sluit');
  close.addEventListener('click', () => dialog.close());
  dialog.append(title, list, close);
  document.body.append(dialog);
  dialog.showModal();
}

export function startKeys(): void {
  document.querySelector('[data-keys-help]')?.addEventListener('click', help);
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog.keys-dialog[open]')) return;
    const key = pressed(event);
    const isSingle = key.length === 1;
    if (isSingle && (typing(event.target) || !singles())) return;
    const element = [...document.querySelectorAll<HTMLElement>('[data-key]')].reverse()
      .find((candidate) => candidate.dataset['key'] === key && (candidate.offsetParent !== null || candidate.matches('a, input')));
    if (element) {
      event.preventDefault();
      use(element);
      return;
    }
    if (key === '?') help();
    else if (key === 'j' || key === 'k') { if (moveRow(key === 'j' ? 1 : -1)) event.preventDefault(); }
    else if (key === 'x' && at) at.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  });
}
