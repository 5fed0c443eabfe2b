// Employees sign in through the organisation's own provider: groups give roles and a team, taking them away ends the session,
// and when the provider fails there is emergency access. On a server of its own, whose clock the journey moves.
import { appendFileSync } from 'node:fs';
import { checkFocus, checkPage, newPage, shot } from './browser.mjs';
import { secret, startEmployeeProvider } from './medewerkerprovider.mjs';
import { freePort, password, serve, startServer } from './server.mjs';

const expect = (condition, what) => { if (!condition) throw new Error(`expected: ${what}`); };
const text = (page) => page.textContent('main');

async function withWorkAccounts(people, act) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const provider = await startEmployeeProvider({ people, url });
  const town = await startServer({ at: new Date().toISOString() });
  await town.stop();
  const settings = (more = {}) => Object.entries({ issuer: provider.issuer, client_id: 'dichtbij', client_secret: secret, url, scopes: 'openid profile email offline_access', ...more })
    .map(([name, value]) => `employee_provider.${name} = ${value}`).join('\n');
  appendFileSync(`${town.data}/dichtbij.conf`, `\n${settings()}\n`);
  const running = { server: await serve(town.data, port, town.clock.env) };
  const restart = async (more) => {
    await running.server.stop();
    appendFileSync(`${town.data}/dichtbij.conf`, `\n${settings(more)}\n`);
    running.server = await serve(town.data, port, town.clock.env);
  };
  try {
    await act({ url, provider, accounts: town.accounts, clock: town.clock, restart });
  } finally {
    await running.server.stop();
    await provider.close();
    await town.close();
  }
}

// With the password that is folded away below the work account.
async function signInLocally(page, url, account, word = account.eenmalig) {
  await page.goto(`${url}/inloggen`);
  await page.click('summary');
  await page.fill('input[name=email]', account.email);
  await page.fill('input[name=wachtwoord]', word);
  await page.click('details button[type=submit]');
  await page.waitForLoadState();
  if (await page.$('input[name=nieuw]')) {
    await page.fill('input[name=nieuw]', password);
    await page.fill('input[name=herhaald]', password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.desk-nav', { state: 'attached' });
  }
}

async function enter(page, url, who) {
  await page.goto(`${url}/inloggen`);
  await Promise.all([page.waitForURL(/kies|terug\?|\/$/), page.click('a:has-text("Inloggen met je werkaccount")')]);
  // Whoever is signed in at the provider already is not asked again.
  if (page.url().includes('/kies/')) await Promise.all([page.waitForURL((at) => at.href.startsWith(url)), page.click(`#${who}`)]);
}

async function addGroup(page, url, { groep, wat, waar }) {
  await page.goto(`${url}/beheer/aanmelden`);
  await page.fill('[name=groep]', groep);
  await page.selectOption('[name=wat]', { label: wat });
  if (waar) await page.selectOption('[name=waar]', { label: waar });
  await Promise.all([page.waitForURL(/klaar=/), page.click('button:has-text("Voeg toe")')]);
}

// Until the session is over; the program asks the provider every ten seconds whether something is due.
async function endsSoon(page, url) {
  for (const deadline = Date.now() + 30000; Date.now() < deadline;) {
    await page.goto(`${url}/werk`);
    if (page.url().includes('/inloggen')) return true;
    await new Promise((resolve) => { setTimeout(resolve, 500); });
  }
  return false;
}

export default {
  'groups give an employee her roles, team and screens at the first sign-in, and taking them away ends her session': async ({ browser }) => {
    const people = {
      nina: { naam: 'Nina Nieuw', email: 'n.nieuw@oeverland.example', groepen: ['/kcc', '/koffie'] },
      gast: { naam: 'Gast Groep', email: 'g.groep@oeverland.example', groepen: ['/koffie'] },
    };
    await withWorkAccounts(people, async ({ url, provider, accounts, clock }) => {
      const beheer = await newPage(browser);
      await beheer.goto(`${url}/inloggen`);
      await checkPage(beheer, 'sign in with the work account first');
      await shot(beheer, 'sso-inloggen-1440');
      await signInLocally(beheer, url, accounts.beheer);
      await beheer.goto(`${url}/beheer/aanmelden`);
      expect((await text(beheer)).includes('Zolang hier niets staat, komt niemand binnen'), 'that nobody comes in yet');
      await checkPage(beheer, 'work accounts, empty');
      await addGroup(beheer, url, { groep: 'kcc', wat: 'KCC-medewerker', waar: 'heel Oeverland' });
      await addGroup(beheer, url, { groep: '/kcc', wat: 'alleen lid van een team', waar: 'Klantcontactcentrum' });
      await beheer.goto(`${url}/beheer/aanmelden`);
      await beheer.fill('[name=proef]', '/kcc\n/koffie');
      await Promise.all([beheer.waitForURL(/proef=/), beheer.click('button:has-text("Bekijk")')]);
      expect((await text(beheer)).includes('Deze persoon komt binnen en krijgt'), 'what she would get');

      const page = await newPage(browser);
      await enter(page, url, 'nina');
      await page.waitForSelector('.desk-nav', { state: 'attached' });
      expect((await page.textContent('body')).includes('Nina Nieuw'), 'her name on the desk');
      await page.goto(`${url}/werk`);
      expect((await page.title()).length > 0 && !page.url().includes('/inloggen'), 'the screen of tasks');
      await page.goto(`${url}/profiel`);
      expect((await text(page)).includes('Je logt in met je werkaccount'), 'that she has no password here');
      await checkPage(page, 'profile of a work account');
      await page.goto(`${url}/beheer/aanmelden`);
      expect(!(await text(page)).includes('Object-ID'), 'no page of the beheerder for her');
      await beheer.goto(`${url}/teams`);
      await beheer.click('a:has-text("Klantcontactcentrum")');
      expect((await text(beheer)).includes('Nina Nieuw'), 'her in the team');

      const guest = await newPage(browser, 360);
      await enter(guest, url, 'gast');
      expect((await text(guest)).includes('Je hebt nog geen toegang') && (await text(guest)).includes('Els Bos'), 'that he has no access, and whom to ask');
      await checkPage(guest, 'without a group');
      await shot(guest, 'sso-geen-groep-360');
      await beheer.goto(`${url}/beheer/aanmelden`);
      expect((await text(beheer)).includes('Gast Groep'), 'who could not come in');
      await checkPage(beheer, 'work accounts');
      await checkFocus(beheer, 'work accounts');
      await shot(beheer, 'sso-beheer-1440');
      await beheer.setViewportSize({ width: 360, height: 740 });
      await checkPage(beheer, 'work accounts at 360');
      await shot(beheer, 'sso-beheer-360');

      // The provider is asked about her and says yes; then it takes her group away.
      const asked = provider.given();
      clock.later(6);
      await asked;
      await page.goto(`${url}/werk`);
      expect(!page.url().includes('/inloggen'), 'a session that goes on as long as the provider says yes');
      people.nina.groepen = ['/koffie'];
      clock.later(6);
      expect(await endsSoon(page, url), 'the end of her session');
      await enter(page, url, 'nina');
      expect((await text(page)).includes('Je hebt nog geen toegang'), 'that she has no access any more');
    });
  },

  'who is not known at the provider any more is out, signing out goes there too, and emergency access works without it': async ({ browser }) => {
    const people = { nina: { naam: 'Nina Nieuw', email: 'n.nieuw@oeverland.example', groepen: ['kcc'] } };
    await withWorkAccounts(people, async ({ url, provider, accounts, clock, restart }) => {
      const beheer = await newPage(browser);
      await signInLocally(beheer, url, accounts.beheer);
      await addGroup(beheer, url, { groep: 'kcc', wat: 'KCC-medewerker', waar: 'heel Oeverland' });
      const page = await newPage(browser);
      await enter(page, url, 'nina');
      await page.waitForSelector('.desk-nav', { state: 'attached' });
      await page.goto(`${url}/profiel`);
      await page.evaluate(() => { const form = document.querySelector('form[action="/uitloggen"]'); form.requestSubmit(); });
      await page.waitForURL((at) => at.href.startsWith(provider.issuer));
      expect(page.url().includes('/session/end'), 'the page of the provider to sign out');

      const other = await newPage(browser);
      await enter(other, url, 'nina');
      await other.waitForSelector('.desk-nav', { state: 'attached' });
      delete people.nina;
      clock.later(6);
      expect(await endsSoon(other, url), 'the end of her session');

      await beheer.goto(`${url}/beheer/aanmelden`);
      await beheer.selectOption('[name=medewerker]', { label: 'Els Bos' });
      await beheer.click('button:has-text("Geef noodtoegang")');
      const word = (await beheer.textContent('main strong code')).trim();
      await checkPage(beheer, 'emergency access given');
      await provider.close();
      await restart({ only: 'yes' });
      const desk = await newPage(browser);
      await desk.goto(`${url}/inloggen`);
      expect((await text(desk)).includes('Noodtoegang'), 'emergency access below the work account');
      await desk.click('a:has-text("Inloggen met je werkaccount")');
      expect((await text(desk)).includes('Inloggen kan nu niet'), 'that the provider gives no answer');
      await checkPage(desk, 'provider out of order');
      await signInLocally(desk, url, accounts.kcc);
      expect((await text(desk)).includes('klopt niet'), 'no password for who has no emergency access');
      await signInLocally(desk, url, { email: accounts.beheer.email, eenmalig: word });
      await desk.goto(`${url}/beheer/aanmelden`);
      expect((await text(desk)).includes('Els Bos'), 'the account for emergency access');
      await shot(desk, 'sso-nood-1440');
    });
  },
};
