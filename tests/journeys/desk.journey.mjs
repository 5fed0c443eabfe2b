// A question from the phone to its end, as employees do it.
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';

const expect = (condition, what) => { if (!condition) throw new Error(`expected: ${what}`); };
const save = (page) => Promise.all([page.waitForURL(/\/gesprekken\//), page.keyboard.press('Control+Enter')]);

async function begin(page, url) {
  await page.goto(`${url}/contact/nieuw`);
  await page.waitForURL(/\/contact\/[0-9a-f-]{36}/);
}

export default {
  'an employee registers a call and answers it at once': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.kcc);
    await checkPage(page, 'start');
    await shot(page, 'start-1440');
    await begin(page, server.url);
    await checkPage(page, 'contact');
    await page.selectOption('#v1_onderwerp', { index: 1 });
    await page.fill('#v1_notitie', 'Is zijn afvalpas kwijt.');
    await page.check('input[name=v1_afloop][value=beantwoord]');
    await page.fill('#v1_antwoord', 'U vraagt een nieuwe pas aan op de website. De eerste is gratis.');
    await shot(page, 'contact-1440');
    await save(page);
    expect((await page.textContent('main')).includes('Beantwoord'), 'the outcome on the page of what was recorded');
    await checkPage(page, 'recorded');
    await shot(page, 'vastgelegd-1440');
  },

  'wrong input is told beside the field and in a summary, and what was typed stays': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.kcc);
    await begin(page, server.url);
    await page.fill('#v1_notitie', 'Iets dat blijft staan.');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.error-summary');
    expect((await page.title()).startsWith('Fout:'), 'a title that begins with Fout:');
    expect(await page.evaluate(() => document.activeElement.matches('.error-summary')), 'the summary to have the focus');
    expect((await page.inputValue('#v1_notitie')) === 'Iets dat blijft staan.', 'the typed note');
    await checkPage(page, 'contact with errors');
    await page.click('.error-summary a');
    await shot(page, 'contact-fout-1440');
  },

  'a draft survives a lost browser': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.kcc);
    await begin(page, server.url);
    const address = page.url();
    await page.fill('#contactnaam', 'Bakkerij Van Loon');
    await page.fill('#v1_notitie', 'Vraagt naar een terras met zes tafels.');
    await page.waitForResponse((answer) => answer.url().endsWith('/concept') && answer.ok());
    const cookies = await page.context().cookies();
    await page.context().close();
    const again = await newPage(browser);
    await again.context().addCookies(cookies);
    await again.goto(address);
    expect((await again.inputValue('#v1_notitie')).includes('terras met zes tafels'), 'the note that was typed before');
    expect((await again.textContent('.desk-nav')).includes('Bakkerij Van Loon'), 'the open conversation in the rail');
    await again.click('button[value=weggooien]');
    await again.waitForURL(`${server.url}/**`);
  },

  'the focus is visible, in order and covered by nothing': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.kcc);
    for (const path of ['/', '/werk?wie=alles', '/contact/nieuw']) {
      await page.goto(server.url + path);
      await checkFocus(page, path);
    }
  },
};
