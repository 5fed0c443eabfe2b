// Case types, as an administrator keeps them: a draft with a fault in it, published, in and out of a file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';

const expect = (condition, what) => { if (!condition) throw new Error(`expected: ${what}`); };
const press = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);
const field = (name) => `[id="${name}"]`;

// Chooses team and owner, and publishes what the catalogue brought.
async function publish(page, url, name) {
  await page.goto(`${url}/beheer/zaaktypen?q=${encodeURIComponent(name)}`);
  await press(page, 'td a.cover');
  if (await page.locator('button:has-text("Begin een concept")').count()) return;  // another journey did
  await page.selectOption('#team', { label: 'Wonen en vergunningen' });
  await page.selectOption('#proceseigenaar', { label: 'Marleen Köster' });
  await press(page, 'section:has(#h-inrichting) button.btn-primary');
  await press(page, 'a:has-text("Werk verder aan het concept")');
  await press(page, 'button[name=daarna][value=publiceren]');
  await press(page, 'button:has-text("Publiceer")');
  expect((await page.textContent('main')).includes('Gepubliceerd.'), 'published');
}

export default {
  'an administrator changes a term and a step of a case type, is helped past a fault, compares and publishes': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.beheer);
    await page.click('.desk-nav a:has-text("Zaaktypen")');
    await page.waitForURL(/\/beheer\/zaaktypen/);
    expect(await page.locator('tbody tr').count() >= 30, 'the starter catalogue, as drafts');
    await checkPage(page, 'case types');
    await checkFocus(page, 'case types');
    await shot(page, 'zaaktypen-1440');
    await publish(page, server.url, 'kapvergunning');
    await checkPage(page, 'case type');
    await shot(page, 'zaaktype-1440');

    await press(page, 'button:has-text("Begin een concept")');
    await checkPage(page, 'draft');
    await shot(page, 'zaaktype-concept-1440');
    await page.fill(field('wettelijke_termijn.aantal'), 'zes');
    await page.fill(field('statussen[0].naam.nl'), 'Wij hebben uw aanvraag');
    await press(page, 'button[value="statussen[0].omlaag"]');
    expect(await page.inputValue(field('statussen[1].naam.nl')) === 'Wij hebben uw aanvraag', 'the typed name, one row down');
    expect(await page.inputValue(field('wettelijke_termijn.aantal')) === 'zes', 'what was typed elsewhere');
    expect(await page.evaluate(() => document.activeElement.id) === 'statussen[1]', 'focus on the row that moved');
    await press(page, 'button[value="statussen[1].omhoog"]');
    await page.focus(field('naam.nl'));
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.waitForSelector('.error-summary');
    await checkPage(page, 'draft with a fault');
    await shot(page, 'zaaktype-fout-1440');
    await page.click('.error-summary a');
    expect(await page.evaluate(() => document.activeElement.id) === 'wettelijke_termijn.aantal', 'the summary leads to the field');
    await page.fill(field('wettelijke_termijn.aantal'), '6');
    await press(page, 'button[name=daarna][value=publiceren]');
    expect((await page.textContent('main')).includes('Wij hebben uw aanvraag'), 'what changes');
    await checkPage(page, 'publishing');
    await shot(page, 'zaaktype-publiceren-1440');
    await press(page, 'button:has-text("Publiceer")');
    await press(page, 'a:has-text("Vergelijk met de vorige")');
    expect((await page.textContent('main')).includes('2 verschillen'), 'two differences');
    await checkPage(page, 'comparing');
    await shot(page, 'zaaktype-vergelijken-1440');
  },

  'two people work on one draft, and the second chooses whose text stays': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.beheer);
    await page.goto(`${server.url}/beheer/zaaktypen?q=klacht`);
    await press(page, 'td a.cover:has-text("Klacht")');
    await press(page, 'a:has-text("Werk verder aan het concept")');
    const other = await newPage(browser);
    await other.context().addCookies(await page.context().cookies());
    await other.goto(page.url());
    await other.fill(field('servicenorm.aantal'), '9');
    await press(other, 'button.btn-primary');
    await page.fill(field('servicenorm.aantal'), '12');
    await page.fill(field('doel'), 'Een klacht horen en beantwoorden.');
    await press(page, 'button.btn-primary');
    await page.waitForSelector('#gewijzigd');
    await checkPage(page, 'both versions');
    await shot(page, 'zaaktype-conflict-1440');
    await page.check('#gewijzigd input[name="kies:servicenorm.aantal"][value=hun]');
    await press(page, '#gewijzigd button');
    expect(await page.inputValue(field('servicenorm.aantal')) === '9', 'their number');
    expect(await page.inputValue(field('doel')) === 'Een klacht horen en beantwoorden.', 'own words');
  },

  'what is downloaded is read in again, after a look at what would happen': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.beheer);
    await publish(page, server.url, 'inrit-uitweg');
    await page.goto(`${server.url}/beheer/zaaktypen`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a:has-text("Haal als bestand op")')]);
    const bytes = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(bytes.formaat === 'dichtbij-zaaktypen/1' && bytes.zaaktypen.length >= 1, 'a file of case types');
    const changed = structuredClone(bytes.zaaktypen.find((one) => one.code === 'inrit-uitweg'));
    changed.servicenorm.aantal += 1;
    const file = join(server.data, 'zaaktypen.json');
    writeFileSync(file, JSON.stringify({ formaat: bytes.formaat, zaaktypen: [changed, { code: 'kapot' }] }));
    await press(page, 'a:has-text("Zaaktypen inlezen")');
    await page.setInputFiles('#bestand', file);
    await press(page, 'button.btn-primary');
    expect((await page.textContent('main')).includes('Dit veld ontbreekt.'), 'the reason why one is refused');
    await checkPage(page, 'trial of an import');
    await shot(page, 'zaaktype-inlezen-1440');
    await press(page, 'button:has-text("als concept")');
    await page.goto(`${server.url}/beheer/zaaktypen?q=inrit-uitweg`);
    expect((await page.textContent('tbody')).includes('Concept'), 'a draft of what was read');
  },

  'on a phone, in English, the draft and the preview fit': async ({ browser, server }) => {
    const page = await newPage(browser, 360);
    await signIn(page, server.url, server.accounts.beheer);
    await page.goto(`${server.url}/taal/en?naar=/beheer/zaaktypen`);
    await checkPage(page, 'case types at 360 px');
    await shot(page, 'zaaktypen-en-360');
    await press(page, 'td a.cover');
    await checkPage(page, 'case type at 360 px');
    await shot(page, 'zaaktype-en-360');
    await press(page, 'a:has-text("Go on with the draft")');
    await checkPage(page, 'draft at 360 px');
    await shot(page, 'zaaktype-concept-en-360');
    await press(page, 'a:has-text("What the resident reads")');
    await checkPage(page, 'preview at 360 px');
    await shot(page, 'zaaktype-voorbeeld-en-360');
    await page.goto(`${server.url}/taal/nl?naar=/`);
  },
};
