// A real OpenID provider for the journeys, as an organisation has one for its employees: with groups, refresh tokens and a
// second factor. Started by the test, on this machine only. Persons sign in by choosing.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export const secret = 'een-geheim-van-de-proef-dat-lang-genoeg-is';

// `people`: { nina: { naam, email, groepen, bevestigd } }. What is changed in it counts from the next question; who is taken
// out of it is not known any more. `url`: where the program is. `given`: a promise that the next token is given out.
export async function startEmployeeProvider({ people, url }) {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: 'dichtbij', client_secret: secret, redirect_uris: [`${url}/inloggen/werkaccount/terug`], post_logout_redirect_uris: [`${url}/inloggen`],
      response_types: ['code'], grant_types: ['authorization_code', 'refresh_token'], token_endpoint_auth_method: 'client_secret_basic',
    }],
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    claims: { openid: ['sub', 'amr', 'name', 'email', 'email_verified', 'groups'] },
    conformIdTokenClaims: false,
    issueRefreshToken: async () => true,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    cookies: { keys: ['sleutel van de proef'] },
    interactions: { url: (ctx, interaction) => `/kies/${interaction.uid}` },
    findAccount: (ctx, id) => people[id] && {
      accountId: id,
      claims: () => ({ sub: id, name: people[id].naam, email: people[id].email, email_verified: people[id].bevestigd ?? true, groups: people[id].groepen }),
    },
    // No page to agree to: the organisation is the only one that asks.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid profile email offline_access');
      await grant.save();
      return grant;
    },
  });
  // Who waits for the next token that is given.
  const waiting = [];
  provider.on('grant.success', () => { for (const go of waiting.splice(0)) go(); });
  const given = () => new Promise((resolve, reject) => {
    waiting.push(resolve);
    setTimeout(reject, 60000, new Error('expected: a token that is asked for within a minute')).unref();
  });
  const callback = provider.callback();
  const choose = async (req, res) => {
    const { searchParams, pathname } = new URL(req.url, issuer);
    if (pathname.endsWith('/stop'))
      return provider.interactionFinished(req, res, { error: 'access_denied', error_description: 'stopped' }, { mergeWithLastSubmission: false });
    const who = searchParams.get('wie');
    if (who) return provider.interactionFinished(req, res, { login: { accountId: who, amr: ['pwd', 'mfa'] } }, { mergeWithLastSubmission: false });
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    const rows = Object.entries(people).map(([id, { naam }]) => `<li><a id="${id}" href="${pathname}?wie=${id}">${naam}</a></li>`);
    return res.end(`<!doctype html><title>Werkaccount</title><ul>${rows.join('')}</ul><a id="stop" href="${pathname}/stop">Annuleren</a>`);
  };
  server.on('request', (req, res) => {
    if (!req.url.startsWith('/kies/')) return callback(req, res);
    return choose(req, res).catch((error) => { res.statusCode = 500; res.end(String(error)); });
  });
  return { issuer, given, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) };
}
