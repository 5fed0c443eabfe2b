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
  for (const token of copy.querySelectorAll('input[type=hidden]')) token.remove();  // another with each answer
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
  const isChosen = boxOf(old)?.checked ?? false;
  const oldCells = [...old.cells];
  const newCells = [...fresh.cells];
  if (oldCells.length !== newCells.length) return;
  oldCells.forEach((cell, index) => {
    const next = newCells[index];
    if (next && !cell.contains(document.activeElement) && cell.innerHTML !== next.innerHTML) cell.replaceChildren(...next.cloneNode(true).childNodes);
  });
  const box = boxOf(old);
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
  if (list !== onlyBody(list)) refreshAround(list, fresh);
  if (!added.length && !gone.length && !isMoved) return dropBar(list);
  if (!isBusy(list)) return takeOver(list, fresh);
  for (const id of gone) now.get(id)?.classList.add('gone');
  waiting.set(list, fresh);
  if (added.length || isMoved) showBar(list, added.length);
}

// The whole new order at once; in a single table body rows that stay keep their element, so nothing
// flickers.
function takeOver(list: HTMLElement, fresh: HTMLElement): void {
  const now = byId(list);
  const chosen = [...now].filter(([, row]) => boxOf(row)?.checked).map(([id]) => id);
  const body = onlyBody(list);
  const newBody = onlyBody(fresh);
  if (body && newBody && (list === body || sameAround(list, fresh))) {
    body.replaceChildren(...[...newBody.children].map((child) =>
      now.get((child as HTMLElement).dataset.rowId ?? '\0') ?? document.importNode(child, true)));
    if (list !== body) refreshAround(list, fresh);
  } else {
    list.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
  }
  for (const [id, row] of byId(list)) {
    const box = boxOf(row);
    if (box && chosen.includes(id)) box.checked = true;
    if (!now.has(id)) markFresh(row);
  }
  list.dispatchEvent(new Event('change', { bubbles: true }));
  dropBar(list);
}

const boxOf = (row: HTMLElement): HTMLInputElement | null => row.querySelector<HTMLInputElement>('.pick input, input[data-row]');

function onlyBody(list: HTMLElement): HTMLElement | undefined {
  if (list instanceof HTMLTableSectionElement) return list;
  const bodies = [...list.querySelectorAll('tbody')];
  // What was parsed elsewhere may stand without a table around it.
  return bodies.length === 1 ? bodies[0] : undefined;
}

const sameAround = (list: HTMLElement, fresh: HTMLElement): boolean =>
  list.children.length === fresh.children.length &&
  [...list.children].every((child, index) => child.tagName === fresh.children[index]?.tagName);

// What stands beside the rows: counts, figures. Not where someone is busy.
function refreshAround(list: HTMLElement, fresh: HTMLElement): void {
  if (!sameAround(list, fresh)) return;
  [...list.children].forEach((child, index) => {
    const next = fresh.children[index];
    const isFree = !child.querySelector('tr[data-row-id]') && !child.contains(document.activeElement);
    if (next && isFree && child.innerHTML !== next.innerHTML) child.replaceWith(document.importNode(next, true));
  });
}

function barOf(list: HTMLElement): HTMLButtonElement | null {
  return frameOf(list).querySelector<HTMLButtonElement>(':scope > .new-rows');
}

const frameOf = (list: HTMLElement): HTMLElement =>
  list.closest<HTMLElement>('.table-frame') ?? list.querySelector<HTMLElement>('.table-frame:has(tr[data-row-id])') ?? list;

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
    frameOf(list).prepend(bar);
  }
  if (bar.textContent !== message) {
    bar.textContent = message;
    say(message);
  }
}
