// An employee writes to a resident: a hard word is found while typing, changed by keyboard, and the message goes.
// The same findings are there without scripts.
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';
import { expect, inDays, key, main } from './zaken.mjs';

const words = 'Derhalve komt ons antwoord later.';

// A question handed on to Pieter Hoekstra; where its task is.
async function task(browser, server, title) {
  const page = await newPage(browser);
  await signIn(page, server.url, server.accounts.kcc);
  await page.goto(`${server.url}/contact/nieuw`);
  await page.waitForURL(/\/contact\/[0-9a-f-]{36}/);
  await page.fill('#contactnaam', 'Fatima El Idrissi');
  await page.selectOption('#v1_onderwerp', { index: 1 });
  await page.fill('#v1_vraag', title);
  await page.fill('#v1_notitie', 'Wil weten wanneer het antwoord komt.');
  await page.check('input[name=v1_afloop][value=doorgezet]');
  await page.selectOption('#v1_naar', { label: 'Pieter Hoekstra' });
  await page.fill('#v1_telefoon', '06 1234 5678');
  await page.waitForSelector('#voorstel-1 .leaf');
  await Promise.all([page.waitForURL(/\/gesprekken\//), page.keyboard.press('Control+Enter')]);
  await page.context().close();
  const owner = await newPage(browser);
  await signIn(owner, server.url, server.accounts.behandelaar);
  await owner.goto(`${server.url}/werk?wie=van_mij`);
  await owner.click(`a:has-text("${title}")`);
  await owner.waitForURL(/\/taken\//);
  return owner;
}

async function openPanel(page) {
  await page.goto(`${page.url().split(/[?#]/)[0]}?paneel=verzet`);
  await page.waitForSelector('#h-paneel');
}

export default {
  'a hard word is found while typing, replaced by keyboard, taken back, replaced again, and the message goes': async ({ browser, server }) => {
    const page = await task(browser, server, 'Wanneer komt het antwoord');
    await openPanel(page);
    await page.fill('#datum', inDays(20));
    await page.fill('#reden', 'Wij wachten op een collega.');
    await page.check('input[name=verteld][value=bericht]');
    await page.fill('#woorden', words);
    const replace = page.locator('#woorden-taal [data-vervang=Daarom]');
    await replace.waitFor();
    await checkPage(page, 'language help beside a message');
    await checkFocus(page, 'language help beside a message');
    await shot(page, 'taalhulp-1440');
    await replace.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#woorden').value.startsWith('Daarom komt'));
    await page.locator('[data-taal-terug]').focus();
    await page.keyboard.press('Enter');
    expect((await page.inputValue('#woorden')) === words, 'the words from before');
    await replace.waitFor();
    await replace.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#woorden-taal [data-taal-melding]').dataset.taalMelding.includes('niets dat lastig leest'));
    await page.setViewportSize({ width: 360, height: 740 });
    await checkPage(page, 'language help at 360 px');
    await shot(page, 'taalhulp-360');
    await page.setViewportSize({ width: 1440, height: 1000 });
    await key(page, 'Control+Enter');
    expect((await page.locator('.error-summary').count()) === 0, 'a message that goes');
    expect((await main(page)).includes('De belofte is verzet.'), 'the promise moved, and the words gone with it');
  },

  'without scripts a button shows the same findings, and replaces': async ({ browser, server }) => {
    const page = await task(browser, server, 'Zonder scripts schrijven');
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 }, locale: 'nl-NL' });
    await context.addCookies(await page.context().cookies());
    const plain = await context.newPage();
    await plain.goto(page.url().split(/[?#]/)[0]);
    await openPanel(plain);
    await plain.fill('#woorden', words);
    const [opened] = await Promise.all([context.waitForEvent('page'), plain.click('button:has-text("Controleer de tekst") >> visible=true')]);
    await opened.waitForLoadState();
    expect((await main(opened)).includes('Moeilijk woord: Derhalve'), 'the finding');
    await Promise.all([opened.waitForNavigation(), opened.click('button[name=vervang]:has-text("Daarom")')]);
    expect((await opened.inputValue('#taaltekst')).startsWith('Daarom komt'), 'the word replaced');
    expect((await plain.inputValue('#woorden')) === words, 'what was typed still in the other window');
    await context.close();
  },
};
