// Beside a field in which someone writes to a resident: what was found in the text, with buttons that change it. The
// server looks (htmx, after a pause); the places that it gives are those of the text as it was sent, so a button first
// looks whether the words still stand there. Every change can be taken back, here and with the keys of the browser.
import { forEach } from './dom';
import { say } from './say';

const saidAfterMs = 1500;

class Help {
  private readonly field: HTMLTextAreaElement;
  private readonly found: HTMLElement | null;
  private readonly back: HTMLButtonElement | null;
  private readonly before: { text: string; at: number }[] = [];
  private said = '';
  private timer: number | undefined;
  private wantsFocus = false;

  constructor(private readonly part: HTMLElement, field: HTMLTextAreaElement) {
    this.field = field;
    this.found = document.getElementById(`${part.dataset.taalhulp ?? ''}-taal`);
    this.back = part.querySelector('[data-taal-terug]');
    this.said = this.message();
    this.show();
    part.addEventListener('click', (event) => this.clicked(event));
    if (this.found) new MutationObserver(() => this.changed()).observe(this.found, { childList: true });
  }

  private clicked(event: MouseEvent): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button') : null;
    if (!button) return;
    if (button.dataset.vervang !== undefined) this.replace(button, button.dataset.vervang);
    else if (button.dataset.wijsAan !== undefined) this.point(button);
    else if (button.dataset.taalTerug !== undefined) this.undo();
    else if (button.dataset.taalNu !== undefined) {
      event.preventDefault();
      this.said = '';
      this.wantsFocus = true;
      this.ask();
    }
  }

  // Where the words of a button stand now: where they were, or else the nearest place.
  private place(button: HTMLElement): [number, number] | undefined {
    const words = button.dataset.was ?? '';
    const at = Number(button.dataset.van ?? -1);
    const text = this.field.value;
    if (words && text.slice(at, at + words.length) === words) return [at, at + words.length];
    let best = -1;
    for (let next = words ? text.indexOf(words) : -1; next >= 0; next = text.indexOf(words, next + 1))
      if (best < 0 || Math.abs(next - at) < Math.abs(best - at)) best = next;
    if (best >= 0) return [best, best + words.length];
    say(this.part.dataset.weg ?? '');
    return undefined;
  }

  private replace(button: HTMLElement, by: string): void {
    const place = this.place(button);
    if (!place) return;
    this.before.push({ text: this.field.value, at: place[0] });
    this.write(place[0], place[1], by);
    this.wantsFocus = true;
    if (this.back) this.back.hidden = false;
    this.ask();
  }

  // As if typed, so that the browser's own undo knows it too.
  private write(from: number, to: number, words: string): void {
    this.field.focus();
    this.field.setSelectionRange(from, to);
    if (document.execCommand('insertText', false, words)) return;
    this.field.setRangeText(words, from, to, 'end');
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private undo(): void {
    const last = this.before.pop();
    if (!last) return;
    this.write(0, this.field.value.length, last.text);
    this.field.setSelectionRange(last.at, last.at);
    if (this.back && this.before.length === 0) this.back.hidden = true;
    say(this.part.dataset.terugGezet ?? '');
  }

  private point(button: HTMLElement): void {
    const place = this.place(button);
    if (!place) return;
    this.field.focus();
    this.field.setSelectionRange(place[0], place[1]);
  }

  private ask(): void {
    this.found?.dispatchEvent(new Event('taalhulp:nu'));
  }

  private changed(): void {
    this.show();
    if (this.wantsFocus) {
      this.wantsFocus = false;
      const next = this.found?.querySelector<HTMLElement>('[data-vervang]:not([hidden])') ?? this.part.querySelector<HTMLElement>('[data-taal-kop]');
      next?.focus();
    }
    // Said when the typing rests, and only what is new.
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.message() === this.said) return;
      this.said = this.message();
      say(this.said);
    }, saidAfterMs);
  }

  private show(): void {
    for (const button of this.found?.querySelectorAll<HTMLElement>('button[hidden]') ?? []) button.hidden = false;
  }

  private message(): string {
    return this.found?.querySelector<HTMLElement>('[data-taal-melding]')?.dataset.taalMelding ?? '';
  }
}

export function startTaalhulp(): void {
  forEach<HTMLElement>('[data-taalhulp]', (part) => {
    const field = document.getElementById(part.dataset.taalhulp ?? '');
    if (field instanceof HTMLTextAreaElement) new Help(part, field);
  });
}
