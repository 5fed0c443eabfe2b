// A resident follows her case by phone, in English and with a screen reader: what is asked of her, the promise that
// moves, the decision; her own data; without scripts; and what another resident sees of it. All on Monday 2 March 2026.
import { checkFocus, checkPage, enlarged, newPage, shot, signIn } from './browser.mjs';
import { startServer } from './server.mjs';
import { act, asResident, eventAnswers, eventually, expect, fellingAnswers, follow, key, main, newCase, person, press, publish } from './zaken.mjs';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const hers = { voornaam: 'Agnieszka', achternaam: 'Wójcik', geboren: '11-06-1990', telefoon: '06 1234 7719', postcode: '3999 AB', huisnummer: '18' };
const his = { voornaam: 'Jan-Willem', achternaam: 'Oosterhuis', geboren: '07-09-1961', telefoon: '06 1234 5600' };
const where = { zaak: '', other: '', desk: '', feest: '', nummer: '' };  // addresses of her cases, of the first at the desk; the number of the third
let town = null;  // of the first journey to the last

const as = async (browser, who) => {
  const page = await newPage(browser);
  await signIn(page, town.url, town.accounts[who]);
  return page;
};
const her = (browser, options) => asResident(browser, town.url, 'Wójcik', options);

const has = async (page, words) => expect((await main(page)).includes(words), `"${words}" on ${page.url()}`);
const hasNot = async (page, words) => expect(!(await main(page)).includes(words), `no "${words}" on ${page.url()}`);
// What a screen reader is told, line by line, without indentation and marks.
const tree = async (page, selector = 'main') => (await page.locator(selector).ariaSnapshot()).split('\n').map((line) => line.trim());
const reads = (lines, wanted) => wanted.forEach((words) => expect(lines.some((line) => line.includes(words)), `"${words}" in the accessibility tree:\n${lines.join('\n')}`));

// In this order, with anything between: what comes first is read first.
function readsInOrder(lines, wanted) {
  let at = -1;
  for (const words of wanted) {
    const next = lines.findIndex((line, index) => index > at && line.includes(words));
    expect(next > at, `"${words}" after "${lines[at] ?? 'the begin'}" in the accessibility tree:\n${lines.join('\n')}`);
    at = next;
  }
}

async function question(page, url, partij, vraag, afloop) {
  await page.goto(`${url}/contact/nieuw?partij=${partij}`);
  await page.waitForURL(/\/contact\/[0-9a-f-]{36}/);
  await page.selectOption('#v1_onderwerp', { index: 1 });
  await page.fill('#v1_vraag', vraag);
  await page.fill('#v1_notitie', 'Notitie voor collega’s: klinkt gehaast.');
  await page.check(`input[name=v1_afloop][value=${afloop}]`);
  if (afloop === 'beantwoord') await page.fill('#v1_antwoord', 'De gele container wordt op vrijdag geleegd.');
  else await page.fill('#v1_telefoon', hers.telefoon);
  await Promise.all([page.waitForURL(/\/gesprekken\//), page.keyboard.press('Control+Enter')]);
}

// Two cases and two questions of hers; the first case waits for her answer.
async function prepare(browser) {
  town = await startServer({ settings: ['demo_sign_in = yes'], at: '2026-03-02T10:00:00+01:00' });
  await publish(browser, town, 'kapvergunning');
  const kcc = await as(browser, 'kcc');
  const partij = await person(kcc, town.url, hers);
  await person(kcc, town.url, his);
  await question(kcc, town.url, partij, 'Wanneer komt de gele container', 'beantwoord');
  await question(kcc, town.url, partij, 'Mag een schutting van twee meter', 'doorgezet');
  await kcc.context().close();
  const desk = await as(browser, 'behandelaar');
  const second = await newCase(desk, town.url, { partij, type: 'Boom kappen', naam: 'Wilg langs de sloot kappen', fill: fellingAnswers });
  const first = await newCase(desk, town.url, { partij, type: 'Boom kappen', naam: 'Beuk in de achtertuin kappen', fill: fellingAnswers });
  await key(desk, 'a');
  await act(desk, 'status');
  await desk.goto(`${first}?paneel=notitie`);
  await desk.fill('#tekst', 'Intern: de buurman is hier fel op tegen.');
  await key(desk, 'Control+Enter');
  await act(desk, 'vraag', async () => {
    await desk.fill('#vraag', 'Waar wilt u de nieuwe boom planten?');
    await desk.fill('#antwoord_voor', '2026-03-12');
  });
  where.desk = first;
  where.zaak = new URL(first).pathname.replace('/zaken/', '/mijn/zaken/');
  where.other = new URL(second).pathname.replace('/zaken/', '/mijn/zaken/');
  // A person hears from us at most once an hour.
  town.clock.later(70);
}

// A case that can be followed without signing in, in which something is asked of her.
async function prepareFeest(browser) {
  await publish(browser, town, 'evenementenvergunning');
  const desk = await as(browser, 'behandelaar');
  await desk.goto(where.desk);
  const partij = /\/personen\/([0-9a-f-]{36})/.exec(await desk.getAttribute('.facts a[href^="/personen/"]', 'href'))[1];
  const url = await newCase(desk, town.url, { partij, type: 'Evenement organiseren', naam: 'Straatfeest in de Kastanjelaan', fill: eventAnswers });
  where.nummer = (await desk.textContent('.page-head .nowrap')).trim();
  await key(desk, 'a');
  await act(desk, 'vraag', async () => {
    await desk.fill('#vraag', 'Hoe laat stopt de muziek?');
    await desk.fill('#antwoord_voor', '2026-03-12');
  });
  where.feest = new URL(url).pathname.replace('/zaken/', '/mijn/zaken/');
  await desk.context().close();
}

// Every address that can be reached from Mijn Dichtbij by following links, with what stands there; downloads too.
async function reachable(page) {
  const found = new Map();
  for (const queue = ['/mijn', '/mijn/alles']; queue.length;) {
    const path = queue.shift();
    if (found.has(path)) continue;
    const answer = await page.context().request.get(town.url + path);
    const text = (await answer.body()).toString('utf8');
    found.set(path, text);
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue;
    for (const [, href] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&');
      if (/^\/(mijn|g|documenten)([/?]|$)/.test(next) && !/uitloggen/.test(next)) queue.push(next);
    }
  }
  return found;
}

async function everyPage(browser, language, { width, height }) {
  const page = await her(browser, { width, height, language });
  const asked = await page.getAttribute('a[href^="/mijn/vragen/"]', 'href');
  await page.goto(`${town.url}/mijn/berichten`);
  const message = await page.getAttribute('a[href^="/mijn/berichten/"]', 'href');
  await page.goto(town.url + where.feest);
  const question_ = await page.getAttribute('.ask a.btn-primary', 'href');
  for (const [name, path] of [['thuis', '/mijn'], ['alles', '/mijn/alles'], ['zaak', where.zaak], ['klaar', where.other], ['waardering', `${where.other}/waardering`], ['feest', where.feest],
    ['antwoord', question_], ['intrekken', `${where.feest}/intrekken`], ['vraag', asked], ['berichten', '/mijn/berichten'], ['bericht', message],
    ['gegevens', '/mijn/gegevens'], ['wijzigen', '/mijn/gegevens/wijzigen'], ['inzage', '/mijn/gegevens/inzage'], ['download', '/mijn/gegevens/download']]) {
    await page.goto(town.url + path);
    expect(await page.getAttribute('html', 'lang') === language, `${path} in ${language}`);
    expect(new URL(page.url()).pathname === path, `${path}, not ${page.url()}`);
    for (const closed of await page.$$('main details:not([open]) summary')) await closed.click();
    await checkPage(page, `${name} ${language} ${width} x ${height ?? 'long'}`);
    if (!height) await shot(page, `mijn-${name}-${language}-${width}`);
  }
  await page.context().close();
}

export default {
  'a resident follows her case by phone in English: she answers, sees the promise move with its reason, and the decision with its last day': async ({ browser }) => {
    await prepare(browser);
    let page = await her(browser, { language: 'en' });
    await eventually(page, async () => /There (is|are) \d+ messages? you have not read yet/.test(await main(page)), 'the messages that were written to her');
    reads(await tree(page), ['heading "Hello Agnieszka Wójcik" [level=1]', 'heading "We have a question for you"', 'link "Give your answer"', 'heading "Running now"',
      'link "Beuk in de achtertuin kappen"', 'link "Wilg langs de sloot kappen"', 'link "Mag een schutting van twee meter"', 'heading "Done"', 'link "Wanneer komt de gele container"']);
    await has(page, 'For 1 of them we ask something of you.');
    await checkPage(page, 'home of the resident');
    await checkFocus(page, 'home of the resident');
    await shot(page, 'volgen-thuis-en-360');

    await press(page, '.matters a:has-text("Beuk in de achtertuin")');
    expect(new URL(page.url()).pathname === where.zaak, 'the address of her case');
    readsInOrder(await tree(page), ['heading "Beuk in de achtertuin kappen" [level=1]', 'heading "When will it be done?"', 'We are waiting for your answer.', 'heading "This is what we ask of you"',
      'Waar wilt u de nieuwe boom planten?', 'link "Give your answer"', 'heading "How far it is"', 'heading "Received (done)" [level=3]', 'heading "Looking at the tree Now" [level=3]',
      'heading "Messages"', 'textbox', 'heading "Documents"', 'heading "Who is dealing with this?"', 'Pieter Hoekstra', 'heading "You can also"', 'link "Withdraw your request"']);
    await hasNot(page, 'buurman');
    await checkPage(page, 'her case');
    await checkFocus(page, 'her case', 40);
    await shot(page, 'volgen-zaak-vraag-en-360');

    await press(page, '.ask a.btn-primary');
    await press(page, 'main form .btn-primary');
    await page.waitForSelector('.error-summary');
    expect((await page.title()).startsWith('Error:'), 'a title that begins with Error:');
    await checkPage(page, 'answer with a fault');
    await shot(page, 'volgen-antwoord-fout-en-360');
    await page.fill('#antwoord', 'Behind the shed, near the fence.');
    await page.setInputFiles('#bestand', { name: 'my garden.png', mimeType: 'image/png', buffer: png });
    await press(page, 'main form .btn-primary');
    await has(page, 'We have your answer. Pieter Hoekstra goes on with it.');
    await hasNot(page, 'We are waiting for your answer.');
    await has(page, 'my garden');
    await checkPage(page, 'her case after the answer');
    const desk = await as(browser, 'behandelaar');
    await desk.goto(where.desk);
    await has(desk, 'Het antwoord op je vraag is binnen: “Waar wilt u de nieuwe boom planten?”');
    await has(desk, 'De inwoner voegde een document toe');
    await hasNot(desk, 'Opgeschort');
    await shot(desk, 'volgen-zaak-antwoord-binnen-1440');

    await act(desk, 'verzet', async () => {
      await desk.fill('#datum', '2026-04-20');
      await desk.fill('#reden', 'De bomenkenner was ziek.');
      await checkPage(desk, 'moving the promise');
      await shot(desk, 'volgen-verzet-1440');
    });
    await page.goto(town.url + where.zaak);
    await has(page, 'By Monday 20 April you will get our decision.');
    await has(page, 'This date was moved once');
    await page.click('details:has-text("This date was moved") summary');
    reads(await tree(page, '.promise-big'), ['from Wednesday 8 April to Monday 20 April.', 'De bomenkenner was ziek.', 'We told you this in a message.']);
    await hasNot(page, 'Beste Agnieszka');
    await checkPage(page, 'her case with the moved promise');
    await shot(page, 'volgen-zaak-verzet-en-360');
    await act(desk, 'besluit', async () => {
      await desk.fill('#omschrijving', 'U krijgt de vergunning.');
      await desk.fill('#toelichting', 'De beuk is ziek. U plant een nieuwe boom.');
      await desk.fill('#ontbreekt_omdat', 'De plek is duidelijk zonder tekening.');
    });
    town.clock.later(70);
    page = await her(browser, { language: 'en' });
    await eventually(page, async () => (await main(page)).includes('Ons besluit'), 'the message with the decision');
    await page.goto(town.url + where.zaak);
    await page.click('details:has-text("How to object") summary');
    readsInOrder(await tree(page), ['heading "Our decision" [level=2]', 'heading "U krijgt de vergunning." [level=3]', 'You disagree?', 'You write us a letter.', 'Send the letter to', 'Your name and address.',
      'Which decision it is about: ‘U krijgt de vergunning.’', 'Your signature.', 'Post the letter on Monday 13 April 2026 at the latest.', 'heading "How far it is"', 'heading "About this case"', 'Costs:',
      'heading "This is what you told us" [level=3]', 'Kastanjelaan 18, Oeverland', 'heading "Messages"']);
    await has(page, 'You can object up to and including Monday 13 April 2026.');
    await checkPage(page, 'her case with the decision');
    await shot(page, 'volgen-zaak-besluit-en-360');
    await press(page, 'section:has(#h-berichten) a[href^="/mijn/berichten/"]');
    await checkPage(page, 'a message');
    await shot(page, 'volgen-bericht-en-360');
    await press(page, 'a:has-text("Go to this case")');
    await page.goto(`${town.url}${where.zaak}/intrekken`);
    expect(new URL(page.url()).pathname === where.zaak, 'no withdrawing after the decision');
  },

  'she withdraws another request, changes how to reach her, sees who looked and takes her data along': async ({ browser }) => {
    const page = await her(browser, { language: 'en' });
    await page.goto(town.url + where.other);
    await press(page, 'a:has-text("Withdraw your request")');
    await checkPage(page, 'withdrawing');
    await shot(page, 'volgen-intrekken-en-360');
    await press(page, 'main form .btn-primary');
    await page.waitForSelector('.error-summary');
    await page.check('[name=zeker]');
    await page.fill('#reden', 'We keep the tree after all.');
    await press(page, 'main form .btn-primary');
    await has(page, 'You withdrew your request. We have stopped.');
    await checkPage(page, 'withdrawn');
    await shot(page, 'volgen-ingetrokken-en-360');

    readsInOrder(await tree(page), ['heading "How far it is"', 'heading "How did it go?" [level=2]', 'group "How satisfied are you with how we helped you?"', 'radio "5: very satisfied"', 'radio "1: very dissatisfied"',
      'textbox "What went well, and what could be better?', 'The team leader and the manager read your figure and your words.', 'button "Send what you think"', 'heading "Messages"']);
    await page.fill('#woorden', 'Nobody told me that I could keep it.');
    await press(page, 'section:has(#h-waardering) button[type=submit]');
    await page.waitForSelector('.error-summary');
    expect((await page.title()).startsWith('Error:'), 'a title that begins with Error:');
    expect((await page.inputValue('#woorden')) === 'Nobody told me that I could keep it.', 'her words again');
    await checkPage(page, 'rating with a fault');
    await shot(page, 'volgen-waardering-fout-en-360');
    await page.check('[name=cijfer][value="4"]');
    await press(page, 'main form .btn-primary');
    await has(page, 'Thank you. We have what you told us.');
    await has(page, '4: satisfied');
    await has(page, 'You can do that up to and including Monday 16 March');
    await checkPage(page, 'rated');
    await shot(page, 'volgen-waardering-en-360');
    await press(page, 'a:has-text("Change what you told us")');
    await checkFocus(page, 'changing the rating');
    await page.check('[name=cijfer][value="5"]');
    await press(page, 'main form .btn-primary');
    await has(page, '5: very satisfied');
    const lead = await as(browser, 'lead');
    await lead.goto(town.url + where.other.replace('/mijn/', '/'));
    await has(lead, 'Oordeel van de inwoner');
    await has(lead, 'Nobody told me that I could keep it.');
    await checkPage(lead, 'the rating beside the case');
    await shot(lead, 'volgen-waardering-teamleider-1440');
    for (const who of ['behandelaar', 'kcc']) {
      const colleague = await as(browser, who);
      for (const part of ['', '?blad=verloop']) {
        await colleague.goto(town.url + where.other.replace('/mijn/', '/') + part);
        await hasNot(colleague, 'Oordeel van de inwoner');
        await hasNot(colleague, 'Nobody told me');
      }
    }

    await page.goto(`${town.url}/mijn/gegevens`);
    await press(page, 'main a:has-text("Change")');
    await page.fill('#telefoon', '06 1234 77');
    await press(page, 'main form .btn-primary');
    await page.waitForSelector('.error-summary');
    await checkPage(page, 'contact data with a fault');
    await shot(page, 'volgen-gegevens-fout-en-360');
    await page.fill('#telefoon', '06 1234 7719');
    await page.fill('#email', 'agnieszka@mail.example');
    await page.check('[name=taal][value=eng]');
    await press(page, 'main form .btn-primary');
    await has(page, 'We have changed your data.');
    await has(page, 'agnieszka@mail.example');
    await checkPage(page, 'her data');
    await shot(page, 'volgen-gegevens-en-360');
    await page.goto(`${town.url}/mijn/berichten`);
    await checkPage(page, 'her messages');

    await page.goto(`${town.url}/mijn/gegevens/inzage`);
    await has(page, 'Wonen en vergunningen');
    await hasNot(page, 'Pieter Hoekstra');
    await checkPage(page, 'who looked');
    await shot(page, 'volgen-inzage-en-360');
    await page.goto(`${town.url}/mijn/gegevens/download`);
    await has(page, 'Beuk in de achtertuin kappen');
    await checkPage(page, 'her data to take along');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[download]')]);
    const text = await (await download.createReadStream()).toArray().then((parts) => Buffer.concat(parts).toString());
    const data = JSON.parse(text);
    expect(text.includes('Behind the shed') || JSON.stringify(data).includes('U krijgt de vergunning.'), 'her case in the file');
    expect(!text.includes('buurman'), 'no internal note in the file');
  },

  'without scripts she follows and writes too, and another resident finds nothing at her addresses': async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL', viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${town.url}/g/oeverland/demo?taal=nl`);
    await press(page, 'button:has-text("Wójcik")');
    await press(page, '.matters a:has-text("Beuk in de achtertuin")');
    await page.fill('#tekst', 'Mag ik de stam houden als brandhout?');
    await press(page, '#bericht button[type=submit]');
    await has(page, 'Wij hebben uw bericht');
    await has(page, 'Mag ik de stam houden');
    await page.click('details summary');
    await has(page, 'De bomenkenner was ziek.');

    const desk = await as(browser, 'behandelaar');
    await desk.goto(`${town.url}/werk?wie=van_mij`);
    await has(desk, 'Beuk in de achtertuin');
    await desk.goto(`${where.desk}?blad=verloop`);
    await has(desk, 'Mag ik de stam houden');

    const other = await asResident(browser, town.url, 'Oosterhuis');
    await has(other, 'U heeft niets openstaan');
    await checkPage(other, 'home with nothing');
    await shot(other, 'volgen-thuis-leeg-nl-360');
    for (const address of [where.zaak, `${where.zaak}/intrekken`, where.zaak.replace(/.$/, (last) => (last === '0' ? '1' : '0')), '/mijn/zaken/1']) {
      const answer = await other.goto(town.url + address);
      expect(answer.status() === 404, `404 for ${address}, not ${answer.status()}`);
      await hasNot(other, 'Beuk');
    }
    await checkPage(other, 'nothing there');
    await shot(other, 'volgen-404-nl-360');
  },

  'with number and postcode someone follows one case without signing in and writes to its casemanager; she sees that someone did': async ({ browser }) => {
    await prepareFeest(browser);
    const page = await newPage(browser, 360);
    await follow(page, town.url, { nummer: where.nummer, postcode: '3999 AC', huisnummer: '18' });
    await has(page, 'Wij vinden geen vraag');
    await follow(page, town.url, { nummer: where.nummer.toLowerCase(), postcode: '3999ab', huisnummer: '18' });
    expect(new URL(page.url()).pathname === '/mijn/volgt', `what is followed, not ${page.url()}`);
    readsInOrder(await tree(page), ['heading "Evenement organiseren" [level=1]', where.nummer, 'heading "Zo ver zijn wij" [level=2]', 'heading "Wanneer is het klaar?" [level=2]', 'heading "Stuur een bericht" [level=2]',
      'textbox "Uw bericht aan Pieter Hoekstra', 'button "Verstuur mijn bericht"', 'heading "Wie doet het?" [level=2]', 'Pieter Hoekstra', 'heading "Meer zien?" [level=2]']);
    for (const words of ['Wójcik', 'Straatfeest', 'Kastanjelaan', 'muziek', 'Kosten']) await hasNot(page, words);
    await checkPage(page, 'followed');
    await checkFocus(page, 'followed');
    await shot(page, 'volgen-volgt-nl-360');
    await press(page, 'main form[action="/mijn/volgt"] button[type=submit]');
    expect((await page.title()).startsWith('Fout:'), 'a title that begins with Fout:');
    await checkPage(page, 'followed, with a fault');
    await page.fill('#tekst', 'Mag de straat al om negen uur dicht?');
    await press(page, 'main form[action="/mijn/volgt"] button[type=submit]');
    await has(page, 'Wij hebben uw bericht. Wij antwoorden uiterlijk');
    await checkPage(page, 'followed, after a message');
    for (const [language, size] of [['en', { width: 1440, height: 1000 }], ['nl', { width: 320, height: 740 }], ['en', enlarged], ['nl', enlarged]]) {
      await page.setViewportSize(size);
      await page.goto(`${town.url}/mijn/volgt?taal=${language}`);
      await checkPage(page, `followed ${language} ${size.width} x ${size.height}`);
      if (size.width > 320) await shot(page, `volgen-volgt-${language}-${size.width}`);
    }
    const answer = await page.goto(town.url + where.zaak);
    expect(answer.status() === 404, `404 for a case that is not followed, not ${answer.status()}`);

    const desk = await as(browser, 'behandelaar');
    await desk.goto(`${town.url}${where.feest.replace('/mijn/', '/')}?blad=verloop`);
    await has(desk, 'Bericht van iemand die volgt zonder in te loggen');
    await has(desk, 'Mag de straat al om negen uur dicht?');
    const hers_ = await her(browser, { language: 'nl' });
    await hers_.goto(town.url + where.feest);
    await has(hers_, 'Straatfeest Kastanjelaan');
    await hasNot(hers_, 'Mag de straat al om negen uur dicht?');
    await hers_.goto(`${town.url}/mijn/gegevens/inzage`);
    await has(hers_, 'Iemand met uw nummer en postcode');
    await has(hers_, `Om uw zaak ${where.nummer} te behandelen`);
    await shot(hers_, 'volgen-inzage-nl-360');
  },

  'nothing that she can reach from Mijn Dichtbij holds a word that was written for employees': async ({ browser }) => {
    const written = ['fel op tegen', 'klinkt gehaast', 'Let op de kabel in de grond', 'Vorige keer liep het uit de hand'];
    const desk = await as(browser, 'behandelaar');
    await desk.goto(where.desk);
    await act(desk, 'notitie', async () => { await desk.fill('#tekst', `Intern: ${written[2].toLowerCase()}. ${written[2]}.`); });
    await desk.goto(town.url + where.feest.replace('/mijn/', '/'));
    await act(desk, 'notitie', async () => { await desk.fill('#tekst', `${written[3]}, zegt de wijkagent.`); });
    for (const language of ['nl', 'en']) {
      const page = await her(browser, { language });
      const found = await reachable(page);
      for (const path of ['/mijn/berichten', '/mijn/gegevens/inzage', '/mijn/gegevens/download', where.zaak, where.other, where.feest]) expect(found.has(path), `${path} among ${[...found.keys()].join(' ')}`);
      for (const [path, text] of found) for (const words of written) expect(!text.includes(words), `no "${words}" on ${path}`);
      await page.context().close();
    }
  },

  'every page of Mijn Dichtbij fits 320, 360 and 1440 pixels and four times its size, in Dutch and English, and passes axe': async ({ browser }) => {
    try {
      for (const [language, size] of [['nl', { width: 360 }], ['en', { width: 1440 }], ['nl', { width: 320 }], ['en', { width: 320 }], ['nl', enlarged], ['en', enlarged]]) await everyPage(browser, language, size);
    } finally {
      await town.close();
    }
  },
};
