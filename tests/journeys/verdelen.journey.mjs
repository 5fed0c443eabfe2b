// Lists of cases as someone wants them: columns and order that stay, lists kept under a name and shared, a list as a file;
// and a lead who divides the cases of a team by who has room.
import { readFileSync } from 'node:fs';
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';
import { importEmployees } from './server.mjs';
import { expect, field, main, newCase, person, press, publish } from './zaken.mjs';

const team = 'Beheer openbare ruimte';
const people = [
  ['borlead', 'Ruimte', team, 'Jolanda Prins', 'j.prins', 'teamleider|behandelaar', 'ja'],
  ['karim', 'Ruimte', team, 'Karim Aydin', 'k.aydin', 'behandelaar', 'nee'],
  ['noor', 'Ruimte', team, 'Noor Visser', 'n.visser', 'behandelaar', 'nee'],
];
const drives = ['Inrit Veerdijk', 'Inrit Lange Akker', 'Inrit Rietdreef', 'Inrit Kerkpad'];

async function answers(page) {
  await page.fill(field('eigenschappen.adres-inrit'), 'Veerdijk 3, Oeverland');
  await page.fill(field('eigenschappen.breedte'), '3');
  await page.selectOption(field('eigenschappen.nieuw-of-anders'), { index: 1 });
}

const rows = (page) => page.locator('main tbody tr');
const heads = async (page) => (await page.locator('main table').first().locator('thead th').allTextContents()).map((one) => one.trim()).filter(Boolean);
const capacity = (page, naam) => page.locator(`section[aria-labelledby=h-capaciteit] tr:has-text("${naam}") input`);

async function as(browser, server, who, width = 1440) {
  const page = await newPage(browser, width);
  await signIn(page, server.url, server.accounts[who]);
  return page;
}

async function inEnglish(browser, server, who, path, name) {
  const phone = await as(browser, server, who, 360);
  await phone.goto(`${server.url}/taal/en?naar=/`);
  await phone.goto(`${server.url}${path}`);
  await checkPage(phone, `${name} en 360`);
  await shot(phone, `${name}-en-360`);
  await phone.goto(`${server.url}/taal/nl?naar=/`);
  await phone.context().close();
}

async function saved(page, file) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('main a:has-text("Exporteer")')]);
  expect(download.suggestedFilename() === file, `${file}, not ${download.suggestedFilename()}`);
  return readFileSync(await download.path(), 'utf8').trim().split(/\r?\n/);
}

export default {
  'a lead sets how many cases each can have, divides by that over several, and gives one back to the team with a reason': async ({ browser, server }) => {
    Object.assign(server.accounts, importEmployees(server.data, people));
    await publish(browser, server, 'inrit', { team, owner: 'Jolanda Prins' });
    const lead = await as(browser, server, 'borlead');
    const partij = await person(lead, server.url, { voornaam: 'Sjoerd', achternaam: 'Bakema', geboren: '11-04-1958' });
    for (const naam of drives) await newCase(lead, server.url, { partij, type: 'Inrit maken', naam, fill: answers });

    await lead.goto(`${server.url}/verdelen`);
    expect(await rows(lead).count() >= drives.length, 'the cases of the team');
    await checkPage(lead, 'dividing');
    await checkFocus(lead, 'dividing');
    const middle = (selector) => lead.locator(selector).evaluate((one) => { const range = document.createRange(); range.selectNodeContents(one); return range.getBoundingClientRect().right; });
    for (const column of [2, 3]) {
      const [head, figure] = [await middle(`section[aria-labelledby=h-capaciteit] th:nth-child(${column})`), await middle(`section[aria-labelledby=h-capaciteit] tbody tr:first-child td:nth-child(${column})`)];
      expect(Math.abs(head - figure) < 3, `figures below their heading in column ${column}: ${head} and ${figure}`);
    }
    await capacity(lead, 'Karim Aydin').fill('-1');
    await press(lead, 'form[action$="/capaciteit"] button[type=submit]');
    expect((await lead.title()).startsWith('Fout:'), 'a title that begins with Fout:');
    expect(await capacity(lead, 'Karim Aydin').inputValue() === '-1', 'what was typed');
    await checkPage(lead, 'capacity with a fault');
    await shot(lead, 'verdelen-capaciteit-fout-1440');
    await capacity(lead, 'Karim Aydin').fill('1');
    await capacity(lead, 'Noor Visser').fill('3');
    await press(lead, 'form[action$="/capaciteit"] button[type=submit]');
    expect(await capacity(lead, 'Karim Aydin').inputValue() === '1', 'the capacity that was set');

    await lead.check('input[name=alles]');
    await lead.check('input[name=hoe][value=meer]');
    for (const naam of ['Karim Aydin', 'Noor Visser']) await lead.check(`label:has-text("${naam}") input[name=medewerkers]`);
    await lead.fill('#reden', 'Verdeeld na het weekoverleg');
    await shot(lead, 'verdelen-kiezen-1440');
    await press(lead, 'button.btn-primary:has-text("Verdeel")');
    const told = await main(lead);
    expect(told.includes('4 zaken verdeeld.') && told.includes('Karim Aydin kreeg 1 zaak.') && told.includes('Noor Visser kreeg 3 zaken.'), `divided by who has room: ${told.slice(0, 400)}`);
    await checkPage(lead, 'divided over several');
    await shot(lead, 'verdelen-verdeeld-1440');
    await inEnglish(browser, server, 'borlead', '/verdelen', 'verdelen');

    // Both are full now: only who says so gives more.
    await lead.goto(`${server.url}/verdelen`);
    const given = await lead.locator('main tbody tr:has-text("Noor Visser")').first().locator('a.cover').textContent();
    await lead.check(`tr:has-text("${given}") input[name=keuze]`);
    await lead.check('input[name=hoe][value=een]');
    await lead.selectOption('#medewerker', { label: (await lead.locator('#medewerker option').allTextContents()).find((one) => one.startsWith('Karim')) });
    await lead.fill('#reden', 'Karim kent de straat');
    await press(lead, 'button.btn-primary:has-text("Verdeel")');
    expect((await main(lead)).includes('Deze collega zit vol. Bevestig dat het toch mag.'), `that he is full: ${(await main(lead)).slice(0, 400)}`);
    await checkPage(lead, 'full');
    await lead.check(`tr:has-text("${given}") input[name=keuze]`);
    await lead.check('input[name=hoe][value=vrij]');
    await lead.fill('#reden', 'Noor is drie weken weg');
    await press(lead, 'button.btn-primary:has-text("Verdeel")');
    expect((await main(lead)).includes('1 zaak verdeeld.'), 'given back');
    await press(lead, `tr:has-text("${given}") a.cover`);
    const back = await main(lead);
    expect(back.includes('Jolanda Prins, Beheer openbare ruimte') && back.includes('Nog niet aanvaard') && back.includes('Noor is drie weken weg'), `with the lead, not accepted, and why: ${back.slice(0, 500)}`);
  },

  'columns and order of a list stay as they were left, and a list under a name is shared with a team or is one\'s own': async ({ browser, server }) => {
    const karim = await as(browser, server, 'karim');
    await karim.goto(`${server.url}/zaken?lijst=team`);
    expect(!(await heads(karim)).includes('Ontvangen'), 'no column for the day it came, at first');
    await karim.click('summary:has-text("Kolommen")');
    await karim.check('input[name=kolom][value=ontvangen]');
    await karim.uncheck('input[name=kolom][value=aanvrager]');
    await checkPage(karim, 'choosing columns');
    await shot(karim, 'zaken-kolommen-1440');
    await press(karim, '.filters button:has-text("Toon")');
    await press(karim, 'thead a:has-text("Volgens de wet")');
    await karim.goto(`${server.url}/zaken?lijst=team`);
    const kept = await heads(karim);
    expect(kept.some((one) => one.startsWith('Ontvangen')) && !kept.some((one) => one.startsWith('Aanvrager')), `the columns he chose: ${kept}`);
    expect(await karim.locator('thead th[aria-sort=ascending]').textContent().then((one) => one.includes('Volgens de wet')), 'the order he chose');

    const lines = await saved(karim, 'zaken.csv');
    expect(lines[0].includes('Ontvangen') && !lines[0].includes('Aanvrager') && drives.every((naam) => lines.some((line) => line.includes(naam))), `his columns and the cases of his team in the file: ${lines[0]}`);

    for (const [naam, shared] of [['Op de wet', false], ['Inritten van ons', true]]) {
      await karim.click('summary:has-text("Bewaar deze lijst")');
      await karim.fill('details[open] [name=naam]', naam);
      if (shared) await karim.selectOption('[name=delen_met]', { label: team });
      await press(karim, 'form[action="/lijsten"] button[type=submit]');
      expect((await main(karim)).includes('De lijst is bewaard.'), `${naam} kept`);
    }
    await checkPage(karim, 'kept lists');
    await shot(karim, 'zaken-lijsten-1440');
    await inEnglish(browser, server, 'karim', '/zaken?lijst=team', 'zaken-lijsten');

    const noor = await as(browser, server, 'noor');
    await noor.goto(`${server.url}/zaken`);
    const links = (await noor.locator('nav[aria-label="Mijn lijsten"]').textContent()).replaceAll(/\s+/g, ' ');
    expect(links.includes('Inritten van ons') && !links.includes('Op de wet'), `the shared list alone: ${links}`);
    await press(noor, 'nav[aria-label="Mijn lijsten"] a:has-text("Inritten van ons")');
    const hers = await main(noor);
    expect((await heads(noor)).some((one) => one.startsWith('Ontvangen')) && drives.every((naam) => hers.includes(naam)), `the columns and cases of the list: ${hers}`);
    await noor.click('summary:has-text("Bewaar deze lijst")');
    expect(await noor.locator('button:has-text("Gooi")').count() === 0, 'no button to throw away the list of a colleague');
    await checkPage(noor, 'a shared list');
    await karim.goto(`${server.url}/zaken?lijst=team`);
    await karim.click('summary:has-text("Bewaar deze lijst")');
    await press(karim, 'button:has-text("Gooi Op de wet weg")');
    expect(!(await karim.locator('nav[aria-label="Mijn lijsten"]').textContent()).includes('Op de wet'), 'the list thrown away');

    await karim.goto(`${server.url}/werk`);
    expect(!(await heads(karim)).includes('Ontvangen'), 'no column for the day it came, at first');
    await karim.click('summary:has-text("Kolommen")');
    await karim.check('input[name=kolom][value=ontvangen]');
    await karim.uncheck('input[name=kolom][value=voor_wie]');
    await checkPage(karim, 'choosing columns of work');
    await shot(karim, 'werk-kolommen-1440');
    await press(karim, '.filters button:has-text("Toon")');
    await karim.goto(`${server.url}/werk`);
    const work = await heads(karim);
    expect(work.some((one) => one.startsWith('Ontvangen')) && !work.some((one) => one.startsWith('Voor wie')), `the columns he chose for his work: ${work}`);
    await checkPage(karim, 'work with columns of his own');
    await inEnglish(browser, server, 'karim', '/werk', 'werk-kolommen');
  },
};
