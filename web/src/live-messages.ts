// What a page and the SharedWorker tell each other.
export type ToWorker = { kind: 'follow'; topics: string[] } | { kind: 'bye' };
export type ToPage = { kind: 'message'; topic: string; message: string } | { kind: 'connected' } | { kind: 'broken' };
