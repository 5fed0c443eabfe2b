// Another system hears what happens: a signed webhook from the page to a real receiver, over a receiver that is away and a
// server that is killed; and what did not arrive on the page.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';
import { freePort, serve, startServer } from './server.mjs';

const expect = (condition, what) => { if (!condition) throw new Error(`expected: ${what}`); };
const press = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

async function receiver(port) {
  const got = [];
  const server = createServer((request, answer) => {
    let body = '';
    request.on('data', (bytes) => { body += bytes; });
    request.on('end', () => { got.push({ headers: request.headers, body }); answer.writeHead(204).end(); });
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { got, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) };
}

async function until(condition, what) {
  for (const deadline = Date.now() + 120000; !condition();) {
    if (Date.now() > deadline) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function person(page, url, voornaam) {
  await page.goto(`${url}/personen/nieuw`);
  await page.fill('[name="contactnaam.voornaam"]', voornaam);
  await page.fill('[name="contactnaam.achternaam"]', 'Yıldırım');
  await press(page, 'main button:has-text("Bewaar")');
  return /\/personen\/([0-9a-f-]{36})/.exec(page.url())[1];
}

export default {
  'a webhook hears of persons made at the desk, also when it or the server was away': async ({ browser }) => {
    const port = await freePort();
    const town = await startServer({ settings: ['api_url = https://kcc.oeverland.example', 'notification_hosts = 127.0.0.0/8'] });
    let second = null;
    let ear = null;
    try {
      const page = await newPage(browser);
      await signIn(page, town.url, town.accounts.beheer);
      await page.click('.desk-nav a:has-text("Notificaties")');
      await page.waitForURL(/\/beheer\/notificaties/);
      expect((await page.textContent('main')).includes('Nog niemand krijgt notificaties'), 'the empty state');
      await checkPage(page, 'notifications, empty');
      await shot(page, 'notificaties-leeg-1440');
      await press(page, 'a:has-text("Nieuwe webhook")');
      await checkFocus(page, 'new webhook');
      await page.fill('#callback_url', 'https://elders.example/');
      await press(page, 'button.btn-primary');
      await page.waitForSelector('.error-summary');
      await checkPage(page, 'new webhook with faults');
      await shot(page, 'notificatie-fout-1440');
      await page.fill('#naam', 'Dataplatform');
      await page.fill('#callback_url', `http://127.0.0.1:${port}/haak`);
      await press(page, 'button.btn-primary');
      const secret = (await page.textContent('#geheim')).trim();
      expect(secret.startsWith('whsec_'), 'a secret');
      await checkPage(page, 'secret of a webhook');
      await shot(page, 'notificatie-geheim-1440');

      const fatima = await person(page, town.url, 'Fatima');  // nobody listens yet
      ear = await receiver(port);
      await until(() => ear.got.length >= 1, 'the notification, after a while');
      const [first] = ear.got;
      const told = JSON.parse(first.body);
      expect(told.kanaal === 'partijen' && told.actie === 'create', 'a partij was made');
      expect(told.resourceUrl === `https://kcc.oeverland.example/klantinteracties/api/v1/partijen/${fatima}`, 'its address');
      expect(!first.body.includes('Fatima') && !first.body.includes('Yıldırım'), 'no name');
      const signed = `${first.headers['webhook-id']}.${first.headers['webhook-timestamp']}.${first.body}`;
      const wanted = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(signed).digest('base64');
      expect(first.headers['webhook-signature'] === `v1,${wanted}`, 'the signature');

      await ear.close();
      const others = [];
      for (const name of ['Ayşe', 'Berk', 'Can']) others.push(await person(page, town.url, name));
      await town.stop('SIGKILL');
      ear = await receiver(port);
      second = await serve(town.data);
      await until(() => new Set(ear.got.map((one) => JSON.parse(one.body).resourceUrl.split('/').pop())).size >= others.length, 'all that was told before the kill');

      const again = await newPage(browser);
      await signIn(again, second.url, town.accounts.beheer);
      await again.goto(`${second.url}/beheer/notificaties`);
      expect((await again.textContent('main')).includes('Dataplatform'), 'the webhook in the list');
      await checkPage(again, 'notifications');
      await shot(again, 'notificaties-1440');
      await press(again, 'td a.cover');
      await checkPage(again, 'a webhook');
      await shot(again, 'notificatie-1440');
      await again.goto(`${second.url}/beheer/notificaties/mislukt`);
      await checkPage(again, 'not arrived');
      await shot(again, 'notificaties-mislukt-1440');
      await again.setViewportSize({ width: 360, height: 800 });
      await again.goto(`${second.url}/taal/en?naar=/beheer/notificaties`);
      await checkPage(again, 'notifications in English, narrow');
      await shot(again, 'notificaties-360-en');
      await press(again, 'td a.cover');
      await checkPage(again, 'a webhook in English, narrow');
      await shot(again, 'notificatie-360-en');
    } finally {
      await ear?.close();
      await second?.stop();
      await town.close();
    }
  },
};
