// Merges new rows into a list of work without moving a row under pointer, focus or selection. Rows are
// recognised by data-row-id, changes by their content. New and moved rows wait behind "2 nieuwe regels"
// while someone is busy in the list; what changed inside a row shows at once, marked for a minute.
import { make } from './dom';
import { say } from './say';
import { word, words } from './words';

const freshMs = 60_000;
const waiting = new WeakMap<HTMLElement, HTMLElement>();

const rowsOf = (list: HTMLElement): HTMLTableRowElement[] => [...list.querySelectorAll<HTMLTableRowElement>('tr[data-row-id]')];
const byId = (list: HTMLElement): Map<string, HTMLTableRowElement> =>
  new Map(rowsOf(list).map((row) => [row.dataset.rowId ?? '', row]));

function isBusy(list: HTMLElement): boolean {
  return list.matches(':hover') || list.contains(document.activeElement) || list.querySelector('.pick input:checked, input[data-row]:checked') !== null;
}

// What a row says, without what only this page knows: choice, mark, focus.
function contentOf(row: HTMLTableRowElement): string {
  const copy = row.cloneNode(true) as HTMLTableRowElement;
  for (const mark of copy.querySelectorAll('[data-fresh]')) mark.remove();
  for (const box of copy.querySelectorAll('input')) box.removeAttribute('checked');
  return copy.innerHTML.trim();
}

export function markFresh(row: HTMLElement): void {
  row.classList.add('fresh');
  const cell = row.querySelector('td:last-child, th:last-child');
  if (cell && !row.querySelector('[data-fresh]'))
    cell.prepend(make('span', { class: 'badge badge-brand', 'data-fresh': '' }, word('nieuw')), ' ');
  window.setTimeout(() => {
    row.classList.remove('fresh');
    row.querySelector('[data-fresh]')?.remove();
  }, freshMs);
}

// New content in the same row element; a row with the focus in it keeps its controls.
function updateRow(old: HTMLTableRowElement, fresh: HTMLTableRowElement): void {
  if (contentOf(old) === contentOf(fresh)) return;
  const isChosen = old.querySelector<HTMLInputElement>('.pick input, input[data-row]')?.checked ?? false;
  const oldCells = [...old.cells];
  const newCells = [...fresh.cells];
  if (oldCells.length !== newCells.length) return;
  oldCells.forEach((cell, index) => {
    const next = newCells[index];
    if (next && !cell.contains(document.activeElement) && cell.innerHTML !== next.innerHTML) cell.replaceChildren(...next.cloneNode(true).childNodes);
  });
  const box = old.querySelector<HTMLInputElement>('.pick input, input[data-row]');
  if (box) box.checked = isChosen;
  markFresh(old);
}

export function mergeRows(list: HTMLElement, fresh: HTMLElement): void {
  const now = byId(list);
  const next = byId(fresh);
  for (const [id, row] of next) {
    const old = now.get(id);
    if (old) updateRow(old, row);
  }
  const added = [...next.keys()].filter((id) => !now.has(id));
  const gone = [...now.keys()].filter((id) => !next.has(id));
  const kept = (ids: Iterable<string>, other: Map<string, unknown>): string => [...ids].filter((id) => other.has(id)).join(' ');
  const isMoved = kept(now.keys(), next) !== kept(next.keys(), now);
  if (!added.length && !gone.length && !isMoved) return dropBar(list);
  if (!isBusy(list)) return takeOver(list, fresh);
  for (const id of gone) now.get(id)?.classList.add('gone');
  waiting.set(list, fresh);
  if (added.length || isMoved) showBar(list, added.length);
}

// The whole new order at once; rows that stay keep their element, so nothing flickers.
function takeOver(list: HTMLElement, fresh: HTMLElement): void {
  const now = byId(list);
  const chosen = [...now].filter(([, row]) => row.querySelector<HTMLInputElement>('.pick input, input[data-row]')?.checked).map(([id]) => id);
  const body = list instanceof HTMLTableElement ? list.tBodies[0] : list;
  const newBody = fresh instanceof HTMLTableElement ? fresh.tBodies[0] : fresh;
  if (!body || !newBody || (list instanceof HTMLTableElement && list.tBodies.length > 1)) {
    list.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    for (const row of rowsOf(list)) if (!now.has(row.dataset.rowId ?? '')) markFresh(row);
  } else {
    const rows = [...newBody.children].map((child) => {
      const old = now.get((child as HTMLElement).dataset.rowId ?? '\0');
      return old ?? (document.importNode(child, true) as HTMLElement);
    });
    const known = new Set(now.values());
    body.replaceChildren(...rows);
    for (const row of rowsOf(list)) if (!known.has(row)) markFresh(row);
  }
  for (const id of chosen) {
    const box = byId(list).get(id)?.querySelector<HTMLInputElement>('.pick input, input[data-row]');
    if (box) box.checked = true;
  }
  list.dispatchEvent(new Event('change', { bubbles: true }));
  dropBar(list);
}

function barOf(list: HTMLElement): HTMLButtonElement | null {
  const frame = list.closest('.table-frame');
  return frame?.querySelector<HTMLButtonElement>(':scope > .new-rows') ?? null;
}

function dropBar(list: HTMLElement): void {
  waiting.delete(list);
  barOf(list)?.remove();
}

function showBar(list: HTMLElement, count: number): void {
  const message = count > 0 ? words('nieuwe-regels', count) : word('volgorde-anders');
  let bar = barOf(list);
  if (!bar) {
    bar = make('button', { class: 'new-rows', type: 'button' }) as HTMLButtonElement;
    bar.addEventListener('click', () => {
      const fresh = waiting.get(list);
      if (fresh) takeOver(list, fresh);
      list.querySelector<HTMLElement>('.fresh a.cover')?.focus();
    });
    list.closest('.table-frame')?.prepend(bar);
  }
  if (bar.textContent !== message) {
    bar.textContent = message;
    say(message);
  }
}
