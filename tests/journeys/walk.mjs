// Visits one page of every kind that can be reached by links, and holds each against axe and its width.
// A kind is a path with its ids taken out: one worklist, one task, one person.
import { checkPage, shot } from './browser.mjs';

const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
const kindOf = (url) => {
  const { pathname, searchParams } = new URL(url);
  const panel = searchParams.get('paneel') ?? searchParams.get('wie');
  return pathname.replaceAll(id, 'ID').replace(/\d{4,}/g, 'N') + (panel ? `?${panel.replaceAll(id, 'ID')}` : '');
};
const leaves = (url) => /\/(uitloggen|taal|live|healthz|metrics)\b|\.(csv|json)(\?|$)/.test(url);

export async function walk(page, start, { prefix, width = 1440, limit = 120, check = true, pictures = false, first = [] }) {
  const { origin } = new URL(start);
  const seen = new Set();
  const queue = [...first.map((path) => origin + path), start];
  const problems = [];
  while (queue.length && seen.size < limit) {
    const url = queue.shift();
    const kind = kindOf(url);
    if (seen.has(kind)) continue;
    seen.add(kind);
    const answer = await page.goto(url);
    if (!answer || answer.status() >= 400) { problems.push(`${kind}: ${answer?.status()} (${url})`); continue; }
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue;
    if (new URL(page.url()).pathname !== new URL(url).pathname) {
      seen.add(kindOf(page.url()));
    }
    if (check) await checkPage(page, `${kind} ${prefix} ${width}`).catch((error) => problems.push(error.message));
    if (pictures) await shot(page, `${prefix}-${width}-${kind.replaceAll(/[^a-zA-Z0-9]+/g, '_')}`);
    const links = await page.$$eval('a[href]', (all) => all.map((one) => one.href));
    for (const link of links)
      if (link.startsWith(origin) && !leaves(link) && !seen.has(kindOf(link))) queue.push(link.split('#')[0]);
  }
  return { kinds: [...seen], problems };
}
