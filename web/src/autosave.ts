// A form with data-autosave="URL" is posted there while someone types: soon after the first key, then
// after each pause. The answer may be empty, or JSON:
//   { "velden": { "versie": "4" },    hidden fields to set
//     "autosave": "/contact/ID/concept", "url": "/contact/ID" }   when the first save made the draft
// [data-autosave-status] in the form says "Bewaard 10.42", or that it did not work; then we try again.
import { csrfToken, forEach } from './dom';
import { say } from './say';
import { clockTime, word } from './words';

const pauseMs = 700;
const longestMs = 3000;
const retryMs = [1000, 2000, 5000, 10_000, 30_000];

interface Answer {
  velden?: Record<string, string>;
  autosave?: string;
  url?: string;
}

type State = 'clean' | 'dirty' | 'saving';

class Draft {
  private state: State = 'clean';
  private changedWhileSaving = false;
  private firstChangeAt = 0;
  private failures = 0;
  private timer: number | undefined;
  private isSubmitting = false;

  constructor(private readonly form: HTMLFormElement) {
    form.addEventListener('input', () => this.changed());
    form.addEventListener('change', () => this.changed());
    form.addEventListener('submit', () => this.submitted());
    window.addEventListener('online', () => this.state === 'dirty' && this.save());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.flush());
    window.addEventListener('pagehide', () => this.flush());
    window.addEventListener('pageshow', () => { this.isSubmitting = false; });
    window.addEventListener('beforeunload', (event) => this.warn(event));
  }

  private changed(): void {
    if (this.state === 'saving') {
      this.changedWhileSaving = true;
      return;
    }
    const now = performance.now();
    if (this.state === 'clean') this.firstChangeAt = now;
    this.state = 'dirty';
    this.saveIn(Math.max(0, Math.min(pauseMs, this.firstChangeAt + longestMs - now)));
  }

  private saveIn(ms: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), ms);
  }

  private request(): RequestInit {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (typeof value === 'string') fields.append(name, value);
    return {
      method: 'POST', body: fields, credentials: 'same-origin',
      headers: { Accept: 'application/json', 'X-CSRF-Token': csrfToken(), 'X-Autosave': '1' },
    };
  }

  private async save(): Promise<void> {
    const url = this.form.dataset.autosave;
    if (!url || this.state === 'saving' || this.isSubmitting) return;
    window.clearTimeout(this.timer);
    this.state = 'saving';
    this.changedWhileSaving = false;
    try {
      const response = await fetch(url, this.request());
      if (response.redirected || response.status === 401 || response.status === 403) return this.refused('opnieuw-inloggen');
      if (response.status === 409) return this.refused('bewaren-conflict');
      if (!response.ok) throw new Error(String(response.status));
      this.saved(await readAnswer(response));
    } catch {
      this.failed();
    }
  }

  private saved(answer: Answer): void {
    for (const [name, value] of Object.entries(answer.velden ?? {})) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement && field.type === 'hidden') field.value = value;
    }
    if (answer.autosave) this.form.dataset.autosave = answer.autosave;
    if (answer.url) history.replaceState(history.state, '', answer.url);
    this.failures = 0;
    this.show('good', word('bewaard', clockTime(new Date())));
    this.state = 'clean';
    if (this.changedWhileSaving) this.changed();
  }

  private failed(): void {
    this.state = 'dirty';
    this.show('late', word(navigator.onLine ? 'niet-bewaard' : 'geen-verbinding'));
    if (this.failures === 0) say(word(navigator.onLine ? 'niet-bewaard' : 'geen-verbinding'));
    this.saveIn(retryMs[Math.min(this.failures, retryMs.length - 1)] ?? 30_000);
    this.failures += 1;
  }

  // Trying again cannot help: a person has to do something.
  private refused(reason: string): void {
    this.state = 'dirty';
    this.show('late', word(reason));
    say(word(reason));
  }

  private submitted(): void {
    this.isSubmitting = true;
    window.clearTimeout(this.timer);
  }

  private flush(): void {
    const url = this.form.dataset.autosave;
    if (!url || this.isSubmitting || (this.state === 'clean' && !this.changedWhileSaving)) return;
    void fetch(url, { ...this.request(), keepalive: true }).catch(() => undefined);
  }

  private warn(event: BeforeUnloadEvent): void {
    if (this.state !== 'clean' && this.failures > 0 && !this.isSubmitting) event.preventDefault();
  }

  private show(tone: 'good' | 'late', message: string): void {
    const place = this.form.querySelector<HTMLElement>('[data-autosave-status]') ??
      document.querySelector<HTMLElement>(`[data-autosave-status="${CSS.escape(this.form.id)}"]`);
    if (!place) return;
    place.hidden = false;
    place.classList.toggle('badge-good', tone === 'good');
    place.classList.toggle('badge-late', tone === 'late');
    const use = place.querySelector('use');
    const sprite = use?.getAttribute('href')?.split('#')[0];
    if (sprite) use?.setAttribute('href', `${sprite}#${tone === 'good' ? 'check' : 'alert-triangle'}`);
    const text = place.querySelector('[data-text]') ?? place;
    text.textContent = message;
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  if (!response.headers.get('Content-Type')?.startsWith('application/json')) return {};
  return await response.json() as Answer;
}

export function startAutosave(): void {
  forEach<HTMLFormElement>('form[data-autosave]', (form) => new Draft(form));
}
