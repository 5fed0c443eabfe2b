// Notificaties: abonnementen, channels, publishing, and what a receiver is called with.
import { createServer } from 'node:http';
import { playFilters } from './filtering.mjs';
import { Walk } from './walk.mjs';

const waitSeconds = 30;

// A receiver on the loopback that keeps what it gets.
function listen() {
  return new Promise((resolve) => {
    const got = [];
    const receiver = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => { text += chunk; });
      request.on('end', () => {
        got.push({ authorization: request.headers.authorization, type: request.headers['content-type'], body: text });
        response.writeHead(204).end();
      });
    });
    receiver.listen(0, '127.0.0.1', () => resolve({ got, url: `http://127.0.0.1:${receiver.address().port}/haak`, close: () => receiver.close() }));
  });
}

function resources(url) {
  const ids = (name) => ({ list: `${name}_list`, create: `${name}_create`, retrieve: `${name}_read` });
  return [
    {
      name: 'abonnement', path: '/abonnement', isWhole: true, ids: { ...ids('abonnement'), update: 'abonnement_update', patch: 'abonnement_partial_update', destroy: 'abonnement_delete' },
      body: (w, n) => ({ callbackUrl: url, auth: `Bearer proef${n}`, kanalen: [{ naam: 'klantcontacten', filters: {} }] }),
      change: () => ({ auth: 'Bearer anders' }),
      required: ['callbackUrl', 'auth', 'kanalen'],
      refused: [[{ callbackUrl: 'https://elders.example/haak' }, 'callbackUrl', 'callback-not-allowed'], [{ callbackUrl: 'geen adres' }, 'callbackUrl', 'invalid'],
        [{ kanalen: [{ naam: 'bestaatniet', filters: {} }] }, 'kanalen.0.naam', 'does_not_exist'], [{ kanalen: [{ naam: 'klantcontacten', filters: { kleur: 'rood' } }] }, 'kanalen.0.filters', 'inconsistent-abonnement-filters']],
    },
    {
      name: 'kanaal', path: '/kanaal', isWhole: true, hasNoTag: true, ids: ids('kanaal'),
      body: (w, n) => ({ naam: `proef${n}`, documentatieLink: 'https://zaken.example/uitleg', filters: ['soort'] }),
      required: ['naam'],
      refused: [[{ naam: 'klantcontacten' }, 'naam', 'unique'], [{ naam: 'a'.repeat(51) }, 'naam', 'max_length']],
    },
  ];
}

export async function playNotificaties({ client, contacts, report, consumer }) {
  const receiver = await listen();
  try {
    const walk = new Walk(client, {}, report);
    for (const resource of resources(receiver.url)) await walk.play(resource);
    const zaken = (await client.expect('kanaal_create', 201, { body: { naam: 'zaken', documentatieLink: '', filters: ['soort'] } })).body;
    await playFilters({ client, world: { zaken }, report, rows: { '/kanaal': [['naam', 'zaken', 'zaken', 'klantcontacten']] } });
    await publish(client, report);
    await told({ client, contacts, report, consumer, receiver });
  } finally {
    receiver.close();
  }
}

async function publish(client, report) {
  const id = 'notificaties_create';
  const body = { kanaal: 'zaken', hoofdObject: 'https://zaken.example/zaken/1', resource: 'status', resourceUrl: 'https://zaken.example/statussen/2', actie: 'create', aanmaakdatum: new Date().toISOString(), kenmerken: { soort: 'x' } };
  const problems = [];
  const expect = async (...request) => problems.push(...(await client.expect(...request)).problems);
  for (const as of ['', 'onbekend']) await expect(id, 401, { body, as });
  await expect(id, 403, { body, as: 'elders' });
  await expect(id, 403, { body, as: 'leest' });
  await expect(id, 200, { body });
  await expect(id, 400, { body: {} }, ['kanaal', 'hoofdObject', 'resource', 'resourceUrl', 'actie', 'aanmaakdatum'].map((name) => [name, 'required']));
  await expect(id, 400, { body: { ...body, kanaal: 'bestaatniet' } }, [['kanaal', 'does_not_exist']]);
  await expect(id, 400, { body: { ...body, kenmerken: { kleur: 'rood' } } }, [['kenmerken', 'kenmerken_inconsistent']]);
  await expect(id, 415, { body, headers: { 'Content-Type': 'text/plain' } });
  report.check(`${id}: 200; 400, 401, 403, 415`, problems);
}

// What happens to a contact reaches who asked for it, in the words of the standard for receivers.
async function told({ client, contacts, report, consumer, receiver }) {
  const made = await client.expect('abonnement_create', 201, { body: { callbackUrl: receiver.url, auth: 'Bearer ontvanger', kanalen: [{ naam: 'klantcontacten', filters: {} }] } });
  const problems = [...made.problems];
  receiver.got.length = 0;
  const contact = await contacts.expect('klantcontactenCreate', 201, { body: { kanaal: 'telefoon', onderwerp: 'Geheim onderwerp', taal: 'nld', vertrouwelijk: false } });
  problems.push(...contact.problems);
  for (const end = Date.now() + waitSeconds * 1000; !receiver.got.length && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 100));
  const [first] = receiver.got;
  if (!first) problems.push(`nothing came within ${waitSeconds} s`);
  else {
    const message = JSON.parse(first.body);
    if (first.authorization !== 'Bearer ontvanger') problems.push(`Authorization is ${first.authorization}`);
    if (message.hoofdObject !== contact.body?.url) problems.push(`it is about ${message.hoofdObject}`);
    if (first.body.includes('Geheim onderwerp')) problems.push('words of the contact are in it');
    const schema = consumer?.operations.get('notification_receive')?.requestBody?.content?.['application/json']?.schema;
    if (schema) problems.push(...consumer.fits(schema, message, 'the notification'));
  }
  report.check('a receiver hears of a contact, with its own auth and without the words in it', problems);
}
