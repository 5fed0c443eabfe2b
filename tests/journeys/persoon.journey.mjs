// Who is calling, and who takes over.
import { checkPage, newPage, shot, signIn } from './browser.mjs';

const expect = (condition, what) => { if (!condition) throw new Error(`expected: ${what}`); };

export default {
  'an unknown caller is found by name, then identified, and only then shown whole': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.kcc);
    // Known from before, with an address.
    await page.goto(`${server.url}/personen/nieuw`);
    for (const [name, value] of Object.entries({
      'contactnaam.voornaam': 'Hatice', 'contactnaam.achternaam': 'Yıldırım', geboortedatum: '14-03-1984',
      'digitale_adressen.0.adres': '0399 55 01 23', 'bezoekadres.postcode': '3999 AB', 'bezoekadres.huisnummer': '18',
      'bezoekadres.straatnaam': 'Waterlelie', 'bezoekadres.stad': 'Oeverland',
    })) await page.fill(`[name="${name}"]`, value);
    await checkPage(page, 'new person');
    await shot(page, 'persoon-nieuw-1440');
    await Promise.all([page.waitForNavigation(), page.click('main button:has-text("Bewaar")')]);
    await page.waitForSelector('h1:has-text("Yıldırım")');

    await page.goto(`${server.url}/balie/oproep?nummer=${encodeURIComponent('06-12 00 00 00')}`);
    await page.waitForURL(/\/contact\//);
    expect((await page.textContent('main')).includes('06-12 00 00 00'), 'the number that is not known');
    await checkPage(page, 'unknown caller');
    await page.fill('#q', 'yildrim');
    await Promise.all([page.waitForNavigation(), page.press('#q', 'Enter')]);
    await page.waitForSelector('main table');
    await checkPage(page, 'hits by name');
    await Promise.all([page.waitForNavigation(), page.click('button:has-text("Dit is de persoon")')]);
    await Promise.all([page.waitForNavigation(), page.click('a:has-text("Heel het klantbeeld")')]);
    await checkPage(page, 'klantbeeld before identification');
    expect(!(await page.textContent('main')).includes('Waterlelie'), 'no address before identification');
    await page.fill('[name="antwoord.geboortedatum"]', '14 maart 1984');
    await page.fill('[name="antwoord.postcode_huisnummer"]', '3999ab 18');
    await Promise.all([page.waitForNavigation(), page.click('button:has-text("Controleer")')]);
    expect((await page.textContent('main')).includes('Gecontroleerd'), 'the identification on the page');
    expect((await page.textContent('main')).includes('Waterlelie'), 'the address after identification');
    await checkPage(page, 'klantbeeld after identification');
    await shot(page, 'klantbeeld-1440');
    await Promise.all([page.waitForNavigation(), page.click('a:has-text("Terug naar het contact")')]);
    await page.selectOption('#v1_onderwerp', { index: 1 });
    await page.check('input[name=v1_afloop][value=beantwoord]');
    await page.fill('#v1_antwoord', 'De afspraak is verzet naar dinsdag.');
    await Promise.all([page.waitForURL(/\/gesprekken\//), page.keyboard.press('Control+Enter')]);
    // The same number again: now she is known under it only when someone wrote it down; her own number is.
    await page.goto(`${server.url}/balie/oproep?nummer=0399550123`);
    await page.waitForURL(/\/contact\//);
    expect((await page.textContent('main')).includes('Hatice Yıldırım'), 'the caller known by her number');
    expect((await page.textContent('main')).includes('Beantwoord'), 'her last contact');
  },

  'who asked for secrecy is opened only with a reason, and the team lead is told': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.beheer);
    await page.goto(`${server.url}/personen/nieuw`);
    await page.fill('[name="contactnaam.voornaam"]', 'Rosa');
    await page.fill('[name="contactnaam.achternaam"]', 'Verhulst');
    await page.fill('[name="bezoekadres.postcode"]', '3999 AC');
    await page.fill('[name="bezoekadres.huisnummer"]', '7');
    await page.fill('[name="bezoekadres.straatnaam"]', 'Rietkraag');
    await page.fill('[name="bezoekadres.stad"]', 'Oeverland');
    await page.check('[name=geheimhouding]');
    await Promise.all([page.waitForNavigation(), page.click('main button:has-text("Bewaar")')]);
    const address = new URL(page.url()).pathname;

    const employee = await newPage(browser);
    await signIn(employee, server.url, server.accounts.kcc);
    await employee.goto(server.url + address);
    expect(!(await employee.textContent('main')).includes('Rietkraag'), 'nothing of the address before a reason');
    await checkPage(employee, 'a person under a warning');
    await shot(employee, 'afgeschermd-1440');
    await employee.keyboard.press('Control+Enter');
    await employee.click('main button.btn-primary, main button:has-text("Open")');
    await employee.waitForSelector('.error-summary');
    await employee.fill('#reden', 'Belt zelf over haar paspoort.');
    await Promise.all([employee.waitForNavigation(), employee.click('main button.btn-primary, main button:has-text("Open")')]);
    expect((await employee.textContent('h1')).includes('Verhulst'), 'the person opened with a reason');
    await page.goto(`${server.url}/attenties`);
    expect((await page.textContent('main')).includes('Sanne de Wit'), 'the notice for the team lead that names who opened it');
    await checkPage(page, 'notices');
    await shot(page, 'attenties-1440');
  },

  'who is away is replaced: new work goes to the substitute, open work shows there': async ({ browser, server }) => {
    const absent = await newPage(browser);
    await signIn(absent, server.url, server.accounts.behandelaar);
    await absent.goto(`${server.url}/afwezigheid`);
    await checkPage(absent, 'absence');
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
    await absent.fill('input[name=van]', today);
    await absent.fill('input[name=tot]', today);
    await absent.selectOption('select[name=vervanger]', { label: 'Marleen Köster' });
    await Promise.all([absent.waitForNavigation(), absent.click('button:has-text("Meld afwezig")')]);
    expect((await absent.textContent('main')).includes('Marleen Köster'), 'the substitute on the page');
    await shot(absent, 'afwezigheid-1440');

    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.kcc);
    await page.goto(`${server.url}/contact/nieuw`);
    await page.waitForURL(/\/contact\/[0-9a-f-]{36}/);
    await page.fill('#contactnaam', 'Joost van Dalen');
    await page.selectOption('#v1_onderwerp', { index: 1 });
    await page.fill('#v1_vraag', 'Dakkapel aan de voorkant');
    await page.fill('#v1_notitie', 'Wil weten of dat zonder vergunning mag.');
    await page.check('input[name=v1_afloop][value=doorgezet]');
    await page.selectOption('#v1_naar', { label: 'Pieter Hoekstra' });
    await page.fill('#v1_telefoon', '06 1234 5678');
    await page.waitForSelector('#voorstel-1 .leaf');
    expect((await page.textContent('#voorstel-1')).includes('Marleen Köster'), 'the substitute in the proposal');
    await Promise.all([page.waitForURL(/\/gesprekken\//), page.keyboard.press('Control+Enter')]);
    const substitute = await newPage(browser);
    await signIn(substitute, server.url, server.accounts.lead);
    await substitute.goto(`${server.url}/werk?wie=van_mij`);
    expect((await substitute.textContent('main')).includes('Dakkapel aan de voorkant'), 'the new work with the substitute');
    expect((await substitute.textContent('.desk-nav')).includes('Ik vervang Pieter Hoekstra'), 'the list of whom she replaces');
    await substitute.click('a:has-text("Ik vervang Pieter Hoekstra")');
    await checkPage(substitute, 'substitution');
    await shot(substitute, 'vervanging-1440');
    // Back again, so that other journeys find him at work.
    await absent.reload();
    await Promise.all([absent.waitForNavigation(), absent.click('button:has-text("Weer aan het werk")')]);
  },

  'a day at the desk by keyboard alone': async ({ browser, server }) => {
    const page = await newPage(browser);
    await signIn(page, server.url, server.accounts.kcc);
    const key = (name) => Promise.all([page.waitForNavigation(), page.keyboard.press(name)]);
    const focusIs = (selector) => page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector);
    // Tab walks to a field; never more stops than a person would accept.
    const tabTo = async (selector, most = 60) => {
      for (let i = 0; i < most; i += 1) {
        if (await focusIs(selector)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`expected: to reach ${selector} with Tab within ${most} stops`);
    };
    await key('n');
    await page.waitForURL(/\/contact\//);
    await tabTo('#contactnaam');
    await page.keyboard.type('Mo Benali');
    await tabTo('#v1_onderwerp');
    await page.keyboard.press('ArrowDown');
    await tabTo('#v1_vraag');
    await page.keyboard.type('Container staat scheef');
    await tabTo('input[name=v1_afloop]');
    await page.keyboard.press('Space');
    expect(await page.isChecked('input[name=v1_afloop][value=beantwoord]'), 'the first outcome chosen with the space bar');
    await page.waitForSelector('#v1_antwoord:visible');
    await tabTo('#v1_antwoord');
    await page.keyboard.type('Iemand komt hem rechtzetten.');
    await page.keyboard.press('Alt+v');
    await page.waitForSelector('#v2_onderwerp');
    expect((await page.inputValue('#v1_antwoord')) === 'Iemand komt hem rechtzetten.', 'the first answer kept beside a second question');
    await tabTo('#v2_onderwerp');
    await page.keyboard.press('ArrowDown');
    await tabTo('#v2_notitie');
    await page.keyboard.type('Wil dat de container verder van de gevel komt.');
    await tabTo('input[name=v2_afloop]');
    await page.keyboard.press('ArrowRight');
    expect(await page.isChecked('input[name=v2_afloop][value=doorgezet]'), 'handing on chosen with the arrow');
    await tabTo('#v2_telefoon');
    await page.keyboard.type('0399 55 04 04');
    await page.waitForSelector('#voorstel-2 .leaf');
    await Promise.all([page.waitForURL(/\/gesprekken\//), page.keyboard.press('Control+Enter')]);
    await page.keyboard.press('/');
    expect(await focusIs('input[type=search]'), 'the slash to go to the search box');
    await page.keyboard.type('0399 55 04 04');
    await key('Enter');
    expect((await page.textContent('main')).includes('Mo Benali') || page.url().includes('/klantcontacten/'), 'the contact found by its number');
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    expect((await page.locator('dialog[open]').count()) === 0, 'Escape to close the list of keys');
  },
};
