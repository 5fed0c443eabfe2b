// A resident on the pages of the gemeente: signing in through a real OpenID provider, and all that can go
// otherwise; the demo; following without signing in. On servers of their own, each with its settings.
import { appendFileSync, readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { checkFocus, checkPage, enlarged, newPage, shot, signIn } from './browser.mjs';
import { freePort, password, root, serve } from './server.mjs';
import { enter, gemeente, setSession, startTown, withProvider } from './town.mjs';

const expect = (condition, what) => { if (!condition) throw new Error(`expected: ${what}`); };
const text = (page) => page.textContent('main');

// All that comes over the line when someone opens a page for the first time: styles, scripts, fonts and pictures too,
// with the headers of each.
async function firstVisit(browser, url, cookies = []) {
  const context = await browser.newContext({ locale: 'nl-NL' });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const names = new Map();
  const parts = [];
  network.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, new URL(response.url).pathname));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => parts.push([names.get(requestId), encodedDataLength]));
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await context.close();
  return { bytes: parts.reduce((sum, [, bytes]) => sum + bytes, 0), parts };
}

// A picture that cannot be made smaller: points of every colour, `side` by `side`.
function noise(side) {
  const crcOf = (data) => {
    let crc = 0xffffffff;
    for (const byte of data) { crc ^= byte; for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1; }
    return (crc ^ 0xffffffff) >>> 0;
  };
  const chunk = (type, data) => {
    const whole = Buffer.alloc(data.length + 12);
    whole.writeUInt32BE(data.length, 0);
    whole.write(type, 4, 'latin1');
    data.copy(whole, 8);
    whole.writeUInt32BE(crcOf(whole.subarray(4, data.length + 8)), data.length + 8);
    return whole;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  let seed = 1;
  const rows = Buffer.from({ length: side * (side * 3 + 1) }, () => 0).map((_, at) => (at % (side * 3 + 1) === 0 ? 0 : (seed = (seed * 48271) % 0x7fffffff) & 255));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

export default {
  'a resident signs in with DigiD, sees her page, and signs out there and at the provider': async ({ browser }) => {
    await withProvider(browser, async ({ server }) => {
      const page = await newPage(browser);
      await page.goto(`${server.url}/mijn`);
      expect(page.url().includes('/inloggen?naar=%2Fmijn'), 'the page to choose how to sign in');
      await checkPage(page, 'sign in');
      await shot(page, 'portaal-inloggen-1440');
      await enter(page, server.url);
      expect((await page.textContent('h1')).includes('Dag Fatima El Idrissi'), 'her name');
      expect((await page.textContent('.session-line')).includes('uit.'), 'until when she stays signed in');
      await checkPage(page, 'home of Mijn Dichtbij');
      await checkFocus(page, 'home of Mijn Dichtbij');
      await shot(page, 'portaal-mijn-1440');
      const cookies = await page.context().cookies();
      expect(cookies.every((one) => !one.value.includes('999993653')), 'no BSN in cookies');
      expect(!(await page.content()).includes('999993653') && !server.log().includes('999993653'), 'no BSN on the page or in the log');
      await Promise.all([page.waitForURL(/session\/end|uitgelogd/), page.click('button:has-text("Uitloggen")')]);
      await page.goto(`${server.url}/mijn`);
      expect(page.url().includes('/inloggen'), 'nobody signed in any more');
    });
  },

  'who stops, is unknown or signs in too low is told what to do': async ({ browser }) => {
    await withProvider(browser, async ({ server, data }) => {
      const page = await newPage(browser, 360);
      await page.goto(`${server.url}${gemeente}/inloggen`);
      await page.click('a:has-text("Log in met DigiD")');
      await Promise.all([page.waitForURL(/terug/), page.click('#stop')]);
      expect((await text(page)).includes('U bent gestopt bij DigiD'), 'that she stopped');
      await checkPage(page, 'stopped');
      await shot(page, 'portaal-gestopt-360');

      await page.goto(`${server.url}${gemeente}/inloggen/digid?niveau=hoog`);
      await Promise.all([page.waitForURL(/terug/), page.click('#p1-laag')]);
      expect((await text(page)).includes('lager niveau'), 'that the level is too low');
      expect(await page.getAttribute('a.btn-primary', 'href').then((href) => href.includes('niveau=hoog')), 'the way to the higher level');
      await checkPage(page, 'too low');
      await page.context().clearCookies();

      await enter(page, server.url, '#p2-substantieel');
      expect((await text(page)).includes('Wij kennen u nog niet'), 'that we do not know him yet');
      await checkPage(page, 'unknown');
      await shot(page, 'portaal-onbekend-360');

      setSession(data, 'stil_tot = 1');
      await page.goto(`${server.url}/mijn`);
      expect((await text(page)).includes('Wij hebben u uitgelogd'), 'why he has to sign in again');
      await checkPage(page, 'expired');
      // The address of the answer, used again, lets nobody in.
      await page.goto(`${server.url}/oidc/digid/terug?code=x&state=y&iss=z`);
      expect((await text(page)).includes('duurde te lang'), 'that the attempt is over');
    });
  },

  'two minutes before the end a dialog asks to stay, with one key, and the page is left when it is over': async ({ browser }) => {
    await withProvider(browser, async ({ server, data }) => {
      const page = await newPage(browser);
      await page.clock.install();
      await enter(page, server.url);
      setSession(data, `stil_tot = ${Math.floor(Date.now() / 1000) + 100}, gezien_op = ${Math.floor(Date.now() / 1000) - 60}`);
      await page.clock.fastForward('13:05');
      await page.waitForSelector('dialog#sessie[open]');
      await checkPage(page, 'warning');
      await shot(page, 'portaal-waarschuwing-1440');
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog#sessie:not([open])', { state: 'attached' });
      const left = await page.evaluate(() => fetch('/mijn/sessie').then((answer) => answer.json()));
      expect(left.seconden > 800, 'a session that goes on');
      setSession(data, 'stil_tot = 1');
      await page.clock.fastForward('14:00');
      await page.waitForURL(/uitgelogd\?verlopen=1/);
      await checkPage(page, 'signed out by time');
    });
  },

  'public pages are there in Dutch and English, also at 360 and 320 px, at four times their size and without scripts': async ({ browser }) => {
    await withProvider(browser, async ({ server }) => {
      for (const [language, width, height] of [['nl', 1440], ['en', 360], ['nl', 320], ['en', 320], ['nl', enlarged.width, enlarged.height], ['en', enlarged.width, enlarged.height]]) {
        const page = await newPage(browser, width, height);
        for (const path of ['', '/contact', '/inloggen', '/volgen', '/toegankelijkheid', '/privacy', '/nergens']) {
          await page.goto(`${server.url}${gemeente}${path}?taal=${language}`);
          await checkPage(page, `${path} ${language} ${width} x ${height ?? 'long'}`);
          expect(await page.getAttribute('html', 'lang') === language, `${path} in ${language}`);
          expect(await page.$('.foot a[href$="/toegankelijkheid"]'), `${path} with a link to the accessibility statement`);
          if (width !== 320) await shot(page, `portaal${path.replace('/', '-') || '-home'}-${language}-${width}`);
        }
        if (width === 360) await checkFocus(page, 'public page');
      }
      const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' });
      const page = await context.newPage();
      await page.goto(`${server.url}${gemeente}`);
      await page.click('a:has-text("Zonder inloggen")');
      await page.fill('[name=nummer]', 'Z-2026-999999');
      await page.fill('[name=postcode]', '3999 AB');
      await page.fill('[name=huisnummer]', '18');
      await page.click('button:has-text("Volg mijn vraag")');
      expect((await page.textContent('main')).includes('Wij vinden geen vraag'), 'an answer to an unknown number');
      expect((await page.title()).startsWith('Fout:'), 'a title that begins with Fout:');
    });
  },

  'a first visit takes less than 100 KB with scripts, fonts, logo and headers, also in the serif and for a name with letters of its own': async ({ browser }) => {
    await withProvider(browser, async ({ server, account }) => {
      const small = async (what, { bytes, parts }, more = 0) => expect(bytes > 20_000 && bytes + more < 100_000, `less than 100 KB for ${what}: ${bytes + more} of ${parts.map(([name, size]) => `${name} ${size}`).join(', ')}`);
      const names = readFileSync(join(root, 'build', 'web', 'source-sans-3-names.woff2')).length;
      const page = await newPage(browser);
      await enter(page, server.url);
      const cookies = await page.context().cookies();
      await small('the home page', await firstVisit(browser, `${server.url}${gemeente}`));
      await small('Mijn Dichtbij with a name like Ładysław', await firstVisit(browser, `${server.url}/mijn`, cookies), names);

      const desk = await newPage(browser);
      await signIn(desk, server.url, account);
      await desk.goto(`${server.url}/beheer`);
      await Promise.all([desk.waitForNavigation(), desk.click('main a[href$="/stijl"]')]);
      await desk.selectOption('[name="font-heading"]', { label: 'Source Serif 4' });
      const logo = noise(72);
      expect(logo.length > 15_000 && logo.length <= 16 * 1024, `a logo as large as it may be: ${logo.length}`);
      await desk.setInputFiles('[name=logo]', { name: 'logo.png', mimeType: 'image/png', buffer: logo });
      await Promise.all([desk.waitForNavigation(), desk.click('main form:has([name=logo]) .btn-primary')]);
      expect((await desk.locator('.error-summary').count()) === 0, 'the style of the gemeente');
      for (const path of [gemeente, `${gemeente}/volgen`]) {
        const visit = await firstVisit(browser, `${server.url}${path}`);
        for (const part of ['/logo', 'source-serif-4', 'source-sans-3', '.js', '.css']) expect(visit.parts.some(([name]) => name.includes(part)), `${part} among ${visit.parts.map(([name]) => name).join(', ')}`);
        await small(`${path} in the serif with the largest logo`, visit);
      }
      await small('Mijn Dichtbij in the serif with the largest logo', await firstVisit(browser, `${server.url}/mijn`, cookies));
    });
  },

  'in the demo a resident is chosen from a list, and the program refuses that beside a provider': async ({ browser }) => {
    const town = await startTown(browser, ['demo_sign_in = yes']);
    try {
      const page = await newPage(browser, 360);
      await page.goto(`${town.url}${gemeente}/inloggen?taal=en`);
      await page.click('a:has-text("Choose a resident")');
      await checkPage(page, 'demo');
      await shot(page, 'portaal-demo-en-360');
      await Promise.all([page.waitForURL(/\/mijn$/), page.click('button:has-text("Fatima El Idrissi")')]);
      expect((await page.textContent('.session-line')).includes('This is a demo'), 'the mark of the demo');
      await checkPage(page, 'home in the demo');
      await shot(page, 'portaal-mijn-en-360');

      await page.goto(`${town.url}${gemeente}/volgen?taal=nl`);
      await page.fill('[name=code_nummer]', 'Z-2026-999999');
      await page.click('button:has-text("Stuur mij een code")');
      expect((await text(page)).includes('Kennen wij dit nummer'), 'the same answer for a number that nobody has');
      await checkPage(page, 'code');
      await page.fill('[name=code]', '123456');
      await page.click('button:has-text("Ga verder")');
      expect((await text(page)).includes('Deze code klopt niet'), 'that the code is wrong');
      const outbox = join(town.data, 'outbox');
      expect(!existsSync(outbox) || readdirSync(outbox).length === 0, 'no letter to nobody');
      await town.stop();
      appendFileSync(join(town.data, 'dichtbij.conf'), '\npublic_url = http://127.0.0.1:1\nidentity_provider.digid.kind = digid\nidentity_provider.digid.issuer = https://broker.example\n' +
        'identity_provider.digid.client_id = a\nidentity_provider.digid.client_secret = b\n');
      let refused = '';
      await serve(town.data, await freePort()).catch((error) => { refused = String(error); });
      expect(refused.includes('demo_sign_in'), `a refusal to start: ${refused}`);
      expect(readFileSync(join(town.data, 'dichtbij.conf'), 'utf8').includes('identity_provider'), 'the settings of this test');
      expect(password.length > 0, 'a password');
    } finally {
      await town.close();
    }
  },
};
