// A resident fills in a form on her phone, in English, without scripts; saves it, goes on elsewhere, sends it, and
// keeps the receipt. An employee reads the answers beside the work.
import { checkPage, newPage, shot, signIn } from './browser.mjs';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gemeente, startTown } from './town.mjs';
import { expect, main } from './zaken.mjs';

// The last letter to this address, once the program has brought it to the outbox of the demo.
function letterTo(data, address, words) {
  const outbox = join(data, 'outbox');
  const files = readdirSync(outbox, { withFileTypes: true }).filter((one) => one.isFile()).map((one) => one.name).sort();
  return files.map((name) => readFileSync(join(outbox, name), 'utf8')).reverse().find((text) => text.includes(`To: ${address}`) && text.includes(words));
}
async function letter(data, address, words) {
  for (const deadline = Date.now() + 15000; ;) {
    let found;
    try { found = letterTo(data, address, words); } catch { /* no letter was brought yet */ }
    if (found) return found;
    expect(Date.now() < deadline, `a letter to ${address} with "${words}"`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const fastest = 4500; // what is sent sooner was not filled in by a person
const click = (page, words) => Promise.all([page.waitForNavigation(), page.click(`main button:has-text("${words}"):not(.sr)`)]);
const phone = async (browser) => (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB', javaScriptEnabled: false })).newPage();

// The same page where scripts run, for the checks that need them.
async function checked(browser, page, name) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB', bypassCSP: true, storageState: await page.context().storageState() });
  const seen = await context.newPage();
  await seen.goto(page.url());
  await checkPage(seen, name);
  await shot(seen, name);
  await context.close();
}

export default {
  'a form is filled in on a phone in English without scripts, saved, gone on with elsewhere, sent, and read by an employee': async ({ browser }) => {
    const town = await startTown(browser, ['demo_sign_in = yes']);
    try {
      const page = await phone(browser);
      await page.goto(`${town.url}${gemeente}/formulier`);
      expect((await main(page)).includes('Ask a question'), 'the form in the list');
      await checked(browser, page, 'formulier-lijst-360');
      await page.click('a:has-text("Ask a question")');
      await checked(browser, page, 'formulier-begin-360');
      const begun = Date.now();
      await click(page, 'Start');
      await click(page, 'Next step');
      expect((await page.title()).startsWith('Error') || (await page.title()).startsWith('Fout'), 'the title says that something is wrong');
      await page.goto(page.url());
      await page.fill('[name="v.onderwerp"]', 'New passport');
      await page.check('[name="v.eerder"][value="nee"]');
      await page.fill('[name="v.toelichting"]', 'What do I need to bring for a new passport?');
      await checked(browser, page, 'formulier-vraag-360');
      await click(page, 'Next step');
      const here = page.url();

      await page.click('a:has-text("Save and go on later")');
      await page.fill('[name="email"]', 'ada@example.org');
      await click(page, 'Save');
      const link = /(http\S+formulier-verder\S+)/.exec(await letter(town.data, 'ada@example.org', 'formulier-verder'))[1];
      const laptop = await newPage(browser);
      await laptop.goto(`${link}?taal=en`);
      expect(!(await main(laptop)).includes('passport'), 'the link alone shows nothing');
      await checkPage(laptop, 'going on elsewhere');
      await click(laptop, 'Send the code');
      await laptop.fill('[name="code"]', /(\d{6})/.exec(await letter(town.data, 'ada@example.org', 'code'))[1]);
      await click(laptop, 'Continue');
      await page.goto(here);
      expect((await main(page)).includes('not here any more'), 'on the phone it is gone');

      await laptop.fill('[name="v.voornaam"]', 'Ada');
      await laptop.fill('[name="v.achternaam"]', 'Byron');
      await laptop.fill('[name="v.email"]', 'ada.byron@example.org');
      await click(laptop, 'Next step');
      await laptop.fill('[name="code"]', /(\d{6})/.exec(await letter(town.data, 'ada.byron@example.org', 'code'))[1]);
      await click(laptop, 'Continue');
      await checkPage(laptop, 'check your answers');
      await shot(laptop, 'formulier-controle-1440');
      await laptop.waitForTimeout(Math.max(0, fastest - (Date.now() - begun)));
      await click(laptop, 'Send');
      const receipt = await main(laptop);
      const nummer = /T-\d{4}-\d+/.exec(receipt)[0];
      expect(receipt.includes('What do I need to bring'), 'what was sent on the receipt');
      await checkPage(laptop, 'receipt');
      await shot(laptop, 'formulier-klaar-1440');
      const pdf = await laptop.request.get(new URL('ontvangst.pdf', laptop.url()).href);
      expect((await pdf.body()).subarray(0, 5).toString() === '%PDF-', 'the receipt as a PDF');

      const desk = await newPage(browser);
      await signIn(desk, town.url, town.account);
      await desk.goto(`${town.url}/beheer/formulieren`);
      await checkPage(desk, 'forms of the gemeente');
      await shot(desk, 'formulier-beheer-1440');
      expect((await main(desk)).includes('kapvergunning'), 'why a form is not offered');
      await desk.goto(`${town.url}/zoeken?q=${nummer}`);
      if (!desk.url().includes('/taken/')) await Promise.all([desk.waitForURL(/\/taken\//), desk.click(`main a:has-text("${nummer}")`)]);
      const beside = await main(desk);
      expect(beside.includes('What do I need to bring for a new passport?') && beside.includes('Byron'), 'the answers beside the task');
      await checkPage(desk, 'answers of a form beside the task');
      await shot(desk, 'formulier-taak-1440');
    } finally {
      await town.close();
    }
  },
};
