// What a resident's gemeente does when the answer of a real OpenID provider is not to be trusted, or its keys change.
// One town for all of it; each fault is one of the provider, never of the program.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPage, newPage, shot } from './browser.mjs';
import { Clock } from './clock.mjs';
import { publicKey } from './provider.mjs';
import { enter, gemeente, sessions, withProvider } from './town.mjs';

const expect = (condition, what) => { if (!condition) throw new Error(`expected: ${what}`); };

// Signs in with a browser that nobody used; `look` sees where that ended.
async function attempt(browser, server, look, width = 1440) {
  const page = await newPage(browser, width);
  const answers = [];
  page.on('response', (answer) => { if (answer.url().includes('/oidc/')) answers.push({ url: answer.url(), status: answer.status() }); });
  await enter(page, server.url);
  const text = (await page.textContent('main')).replaceAll(/\s+/g, ' ');
  await look({ page, text, answer: answers.at(-1) });
  await page.context().close();
}

async function isStillOutside(page, server, what) {
  expect(!(await page.context().cookies()).some((one) => one.name === 'mijn'), `no session in the browser after ${what}`);
  await page.goto(`${server.url}/mijn`);
  expect(page.url().includes('/inloggen'), `nobody signed in after ${what}, not ${page.url()}`);
}

export default {
  'keys that change, tokens that say something else and answers that come twice let nobody in, and the page says so': async ({ browser }) => {
    const clock = new Clock(Date.now());
    try {
      await withProvider(browser, async ({ server, provider, data }) => {
        const signsIn = (why) => attempt(browser, server, async ({ page, text }) => {
          expect(text.includes('Dag Fatima El Idrissi'), `she signs in ${why}, not: ${text}`);
          expect(sessions(data) > 0, 'a session');
          // To its end: a browser that is left on its way there may not start again.
          await Promise.all([page.waitForURL(/session\/end|uitgelogd/), page.click('button:has-text("Uitloggen")')]);
          await page.waitForLoadState();
        });
        const refused = async (what, reason, { look = async () => {}, width } = {}) => {
          const before = sessions(data);
          await attempt(browser, server, async ({ page, text, answer }) => {
            expect(answer.status === 403 && text.includes('Inloggen is niet gelukt') && text.includes('een antwoord dat wij niet vertrouwen'), `a page that says it for ${what}, not ${answer.status}: ${text}`);
            expect((await page.title()).startsWith('Fout:'), `a title that begins with Fout: for ${what}`);
            expect(server.log().includes(reason), `the reason "${reason}" in the log for ${what}:\n${server.log().slice(-600)}`);
            await look(page);
            await isStillOutside(page, server, what);
          }, width);
          expect(sessions(data) === before, `no session more after ${what}`);
        };

        await signsIn('as always');
        const now = () => Math.floor(clock.now() / 1000);
        for (const [what, reason, claims] of [
          ['another nonce', 'nonce', (claims) => { claims.nonce = 'van-een-ander'; }],
          ['a token for someone else', 'bestemming', (claims) => { claims.aud = 'een-andere-gemeente'; }],
          ['a token that is over', 'verlopen', (claims) => { claims.iat = now() - 3600; claims.exp = now() - 120; }],
        ]) {
          provider.faults.claims = claims;
          await refused(what, `the token was refused: ${reason}`);
        }
        provider.faults.claims = null;

        // Half a minute must pass between two times that keys are asked for; until then the new one is unknown.
        provider.rotate();
        await refused('a key that cannot be asked for yet', 'the token was refused: sleutel_onbekend', { look: async (page) => { await checkPage(page, 'not to be trusted'); await shot(page, 'portaal-ongeldig-360'); }, width: 360 });
        clock.later(1);
        await signsIn('after the provider changed its keys');

        // Withdrawn: it still signs with the key, and lists it no more. What was read of it counts for an hour at most.
        provider.faults.listed = [publicKey()];
        provider.faults.claims = (claims) => { claims.iat = now(); claims.exp = now() + 300; };
        clock.later(61);
        const known = server.log().split('sleutel_onbekend').length;
        await refused('a key that was withdrawn', 'the token was refused: sleutel_onbekend');
        expect(server.log().split('sleutel_onbekend').length > known, 'the withdrawn key in the log');
        provider.faults.listed = null;
        clock.later(1);
        await signsIn('when the key is listed again');

        // The same answer of the provider a second time: by her own browser, and by someone who saw the address.
        const page = await newPage(browser);
        let answered = '';
        page.on('request', (request) => { if (request.url().includes('/oidc/digid/terug?')) answered = request.url(); });
        await enter(page, server.url);
        await page.waitForSelector('h1:has-text("Dag Fatima")');
        const began = sessions(data);
        for (const who of [page, await newPage(browser)]) {
          const again = await who.goto(answered);
          const text = (await who.textContent('main')).replaceAll(/\s+/g, ' ');
          expect(again.status() === 403 && text.includes('Inloggen duurde te lang') && text.includes('Begin opnieuw'), `that the answer counts once, not ${again.status()}: ${text}`);
          if (who !== page) await isStillOutside(who, server, 'an answer that was used');
        }
        expect(sessions(data) === began, 'no session more after an answer that was used');
        // Her code with an attempt of his own: the provider refuses it.
        const other = await newPage(browser);
        await other.goto(`${server.url}${gemeente}/inloggen`);
        let asked = '';
        other.on('request', (request) => { if (request.url().startsWith(`${provider.issuer}/auth?`)) asked = request.url(); });
        await Promise.all([other.waitForURL(/\/kies\//), other.click('a:text-is("Log in met DigiD")')]);
        const stolen = new URL(answered);
        stolen.searchParams.set('state', new URL(asked).searchParams.get('state'));
        const taken = await other.goto(String(stolen));
        expect(taken.status() === 403 && (await other.textContent('main')).includes('een antwoord dat wij niet vertrouwen'), 'that her code is of no use to another');
        await isStillOutside(other, server, "another's code");
      }, { env: clock.env });
    } finally {
      clock.close();
    }
  },

  'a provider that asks for a key instead of a secret lets a resident in, and not with a key that is not ours': async ({ browser }) => {
    const folder = mkdtempSync(join(tmpdir(), 'dichtbij-sleutel-'));
    const keyFile = join(folder, 'onze-sleutel.pem');
    const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
    const ours = pair();
    writeFileSync(keyFile, ours.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const keys = [{ ...ours.publicKey.export({ format: 'jwk' }), kid: 'van-ons', alg: 'PS256', use: 'sig' }];
    try {
      await withProvider(browser, async ({ server, provider }) => {
        const page = await newPage(browser, 360);
        await page.goto(`${server.url}${gemeente}/inloggen`);
        await checkPage(page, 'two providers');
        await shot(page, 'portaal-twee-aanbieders-360');
        await page.click('a:has-text("Log in met DigiD met sleutel")');
        await Promise.all([page.waitForURL(/\/mijn|\/oidc\//), page.click('#p1-substantieel')]);
        expect((await page.textContent('h1')).includes('Dag Fatima El Idrissi'), `that she signs in by key, not: ${await page.textContent('main')}`);
        await page.context().close();

        keys[0].n = pair().publicKey.export({ format: 'jwk' }).n;
        provider.rotate();
        const other = await newPage(browser);
        await other.goto(`${server.url}${gemeente}/inloggen`);
        await other.click('a:has-text("Log in met DigiD met sleutel")');
        await Promise.all([other.waitForURL(/\/oidc\//), other.click('#p1-substantieel')]);
        expect((await other.textContent('main')).includes('Inloggen is niet gelukt') && server.log().includes('the code or token was refused with status 401 invalid_client'), `that the provider does not know the key: ${server.log().slice(-400)}`);
        await isStillOutside(other, server, 'a key that is not ours');
      }, { keyFile, keys });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
