// Pages of residents work without this. It warns two minutes before a session ends, keeps it alive when asked,
// and leaves the page when it is over, so that nobody finds it open.
interface Answer { seconden: number }

async function ask(url: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(url, { credentials: 'same-origin', ...init, headers: { Accept: 'application/json', ...init.headers } });
  if (!response.ok || response.redirected) return 0;
  return ((await response.json()) as Answer).seconden;
}

function watch(dialog: HTMLDialogElement): void {
  const before = Number(dialog.dataset.vooraf ?? '120');
  let timer: number | undefined;
  let endsAt = Date.now() + Number(dialog.dataset.sessie ?? '0') * 1000;

  const over = (): void => { window.location.assign('/mijn/uitgelogd?verlopen=1'); };
  const plan = (left: number): void => {
    window.clearTimeout(timer);
    endsAt = Date.now() + left * 1000;
    if (left <= 0) return over();
    timer = window.setTimeout(() => void look(), Math.max(left > before ? left - before : left, 1) * 1000);
  };
  // Another tab may have kept the session alive, so the server is asked first.
  const look = async (): Promise<void> => {
    const left = await ask('/mijn/sessie').catch(() => Math.round((endsAt - Date.now()) / 1000));
    if (left > before + 1) {
      if (dialog.open) dialog.close();
      return plan(left);
    }
    if (left > 0 && !dialog.open) dialog.showModal();
    plan(left);
  };

  dialog.addEventListener('cancel', () => void stay());
  const stay = async (): Promise<void> => {
    const form = dialog.querySelector<HTMLFormElement>('form[action="/mijn/blijf"]');
    if (!form) return;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    const left = await ask('/mijn/blijf', { method: 'POST', body }).catch(() => -1);
    if (left < 0) return form.submit();
    dialog.close();
    plan(left);
  };
  dialog.querySelector('form[action="/mijn/blijf"]')?.addEventListener('submit', (event) => {
    event.preventDefault();
    void stay();
  });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') void look(); });
  plan(Number(dialog.dataset.sessie ?? '0'));
}

const dialog = document.getElementById('sessie');
if (dialog instanceof HTMLDialogElement) watch(dialog);
// The summary of errors is read first.
document.querySelector<HTMLElement>('[data-focus]')?.focus();
