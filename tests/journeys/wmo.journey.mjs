// A request for help at home: the contact centre sees that something runs and whom to ask, and nothing of what it is.
import { checkPage, newPage, shot, signIn } from './browser.mjs';
import { importEmployees } from './server.mjs';
import { act, asResident, expect, field, key, main, newCase, person, press, publish } from './zaken.mjs';

const secret = ['huishoud', 'Hulp bij het', 'stofzuigen', 'artrose', 'household'];
const wmo = [
  ['wmolead', 'Samenleving', 'Zorg en ondersteuning', 'Ans de Boer', 'a.deboer', 'teamleider|behandelaar', 'ja'],
  ['wmo', 'Samenleving', 'Zorg en ondersteuning', 'Noor de Groot', 'n.degroot', 'behandelaar', 'nee'],
];

function expectNothing(text, where) {
  for (const word of secret) expect(!text.toLowerCase().includes(word.toLowerCase()), `nothing of what the case is about on ${where}, not "${word}"`);
}

// A team that works in the domain, and one of its people, who may read it.
async function wmoTeam(browser, server) {
  Object.assign(server.accounts, importEmployees(server.data, wmo));
  const page = await newPage(browser);
  await signIn(page, server.url, server.accounts.beheer);
  await page.goto(`${server.url}/beheer/teams`);
  await press(page, 'a.cover:has-text("Zorg en ondersteuning")');
  await page.selectOption('#domein', 'wmo');
  await press(page, 'form:has(#domein) button[type=submit]');
  await page.goto(`${server.url}/beheer/accounts`);
  await press(page, `main a:has-text("${server.accounts.wmo.naam}")`);
  await page.check('[name=domeinen][value=wmo]');
  await press(page, 'form[action$="/domeinen"] button[type=submit]');
  await page.context().close();
  await publish(browser, server, 'wmo-huishoudelijke-hulp', { team: 'Zorg en ondersteuning', owner: 'Ans de Boer' });
}

export default {
  'of a Wmo case the contact centre sees only that something runs, and who to ask': async ({ browser, server }) => {
    await wmoTeam(browser, server);
    const kcc = await newPage(browser);
    await signIn(kcc, server.url, server.accounts.kcc);
    const partij = await person(kcc, server.url, { voornaam: 'Henk', voorvoegsel: 'van der', achternaam: 'Velde', geboren: '22-01-1948', telefoon: '0399 31 22 07' });

    const noor = await newPage(browser);
    await signIn(noor, server.url, server.accounts.wmo);
    const zaak = await newCase(noor, server.url, {
      partij, type: 'Hulp bij het huishouden', naam: 'Hulp bij het stofzuigen',
      fill: async (page) => {
        await page.fill(field('eigenschappen.wat-lukt-niet'), 'Stofzuigen lukt niet meer door artrose.');
        await page.check('[name="eigenschappen.alleenwonend"][value=ja]').catch(() => page.selectOption(field('eigenschappen.alleenwonend'), { index: 1 }));
      },
    });
    await key(noor, 'a');
    await act(noor, 'status');
    await checkPage(noor, 'Wmo case');
    await shot(noor, 'wmo-zaak-1440');

    const nummer = /[A-Z]-\d{4}-\d+/.exec(await main(noor))[0];
    await kcc.goto(zaak);
    expect((await kcc.textContent('h1')).includes('Er loopt een zaak'), 'that something runs');
    const shown = await main(kcc);
    for (const words of [nummer, 'Noor de Groot', 'Zorg en ondersteuning', 'Je ziet dat er iets loopt, niet waarover.']) expect(shown.includes(words), `"${words}" on the masked page`);
    await checkPage(kcc, 'masked case');
    await shot(kcc, 'wmo-afgeschermd-1440');
    expectNothing(await kcc.content(), 'the masked page');
    for (const path of ['?blad=documenten', '?blad=verloop', '?paneel=notitie', '/deel?blad=overzicht']) {
      await kcc.goto(zaak + path);
      expectNothing(await kcc.content(), path);
    }
    for (const path of ['/zaken?lijst=alles', `/personen/${partij}`, `/zoeken?q=${nummer}`, '/werk?wie=alles', '/', '/zaken/export.csv?lijst=alles']) {
      const isFile = path.includes('.csv');
      if (!isFile) await kcc.goto(server.url + path);
      // Which case types there are is no secret: the list of cases offers them as a filter.
      const answer = isFile ? await kcc.evaluate((url) => fetch(url).then((one) => one.text()), path) : await kcc.evaluate(() => {
        const copy = document.body.cloneNode(true);
        copy.querySelectorAll('.filters select').forEach((one) => one.remove());
        return copy.innerHTML;
      });
      expectNothing(answer, path);
      if (path === '/zaken?lijst=alles') {
        await press(kcc, 'a.cover:has-text("Er loopt een zaak")');
        await kcc.goto(server.url + path);
        await checkPage(kcc, 'list with a masked case');
        await shot(kcc, 'wmo-lijst-1440');
      }
      if (path.startsWith('/personen')) {
        await checkPage(kcc, 'klantbeeld with a masked case');
        await shot(kcc, 'wmo-klantbeeld-1440');
      }
    }

    await kcc.goto(`${server.url}/zoeken?q=stofzuigen`);
    expect(!(await kcc.content()).includes(new URL(zaak).pathname), 'the case not to be found by its words');

    // On a phone, in English.
    const phone = await newPage(browser, 360);
    await phone.context().addCookies(await kcc.context().cookies());
    await phone.goto(`${server.url}/taal/en?naar=/`);
    await phone.goto(zaak);
    await checkPage(phone, 'masked case en 360');
    await shot(phone, 'wmo-afgeschermd-en-360');
    expectNothing(await phone.content(), 'the masked page in English');
    await phone.goto(`${server.url}/taal/nl?naar=/`);

    // He himself reads it all, and nobody follows it by its number.
    const henk = await asResident(browser, server.url, 'van der Velde');
    await press(henk, '.matters a');
    expect((await main(henk)).includes('stofzuigen') && (await main(henk)).includes('Noor de Groot'), 'his own case');
    await checkPage(henk, 'his Wmo case');
    await shot(henk, 'wmo-mijn-360');
    const nobody = await newPage(browser, 360);
    await nobody.goto(`${server.url}/g/oeverland/volgen`);
    await nobody.fill('[name=nummer]', nummer);
    await nobody.fill('[name=postcode]', '3999 AB');
    await nobody.fill('[name=huisnummer]', '18');
    await press(nobody, 'button:has-text("Volg mijn vraag")');
    expect((await main(nobody)).includes('Wij vinden geen vraag'), 'the same answer as for a number that nobody has');
    expectNothing(await nobody.content(), 'following by number');
  },
};
