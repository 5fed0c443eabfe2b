// A company with two employees who sign in with eHerkenning: the first decides what the second sees.
import { checkFocus, checkPage, enlarged, newPage, shot, signIn } from './browser.mjs';
import { startProvider } from './provider.mjs';
import { freePort, serve, startServer } from './server.mjs';
import { expect, fellingAnswers, main, newCase, press, publish } from './zaken.mjs';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

const pseudo = 'urn:etoegang:1.9:EntityConcernedID:Pseudo';

async function enter(browser, url, who, width) {
  const page = await newPage(browser, width);
  await page.goto(`${url}/g/oeverland/inloggen`);
  await page.click('a:has-text("Log in met eHerkenning")');
  await Promise.all([page.waitForURL(/\/mijn/), page.click(`#${who}-substantieel`)]);
  return page;
}

export default {
  'of a company with two employees the first decides what the second sees, and blocks him': async ({ browser }) => {
    const town = await startServer();
    let server = town;
    let provider = null;
    try {
      await publish(browser, town, 'kapvergunning');
      const kcc = await newPage(browser);
      await signIn(kcc, town.url, town.accounts.kcc);
      await kcc.goto(`${town.url}/personen/nieuw?soort=organisatie`);
      await kcc.fill('[name="naam"]', 'Hoveniersbedrijf De Linde');
      await kcc.fill('[name="kvk_nummer"]', '90000001');
      await press(kcc, 'main button:has-text("Bewaar")');
      const partij = /\/personen\/([0-9a-f-]{36})/.exec(kcc.url())[1];
      const desk = await newPage(browser);
      await signIn(desk, town.url, town.accounts.behandelaar);
      await newCase(desk, town.url, { partij, type: 'Boom kappen', naam: 'Eik bij de kwekerij', fill: fellingAnswers });
      await town.stop();

      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      provider = await startProvider({
        people: { anna: { kvk: '90000001', pseudoniem: 'ps-1', naam: 'Anna' }, bas: { kvk: '90000001', pseudoniem: 'ps-2', naam: 'Bas' } },
        redirect: `${url}/oidc/bedrijf/terug`, loggedOut: `${url}/mijn/uitgelogd`,
      });
      const fields = { kind: 'eherkenning', issuer: provider.issuer, client_id: 'dichtbij', client_secret: 'een-geheim-van-de-proef-dat-lang-genoeg-is', pseudonym_claim: pseudo };
      appendFileSync(join(town.data, 'dichtbij.conf'), [`\npublic_url = ${url}`, ...Object.entries(fields).map(([name, value]) => `identity_provider.bedrijf.${name} = ${value}`), ''].join('\n'));
      server = await serve(town.data, port);

      const anna = await enter(browser, url, 'anna');
      expect((await main(anna)).includes('Eik bij de kwekerij'), 'the case, for the first');
      const bas = await enter(browser, url, 'bas', 360);
      expect(!(await main(bas)).includes('Eik bij de kwekerij'), 'no case, for the second');
      await bas.goto(`${url}/mijn/bedrijf`);
      expect((await main(bas)).includes('U ziet wat u zelf vroeg'), 'what he sees');
      await bas.fill('#naam', 'Bas van kantoor');
      await press(bas, 'button:has-text("Bewaar mijn naam")');
      await checkPage(bas, 'own name');
      await shot(bas, 'bedrijf-naam-360');

      await anna.goto(`${url}/mijn/bedrijf`);
      await checkPage(anna, 'employees');
      await checkFocus(anna, 'employees');
      await shot(anna, 'bedrijf-1440');
      const employee = await anna.getAttribute('tr:has-text("Bas van kantoor") a:has-text("Wijzig")', 'href');
      for (const [language, size] of [['en', { width: 320, height: 740 }], ['en', enlarged], ['nl', enlarged], ['nl', { width: 320, height: 740 }], ['nl', { width: 1440, height: 1000 }]]) {
        await anna.setViewportSize(size);
        for (const path of ['/mijn/bedrijf', employee]) {
          await anna.goto(`${url}${path}?taal=${language}`);
          await checkPage(anna, `${path} ${language} ${size.width} x ${size.height}`);
        }
      }
      await anna.goto(`${url}/mijn/bedrijf`);
      await press(anna, 'tr:has-text("Bas van kantoor") a:has-text("Wijzig")');
      await checkPage(anna, 'rights');
      await shot(anna, 'bedrijf-recht-1440');
      await anna.check('input[name=zicht][value=zaaktypen]');
      await press(anna, 'button:has-text("Bewaar")');
      expect((await anna.title()).startsWith('Fout:'), 'a title that begins with Fout:');
      await checkPage(anna, 'rights with a fault');
      await anna.check('input[name=zaaktypen]');
      await press(anna, 'button:has-text("Bewaar")');
      expect((await main(anna)).includes('Bewaard.'), 'saved');
      await bas.goto(`${url}/mijn?taal=en`);
      await press(bas, 'a:has-text("Eik bij de kwekerij")');
      await checkPage(bas, 'case of the company, in English');
      const zaak = bas.url();

      await press(anna, 'tr:has-text("Bas van kantoor") a:has-text("Wijzig")');
      await anna.check('input[name=geblokkeerd]');
      await press(anna, 'button:has-text("Bewaar")');
      expect((await main(anna)).includes('Bewaard.'), `blocked: ${(await main(anna)).slice(0, 300)}`);
      expect((await bas.goto(zaak)).status() === 404, `no case for who is blocked: ${bas.url()} ${(await main(bas)).slice(0, 200)}`);
      await bas.goto(`${url}/mijn`);
      expect((await main(bas)).includes('has stopped your access'), 'why');
      await checkPage(bas, 'blocked');
      await shot(bas, 'bedrijf-geblokkeerd-en-360');
    } finally {
      if (server !== town) await server.stop();
      await provider?.close();
      await town.close();
    }
  },

  'a company has one of us to turn to, and its cases say who': async ({ browser, server }) => {
    await publish(browser, server, 'kapvergunning');
    const lead = await newPage(browser);
    await signIn(lead, server.url, server.accounts.lead);
    await lead.goto(`${server.url}/personen/nieuw?soort=organisatie`);
    await lead.fill('[name="naam"]', 'Kwekerij Lindenhof');
    await press(lead, 'main button:has-text("Bewaar")');
    const company = lead.url().split('?')[0];
    await press(lead, 'main a[href$="/accountmanager"]');
    await checkPage(lead, 'account manager');
    await checkFocus(lead, 'account manager');
    await shot(lead, 'accountmanager-1440');
    await lead.selectOption('#accountmanager', { label: 'Sanne de Wit' });
    await press(lead, 'main button.btn-primary');
    expect((await main(lead)).includes('Sanne de Wit'), `who it is, on the page of the company: ${await main(lead)}`);
    expect(await lead.locator('.alert [role=status]:has-text("De accountmanager is bewaard.")').count() === 1, 'good news, told as such');
    await checkPage(lead, 'company with an account manager');
    await shot(lead, 'accountmanager-bedrijf-1440');
    await newCase(lead, server.url, { partij: /[0-9a-f-]{36}/.exec(company)[0], type: 'Boom kappen', naam: 'Rij elzen langs de kwekerij', fill: fellingAnswers });
    expect(/Accountmanager ?Sanne de Wit/.test(await main(lead)), `who it is, on its case: ${(await main(lead)).slice(0, 400)}`);
    const phone = await newPage(browser, 360);
    await signIn(phone, server.url, server.accounts.lead);
    await phone.goto(`${server.url}/taal/en?naar=/`);
    await phone.goto(`${company}/accountmanager`);
    await checkPage(phone, 'account manager en 360');
    await shot(phone, 'accountmanager-en-360');
    await phone.selectOption('#accountmanager', '');
    await press(phone, 'main button.btn-primary');
    expect(!(await main(phone)).includes('Sanne de Wit'), 'nobody any more');
    await phone.goto(`${server.url}/taal/nl?naar=/`);
  },
};
