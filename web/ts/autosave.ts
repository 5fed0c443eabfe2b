// A form with data-autosave="URL" is kept on the server from the first key: half a second after the last
// one, and again until it worked. A lost browser loses nothing.
import { announce, csrf, word } from './words';

const PAUSE_MS = 500;
const RETRY_MS = 4000;

export function startAutosave(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) watch(form);
}

function watch(form: HTMLFormElement): void {
  const url = form.dataset['autosave'] ?? '';
  const status = form.querySelector<HTMLElement>('[data-autosave-status]');
  let timer: number | undefined;
  let running = false;
  let dirty = false;

  const later = (wait: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), wait);
  };
  const body = (): URLSearchParams => new URLSearchParams([...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'));

  async function save(): Promise<void> {
    if (running || !dirty) return;
    running = true;
    dirty = false;
    try {
      const answer = await fetch(url, { method: 'POST', body: body(), headers: { 'X-CSRF-Token': csrf(), Accept: 'text/plain' }, keepalive: true });
      if (!answer.ok) throw new Error(String(answer.status));
      if (status) {
        status.textContent = word('bewaard', new Date().toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' }).replace(':', '.'));
        status.classList.remove('badge-late');
        status.classList.add('badge-good');
      }
      form.dataset['saved'] = 'yes';
    } catch {
      dirty = true;
      if (status) {
        status.textContent = word('niet-bewaard');
        status.classList.replace('badge-good', 'badge-late');
      }
      announce(word('niet-bewaard'));
      later(RETRY_MS);
    } finally {
      running = false;
      if (dirty) later(PAUSE_MS);
    }
  }

  form.addEventListener('input', () => { dirty = true; later(PAUSE_MS); });
  form.addEventListener('change', () => { dirty = true; later(PAUSE_MS); });
  form.addEventListener('submit', () => { dirty = false; window.clearTimeout(timer); });
  window.addEventListener('pagehide', () => {
    if (dirty) navigator.sendBeacon(url, new Blob([`${body().toString()}&_csrf=${encodeURIComponent(csrf())}`], { type: 'application/x-www-form-urlencoded' }));
  });
}
