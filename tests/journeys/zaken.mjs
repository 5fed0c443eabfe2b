// What several journeys do with cases at the desk.
import { newPage, signIn } from './browser.mjs';

export const expect = (condition, what) => { if (!condition) throw new Error(`expected: ${what}`); };
export const press = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);
export const key = (page, keys) => Promise.all([page.waitForNavigation(), page.keyboard.press(keys)]);
export const field = (name) => `[id="${name}"]`;
export const main = async (page) => (await page.textContent('main')).replaceAll(/\s+/g, ' ');
export const weekday = '(maan|dins|woens|donder|vrij)dag';

// Days from today in Amsterdam, as a date field wants it; `from`: another day than today.
export function inDays(days, from = new Date()) {
  const at = new Date(new Date(from).getTime() + days * 86400000);
  return at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
}

// Gives a case type of the catalogue its team and owner and publishes it, unless another journey did.
export async function publish(browser, server, name, { team = 'Wonen en vergunningen', owner = 'Marleen Köster' } = {}) {
  const page = await newPage(browser);
  await signIn(page, server.url, server.accounts.beheer);
  await page.goto(`${server.url}/beheer/zaaktypen?q=${encodeURIComponent(name)}`);
  await press(page, 'td a.cover');
  if (!await page.locator('button:has-text("Begin een concept")').count()) {
    await page.selectOption('#team', { label: team });
    await page.selectOption('#proceseigenaar', { label: owner });
    await press(page, 'section:has(#h-inrichting) button.btn-primary');
    await press(page, 'a:has-text("Werk verder aan het concept")');
    await press(page, 'button[name=daarna][value=publiceren]');
    await press(page, 'button:has-text("Publiceer")');
  }
  await page.context().close();
}

// Writes down a person; returns the id.
export async function person(page, url, { voornaam, voorvoegsel = '', achternaam, geboren, telefoon = '', postcode = '', huisnummer = '' }) {
  await page.goto(`${url}/personen/nieuw`);
  for (const [name, value] of Object.entries({
    'contactnaam.voornaam': voornaam, 'contactnaam.voorvoegsel_achternaam': voorvoegsel, 'contactnaam.achternaam': achternaam, geboortedatum: geboren, 'digitale_adressen.0.adres': telefoon, 'bezoekadres.postcode': postcode, 'bezoekadres.huisnummer': huisnummer,
  })) if (value) await page.fill(`[name="${name}"]`, value);
  await press(page, 'main button:has-text("Bewaar")');
  await page.waitForSelector(`h1:has-text("${achternaam}")`);
  return /\/personen\/([0-9a-f-]{36})/.exec(page.url())[1];
}

// A case for a person, made at the desk; `fill` answers what its case type asks. Returns its address.
export async function newCase(page, url, { partij, type, naam, fill, kanaal = 'balie' }) {
  await page.goto(`${url}/zaken/nieuw?partij=${partij}&q=${encodeURIComponent(type)}`);
  await press(page, `main .choose a:has-text("${type}")`);
  await page.fill('#omschrijving', naam);
  await page.selectOption('#kanaal', kanaal);
  await fill(page);
  await key(page, 'Control+Enter');
  const problem = await page.locator('.error-summary').count();
  expect(problem === 0, `a case, not ${problem ? await page.textContent('.error-summary') : ''}`);
  await page.waitForURL(/\/zaken\/[0-9a-f-]{36}/);
  return page.url().split(/[?#]/)[0];
}

export async function fellingAnswers(page, plaats = 'Kastanjelaan 18, Oeverland') {
  await page.fill(field('eigenschappen.aantal-bomen'), '1');
  await page.fill(field('eigenschappen.plaats-boom'), plaats);
  await page.selectOption(field('eigenschappen.reden-kap'), { index: 1 });
}

export async function eventAnswers(page) {
  await page.fill(field('eigenschappen.naam-evenement'), 'Straatfeest Kastanjelaan');
  await page.fill(field('eigenschappen.eerste-dag'), '2026-06-20');
  await page.fill(field('eigenschappen.plaats-evenement'), 'Kastanjelaan, Oeverdorp');
  await page.fill(field('eigenschappen.aantal-bezoekers'), '80');
  await page.check('[name="eigenschappen.muziek"][value="ja"]');
}

// Without signing in: the number of a case, and the address of whose it is.
export async function follow(page, url, { nummer, postcode, huisnummer, language = 'nl' }) {
  await page.goto(`${url}/g/oeverland/volgen?taal=${language}`);
  await page.fill('[name=nummer]', nummer);
  await page.fill('[name=postcode]', postcode);
  await page.fill('[name=huisnummer]', huisnummer);
  await press(page, 'main form[action$="/volgen"] button[type=submit]');
}

// Through a panel of the case: opens it, fills it in, sends it.
export async function act(page, panel, fill = async () => {}) {
  await page.goto(`${page.url().split(/[?#]/)[0]}?paneel=${panel}`);
  await page.waitForSelector('#h-paneel');
  await fill();
  await key(page, 'Control+Enter');
  const problem = await page.locator('.error-summary').count();
  expect(problem === 0, `${panel} to be done, not ${problem ? await page.textContent('.error-summary') : ''}`);
}

// Loads the page again until it is so: what followers and timers of the program do takes a moment.
export async function eventually(page, isSo, what) {
  for (const deadline = Date.now() + 15000; !await isSo();) {
    expect(Date.now() < deadline, `${what}; the page says: ${await main(page)}`);
    await page.reload();
  }
}

// A resident of the demo, signed in.
export async function asResident(browser, url, name, { width = 360, height, language = 'nl' } = {}) {
  const page = await newPage(browser, width, height);
  await page.goto(`${url}/g/oeverland/demo?taal=${language}`);
  await Promise.all([page.waitForURL(/\/mijn$/), page.click(`button:has-text("${name}")`)]);
  return page;
}
