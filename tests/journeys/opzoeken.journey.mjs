// Looking up instead of typing over: street and town from our own table, a person in the BRP with a purpose, a company in
// the handelsregister, and what the administrator sees of it. The registers are small servers in the published shapes.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';
import { run, startServer } from './server.mjs';

const expect = (condition, what) => { if (!condition) throw new Error(`expected: ${what}`); };
const press = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);
const main = (page) => page.textContent('main');

const fatima = {
  burgerservicenummer: '999990019',
  naam: { voorletters: 'F.', voornamen: 'Fatima', geslachtsnaam: 'El Idrissi', volledigeNaam: 'Fatima El Idrissi' },
  geboorte: { datum: { type: 'Datum', datum: '1984-03-14', langFormaat: '14 maart 1984' } },
  verblijfplaats: { type: 'Adres', verblijfadres: { officieleStraatnaam: 'Kastanjelaan', huisnummer: 18, huisletter: 'A', postcode: '3999AB', woonplaats: 'Oeverdorp' } },
  adressering: { adresregel1: 'Kastanjelaan 18 A', adresregel2: '3999 AB  OEVERDORP' },
};
const jan = {
  burgerservicenummer: '999990020', geheimhoudingPersoonsgegevens: true, opschortingBijhouding: { reden: { code: 'O', omschrijving: 'overlijden' } },
  naam: { voornamen: 'Jan', voorvoegsel: 'de', geslachtsnaam: 'Boer', volledigeNaam: 'Jan de Boer' },
  geboorte: { datum: { type: 'JaarDatum', jaar: 1950 } }, adressering: { adresregel1: 'Kerkpad 2', adresregel2: '3999 AD  OEVERDORP' },
};
const branch = { kvkNummer: '90001234', vestigingsnummer: '000090001234', naam: 'Bakkerij Oever', type: 'hoofdvestiging', actief: 'Ja',
  adres: { binnenlandsAdres: { type: 'bezoekadres', straatnaam: 'Dorpsstraat', huisnummer: 5, postcode: '3999AC', plaats: 'Oeverdorp' } } };
const profile = { kvkNummer: '90001234', naam: 'Bakkerij Oever', _embedded: { eigenaar: { rsin: '' }, hoofdvestiging: { vestigingsnummer: '000090001234',
  adressen: [{ type: 'bezoekadres', indAfgeschermd: 'Nee', straatnaam: 'Dorpsstraat', huisnummer: 5, postcode: '3999AC', plaats: 'Oeverdorp', land: 'Nederland' }] } } };

// Plays the BRP and the KvK. `state.down`: answers 500.
async function registers() {
  const state = { asked: [], down: false };
  const server = createServer((request, answer) => {
    let body = '';
    request.on('data', (bytes) => { body += bytes; });
    request.on('end', () => {
      state.asked.push({ url: request.url, headers: request.headers, body });
      const json = (value, status = 200) => { answer.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value)); };
      if (state.down) return json({}, 500);
      if (request.url === '/personen') {
        const vraag = JSON.parse(body);
        const found = vraag.type === 'RaadpleegMetBurgerservicenummer' ? [fatima, jan].filter((one) => vraag.burgerservicenummer.includes(one.burgerservicenummer)) : [fatima, jan];
        return json({ type: vraag.type, personen: found });
      }
      if (request.url.startsWith('/v2/zoeken')) return json({ pagina: 1, totaal: 1, resultaten: [branch] });
      return json(profile, request.url === '/v1/basisprofielen/90001234' ? 200 : 404);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { state, url: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) };
}

async function town() {
  const bron = await registers();
  const server = await startServer({ settings: [`secret_key = ${'ab'.repeat(32)}`, `brp.url = ${bron.url}`, 'brp.api_key = sleutel', 'brp.purposes = BZ-01: Burgerzaken, JEUGD-01: Jeugdhulp (jeugd)',
    'brp.cache_seconds = 0', 'brp.failures = 2', `kvk.url = ${bron.url}`, 'kvk.api_key = sleutel'] });
  const file = join(server.data, '..', 'adressen.csv');
  writeFileSync(file, 'postcode;huisnummer;huisletter;toevoeging;straat;plaats\n3999AB;18;;;Kastanjelaan;Oeverdorp\n3999AB;18;A;;Kastanjelaan;Oeverdorp\n3999 AC;5;;;Dorpsstraat;Oeverdorp\n');
  run('import', 'adressen', '--bestand', file, '--data', server.data);
  return { bron, server, close: async () => { await server.close(); await bron.close(); } };
}

export default {
  'street and town come from postcode and number, also without script, and Enter still saves': async ({ browser }) => {
    const { server, close } = await town();
    try {
      const page = await newPage(browser);
      await signIn(page, server.url, server.accounts.kcc);
      const plain = await (await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState(), viewport: { width: 1440, height: 1000 } })).newPage();
      await plain.goto(`${server.url}/personen/nieuw`);
      await plain.fill('[name="contactnaam.achternaam"]', 'Vonk');
      await plain.fill('[name="bezoekadres.postcode"]', '3999 ac');
      await plain.fill('[name="bezoekadres.huisnummer"]', '5');
      await press(plain, 'button[name=zoek_adres][value=bezoekadres]');
      expect(await plain.inputValue('[name="bezoekadres.straatnaam"]') === 'Dorpsstraat', 'the street');
      expect(await plain.inputValue('[name="bezoekadres.stad"]') === 'Oeverdorp', 'the town');
      expect(await plain.inputValue('[name="contactnaam.achternaam"]') === 'Vonk', 'what was typed stays');
      expect((await main(plain)).includes('eigen adressenlijst'), 'which source answered');
      await page.goto(`${server.url}/personen/nieuw`);
      await page.fill('[name="bezoekadres.postcode"]', '9');
      await press(page, 'button[name=zoek_adres][value=bezoekadres]');
      await page.waitForSelector('.error-summary');
      await page.fill('[name="bezoekadres.postcode"]', '3999AB');
      await page.fill('[name="bezoekadres.huisnummer"]', '18');
      await page.fill('[name="bezoekadres.huisnummertoevoeging"]', 'q');
      await press(page, 'button[name=zoek_adres][value=bezoekadres]');
      expect((await main(page)).includes('18, 18 A'), 'the numbers to choose from');
      await checkPage(page, 'address that was found');
      await shot(page, 'opzoek-adres-1440');
      await page.fill('[name="contactnaam.achternaam"]', 'Vonk');
      await Promise.all([page.waitForNavigation(), page.press('[name="contactnaam.achternaam"]', 'Enter')]);
      expect(/\/personen\/[0-9a-f-]{36}/.test(page.url()), 'Enter saves');
    } finally {
      await close();
    }
  },

  'a person of the BRP is found with a purpose, taken over once, and completed the next time': async ({ browser }) => {
    const { bron, server, close } = await town();
    try {
      const page = await newPage(browser);
      await signIn(page, server.url, server.accounts.lead);
      await page.goto(`${server.url}/personen/nieuw`);
      await press(page, 'a:has-text("Zoek in de BRP")');
      await checkPage(page, 'search the BRP');
      await checkFocus(page, 'search the BRP');
      await shot(page, 'opzoek-brp-1440');
      expect(!(await page.textContent('#doel')).includes('Jeugdhulp'), 'no purpose of a domain that is not hers');
      await page.fill('#bsn', '999990019');
      await press(page, 'button.btn-primary');
      expect((await page.textContent('.error-summary')).includes('Kies waarvoor'), 'a purpose is needed');
      expect(bron.state.asked.length === 0, 'nothing asked without a purpose');
      await page.selectOption('#doel', { label: 'Burgerzaken' });
      await page.fill('#bsn', '');
      await page.fill('#postcode', '3999 AB');
      await page.fill('#huisnummer', '18');
      await press(page, 'button.btn-primary');
      const text = await main(page);
      expect(text.includes('Fatima El Idrissi') && text.includes('Jan de Boer'), 'both persons');
      expect(text.includes('Geheimhouding') && text.includes('Overleden') && !text.includes('Kerkpad'), 'shielded and deceased, without address');
      expect(bron.state.asked[0].headers['x-doelbinding'] === 'BZ-01' && bron.state.asked[0].headers['x-api-key'] === 'sleutel', 'purpose and key');
      await checkPage(page, 'found in the BRP');
      await shot(page, 'opzoek-brp-gevonden-1440');
      await press(page, 'tr:has-text("Fatima") button');
      const made = page.url().split('?')[0];
      expect((await main(page)).includes('El Idrissi') && (await main(page)).includes('overgenomen'), 'her page');
      expect((await main(page)).includes('Kastanjelaan'), 'her address');
      await page.goto(`${server.url}/personen/brp?q=999990019`);
      expect(await page.inputValue('#bsn') === '999990019', 'what was typed in a search box');
      await page.selectOption('#doel', { label: 'Burgerzaken' });
      await press(page, 'button.btn-primary');
      await press(page, 'tr:has-text("Fatima") button:has-text("Vul aan")');
      expect(page.url().split('?')[0] === made, 'the same person');
      await page.goto(`${server.url}/personen/brp?q=999990020`);
      await page.selectOption('#doel', { label: 'Burgerzaken' });
      await press(page, 'button.btn-primary');
      await press(page, 'tr:has-text("Jan") button');
      expect(!(await main(page)).includes('Kerkpad'), 'who is shielded there is shielded here');
      await page.goto(`${server.url}/taal/en?naar=/personen/brp`);
      await checkPage(page, 'search the BRP, in English');
      await page.setViewportSize({ width: 360, height: 740 });
      await shot(page, 'opzoek-brp-360-en');
    } finally {
      await close();
    }
  },

  'a company comes with its vestiging, and an administrator sees what was asked and switches a source off': async ({ browser }) => {
    const { bron, server, close } = await town();
    try {
      const page = await newPage(browser);
      await signIn(page, server.url, server.accounts.lead);
      await page.goto(`${server.url}/personen/nieuw?soort=organisatie`);
      await press(page, 'a:has-text("Zoek in het handelsregister")');
      await page.fill('#naam', 'Bakkerij');
      await press(page, 'button.btn-primary');
      await checkPage(page, 'found in the business register');
      await shot(page, 'opzoek-kvk-1440');
      await press(page, 'tr:has-text("Bakkerij Oever") button');
      expect((await main(page)).includes('Bakkerij Oever') && (await main(page)).includes('Dorpsstraat 5'), 'the company with its address');
      bron.state.down = true;
      for (let turn = 0; turn < 3; turn += 1) {
        await page.goto(`${server.url}/personen/brp?q=999990019`);
        await page.selectOption('#doel', { label: 'Burgerzaken' });
        await press(page, 'button.btn-primary');
        expect((await main(page)).includes(turn < 2 ? 'er komt geen antwoord' : 'Wij vragen het even niet'), 'why there is no answer');
      }
      const beheer = await newPage(browser);
      await signIn(beheer, server.url, server.accounts.beheer);
      await beheer.goto(`${server.url}/beheer/opzoeken`);
      const text = await main(beheer);
      expect(text.includes('Even niet') && text.includes('Geen antwoord') && text.includes('Burgerzaken') && text.includes('Marleen Köster'), 'state, failure, purpose and who');
      expect(!text.includes('999990019'), 'no number');
      await checkPage(beheer, 'look-ups');
      await checkFocus(beheer, 'look-ups');
      await shot(beheer, 'opzoek-beheer-1440');
      await press(beheer, 'tr:has-text("Handelsregister") button:has-text("Zet uit")');
      await page.goto(`${server.url}/personen/nieuw?soort=organisatie`);
      expect(!(await main(page)).includes('Zoek in het handelsregister'), 'no way to a source that is off');
      await beheer.goto(`${server.url}/taal/en?naar=/beheer/opzoeken`);
      await beheer.setViewportSize({ width: 360, height: 740 });
      await checkPage(beheer, 'look-ups on a phone, in English');
      await shot(beheer, 'opzoek-beheer-360-en');
    } finally {
      await close();
    }
  },
};
