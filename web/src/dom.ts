// Small helpers around the document.

// Runs for every element that matches, now and when it is added later (swapped in by htmx or live).
export function forEach<T extends HTMLElement>(selector: string, start: (element: T) => void): void {
  const seen = new WeakSet<Element>();
  const visit = (rootElement: ParentNode): void => {
    for (const element of rootElement.querySelectorAll<T>(selector)) {
      if (seen.has(element)) continue;
      seen.add(element);
      start(element);
    }
  };
  visit(document);
  new MutationObserver((records) => {
    if (records.some((record) => record.addedNodes.length > 0)) visit(document);
  }).observe(document.documentElement, { childList: true, subtree: true });
}

export function isVisible(element: Element): boolean {
  return element.getClientRects().length > 0;
}

export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'reset', 'file'].includes(target.type);
}

// What an element says, without the key beside it.
export function labelOf(element: HTMLElement): string {
  const named = element.dataset.keyLabel ?? element.getAttribute('aria-label');
  if (named) return named;
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement)
    return element.labels?.[0]?.textContent?.trim() ?? '';
  const copy = element.cloneNode(true) as HTMLElement;
  for (const extra of copy.querySelectorAll('kbd, .count, .line2, svg')) extra.remove();
  return copy.textContent?.trim().replace(/\s+/g, ' ') ?? '';
}

export function make(tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function csrfToken(): string {
  return document.body.dataset.csrf ?? document.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '';
}
