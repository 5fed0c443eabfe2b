// A real OpenID provider for the journeys, as a broker for DigiD or eHerkenning: started by the test, on this machine only.
// Persons sign in by choosing; each says at which level.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export const bsnClaim = 'urn:nl-eid-gdi:1.0:id:BSN';
export const kvkClaim = 'urn:etoegang:1.9:EntityConcernedID:KvKnr';
export const pseudonymClaim = 'urn:etoegang:1.9:EntityConcernedID:Pseudo';
const levels = { laag: 'http://eidas.europa.eu/LoA/low', substantieel: 'http://eidas.europa.eu/LoA/substantial', hoog: 'http://eidas.europa.eu/LoA/high' };

// `people`: { p1: { bsn, naam } }, or of a company { p1: { kvk, pseudoniem, naam } }. `redirect`: where the program wants them back.
export async function startProvider({ people, redirect, loggedOut }) {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: 'dichtbij', client_secret: 'een-geheim-van-de-proef-dat-lang-genoeg-is', redirect_uris: [redirect],
      post_logout_redirect_uris: [loggedOut], response_types: ['code'], grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_basic', id_token_signed_response_alg: 'RS256',
    }],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'acr', bsnClaim, kvkClaim, pseudonymClaim] },
    conformIdTokenClaims: false,
    acrValues: Object.values(levels),
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    cookies: { keys: ['sleutel van de proef'] },
    interactions: { url: (ctx, interaction) => `/kies/${interaction.uid}` },
    findAccount: (ctx, id) => people[id] && { accountId: id, claims: () => ({ sub: id, [bsnClaim]: people[id].bsn, [kvkClaim]: people[id].kvk, [pseudonymClaim]: people[id].pseudoniem }) },
    // No page to agree to: the gemeente is the only one that asks.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const choose = async (req, res) => {
    const { searchParams, pathname } = new URL(req.url, issuer);
    if (pathname.endsWith('/stop'))
      return provider.interactionFinished(req, res, { error: 'access_denied', error_description: 'stopped' }, { mergeWithLastSubmission: false });
    const who = searchParams.get('wie');
    if (who) return provider.interactionFinished(req, res, { login: { accountId: who, acr: levels[searchParams.get('niveau')] } }, { mergeWithLastSubmission: false });
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    const rows = Object.entries(people).flatMap(([id, { naam }]) => Object.keys(levels).map((level) => `<li><a id="${id}-${level}" href="${pathname}?wie=${id}&niveau=${level}">${naam}, ${level}</a></li>`));
    return res.end(`<!doctype html><title>Broker</title><ul>${rows.join('')}</ul><a id="stop" href="${pathname}/stop">Annuleren</a>`);
  };
  const callback = provider.callback();
  server.on('request', (req, res) => {
    if (!req.url.startsWith('/kies/')) return callback(req, res);
    return choose(req, res).catch((error) => { res.statusCode = 500; res.end(String(error)); });
  });
  return { issuer, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) };
}
