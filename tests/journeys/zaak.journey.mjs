// A permit to fell a tree, from the phone call to the term for objecting, and opened again.
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';
import { act, expect, field, inDays, key, main, person, press, publish, weekday } from './zaken.mjs';

let zaak = '';

export default {
  'a felling permit goes from a call to a decision with its last day to object, and is opened again': async ({ browser, server }) => {
    await publish(browser, server, 'kapvergunning');
    const kcc = await newPage(browser);
    await signIn(kcc, server.url, server.accounts.kcc);
    const partij = await person(kcc, server.url, { voornaam: 'Fatima', achternaam: 'El Idrissi', geboren: '14-03-1984' });
    await kcc.goto(`${server.url}/contact/nieuw?partij=${partij}`);
    await kcc.waitForURL(/\/contact\/[0-9a-f-]{36}/);
    await kcc.selectOption('#kanaal', 'balie');
    await kcc.selectOption('#v1_onderwerp', { index: 1 });
    await kcc.fill('#v1_vraag', 'Beuk in de achtertuin kappen');
    await kcc.fill('#v1_notitie', 'De beuk is ziek. Vraagt wat een vergunning kost en hoe lang het duurt.');
    await kcc.check('input[name=v1_afloop][value=doorgezet]');
    await Promise.all([kcc.waitForURL(/\/gesprekken\//), kcc.keyboard.press('Control+Enter')]);
    await press(kcc, 'a:has-text("Maak er een zaak van")');
    await checkPage(kcc, 'choosing a case type');
    await shot(kcc, 'zaak-type-1440');
    await kcc.fill('#q', 'kappen');
    await key(kcc, 'Enter');
    await press(kcc, 'main a:has-text("Boom kappen")');
    expect((await main(kcc)).includes('El Idrissi'), 'who called, as the applicant');
    expect(/Volgens de wet uiterlijk/.test(await main(kcc)), 'the last day of the law, before saving');
    await checkPage(kcc, 'new case');
    await checkFocus(kcc, 'new case');
    await shot(kcc, 'zaak-nieuw-1440');
    await kcc.fill(field('eigenschappen.aantal-bomen'), 'veel');
    await key(kcc, 'Control+Enter');
    await kcc.waitForSelector('.error-summary');
    expect((await kcc.title()).startsWith('Fout:'), 'a title that begins with Fout:');
    await checkPage(kcc, 'new case with a fault');
    await kcc.click('.error-summary a');
    const beside = await kcc.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-describedby')?.split(' ').at(-1))?.textContent ?? '');
    expect(beside.includes('Vul een getal in'), `the fault beside the field that the summary leads to, not "${beside}"`);
    await shot(kcc, 'zaak-nieuw-fout-1440');
    await kcc.fill(field('eigenschappen.aantal-bomen'), '1');
    await kcc.fill(field('eigenschappen.plaats-boom'), 'Kastanjelaan 18, Oeverland');
    await kcc.selectOption(field('eigenschappen.reden-kap'), { index: 1 });
    await key(kcc, 'Control+Enter');
    await kcc.waitForURL(/\/zaken\/[0-9a-f-]{36}/);
    zaak = kcc.url().split('?')[0];
    expect((await main(kcc)).includes('Je kijkt mee'), 'that the contact centre reads along');
    await checkPage(kcc, 'case, reading along');

    const ruimte = await newPage(browser);
    await signIn(ruimte, server.url, server.accounts.behandelaar);
    await ruimte.goto(`${server.url}/zaken?loopt=gesloten`);
    expect((await main(ruimte)).includes('Geen zaken.'), 'what an empty list says');
    await checkPage(ruimte, 'empty list of cases');
    await shot(ruimte, 'zaken-leeg-1440');
    await ruimte.goto(`${server.url}/zaken?lijst=team`);
    await checkPage(ruimte, 'list of cases');
    await shot(ruimte, 'zaken-1440');
    await press(ruimte, 'td a.cover:has-text("Beuk in de achtertuin")');
    await checkPage(ruimte, 'case, not accepted');
    await key(ruimte, 'a');
    expect((await main(ruimte)).includes('Je hebt dit aanvaard'), 'accepted');
    await shot(ruimte, 'zaak-1440');
    await checkFocus(ruimte, 'case');

    await act(ruimte, 'status', async () => { await checkPage(ruimte, 'next step'); });
    await ruimte.goto(`${zaak}?blad=taken`);
    expect((await main(ruimte)).includes('Advies van de bomenadviseur'), 'the task of the step');
    await checkPage(ruimte, 'tasks');
    await press(ruimte, 'main li a:has-text("Rond taak af")');
    await ruimte.fill('#antwoord', 'De stam is van binnen rot.');
    await key(ruimte, 'Control+Enter');

    await act(ruimte, 'vraag', async () => {
      await ruimte.fill('#vraag', 'Waar wilt u de nieuwe boom planten?');
      await ruimte.fill('#antwoord_voor', inDays(10));
      await checkPage(ruimte, 'question to the applicant');
      await shot(ruimte, 'zaak-vraag-1440');
    });
    expect((await main(ruimte)).includes('Opgeschort'), 'that the term stands still');
    expect((await main(ruimte)).includes('De aanvrager is aan zet'), 'whose turn it is');
    await shot(ruimte, 'zaak-opgeschort-1440');
    await ruimte.goto(`${zaak}?blad=berichten`);
    await checkPage(ruimte, 'messages of the case');
    expect((await main(ruimte)).includes('Wij hebben iets van u nodig'), 'the message');
    await ruimte.goto(zaak);
    await press(ruimte, '.now a.btn-primary');
    await ruimte.fill('#antwoord', 'Achter in de tuin, bij de schutting.');
    await key(ruimte, 'Control+Enter');
    expect(!(await main(ruimte)).includes('Opgeschort'), 'that the term runs again');

    const law = async () => /Volgens de wet uiterlijk ([^.]+)\./.exec(await main(ruimte))?.[1];
    const before = await law();
    await act(ruimte, 'verlengen', async () => {
      await ruimte.fill('#aantal', '99');
      await ruimte.fill('#reden', 'De adviseur wil in het voorjaar nog eens kijken.');
      await key(ruimte, 'Control+Enter');
      await ruimte.waitForSelector('.error-summary');
      await checkPage(ruimte, 'extension that is too long');
      await shot(ruimte, 'zaak-verlengen-fout-1440');
      expect(await ruimte.inputValue('#reden') === 'De adviseur wil in het voorjaar nog eens kijken.', 'the typed reason');
      await ruimte.fill('#aantal', '6');
    });
    expect((await main(ruimte)).includes('De termijn is verlengd.') && await law() !== before, `another last day by law than ${before}`);
    await checkPage(ruimte, 'extended');
    await shot(ruimte, 'zaak-verlengd-1440');

    await act(ruimte, 'besluit', async () => {
      await ruimte.fill('#omschrijving', 'U krijgt de vergunning.');
      await ruimte.fill('#toelichting', 'De beuk is ziek. U plant een nieuwe boom.');
      await checkPage(ruimte, 'decision');
      await shot(ruimte, 'zaak-besluit-1440');
      await key(ruimte, 'Control+Enter');
      await ruimte.waitForSelector('.error-summary');
      expect((await ruimte.textContent('.error-summary')).includes('Tekening'), 'the document that the application asks for');
      await checkPage(ruimte, 'decision without a document');
      await ruimte.fill('#ontbreekt_omdat', 'De plek is duidelijk zonder tekening.');
    });
    expect(new RegExp(`Bezwaar maken kan tot en met ${weekday} \\d+ \\w+ 20\\d\\d`).test(await main(ruimte)), 'the last day to object, with its weekday');
    await shot(ruimte, 'zaak-besluiten-1440');

    await ruimte.goto(`${zaak}?paneel=document`);
    await ruimte.setInputFiles('#bestand', { name: 'foto van de boom.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') });
    await ruimte.selectOption('#documenttype', { index: 1 });
    await checkPage(ruimte, 'adding a document');
    await key(ruimte, 'Control+Enter');
    await checkPage(ruimte, 'documents of the case');
    await shot(ruimte, 'zaak-documenten-1440');
    await press(ruimte, '.files a:has-text("foto")');
    await checkPage(ruimte, 'document');
    await shot(ruimte, 'zaak-document-1440');

    await ruimte.goto(`${zaak}?paneel=sluiten`);
    await ruimte.check('input[name=resultaat][value=verleend-herplant]');
    await key(ruimte, 'Control+Enter');
    await ruimte.waitForSelector('.error-summary');
    expect((await ruimte.textContent('.error-summary')).includes('Tekening'), 'what is missing');
    await shot(ruimte, 'zaak-sluiten-1440');
    await ruimte.fill('#ontbreekt_omdat', 'De plek is duidelijk zonder tekening.');
    await key(ruimte, 'Control+Enter');
    expect((await main(ruimte)).includes('Het resultaat is: Verleend, met een nieuwe boom'), 'the result');
    await checkPage(ruimte, 'closed case');
    await shot(ruimte, 'zaak-klaar-1440');
    await act(ruimte, 'heropenen', async () => { await ruimte.fill('#reden', 'De buurman maakte bezwaar.'); });
    expect((await main(ruimte)).includes('De zaak loopt weer'), 'opened again');
  },

  'a case and its panels fit 360 pixels, in Dutch and English, and pass axe': async ({ browser, server }) => {
    for (const [language, width] of [['nl', 360], ['en', 1440]]) {
      const page = await newPage(browser, width);
      await signIn(page, server.url, server.accounts.behandelaar);
      await page.goto(`${server.url}/taal/${language}?naar=/`);
      for (const [name, path] of [['zaken', '/zaken'], ['nieuw', '/zaken/nieuw'], ['blad', ''], ['taken', '?blad=taken'], ['documenten', '?blad=documenten'], ['berichten', '?blad=berichten'], ['betrokkenen', '?blad=betrokkenen'],
        ['besluiten', '?blad=besluiten'], ['verloop', '?blad=verloop'], ['opschorten', '?paneel=opschorten'], ['verlengen', '?paneel=verlengen'], ['rol', '?paneel=rol'], ['taak', '?paneel=taak'], ['verzet', '?paneel=verzet'],
        ['eigenschappen', '?paneel=eigenschappen'], ['verband', '?paneel=verband'], ['sluiten', '?paneel=sluiten']]) {
        await page.goto(path.startsWith('/') ? server.url + path : zaak + path);
        expect(await page.getAttribute('html', 'lang') === language, `${path} in ${language}`);
        await checkPage(page, `${name} ${language} ${width}`);
        await shot(page, `zaakblad-${name}-${language}-${width}`);
      }
      await page.goto(`${server.url}/taal/nl?naar=/`);
    }
  },
};
