// Shares one live connection over all tabs of a browser. A port says which topics it follows, again and
// again; one that is silent too long is a tab that is gone.
import { LiveClient } from './live-client';
import type { ToPage, ToWorker } from './live-messages';

const silentMs = 150_000;

interface Tab {
  topics: Set<string>;
  heardAt: number;
}

const tabs = new Map<MessagePort, Tab>();
const tellAll = (message: ToPage, wants: (tab: Tab) => boolean = () => true): void => {
  for (const [port, tab] of tabs) if (wants(tab)) port.postMessage(message);
};

// Who is present on a topic is told when it changes; a tab that comes later has to hear it too.
const lastPresence = new Map<string, string>();

function receive(topic: string, message: string): void {
  if (message.startsWith('presence ')) lastPresence.set(topic, message);
  tellAll({ kind: 'message', topic, message }, (tab) => tab.topics.has(topic));
}

const client = new LiveClient({
  message: receive,
  connected: (topics) => tellAll({ kind: 'connected' }, (tab) => topics.some((topic) => tab.topics.has(topic))),
  broken: () => tellAll({ kind: 'broken' }),
});

function follow(): void {
  const wanted = new Set<string>();
  for (const tab of tabs.values()) for (const topic of tab.topics) wanted.add(topic);
  for (const topic of lastPresence.keys()) if (!wanted.has(topic)) lastPresence.delete(topic);
  client.setTopics(wanted);
}

function hear(port: MessagePort, message: ToWorker): void {
  if (message.kind === 'bye') tabs.delete(port);
  else hearTopics(port, new Set(message.topics));
  follow();
}

function hearTopics(port: MessagePort, topics: Set<string>): void {
  const before = tabs.get(port)?.topics;
  tabs.set(port, { topics, heardAt: Date.now() });
  if ([...topics].some((topic) => !before?.has(topic) && client.hears(topic))) port.postMessage({ kind: 'connected' } satisfies ToPage);
  for (const topic of topics) {
    const message = lastPresence.get(topic);
    if (message && !before?.has(topic)) port.postMessage({ kind: 'message', topic, message } satisfies ToPage);
  }
}

setInterval(() => {
  const before = tabs.size;
  for (const [port, tab] of tabs) if (Date.now() - tab.heardAt > silentMs) tabs.delete(port);
  if (tabs.size !== before) follow();
}, 30_000);

// The type of a SharedWorker's global scope is not in the library of pages.
(globalThis as unknown as { onconnect: (event: MessageEvent) => void }).onconnect = (event) => {
  const port = event.ports[0];
  if (port) port.onmessage = (message: MessageEvent<ToWorker>) => hear(port, message.data);
};
