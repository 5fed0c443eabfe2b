// A question from the phone to its end, as employees do it.
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';

const expect = (condition, what) => { if (!condition) throw new Error(`expected: ${what}`); };
const save = (page) => Promise.all([page.waitForURL(/\/gesprekken\//), page.keyboard.press('Control+Enter')]);

async function begin(page, url) {
  await page.goto(`${url}/contact/nieuw`);
  await page.waitForURL(/\/contact\/[0-9a-f-]{36}/);
}

// Records a question that is handed on to a person, and opens its task. Returns the title.
async function handOn(page, url, title, who) {
  await begin(page, url);
  await page.fill('#contactnaam', 'Fatima El Idrissi');
  await page.selectOption('#v1_onderwerp', { index: 1 });
  await page.fill('#v1_vraag', title);
  await page.fill('#v1_notitie', 'Wil weten of een tweede vergunning kan voor de auto van haar moeder.');
  await page.check('input[name=v1_afloop][value=doorgezet]');
  await page.selectOption('#v1_naar', { label: who });
  await page.fill('#v1_telefoon', '06 1234 5678');
  await page.fill('#v1_moment', 'na 15.00 uur');
  await page.waitForSelector('#voorstel-1 .leaf');
  const sentence = await page.textContent('#voorstel-1 .promise-text');
  expect(/uiterlijk (maan|dins|woens|donder|vrij)dag \d+/.test(sentence), `a promise with its weekday, not "${sentence}"`);
  await save(page);
  return title;
}

export default {
  'a question is handed on, accepted, called twice and closed': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.kcc);
    const title = await handOn(page, server.url, 'Tweede parkeervergunning', 'Pieter Hoekstra');
    await checkPage(page, 'handed on');
    await shot(page, 'doorgezet-1440');
    const colleague = await newPage(browser);
    await signIn(colleague, server.url, server.accounts.behandelaar);
    await colleague.goto(`${server.url}/werk?wie=van_mij`);
    await checkPage(colleague, 'worklist');
    await shot(colleague, 'werklijst-1440');
    await colleague.click(`a:has-text("${title}")`);
    await colleague.waitForURL(/\/taken\//);
    await checkPage(colleague, 'taak');
    await shot(colleague, 'taak-1440');
    await Promise.all([colleague.waitForNavigation(), colleague.keyboard.press('a')]);
    expect((await colleague.textContent('.undo')).includes('aanvaard'), 'a bar to undo accepting');
    // On a phone the panel stands below the story: a button brings it into view.
    const phone = await newPage(browser, 360);
    await phone.context().addCookies(await colleague.context().cookies());
    await phone.goto(colleague.url().split('?')[0]);
    await phone.click('a:has-text("Geef door")');
    await phone.waitForURL(/paneel=geef_door/);
    expect(await phone.locator('#h-paneel').evaluate((head) => { const { top } = head.getBoundingClientRect(); return top >= 0 && top < innerHeight / 2; }), 'the panel in view after its button, at 360 px');
    await shot(phone, 'taak-geef-door-360');
    await Promise.all([colleague.waitForNavigation(), colleague.keyboard.press('2')]);
    await Promise.all([colleague.waitForNavigation(), colleague.keyboard.press('1')]);
    await colleague.waitForSelector('#h-paneel');
    await checkPage(colleague, 'closing panel');
    await colleague.keyboard.press('Control+Enter');
    await colleague.waitForSelector('.error-summary');
    await shot(colleague, 'taak-afronden-fout-1440');
    await colleague.fill('#antwoord', 'Mantelzorg telt: de tweede vergunning kan.');
    await colleague.check('input[name=inwoner_weet_het][value=ja]');
    await Promise.all([colleague.waitForNavigation(), colleague.keyboard.press('Control+Enter')]);
    expect((await colleague.textContent('main')).includes('Afgerond'), 'the closed state');
    await shot(colleague, 'taak-afgerond-1440');
  },

  'a team lead sees what nobody accepted and gives it to someone': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.kcc);
    await handOn(page, server.url, 'Geluidsoverlast warmtepomp buren', 'Wonen en vergunningen, het team');
    const lead = await newPage(browser);
    await signIn(lead, server.url, server.accounts.lead);
    await lead.click('.desk-nav a:has-text("Teamleiding")');
    await checkPage(lead, 'team lead');
    await shot(lead, 'teamleiding-1440');
    await lead.click('a:has-text("Toon wat niet is aanvaard")');
    await lead.check('tr:has-text("Geluidsoverlast") input[type=checkbox]');
    await lead.selectOption('#aan', { label: 'Pieter Hoekstra' });
    await Promise.all([lead.waitForNavigation(), lead.click('.bulk button[type=submit]')]);
    await lead.waitForSelector('.undo');
    await lead.goto(`${server.url}/werk?wie=team&team=${new URL(lead.url()).searchParams.get('team')}`);
    expect((await lead.textContent('tr:has-text("Geluidsoverlast")')).includes('Pieter Hoekstra'), 'the new owner');
  },

  'two employees in one task see each other, and a change shows without reloading': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.kcc);
    await handOn(page, server.url, 'Start bouw schuur', 'Pieter Hoekstra');
    const owner = await newPage(browser);
    await signIn(owner, server.url, server.accounts.behandelaar);
    await owner.goto(`${server.url}/werk?wie=van_mij`);
    await owner.click('a:has-text("Start bouw schuur")');
    await owner.waitForURL(/\/taken\//);
    const lead = await newPage(browser);
    await signIn(lead, server.url, server.accounts.lead);
    await lead.goto(owner.url());
    await owner.waitForSelector('[data-presence]:not([hidden])', { timeout: 15000 });
    expect((await owner.textContent('[data-presence]')).includes('Marleen'), 'the name of who looks too');
    await Promise.all([lead.waitForNavigation(), lead.goto(`${owner.url()}?paneel=notitie`)]).catch(() => {});
    await owner.keyboard.press('a');
    await owner.waitForSelector('.undo');
    await lead.waitForFunction(() => !document.querySelector('main').textContent.includes('Nog niet aanvaard'), null, { timeout: 15000 });
  },

  'pages fit 360 and 320 pixels, in Dutch and English, and pass axe': async ({ browser, server }) => {
    for (const width of [360, 320]) {
      const page = await newPage(browser, width);
      await signIn(page, server.url, server.accounts.lead);
      for (const language of ['nl', 'en']) {
        await page.goto(`${server.url}/taal/${language}?naar=/`);
        for (const path of ['/', '/werk?wie=alles', '/attenties', '/zoeken?q=jansen', '/profiel', '/contact/nieuw', '/personen/nieuw']) {
          await page.goto(server.url + path);
          await checkPage(page, `${path} ${language} ${width}`);
          if (width === 360) await shot(page, `${path.replaceAll(/[^a-z]+/g, '-')}-${language}-360`);
        }
      }
      await page.goto(`${server.url}/taal/nl?naar=/`);
    }
  },

};
