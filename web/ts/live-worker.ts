// One WebSocket for all tabs of this browser. Tabs say which topics they listen to; the union is asked of
// the server. A broken connection is made again, with growing pauses.
import { parse } from './live';

declare const self: SharedWorkerGlobalScope;
interface Tab { port: MessagePort; topics: string[] }

const tabs = new Set<Tab>();
let socket: WebSocket | undefined;
let pause = 500;

const topics = (): string => [...new Set([...tabs].flatMap((tab) => tab.topics))].join(' ');
const subscribe = (): void => { if (socket?.readyState === WebSocket.OPEN) socket.send(topics()); };

function open(url: string): void {
  if (socket && socket.readyState <= WebSocket.OPEN) return subscribe();
  socket = new WebSocket(url);
  socket.onopen = () => { pause = 500; subscribe(); };
  socket.onmessage = (event) => {
    const message = parse(String(event.data));
    if (!message) return;
    for (const tab of tabs) if (tab.topics.includes(message.topic)) tab.port.postMessage(message);
  };
  socket.onclose = () => {
    if (tabs.size) setTimeout(() => open(url), pause);
    pause = Math.min(pause * 2, 20_000);
  };
}

self.onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  const tab: Tab = { port, topics: [] };
  tabs.add(tab);
  port.onmessage = ({ data }: MessageEvent<{ url?: string; topics?: string[]; bye?: boolean }>) => {
    if (data.bye) tabs.delete(tab);
    if (data.topics) tab.topics = data.topics;
    if (data.url) open(data.url);
    else subscribe();
  };
};
