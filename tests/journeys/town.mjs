// A gemeente of its own for journeys of residents, with or without an OpenID provider.
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newPage, signIn } from './browser.mjs';
import { startProvider } from './provider.mjs';
import { freePort, run, serve } from './server.mjs';

export const gemeente = '/g/oeverland';

// A gemeente of its own with one resident, Fatima El Idrissi, written down by an employee.
export async function startTown(browser, settings) {
  const folder = mkdtempSync(join(tmpdir(), 'dichtbij-portaal-'));
  const data = join(folder, 'data');
  const made = run('init', '--data', data, '--gemeente', 'Oeverland', '--telefoon', '14 0399', '--naam', 'Els Bos', '--email', 'e.bos@oeverland.example');
  appendFileSync(join(data, 'dichtbij.conf'), ['\ntrusted_networks = 127.0.0.0/8', ...settings].join('\n'));
  const port = await freePort();
  const server = await serve(data, port);
  const desk = await newPage(browser);
  const account = { email: 'e.bos@oeverland.example', eenmalig: /^eenmalig wachtwoord (\S+)$/m.exec(made)[1] };
  await signIn(desk, server.url, account);
  await desk.goto(`${server.url}/personen/nieuw`);
  for (const [name, value] of Object.entries({
    'contactnaam.voornaam': 'Fatima', 'contactnaam.achternaam': 'El Idrissi', geboortedatum: '14-03-1984', bsn: '999993653',
    'digitale_adressen.0.adres': '06 1234 5678', 'bezoekadres.postcode': '3999 AB', 'bezoekadres.huisnummer': '18',
    'bezoekadres.straatnaam': 'Kastanjelaan', 'bezoekadres.stad': 'Oeverdorp',
  })) await desk.fill(`[name="${name}"]`, value);
  await Promise.all([desk.waitForNavigation(), desk.click('main button:has-text("Bewaar")')]);
  await desk.waitForSelector('h1:has-text("El Idrissi")');
  await desk.context().close();
  return { ...server, data, account, close: async () => { await server.stop(); rmSync(folder, { recursive: true, force: true }); } };
}

// The same with a provider; the program must know its address before it starts, and the other way round.
// `keyFile`: also a second client of the provider, "sleutel", that signs in with this private key; `keys`: its public JWKs.
// `env`: of the program that serves, as of a clock.
export async function withProvider(browser, act, { keyFile = '', keys = [], env = process.env } = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const provider = await startProvider({
    people: { p1: { bsn: '999993653', naam: 'Fatima' }, p2: { bsn: '999990019', naam: 'Onbekend' } },
    redirect: `${url}/oidc/digid/terug`, loggedOut: `${url}/mijn/uitgelogd`, keyClient: keyFile && { redirect: `${url}/oidc/sleutel/terug`, keys },
  });
  const fields = { kind: 'digid', issuer: provider.issuer, client_id: 'dichtbij', client_secret: 'een-geheim-van-de-proef-dat-lang-genoeg-is' };
  const byKey = { kind: 'digid', issuer: provider.issuer, client_id: 'dichtbij-sleutel', private_key_file: keyFile, key_id: 'van-ons', name_nl: 'DigiD met sleutel', name_en: 'DigiD by key' };
  const settings = (code, all) => Object.entries(all).map(([name, value]) => `identity_provider.${code}.${name} = ${value}`);
  const town = await startTown(browser, [`public_url = ${url}`, ...settings('digid', fields), ...(keyFile ? settings('sleutel', byKey) : [])]);
  await town.stop();
  const server = await serve(town.data, port, env);
  try {
    await act({ server, provider, data: town.data, account: town.account });
  } finally {
    await server.stop();
    await provider.close();
    await town.close();
  }
}

export const setSession = (data, change) => execFileSync('sqlite3', [join(data, 'dichtbij.sqlite'), `.timeout 5000`, `update portaal_sessie set ${change}`]);

export async function enter(page, url, who = '#p1-substantieel') {
  await page.goto(`${url}${gemeente}/inloggen`);
  await page.click('a:text-is("Log in met DigiD")');
  await Promise.all([page.waitForURL(/\/mijn|\/oidc\//), page.click(who)]);
}

export const sessions = (data) => Number(execFileSync('sqlite3', [join(data, 'dichtbij.sqlite'), '.timeout 5000', 'select count(*) from portaal_sessie'], { encoding: 'utf8' }));
