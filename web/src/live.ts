// Live parts of a page. An element with
//   data-live-topic="werk:team:ID ..."   is asked again when something happens on a topic,
//   data-live-src="/werklijst/rijen?..." from there (default: the page itself, the element of that id),
//   data-live-on="presence"              only for messages that begin with this word.
// Without data-live-topic it listens to all topics of the page (data-live-topics on the body). An element
// with data-presence="TOPIC" shows who else looks: the message "presence NAME|NAME" of that topic.
// A part with rows (tr[data-row-id]) is merged row by row (live-rows.ts); anything else is replaced as a
// whole, later when someone is busy inside it. The answer is the part itself, or what is inside it, or
// for a table body its rows.
import { forEach } from './dom';
import { LiveClient } from './live-client';
import type { ToPage, ToWorker } from './live-messages';
import { mergeRows } from './live-rows';
import { say } from './say';
import { clockTime, word } from './words';

const gatherMs = 150;
const betweenMs = 1000;  // a busy topic is not asked more often
const helloMs = 30_000;
const brokenMs = 5000;
let brokenTimer: number | undefined;

interface Part {
  element: HTMLElement;
  timer: number | undefined;
  isAsking: boolean;
  askAgain: boolean;
  askedAt: number;
}

const parts = new Map<HTMLElement, Part>();
let tellTopics: (topics: string[]) => void = () => undefined;

const topicsOf = (element: HTMLElement): string[] =>
  (element.dataset.liveTopic ?? element.dataset.presence ?? document.body.dataset.liveTopics ?? '').split(' ').filter(Boolean);

function allTopics(): string[] {
  for (const element of parts.keys()) if (!element.isConnected) parts.delete(element);
  const topics = (document.body.dataset.liveTopics ?? '').split(' ').filter(Boolean);
  const watched = [...document.querySelectorAll<HTMLElement>('[data-presence]')];
  return [...new Set([...topics, ...[...parts.keys(), ...watched].flatMap(topicsOf)])];
}

function ask(part: Part): void {
  if (part.timer !== undefined) return;
  const wait = Math.max(gatherMs, part.askedAt + betweenMs - performance.now());
  part.timer = window.setTimeout(() => {
    part.timer = undefined;
    void refresh(part);
  }, wait);
}

async function refresh(part: Part): Promise<void> {
  if (part.isAsking) {
    part.askAgain = true;
    return;
  }
  part.isAsking = true;
  part.askAgain = false;
  part.askedAt = performance.now();
  try {
    const response = await fetch(part.element.dataset.liveSrc ?? location.href, {
      credentials: 'same-origin', headers: { 'X-Live': '1', Accept: 'text/html' },
    });
    if (response.ok && !response.redirected) apply(part.element, await response.text());
  } catch {
    // No connection: the reconnection asks everything again.
  } finally {
    part.isAsking = false;
    if (part.askAgain) ask(part);
  }
}

// The part in an answer: by its id, by its own address, the one element there is, or all of it. Rows alone
// would lose their tags outside a table.
function partIn(element: HTMLElement, html: string): HTMLElement {
  const isRows = /^\s*<tr[\s>]/.test(html);
  const page = new DOMParser().parseFromString(isRows ? `<table><tbody>${html}</tbody></table>` : html, 'text/html');
  const address = element.dataset.liveSrc;
  const found = (element.id ? page.getElementById(element.id) : null) ??
    (address ? page.querySelector<HTMLElement>(`[data-live-src="${CSS.escape(address)}"]`) : null) ??
    (isRows ? page.querySelector('tbody') : null);
  return found ?? page.body;
}

function apply(element: HTMLElement, html: string): void {
  const fresh = partIn(element, html);
  const hasRows = [element, fresh].every((place) => place.querySelector('tr[data-row-id]'));
  if (hasRows || element.hasAttribute('data-live-rows')) mergeRows(element, fresh);
  else replaceWhenFree(element, fresh);
  for (const place of document.querySelectorAll('[data-live-status]')) place.textContent = word('bijgewerkt', clockTime(new Date()));
}

function replaceWhenFree(element: HTMLElement, fresh: HTMLElement): void {
  if (element.innerHTML === fresh.innerHTML) return;
  const isBusy = element.contains(document.activeElement) && document.activeElement !== document.body;
  if (isBusy) {
    element.addEventListener('focusout', () => window.setTimeout(() => replaceWhenFree(element, fresh)), { once: true });
    return;
  }
  element.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
}

function showPresence(topic: string, names: string[]): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-presence="${CSS.escape(topic)}"]`)) {
    const others = names.filter((name) => name && name !== document.body.dataset.liveName);
    const text = others.length ? word('kijkt-mee', others.join(', ')) : '';
    const label = place.querySelector('[data-names]') ?? place;
    place.hidden = !others.length;
    if (label.textContent === text) continue;
    label.textContent = text;
    say(text);
  }
}

function received(topic: string, message: string): void {
  const [kind = '', ...rest] = message.split(' ');
  if (kind === 'presence') return showPresence(topic, rest.join(' ').split('|'));
  for (const part of parts.values()) {
    const only = part.element.dataset.liveOn;
    if (topicsOf(part.element).includes(topic) && (!only || kind === only)) ask(part);
  }
  // For what else a page does with a message: notices in the header.
  document.dispatchEvent(new CustomEvent('dichtbij:live', { detail: { topic, message } }));
}

// A list that may be out of date says so, when the break lasts.
function showBroken(): void {
  brokenTimer ??= window.setTimeout(() => {
    for (const place of document.querySelectorAll('[data-live-status]')) place.textContent = word('lijst-oud');
    if (parts.size) say(word('lijst-oud'));
  }, brokenMs);
}

function hear(message: ToPage): void {
  if (message.kind === 'broken') return showBroken();
  window.clearTimeout(brokenTimer);
  brokenTimer = undefined;
  if (message.kind === 'message') received(message.topic, message.message);
  if (message.kind === 'connected') for (const part of parts.values()) ask(part);
}

function connect(): void {
  const url = document.body.dataset.liveWorker;
  if (!url || typeof SharedWorker === 'undefined') {
    const client = new LiveClient({
      message: (topic, message) => hear({ kind: 'message', topic, message }),
      connected: () => hear({ kind: 'connected' }),
      broken: () => hear({ kind: 'broken' }),
    });
    tellTopics = (topics) => client.setTopics(topics);
    return;
  }
  // One worker per person signed in: another session must not listen on this one's connection.
  const { port } = new SharedWorker(url, { name: `live ${document.body.dataset.liveName ?? ''}` });
  port.onmessage = (event: MessageEvent<ToPage>) => hear(event.data);
  const post = (message: ToWorker): void => port.postMessage(message);
  tellTopics = (topics) => post({ kind: 'follow', topics });
  window.setInterval(() => tellTopics(allTopics()), helloMs);
  window.addEventListener('pagehide', () => post({ kind: 'bye' }));
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    tellTopics(allTopics());
    for (const part of parts.values()) ask(part);
  });
}

export function startLive(): void {
  if (!document.body.classList.contains('deskbody')) return;
  connect();
  forEach<HTMLElement>('[data-live-topic], [data-live-src], [data-presence]', (element) => {
    const isPart = !element.hasAttribute('data-presence');
    if (isPart) parts.set(element, { element, timer: undefined, isAsking: false, askAgain: false, askedAt: -Infinity });
    tellTopics(allTopics());
  });
  if (!parts.size) tellTopics(allTopics());
}
