// The one status line of a page for screen readers: at most one message in five seconds.
const quietMs = 5000;
const place = document.getElementById('meldingen');
let waiting = '';
let saidAt = -Infinity;
let timer: number | undefined;

export function say(message: string): void {
  if (!place || !message) return;
  waiting = message;
  if (timer !== undefined) return;
  timer = window.setTimeout(() => {
    timer = undefined;
    saidAt = performance.now();
    place.textContent = waiting;
  }, Math.max(0, saidAt + quietMs - performance.now()));
}
