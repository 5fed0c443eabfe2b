// Live: a change by a colleague shows within two seconds. Messages carry a topic only; the page asks its
// fragment again, so that rights are checked by the same service. One connection is shared by all tabs.
//   <body data-live-topics="werk:..."> what this page listens to
//   <div data-live-src="URL" data-live-topic="t">  asked again when a message for the topic comes
//   <span data-presence="t">  names of who else looks
import { announce, word } from './words';

interface Incoming { topic: string; kind: string; text: string }

export function startLive(): void {
  const wanted = (document.body.dataset['liveTopics'] ?? '').split(' ').filter(Boolean);
  if (!wanted.length) return;
  connect(wanted, (message) => {
    if (message.kind === 'presence') return showPresence(message);
    for (const part of document.querySelectorAll<HTMLElement>('[data-live-src]'))
      if (!part.dataset['liveTopic'] || part.dataset['liveTopic'] === message.topic) void refresh(part);
  });
}

function connect(topics: string[], receive: (message: Incoming) => void): void {
  const workerUrl = document.body.dataset['liveWorker'];
  const url = `${location.origin.replace(/^http/, 'ws')}/live/ws`;
  if (window.SharedWorker && workerUrl) {
    const worker = new SharedWorker(workerUrl, { name: 'dichtbij-live' });
    worker.port.onmessage = (event: MessageEvent<Incoming>) => receive(event.data);
    worker.port.postMessage({ url, topics });
    window.addEventListener('pagehide', () => worker.port.postMessage({ bye: true }));
    return;
  }
  const source = new EventSource(`/live/sse?onderwerpen=${encodeURIComponent(topics.join(' '))}`);
  source.onmessage = (event) => { const message = parse(String(event.data)); if (message) receive(message); };
}

// "topic kind text"
export function parse(line: string): Incoming | undefined {
  const [topic, kind, ...text] = line.split(' ');
  return topic ? { topic, kind: kind ?? 'changed', text: text.join(' ') } : undefined;
}

function showPresence({ topic, text }: Incoming): void {
  for (const element of document.querySelectorAll<HTMLElement>(`[data-presence="${CSS.escape(topic)}"]`)) {
    const names = text.split('|').filter((name) => name && name !== element.dataset['self']);
    element.hidden = names.length === 0;
    const label = element.querySelector('[data-names]') ?? element;
    label.textContent = names.length ? word('kijkt-mee', names.join(', ')) : '';
    if (names.length) announce(word('kijkt-mee', names.join(', ')));
  }
}

const busy = (part: HTMLElement): boolean => part.contains(document.activeElement) || part.querySelector('input:checked[data-row]') !== null;
const running = new WeakSet<HTMLElement>();

async function refresh(part: HTMLElement): Promise<void> {
  if (running.has(part)) return;
  running.add(part);
  try {
    const answer = await fetch(part.dataset['liveSrc'] ?? '', { headers: { 'HX-Request': 'true' } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const incoming = fresh.querySelector<HTMLElement>(`[data-live-src="${CSS.escape(part.dataset['liveSrc'] ?? '')}"]`) ?? fresh.body;
    merge(part, incoming);
  } finally {
    running.delete(part);
  }
}

// Rows never move under pointer, focus or selection: what is new waits behind a button.
function merge(part: HTMLElement, incoming: HTMLElement): void {
  const known = new Map([...part.querySelectorAll<HTMLElement>('tr[data-row-id]')].map((row) => [row.dataset['rowId'], row]));
  const coming = [...incoming.querySelectorAll<HTMLElement>('tr[data-row-id]')];
  const added = coming.filter((row) => !known.has(row.dataset['rowId']));
  if (!busy(part)) {
    part.replaceChildren(...incoming.childNodes);
    for (const row of added) markFresh(part.querySelector(`tr[data-row-id="${CSS.escape(row.dataset['rowId'] ?? '')}"]`));
    return;
  }
  for (const row of coming) {
    const old = known.get(row.dataset['rowId']);
    if (old && !old.contains(document.activeElement) && old.innerHTML !== row.innerHTML && !old.querySelector('input:checked')) {
      old.innerHTML = row.innerHTML;
      markFresh(old);
    }
  }
  const bar = part.querySelector<HTMLElement>('.waiting-rows') ?? part.appendChild(Object.assign(document.createElement('div'), { className: 'waiting-rows' }));
  if (!added.length && coming.length === known.size) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-small';
  button.textContent = word('nieuwe-regels', Math.max(added.length, 1));
  button.addEventListener('click', () => {
    part.replaceChildren(...incoming.childNodes);
    for (const row of added) markFresh(part.querySelector(`tr[data-row-id="${CSS.escape(row.dataset['rowId'] ?? '')}"]`));
  });
  bar.replaceChildren(button);
  announce(button.textContent);
}

function markFresh(row: HTMLElement | null): void {
  if (!row) return;
  row.classList.add('fresh');
  window.setTimeout(() => row.classList.remove('fresh'), 60_000);
}
