// The words that scripts show come with the page, in its language.
export function word(name: string, ...args: (string | number)[]): string {
  const text = document.getElementById('woorden')?.getAttribute(`data-${name}`) ?? '';
  return args.reduce<string>((sofar, arg, index) => sofar.replace(`{${index}}`, String(arg)), text);
}

export const csrf = (): string => document.body.dataset['csrf'] ?? '';

// Says something to screen readers, at most one thing in five seconds: the last one wins.
let waiting: number | undefined;
let lastSpoken = 0;
export function announce(text: string): void {
  window.clearTimeout(waiting);
  const wait = Math.max(0, lastSpoken + 5000 - Date.now());
  waiting = window.setTimeout(() => {
    lastSpoken = Date.now();
    const region = document.getElementById('meldingen');
    if (region) region.textContent = text;
  }, wait);
}
