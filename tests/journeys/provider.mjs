// A real OpenID provider for the journeys, as a broker for DigiD or eHerkenning: started by the test, on this machine only.
// Persons sign in by choosing; each says at which level.
import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export const bsnClaim = 'urn:nl-eid-gdi:1.0:id:BSN';
export const kvkClaim = 'urn:etoegang:1.9:EntityConcernedID:KvKnr';
export const pseudonymClaim = 'urn:etoegang:1.9:EntityConcernedID:Pseudo';
const levels = { laag: 'http://eidas.europa.eu/LoA/low', substantieel: 'http://eidas.europa.eu/LoA/substantial', hoog: 'http://eidas.europa.eu/LoA/high' };

// `people`: { p1: { bsn, naam } }, or of a company { p1: { kvk, pseudoniem, naam } }. `redirect`: where the program wants them back.
// `keyClient`: { redirect, keys } of a second client, which signs in with a key of its own (private_key_jwt).
// What can go wrong is asked of the provider itself: `rotate` gives it another key; `faults.claims` changes what its tokens
// say before it signs them; `faults.listed` are the keys that it shows, when those are not the ones it signs with.
export async function startProvider({ people, redirect, loggedOut, keyClient = null }) {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const faults = {};
  let key = newKey();
  const clients = [{
    client_id: 'dichtbij', client_secret: 'een-geheim-van-de-proef-dat-lang-genoeg-is', redirect_uris: [redirect],
    post_logout_redirect_uris: [loggedOut], response_types: ['code'], grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'client_secret_basic', id_token_signed_response_alg: 'RS256',
  }];
  if (keyClient)
    clients.push({
      client_id: 'dichtbij-sleutel', jwks: { keys: keyClient.keys }, redirect_uris: [keyClient.redirect], response_types: ['code'], grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'PS256', id_token_signed_response_alg: 'RS256',
    });
  const make = () => {
    const made = new Provider(issuer, {
      clients,
      jwks: { keys: [key] },
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
    made.use(async (ctx, next) => {
      await next();
      if (ctx.oidc?.route === 'token' && faults.claims && ctx.body?.id_token) ctx.body.id_token = signedAgain(ctx.body.id_token, faults.claims, key);
      if (ctx.oidc?.route === 'jwks' && faults.listed) ctx.body = { keys: faults.listed };
    });
    return made;
  };
  let provider = make();
  let callback = provider.callback();
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
  server.on('request', (req, res) => {
    if (!req.url.startsWith('/kies/')) return callback(req, res);
    return choose(req, res).catch((error) => { res.statusCode = 500; res.end(String(error)); });
  });
  const rotate = () => {
    key = newKey();
    provider = make();
    callback = provider.callback();
  };
  return { issuer, faults, rotate, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) };
}

// A private key as a JWK, with the `kid` that is in its tokens.
function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' };
}

export function publicKey() {
  const { kty, n, e, kid, alg, use } = newKey();
  return { kty, n, e, kid, alg, use };
}

function signedAgain(token, change, key) {
  const [header, body] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  change(claims);
  const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign({ key, format: 'jwk' }, 'base64url')}`;
}
