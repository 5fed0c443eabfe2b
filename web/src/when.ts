// A part that only matters for one choice: data-when="uitkomst=doorgezet|verwezen" is shown while that
// radio, box or select has one of the values.
import { forEach } from './dom';

function valuesOf(place: ParentNode, name: string): string[] {
  return [...place.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${CSS.escape(name)}"]`)]
    .filter((field) => !(field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)) || field.checked)
    .map((field) => field.value);
}

function show(element: HTMLElement): void {
  const condition = element.dataset.when ?? '';
  const split = condition.indexOf('=');
  const wanted = condition.slice(split + 1).split('|');
  const values = valuesOf(element.closest('form') ?? document, condition.slice(0, split));
  element.hidden = !wanted.some((value) => values.includes(value));
}

export function startWhen(): void {
  forEach<HTMLElement>('[data-when]', show);
  document.addEventListener('change', () => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-when]')) show(element);
  });
}
