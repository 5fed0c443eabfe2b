// What belongs to a case: sub-cases and related cases, its documents and their versions, its term that stands still, and
// the notice of default with what being late costs.
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';
import { startServer } from './server.mjs';
import { act, asResident, expect, fellingAnswers, field, key, main, newCase, person, press, publish } from './zaken.mjs';

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n' +
  '0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n');
const image = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

// A person, and a desk of who handles the case.
async function begin(browser, server, achternaam, { telefoon = '' } = {}) {
  await publish(browser, server, 'kapvergunning');
  const desk = await newPage(browser);
  await signIn(desk, server.url, server.accounts.behandelaar);
  return { desk, partij: await person(desk, server.url, { voornaam: 'Wim', achternaam, geboren: '11-04-1958', telefoon }) };
}

// The same page in the other language and on a phone.
async function alsoSmall(browser, server, page, name, who = 'behandelaar') {
  const phone = await newPage(browser, 360);
  await signIn(phone, server.url, server.accounts[who]);
  await phone.goto(`${server.url}/taal/en?naar=/`);
  await phone.goto(page.url());
  await checkPage(phone, `${name} en 360`);
  await shot(phone, `${name}-en-360`);
  await phone.goto(`${server.url}/taal/nl?naar=/`);
  await phone.context().close();
}

async function messages(page, zaak) {
  await page.goto(`${zaak}?blad=berichten`);
  return main(page);
}

export default {
  'a sub-case and a related case stand with their main case, and the sub-case writes the resident nothing': async ({ browser, server }) => {
    const { desk, partij } = await begin(browser, server, 'Abdi-Verhoeven', { telefoon: '06 1234 4433' });
    const other = await newCase(desk, server.url, { partij, type: 'Boom kappen', naam: 'Populier van de buren', fill: fellingAnswers });
    const number = /[A-Z]-\d{4}-\d+/.exec(await main(desk))[0];
    const zaak = await newCase(desk, server.url, { partij, type: 'Boom kappen', naam: 'Drie linden aan de weg', fill: fellingAnswers });
    await key(desk, 'a');

    await act(desk, 'verband', async () => {
      await desk.check('input[name=aard][value=vervolg]');
      await desk.fill('#nummer', 'Z-2020-000001');
      await key(desk, 'Control+Enter');
      await desk.waitForSelector('.error-summary');
      await checkPage(desk, 'relation with a number that is not there');
      await shot(desk, 'zaak-verband-fout-1440');
      await desk.fill('#nummer', number);
    });
    await desk.goto(zaak);
    expect((await desk.textContent('section[aria-labelledby=h-verband]')).includes('Populier van de buren'), 'the related case');

    await press(desk, 'a:has-text("Nieuwe deelzaak")');
    await press(desk, 'main .choose a:has-text("Boom kappen")');
    expect((await main(desk)).includes('Dit wordt een deelzaak van') && (await main(desk)).includes('Abdi-Verhoeven'), 'of which case it is a part, and who asked');
    await checkPage(desk, 'new sub-case');
    await shot(desk, 'zaak-deelzaak-nieuw-1440');
    await desk.fill('#omschrijving', 'Verkeer tijdens het kappen');
    await desk.selectOption('#kanaal', 'balie');
    await fellingAnswers(desk);
    await key(desk, 'Control+Enter');
    await desk.waitForURL(/\/zaken\/[0-9a-f-]{36}/);
    const part = desk.url().split(/[?#]/)[0];
    expect(part !== zaak, 'a case of its own');
    if (await desk.locator('button:has-text("Aanvaard")').count()) await key(desk, 'a');
    const before = await messages(desk, zaak);
    await desk.goto(part);
    await act(desk, 'status', async () => { expect(await desk.locator('[name=bericht]').count() === 0, 'no message to write in a sub-case'); });
    const silent = await messages(desk, part);
    expect(silent.includes('Dit is een deelzaak. De inwoner krijgt alleen berichten over de hoofdzaak.'), `that it writes nothing: ${silent}`);
    await checkPage(desk, 'messages of a sub-case');
    await shot(desk, 'zaak-deelzaak-berichten-1440');
    expect(await messages(desk, zaak) === before, 'nothing written over the main case either');

    const resident = await asResident(browser, server.url, 'Abdi-Verhoeven');
    const shown = await main(resident);
    expect(shown.includes('Drie linden aan de weg') && !shown.includes('Verkeer tijdens het kappen'), `the main case alone in Mijn Dichtbij: ${shown}`);

    await desk.goto(zaak);
    const table = await desk.textContent('section[aria-labelledby=h-verband]');
    for (const words of ['Verkeer tijdens het kappen', 'Deelzaak', 'Populier van de buren', 'Vervolg']) expect(table.includes(words), `${words} among the related cases: ${table}`);
    await checkPage(desk, 'main case with its parts');
    await shot(desk, 'zaak-verwant-1440');
    await alsoSmall(browser, server, desk, 'zaak-verwant');
    await desk.goto(`${zaak}?paneel=sluiten`);
    await desk.check('input[name=resultaat] >> nth=0');
    if (await desk.locator('#ontbreekt_omdat').count()) await desk.fill('#ontbreekt_omdat', 'De plek is duidelijk.');
    await key(desk, 'Control+Enter');
    expect((await main(desk)).includes('Er lopen nog deelzaken. Sluit die eerst.'), 'that its part must be closed first');
    await desk.goto(other);
    expect((await desk.textContent('section[aria-labelledby=h-verband]')).includes('Drie linden aan de weg'), 'the relation, seen from the other side');
  },

  'a document gets a new version, the older one stays to be read, and a file that lies about what it is is refused beside its field': async ({ browser, server }) => {
    const { desk, partij } = await begin(browser, server, 'Brouwer');
    const zaak = await newCase(desk, server.url, { partij, type: 'Boom kappen', naam: 'Plataan op het plein', fill: fellingAnswers });
    const file = (name, buffer, mimeType = 'application/pdf') => desk.setInputFiles('#bestand', { name, mimeType, buffer });

    await desk.goto(`${zaak}?paneel=document`);
    await file('foto van de plataan.png', pdf, 'image/png');
    await desk.fill('#titel', 'Foto van de plataan');
    await key(desk, 'Control+Enter');
    await desk.waitForSelector('.error-summary');
    expect((await desk.title()).startsWith('Fout:'), 'a title that begins with Fout:');
    const described = (await desk.getAttribute('#bestand', 'aria-describedby')).split(' ');
    const beside = (await Promise.all(described.map((id) => desk.textContent(`[id="${id}"]`)))).join(' ');
    expect(/De naam zegt .*, maar de inhoud is .*pdf/i.test(beside), `what is wrong, beside the field: ${beside}`);
    expect(await desk.inputValue('#titel') === 'Foto van de plataan', 'the typed title');
    await checkPage(desk, 'a file that lies');
    await shot(desk, 'document-geweigerd-1440');
    await file('foto.png', image, 'image/png');
    await key(desk, 'Control+Enter');
    await press(desk, '.files a:has-text("Foto van de plataan")');
    const seen = desk.locator('img.document-beeld');
    await seen.scrollIntoViewIfNeeded();
    await desk.waitForFunction(() => document.querySelector('img.document-beeld').naturalWidth > 0);
    await checkPage(desk, 'preview of an image');
    await checkFocus(desk, 'document');

    await desk.goto(`${zaak}?paneel=document`);
    await file('rapport.pdf', pdf);
    await desk.fill('#titel', 'Rapport van de bomenkenner');
    await key(desk, 'Control+Enter');
    await press(desk, '.files a:has-text("Rapport van de bomenkenner")');
    const frame = await desk.getAttribute('iframe.document-frame', 'src');
    const shown = await desk.request.get(server.url + frame);
    expect(shown.headers()['content-type'] === 'application/pdf' && shown.headers()['content-disposition'].startsWith('inline'), 'the PDF in the page');
    await checkPage(desk, 'preview of a PDF');

    const blad = desk.url().split('?')[0];
    const second = Buffer.concat([pdf, Buffer.from('% tweede versie\n')]);
    await file('rapport 2.pdf', second);
    await press(desk, 'form[action$="/versie"] button[type=submit]');
    expect((await desk.title()).startsWith('Fout:'), 'no new version without what is different');
    await checkPage(desk, 'new version with a fault');
    await shot(desk, 'document-versie-fout-1440');
    await file('rapport 2.pdf', second);
    await desk.fill('form[action$="/versie"] [name=reden]', 'De maten kloppen nu');
    await press(desk, 'form[action$="/versie"] button[type=submit]');
    const versions = (await desk.textContent('section[aria-labelledby=h-versies]')).replaceAll(/\s+/g, ' ');
    expect(versions.includes('De maten kloppen nu') && versions.includes('rapport 2.pdf') && versions.includes('rapport.pdf'), `both versions: ${versions}`);
    await checkPage(desk, 'versions');
    await shot(desk, 'document-versies-1440');
    await alsoSmall(browser, server, desk, 'document-versies');
    const links = await desk.$$eval('section[aria-labelledby=h-versies] li > span > a:first-child', (all) => all.map((one) => [one.textContent, one.href]));
    const bytes = async (url) => (await (await desk.request.get(url)).body()).length;
    expect(links.length === 2 && await bytes(links[0][1]) === second.length && await bytes(links[1][1]) === pdf.length, `the newer and the older, each with its own bytes: ${JSON.stringify(links)}`);
    expect((await desk.request.get(blad.replace('/documenten/', '/bestanden/'))).status() === 404, 'nothing at an address that was guessed');
  },

  'a term is suspended and resumed by hand, and who is late after a notice of default pays by the day': async ({ browser }) => {
    const server = await startServer({ settings: ['demo_sign_in = yes'], at: '2026-03-02T09:30:00+01:00' });
    const again = async () => {
      const page = await newPage(browser);
      await signIn(page, server.url, server.accounts.behandelaar);
      return page;
    };
    try {
      const { desk, partij } = await begin(browser, server, 'Ruyssenaars', { telefoon: '06 1234 1180' });
      const zaak = await newCase(desk, server.url, { partij, type: 'Boom kappen', naam: 'Es naast de garage', fill: fellingAnswers });
      await key(desk, 'a');
      const law = async (page) => /Volgens de wet uiterlijk ([^.]+)\./.exec(await main(page))?.[1];
      const first = await law(desk);
      await act(desk, 'opschorten', async () => {
        await desk.fill('#reden', '');
        await key(desk, 'Control+Enter');
        await desk.waitForSelector('.error-summary');
        await checkPage(desk, 'suspension without a reason');
        await desk.check('input[name=grond][value=overmacht]').catch(() => {});
        await desk.fill('#reden', 'Door de storm kan niemand bij de boom.');
        await desk.fill('#tot_uiterlijk', '2026-03-16');
        await shot(desk, 'zaak-opschorten-1440');
      });
      expect((await main(desk)).includes('De termijn staat stil.'), 'that the term stands still');
      await checkPage(desk, 'suspended');
      await shot(desk, 'zaak-staat-stil-1440');
      await alsoSmall(browser, server, desk, 'zaak-staat-stil');
      expect((await messages(desk, zaak)).includes('Door de storm kan niemand bij de boom.'), 'the reason, as the resident reads it');

      server.clock.to('2026-03-09T09:30:00+01:00');
      const later = await again();
      await later.goto(zaak);
      await act(later, 'hervatten', async () => {
        await checkPage(later, 'resuming');
        await shot(later, 'zaak-hervatten-1440');
      });
      expect((await main(later)).includes('De termijn loopt weer.') && await law(later) !== first, `a later last day than ${first}: ${await law(later)}`);
      await shot(later, 'zaak-hervat-1440');

      await later.goto(`${zaak}?paneel=ingebreke`);
      await later.fill('#ontvangen_datum', '2026-03-09');
      await key(later, 'Control+Enter');
      await later.waitForSelector('.error-summary');
      expect(/te vroeg\. Een ingebrekestelling kan vanaf \d+ \w+ 2026/.test(await later.textContent('.error-summary')), `from which day on: ${await later.textContent('.error-summary')}`);
      await checkPage(later, 'notice of default that is too early');
      await shot(later, 'zaak-ingebreke-vroeg-1440');

      // Past the last day by law; the letter came on Monday 18 May.
      server.clock.to('2026-05-18T10:00:00+02:00');
      const late = await again();
      await late.goto(zaak);
      await act(late, 'ingebreke', async () => {
        await late.fill('#ontvangen_datum', '2026-05-18');
        await checkPage(late, 'notice of default');
        await shot(late, 'zaak-ingebreke-1440');
      });
      expect((await main(late)).includes('Ingebrekestelling ontvangen op 18 mei 2026') && (await main(late)).includes('Besluit vóór dinsdag 2 juni. Vanaf die dag kost elke dag geld.'), `the notice: ${await main(late)}`);
      await checkPage(late, 'in default');
      await shot(late, 'zaak-in-gebreke-1440');
      await messages(late, zaak);
      await press(late, 'main a:has-text("Wij hebben uw ingebrekestelling")');
      const letter = await main(late);
      expect(letter.includes('Wij hebben op maandag 18 mei uw ingebrekestelling gekregen') && letter.includes('Wij besluiten uiterlijk dinsdag 2 juni'), `the day of the letter and of the decision, for the resident: ${letter}`);
      const waits = await asResident(browser, server.url, 'Ruyssenaars', { width: 1440 });
      await press(waits, 'a:has-text("Es naast de garage")');
      expect((await main(waits)).includes('Is er op dinsdag 2 juni nog geen besluit?'), `from which day he gets money: ${await main(waits)}`);
      await checkPage(waits, 'default, resident');
      await shot(waits, 'ingebreke-mijn-1440');

      // Two weeks later the first day that costs money; on Friday 12 June the eleventh, each 23 euro (Awb 4:17).
      server.clock.to('2026-06-12T10:00:00+02:00');
      const pays = await again();
      await pays.goto(zaak);
      const words = await main(pays);
      expect(/De dwangsom is tot vandaag € 253/.test(words) && /Hoogstens € 1442,00/.test(words), `what it costs until today and at most: ${words}`);
      await checkPage(pays, 'paying by the day');
      await shot(pays, 'zaak-dwangsom-1440');
      await alsoSmall(browser, server, pays, 'zaak-dwangsom');
      const resident = await asResident(browser, server.url, 'Ruyssenaars', { language: 'en' });
      await press(resident, 'a:has-text("Es naast de garage")');
      expect((await main(resident)).includes('€253') || (await main(resident)).includes('€ 253'), `what he gets until today: ${await main(resident)}`);
      expect(await resident.getAttribute('.breadcrumb [aria-current=page]', 'lang') === 'nl', 'the Dutch title as Dutch in the crumbs of an English page');
      await checkPage(resident, 'paying by the day, resident');
      await shot(resident, 'dwangsom-mijn-en-360');

      await pays.goto(zaak);
      await act(pays, 'besluit', async () => {
        await pays.fill('#omschrijving', 'U krijgt de vergunning.');
        await pays.fill('#toelichting', 'De es is ziek.');
        if (await pays.locator('#ontbreekt_omdat').count()) await pays.fill('#ontbreekt_omdat', 'De plek is duidelijk.');
      });
      await pays.goto(zaak);
      expect((await main(pays)).includes('De dwangsom is € 230,00'), 'without the day of the decision');
      await shot(pays, 'zaak-dwangsom-besloten-1440');
    } finally {
      await server.close();
    }
  },
};
