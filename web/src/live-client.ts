// The live connection: one WebSocket, or server-sent events where WebSockets do not pass. Runs in the
// SharedWorker, or in the page where browsers have none. A message is "TOPIC MESSAGE" (src/http/live.h).
const retryMs = [500, 1000, 2000, 5000, 10_000, 30_000];
const socketFailuresBeforeEvents = 3;

export interface LiveListener {
  message(topic: string, message: string): void;
  // From now on these topics are heard. What happened before, since the page was made or during a break,
  // has to be asked.
  connected(topics: string[]): void;
  broken(): void;
}

export class LiveClient {
  private topics = new Set<string>();
  private socket: WebSocket | undefined;
  private events: EventSource | undefined;
  private attempts = 0;
  private socketFailures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly listener: LiveListener) {}

  setTopics(topics: Iterable<string>): void {
    const wanted = new Set(topics);
    const added = [...wanted].filter((topic) => !this.topics.has(topic));
    const removed = [...this.topics].filter((topic) => !wanted.has(topic));
    this.topics = wanted;
    if (!wanted.size) return this.close();
    if (this.socket?.readyState === WebSocket.OPEN) {
      for (const topic of removed) this.socket.send(`leave ${topic}`);
      for (const topic of added) this.socket.send(`follow ${topic}`);
      if (added.length) this.listener.connected(added);
    } else if (this.events && added.length + removed.length) {
      this.events.close();
      this.openEvents();
    } else if (!this.socket && !this.events && this.timer === undefined) {
      this.open();
    }
  }

  hears(topic: string): boolean {
    return this.topics.has(topic) && (this.socket?.readyState === WebSocket.OPEN || this.events?.readyState === EventSource.OPEN);
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
    this.events?.close();
    this.events = undefined;
  }

  private open(): void {
    this.timer = undefined;
    if (!this.topics.size) return;
    if (this.socketFailures >= socketFailuresBeforeEvents) return this.openEvents();
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`);
    let opened = false;
    this.socket = socket;
    socket.onopen = () => {
      opened = true;
      this.socketFailures = 0;
      for (const topic of this.topics) socket.send(`follow ${topic}`);
      this.up();
    };
    socket.onmessage = (event) => this.receive(String(event.data));
    socket.onclose = () => {
      if (this.socket !== socket) return;
      this.socket = undefined;
      if (!opened) this.socketFailures += 1;
      this.down();
    };
  }

  private openEvents(): void {
    const query = new URLSearchParams([...this.topics].map((topic) => ['topic', topic]));
    const events = new EventSource(`/live/events?${query.toString()}`);
    this.events = events;
    events.onopen = () => this.up();
    events.onmessage = (event) => this.receive(String(event.data));
    events.onerror = () => {
      if (this.events !== events) return;
      events.close();
      this.events = undefined;
      this.down();
    };
  }

  private up(): void {
    this.attempts = 0;
    this.listener.connected([...this.topics]);
  }

  private down(): void {
    this.listener.broken();
    const base = retryMs[Math.min(this.attempts, retryMs.length - 1)] ?? 30_000;
    this.attempts += 1;
    // Spread, so that a restarted server is not asked by everybody at once.
    this.timer = setTimeout(() => this.open(), base * (0.5 + Math.random()));
  }

  private receive(line: string): void {
    if (line.startsWith('! ')) return;
    const space = line.indexOf(' ');
    const topic = space < 0 ? line : line.slice(0, space);
    this.listener.message(topic, space < 0 ? '' : line.slice(space + 1));
  }
}
