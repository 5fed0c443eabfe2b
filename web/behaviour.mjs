// What the scripts promise, in a real browser against a small server that plays the program's part.
// Usage: node web/behaviour.mjs
import { createHash } from 'node:crypto';
import { strict as assert } from 'node:assert';
import { launch, serve } from './preview_server.mjs';

const drafts = [];
let draftStatus = 200;
let rows = [];
let liveAllowed = true;
const sockets = new Set();
const streams = new Set();

const rowHtml = ({ id, title }) => `<tr role="row" data-row-id="${id}"><td class="pick" role="cell"><input type="checkbox" name="werk" value="${id}" aria-label="Kies"></td>` +
  `<td role="cell"></td><td role="cell"><a class="cover title" href="/taken/${id}">${title}</a></td><td role="cell"></td><td role="cell"></td><td role="cell">Nog niet gebeld</td></tr>`;

const taalButton = (at) => `<button type="button" id="brief-v-${at}" hidden data-vervang="daarom" data-was="derhalve" data-van="${at}" data-tot="${at + 8}">daarom</button>` +
  `<button type="button" hidden data-wijs-aan="" data-was="derhalve" data-van="${at}" data-tot="${at + 8}">Wijs aan</button>`;

function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/contact/1/concept') {
    let body = '';
    request.on('data', (piece) => { body += piece; });
    request.on('end', () => {
      drafts.push({ fields: new URLSearchParams(body), token: request.headers['x-csrf-token'] });
      response.writeHead(draftStatus, { 'Content-Type': 'application/json' }).end(JSON.stringify({ velden: { versie: String(drafts.length + 1) } }));
    });
    return true;
  }
  if (pathname === '/werk/rijen') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(rows.map(rowHtml).join(''));
    return true;
  }
  if (pathname === '/werk/deel') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<div data-live-src="/werk/deel" data-live-topic="team:1"><p id="aantal">${rows.length} open</p>` +
      `<div class="table-frame"><table class="table stackable"><caption>Werk</caption><tbody>${rows.map(rowHtml).join('')}</tbody></table></div></div>`);
    return true;
  }
  if (pathname === '/berichten/taalhulp') {
    let body = '';
    request.on('data', (piece) => { body += piece; });
    request.on('end', () => {
      const text = new URLSearchParams(body).get('brief').replaceAll('\r\n', '\n');
      const all = [...text.matchAll(/derhalve/g)].map(({ index }) => taalButton(index));
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<div data-taal-melding="${all.length} plekken">${all.join('')}</div>`);
    });
    return true;
  }
  if (pathname === '/live/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(': here\n\n');
    streams.add(response);
    request.on('close', () => streams.delete(response));
    return true;
  }
  return false;
}

// As much of RFC 6455 as short text messages need.
function upgrade(request, socket) {
  if (!liveAllowed) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`);
  const one = { socket, heard: [] };
  sockets.add(one);
  socket.on('data', (frame) => {
    for (let at = 0; at + 6 <= frame.length;) {
      const length = frame[at + 1] & 0x7f;
      const mask = frame.subarray(at + 2, at + 6);
      if ((frame[at] & 0x0f) === 1) one.heard.push(Buffer.from(frame.subarray(at + 6, at + 6 + length)).map((byte, index) => byte ^ mask[index % 4]).toString());
      at += 6 + length;
    }
  });
  socket.on('close', () => sockets.delete(one));
  socket.on('error', () => sockets.delete(one));
}

function publish(line) {
  const text = Buffer.from(line);
  for (const { socket } of sockets) socket.write(Buffer.concat([Buffer.from([0x81, text.length]), text]));
  for (const stream of streams) stream.write(`data: ${line}\n\n`);
}

const start = [{ id: 'w1', title: 'Geluidsoverlast' }, { id: 'w2', title: 'Vakantiehuis' }, { id: 'w3', title: 'Woning splitsen' }];
const until = (page, test, arg) => page.waitForFunction(test, arg, { timeout: 20000 });
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id ?? '');

const promises = {
  'a slash goes to the search box, Escape leaves it, and letters are text in it': async (page) => {
    await page.keyboard.press('/');
    assert.equal(await focused(page), 'zoek');
    await page.keyboard.type('jan/x');
    assert.equal(await page.inputValue('#zoek'), 'jan/x');
    await page.keyboard.press('Escape');
    assert.notEqual(await focused(page), 'zoek');
  },
  'j and k walk over the rows and x chooses one': async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    assert.equal(await focused(page), '/taken/2');
    await page.keyboard.press('k');
    assert.equal(await focused(page), '/taken/1');
    assert.equal(await page.isVisible('.bulk'), false);
    await page.keyboard.press('x');
    assert.equal(await page.isVisible('.bulk'), true);
    assert.equal(await page.textContent('[data-chosen]'), '1 gekozen');
    await page.check('[data-choose-all]');
    assert.equal(await page.textContent('[data-chosen]'), '4 gekozen');
    await page.click('[data-choose-none]');
    assert.equal(await page.isVisible('.bulk'), false);
  },
  'a question mark shows all keys, and single letters can be switched off': async (page) => {
    await page.keyboard.press('?');
    const dialog = page.locator('.keys-dialog');
    assert.match(await dialog.textContent(), /Nieuw contact/);
    assert.match(await dialog.textContent(), /Regel omlaag/);
    await dialog.locator('input[type=checkbox]').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    assert.equal((await focused(page)).startsWith('/taken/'), false);
    await page.evaluate(() => localStorage.clear());
  },
  'a draft is kept from the first key, with the token, and says when': async (page) => {
    await page.fill('#notitie', 'Een tweede vergunning');
    await until(page, () => /Bewaard \d+\.\d\d/.test(document.querySelector('[data-autosave-status]').textContent) && document.querySelector('[name=versie]').value !== '1');
    assert.equal(drafts.at(-1).fields.get('notitie'), 'Een tweede vergunning');
    assert.equal(drafts.at(-1).token, 'token');
  },
  'a draft that cannot be kept says so and is tried again': async (page) => {
    draftStatus = 503;
    await page.fill('#notitie', 'Nog iets');
    await until(page, () => document.querySelector('[data-autosave-status]').classList.contains('badge-late'));
    draftStatus = 200;
    await until(page, () => document.querySelector('[data-autosave-status]').classList.contains('badge-good'));
    assert.equal(drafts.at(-1).fields.get('notitie'), 'Nog iets');
  },
  'a draft is not tried again when the session is gone': async (page) => {
    draftStatus = 403;
    await page.fill('#notitie', 'Later');
    await until(page, () => document.querySelector('[data-autosave-status]').textContent.includes('log opnieuw in'));
    draftStatus = 200;
  },
  'a new row shows at once, marked, when nobody is busy in the list': async (page) => {
    await until(page, () => document.querySelectorAll('#rijen tr').length === 4);
    await followed();
    rows = [...start, { id: 'w9', title: 'Net binnen' }];
    publish('team:1 gewijzigd');
    await until(page, () => document.querySelector('tr[data-row-id=w9].fresh') && !document.querySelector('tr[data-row-id=w4]'));
  },
  'a new row waits behind a button while someone is in the list, and a changed row shows its change': async (page) => {
    await followed();
    rows = start;
    publish('team:1 gewijzigd');
    await until(page, () => document.querySelectorAll('#rijen tr').length === 3);
    await page.focus('tr[data-row-id=w2] a.cover');
    rows = [{ id: 'w0', title: 'Voorop' }, { id: 'w1', title: 'Anders geworden' }, ...start.slice(1)];
    publish('team:1 gewijzigd');
    await until(page, () => document.querySelector('.new-rows')?.textContent === '1 nieuwe regel');
    assert.equal(await page.textContent('tr[data-row-id=w1] a.cover'), 'Anders geworden');
    assert.equal(await page.locator('tr[data-row-id=w0]').count(), 0);
    assert.equal(await focused(page), '/taken/w2');
    await page.click('.new-rows');
    await until(page, () => document.querySelector('#rijen tr').dataset.rowId === 'w0' && !document.querySelector('.new-rows'));
  },
  'a part with figures and rows keeps its rows and renews its figures': async (page) => {
    await page.evaluate(() => {
      const part = document.createElement('div');
      part.dataset.liveSrc = '/werk/deel';
      part.dataset.liveTopic = 'team:1';
      const frame = document.querySelector('#rijen').closest('.table-frame');
      document.querySelector('#rijen').removeAttribute('data-live-rows');
      document.querySelector('#rijen').dataset.liveTopic = 'niets';
      frame.before(part);
      part.append(Object.assign(document.createElement('p'), { id: 'aantal', textContent: '4 open' }), frame);
    });
    await followed();
    rows = start;
    publish('team:1 gewijzigd');
    await until(page, () => document.querySelector('#aantal').textContent === '3 open' && document.querySelectorAll('#rijen tr').length === 3);
    await page.focus('tr[data-row-id=w2] a.cover');
    rows = [{ id: 'w0', title: 'Voorop' }, ...start];
    publish('team:1 gewijzigd');
    await until(page, () => document.querySelector('.new-rows')?.textContent === '1 nieuwe regel' && document.querySelector('#aantal').textContent === '4 open');
    assert.equal(await focused(page), '/taken/w2');
    await page.click('.new-rows');
    await until(page, () => document.querySelector('#rijen tr.fresh')?.dataset.rowId === 'w0');
  },
  'who else looks is named, but not oneself': async (page) => {
    await followed('taak:9');
    publish('taak:9 presence Sanne de Wit|Mehmet');
    await until(page, () => document.querySelector('[data-presence]').textContent.trim() === 'Mehmet kijkt mee');
    publish('taak:9 presence Sanne de Wit');
    await until(page, () => document.querySelector('[data-presence]').hidden);
  },
  'after a break the list is asked again': async (page) => {
    await followed();
    rows = [{ id: 'w7', title: 'Intussen' }];
    for (const { socket } of sockets) socket.destroy();
    await until(page, () => document.querySelector('tr[data-row-id=w7]'));
  },
  'without WebSockets the changes come as events': async (page) => {
    for (let tries = 0; tries < 100 && streams.size === 0; tries += 1) await page.waitForTimeout(100);
    rows = [{ id: 'w8', title: 'Langs een andere weg' }];
    publish('team:1 gewijzigd');
    await until(page, () => document.querySelector('tr[data-row-id=w8]'));
  },
  'language help follows the typing, changes a word by keyboard and takes it back': async (page) => {
    await page.evaluate(() => {
      const part = document.createElement('form');
      part.innerHTML = '<textarea id="brief" name="brief"></textarea><section data-taalhulp="brief" data-weg="weg"><strong tabindex="-1" data-taal-kop>Taalhulp</strong>' +
        '<button type="submit" formaction="/nergens" data-taal-nu>Controleer</button><button type="button" hidden data-taal-terug>Terug</button>' +
        '<div id="brief-taal" hx-post="/berichten/taalhulp" hx-trigger="input delay:100ms from:#brief, taalhulp:nu" hx-include="#brief" hx-swap="innerHTML"></div></section>';
      document.querySelector('main').append(part);
      window.htmx.process(part);
    });
    await page.fill('#brief', 'Één 😀\nkomt derhalve en derhalve.');
    await until(page, () => document.querySelectorAll('#brief-taal [data-vervang]:not([hidden])').length === 2);
    await page.evaluate(() => { const field = document.querySelector('#brief'); field.value = `Dag. ${field.value}`; });
    await page.focus('#brief-taal [data-vervang]');
    await page.keyboard.press('Enter');
    await until(page, () => document.activeElement?.dataset.vervang === 'daarom' && document.querySelectorAll('#brief-taal [data-vervang]').length === 1);
    assert.equal(await page.inputValue('#brief'), 'Dag. Één 😀\nkomt daarom en derhalve.');
    await page.click('[data-wijs-aan]');
    assert.equal(await page.evaluate(() => { const field = document.querySelector('#brief'); return field.value.slice(field.selectionStart, field.selectionEnd); }), 'derhalve');
    await page.click('[data-taal-terug]');
    assert.equal(await page.inputValue('#brief'), 'Dag. Één 😀\nkomt derhalve en derhalve.');
    await until(page, () => document.querySelectorAll('#brief-taal [data-vervang]').length === 2 && document.querySelector('[data-taal-terug]').hidden);
    await page.fill('#brief', 'Niets meer.');
    await page.click('[data-taal-nu]');
    await until(page, () => document.querySelectorAll('#brief-taal [data-vervang]').length === 0 && document.activeElement?.tagName === 'STRONG');
    await until(page, () => document.getElementById('meldingen').textContent === '0 plekken');
  },
  'undo counts down': async (page) => {
    await until(page, () => /nog 5\d seconden/.test(document.querySelector('.undo .left').textContent));
  },
};
const withoutSockets = ['without WebSockets the changes come as events'];

async function followed(topic = 'team:1') {
  for (let tries = 0; tries < 50; tries += 1) {
    if ([...sockets].some(({ heard }) => heard.includes(`follow ${topic}`))) return;
    await new Promise((done) => { setTimeout(done, 100); });
  }
  throw new Error(`nobody follows ${topic}`);
}

const { server, base } = await serve(answer);
server.on('upgrade', upgrade);
const browser = await launch();
let failed = 0;
for (const [sentence, prove] of Object.entries(promises)) {
  liveAllowed = !withoutSockets.includes(sentence);
  rows = [];
  // The tabs of the promise before may still be connected: they are not the one that is looked at.
  for (const { socket } of sockets) socket.destroy();
  for (const stream of streams) stream.destroy();
  sockets.clear();
  streams.clear();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) errors.push(message.text()); });
  try {
    await page.goto(`${base}desk.html`, { waitUntil: 'load' });
    await page.evaluate(() => document.activeElement?.blur());
    await page.mouse.move(5, 5);
    await prove(page);
    assert.deepEqual(errors, []);
    console.log(`ok   ${sentence}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${sentence}\n${error.message}`);
  }
  await context.close();
}
await browser.close();
server.closeAllConnections();
for (const { socket } of sockets) socket.destroy();
server.close();
console.log(`${Object.keys(promises).length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
