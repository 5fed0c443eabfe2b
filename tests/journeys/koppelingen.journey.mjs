// Another system is let in: an application with its token, made on a page and on the command line, replaced and revoked.
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';
import { run } from './server.mjs';

const expect = (condition, what) => { if (!condition) throw new Error(`expected: ${what}`); };
const press = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);
const ask = (server, token, path = '/persoon', options = {}) =>
  fetch(`${server.url}/contactgegevens/api/v1${path}`, { ...options, headers: { Authorization: `Token ${token}`, 'Content-Type': 'application/json' } });

export default {
  'an administrator gives another system a token, sees it once, replaces and revokes it': async ({ browser, server }) => {
    const page = await newPage(browser);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn(page, server.url, server.accounts.beheer);
    await page.click('.desk-nav a:has-text("Koppelingen")');
    await page.waitForURL(/\/beheer\/koppelingen/);
    expect((await page.textContent('main')).includes('Nog geen koppelingen'), 'the empty state');
    await checkPage(page, 'integrations, empty');
    await shot(page, 'koppelingen-leeg-1440');
    await press(page, 'a:has-text("Nieuwe applicatie")');
    await checkFocus(page, 'new application');
    await press(page, 'button.btn-primary');
    await page.waitForSelector('.error-summary');
    expect(await page.locator('.error-summary a').count() === 2, 'a name and a right are missing');
    await checkPage(page, 'new application with faults');
    await shot(page, 'koppeling-fout-1440');
    await page.fill('#naam', 'KISS');
    await page.fill('#contact', 'Team Applicatiebeheer');
    for (const right of ['lezen', 'schrijven']) await page.check(`input[value="contactgegevens.${right}"]`);
    await press(page, 'button.btn-primary');
    await checkPage(page, 'application');
    await shot(page, 'koppeling-nieuw-1440');
    await press(page, 'button:has-text("Maak token")');
    await checkPage(page, 'token');
    await shot(page, 'koppeling-token-1440');
    const token = (await page.textContent('#geheim')).trim();
    expect(token.length >= 40, 'a long token');
    await page.click('button:has-text("Kopieer")');
    await page.waitForSelector('button:has-text("Gekopieerd")');
    expect(await page.evaluate(() => navigator.clipboard.readText()) === token, 'the token on the clipboard');

    const made = await ask(server, token, '/persoon', { method: 'POST', body: JSON.stringify({ geboortedatum: '1972-05-05', geslachtsnaam: 'Bos' }) });
    expect(made.status === 201, 'a person made with the token');
    const person = await made.json();
    expect((await ask(server, token, new URL(person.url).pathname.replace('/contactgegevens/api/v1', ''))).status === 200, 'the address it gave');
    expect((await ask(server, 'verzonnen')).status === 401, 'no other token');
    expect((await fetch(`${server.url}/contactgegevens/api/v1/zomaar`)).headers.get('content-type') === 'application/problem+json', 'a problem where nothing is');

    await press(page, 'a:has-text("Verder")');
    const [row] = await page.locator('tbody tr').all();
    await shot(page, 'koppeling-1440');
    await row.locator('select').selectOption('24');
    await Promise.all([page.waitForNavigation(), row.locator('button:has-text("Vervang")').click()]);
    const next = (await page.textContent('#geheim')).trim();
    expect((await ask(server, token)).status === 200 && (await ask(server, next)).status === 200, 'both for a day');
    await press(page, 'a:has-text("Verder")');
    await Promise.all([page.waitForNavigation(), page.locator('tbody tr').last().locator('button:has-text("Trek in")').click()]);
    expect((await ask(server, token)).status === 401, 'the old one revoked at once');
    expect((await ask(server, next)).status === 200, 'the new one');
    await page.goto(`${server.url}/beheer/inzage`);
    expect((await page.textContent('main')).includes('KISS'), 'its reading in the log, by its name');
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${server.url}/taal/en?naar=/beheer/koppelingen`);
    await checkPage(page, 'integrations in English, narrow');
    await shot(page, 'koppelingen-360-en');
    await press(page, 'td a.cover');
    await checkPage(page, 'application in English, narrow');
    await shot(page, 'koppeling-360-en');
    await page.goto(`${server.url}/taal/nl?naar=/`);
  },

  'a token of the command line comes in, and not any more when its application is switched off': async ({ browser, server }) => {
    const [token] = run('token', 'add', '--naam', 'ITA', '--rechten', 'lezen,schrijven', '--data', server.data).split('\n');
    expect((await ask(server, token)).status === 200, 'comes in');
    expect(run('token', 'list', '--data', server.data).includes('ITA'), 'in the list');
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.beheer);
    await page.goto(`${server.url}/beheer/koppelingen`);
    await press(page, 'td a.cover:has-text("ITA")');
    await page.click('summary:has-text("Applicatie uitzetten")');
    await press(page, 'button:has-text("Zet uit")');
    expect((await ask(server, token)).status === 401, 'switched off');
    await press(page, 'button:has-text("Zet aan")');
    expect((await ask(server, token)).status === 200, 'on again');
  },

  'what other systems may ask stands on pages for anyone, in Dutch and English, wide and narrow': async ({ browser, server }) => {
    for (const [width, language] of [[1440, 'nl'], [360, 'en']]) {
      const page = await newPage(browser, width);
      await page.goto(`${server.url}/koppelvlakken?taal=${language}`);
      await checkPage(page, `interfaces ${language}`);
      await press(page, 'a:has-text("Klantinteracties 0.9.0")');
      await checkPage(page, `an interface ${language}`);
      await press(page, 'a[href$="/klantcontactenCreate"]');
      expect(await page.textContent('h1') === (language === 'nl' ? 'Een klantcontact toevoegen' : 'Add a klantcontact'), `its name in ${language}`);
      expect((await page.textContent('main')).includes('klantcontacten.schrijven'), 'the right that it needs');
      expect((await page.textContent('pre')).includes('"onderwerp": "Boom voor de deur"'), 'an example');
      await checkPage(page, `an operation ${language}`);
      await shot(page, `koppelvlak-${width}-${language}`);
    }
    expect((await fetch(`${server.url}/koppelvlakken/bestaatniet`)).status === 404, 'an unknown interface is not there');
  },
};
