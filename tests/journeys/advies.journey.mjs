// Advice from outside: an employee asks a fire service that has no account, which answers by link and code on a phone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';
import { act, eventually, expect, fellingAnswers, inDays, main, newCase, person, press, publish } from './zaken.mjs';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n' +
  '0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n');

// The letter to this address, once the program has brought it to the outbox of the demo.
async function letter(data, to) {
  const outbox = join(data, 'outbox');
  for (const deadline = Date.now() + 15000; ;) {
    const files = readdirSync(outbox, { withFileTypes: true }).filter((one) => one.isFile()).map((one) => readFileSync(join(outbox, one.name), 'utf8'));
    const found = files.reverse().find((one) => one.startsWith(`To: ${to}\n`));
    if (found) return found;
    expect(Date.now() < deadline, `a letter to ${to}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ask(page, organisatie, taal = 'nl') {
  await page.fill('#organisatie', organisatie);
  await page.fill('#contactpersoon', 'Anouk Brand');
  await page.fill('#email', `${organisatie.toLowerCase()}@regio.example`);
  await page.fill('#telefoon', '06 1234 5678');
  await page.fill('#vraag', 'Kan een brandweerauto er nog langs?');
  await page.fill('#laatste_datum', inDays(14));
  await page.check(`input[name=taal][value=${taal}]`);
}

export default {
  'a fire service gives advice on a phone by link and code, and the answer stands in the case': async ({ browser, server }) => {
    await publish(browser, server, 'kapvergunning');
    const kcc = await newPage(browser);
    await signIn(kcc, server.url, server.accounts.kcc);
    const partij = await person(kcc, server.url, { voornaam: 'Aukje', achternaam: 'Terpstra', geboren: '02-02-1971' });
    const desk = await newPage(browser);
    await signIn(desk, server.url, server.accounts.behandelaar);
    const zaak = await newCase(desk, server.url, { partij, type: 'Boom kappen', naam: 'Kastanje langs de brandgang', fill: fellingAnswers });
    await act(desk, 'document', async () => { await desk.setInputFiles('#bestand', { name: 'tekening.pdf', mimeType: 'application/pdf', buffer: pdf }); await desk.fill('#titel', 'Tekening van de brandgang'); });

    await desk.goto(`${zaak}?blad=taken`);
    await press(desk, 'main a:has-text("Advies van buiten")');
    expect((await main(desk)).includes('Nog niets gevraagd'), 'what an empty page says');
    await checkPage(desk, 'no advice yet');
    await press(desk, 'a:has-text("Vraag advies buiten")');
    await checkPage(desk, 'asking advice');
    await checkFocus(desk, 'asking advice');
    await shot(desk, 'advies-vraag-1440');
    await ask(desk, 'Veiligheidsregio');
    await desk.fill('#email', 'geen adres');
    await desk.check('input[name=documenten]');
    await press(desk, 'button:has-text("Verstuur de vraag")');
    expect((await desk.title()).startsWith('Fout:'), 'a title that begins with Fout:');
    await checkPage(desk, 'asking advice with a fault');
    await desk.fill('#email', 'anouk@regio.example');
    await press(desk, 'button:has-text("Verstuur de vraag")');
    expect((await main(desk)).includes('De vraag is verstuurd'), 'that it was sent');
    await checkPage(desk, 'asked');
    await shot(desk, 'advies-gevraagd-1440');

    const link = /https?:\S+/.exec(await letter(server.data, 'anouk@regio.example'))[0];
    const code = /(\d{4}) (\d{4})/.exec(await letter(server.data, '+31612345678')).slice(1).join('');
    expect(!(await letter(server.data, 'anouk@regio.example')).includes('brandweerauto'), 'no word of the question by mail');

    const anouk = await newPage(browser, 360);
    await anouk.goto(link);
    await checkPage(anouk, 'gate');
    await checkFocus(anouk, 'gate');
    await shot(anouk, 'advies-code-360');
    await anouk.fill('#code', code === '00000000' ? '11111111' : '00000000');
    await press(anouk, 'button:has-text("Ga verder")');
    expect((await main(anouk)).includes('nog 4 keer'), 'how many attempts are left');
    await checkPage(anouk, 'gate after a wrong code');
    await anouk.fill('#code', code);
    await press(anouk, 'button:has-text("Ga verder")');
    expect(anouk.url().endsWith('/advies'), 'an address without the link');
    const seen = await main(anouk);
    for (const words of ['Kan een brandweerauto er nog langs?', 'Tekening van de brandgang', 'gemeente Oeverland']) expect(seen.includes(words), words);
    for (const words of ['Terpstra', 'Kastanje langs']) expect(!seen.includes(words), `no ${words}`);
    await checkPage(anouk, 'question');
    await checkFocus(anouk, 'question');
    await shot(anouk, 'advies-360');
    await press(anouk, 'a:has-text("English")');
    expect((await main(anouk)).includes('This is what we ask you'), 'English');
    await checkPage(anouk, 'question in English');
    await shot(anouk, 'advies-en-360');
    await anouk.fill('#antwoord', 'Ja, als er drie meter vrij blijft.');
    await anouk.setInputFiles('#bestand', { name: 'advies.pdf', mimeType: 'application/pdf', buffer: pdf });
    await press(anouk, 'button:has-text("Send my advice")');
    expect((await main(anouk)).includes('We have received your advice'), 'thanks');
    await checkPage(anouk, 'thanks');
    await shot(anouk, 'advies-dank-en-360');

    await desk.goto(`${zaak}/advies`);
    expect((await main(desk)).includes('Ja, als er drie meter vrij blijft.'), 'the answer in the case');
    await checkPage(desk, 'answered');
    await shot(desk, 'advies-beantwoord-1440');
    await desk.goto(`${zaak}?blad=documenten`);
    expect((await main(desk)).includes('advies'), 'the file in the case');
    await desk.goto(`${zaak}?blad=verloop`);
    await eventually(desk, async () => (await main(desk)).includes('De andere organisatie gaf advies.'), 'the answer in the timeline');
    for (const words of ['vulde een foute code in', 'opende de vraag om advies']) expect((await main(desk)).includes(words), words);
  },

  'a link that was guessed at five times is shut, and the casemanager reads why': async ({ browser, server }) => {
    const desk = await newPage(browser);
    await signIn(desk, server.url, server.accounts.behandelaar);
    await desk.goto(`${server.url}/zaken?lijst=team`);
    await press(desk, 'td a.cover:has-text("Kastanje langs de brandgang")');
    const zaak = desk.url().split(/[?#]/)[0];
    await desk.goto(`${zaak}/advies/nieuw`);
    await ask(desk, 'Waterschap', 'en');
    await press(desk, 'button:has-text("Verstuur de vraag")');
    const link = /https?:\S+/.exec(await letter(server.data, 'waterschap@regio.example'))[0];
    const thief = await newPage(browser);
    await thief.goto(link);
    expect(await thief.getAttribute('html', 'lang') === 'en', 'the language of the question');
    for (let i = 0; i < 5; i += 1) {
      await thief.fill('#code', '12121212');
      await press(thief, 'button:has-text("Continue")');
    }
    expect((await main(thief)).includes('This link was closed'), 'that it is closed');
    await checkPage(thief, 'closed link');
    await shot(thief, 'advies-gesloten-en-1440');
    await desk.goto(`${zaak}/advies`);
    expect((await main(desk)).includes('Link gesloten'), 'the state at the desk');
    await desk.goto(`${zaak}?blad=verloop`);
    expect((await main(desk)).includes('is gesloten na 5 foute codes'), 'the note');
  },
};
