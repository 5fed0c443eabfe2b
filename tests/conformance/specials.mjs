// What is particular to Klantinteracties: contacts in one call, expanding, ordering, removing with what hangs on it.
import { nobody } from './resources.mjs';

const naar = (one) => ({ uuid: one.uuid });
const contact = { kanaal: 'telefoon', onderwerp: 'In een keer', taal: 'nld', vertrouwelijk: false };
const betrokkene = { rol: 'klant', initiator: true, contactnaam: { voornaam: 'Bo', achternaam: 'Proef' } };

class Sentences {
  constructor(client, report) {
    Object.assign(this, { client, report, problems: [] });
  }

  async expect(...request) {
    const answer = await this.client.expect(...request);
    this.problems.push(...answer.problems);
    return answer;
  }

  done(sentence) {
    this.report.check(sentence, this.problems.splice(0));
  }
}

export async function playSpecials({ client, world, report }) {
  const s = new Sentences(client, report);
  await atOnce(s, 'maakKlantcontactCreate', { klantcontact: contact, betrokkene, onderwerpobject: { onderwerpobjectidentificator: { objectId: 'zaak-9', codeObjecttype: 'zaak', codeRegister: 'openzaak', codeSoortObjectId: 'uuid' } } }, [
    [{ klantcontact: { ...contact, taal: 'Nederlands' } }, 'klantcontact.taal', 'max_length'],
    [{ betrokkene: { ...betrokkene, wasPartij: nobody } }, 'betrokkene.wasPartij.uuid', 'invalid'],
    [{ onderwerpobject: { wasKlantcontact: nobody } }, 'onderwerpobject.wasKlantcontact.uuid', 'invalid'],
  ]);
  const internetaak = { gevraagdeHandeling: 'Bel terug', toegewezenAanActoren: [naar(world.actor)], status: 'te_verwerken', toelichting: '' };
  await atOnce(s, 'maakContactverzoekCreate', {
    klantcontact: contact, betrokkene: { ...betrokkene, digitaleAdressen: [{ adres: '0612345670', soortDigitaalAdres: 'telefoonnummer' }] }, onderwerpobjecten: [], internetaak,
  }, [
    [{ internetaak: { ...internetaak, toegewezenAanActoren: [nobody] } }, 'internetaak.toegewezenAanActoren.0.uuid', 'invalid'],
    [{ betrokkene: { ...betrokkene, digitaleAdressen: [{ adres: 'x', soortDigitaalAdres: 'email' }] } }, 'betrokkene.digitaleAdressen.0.adres', 'invalid'],
    [{ klantcontact: { ...contact, kanaal: undefined } }, 'klantcontact.kanaal', 'required'],
  ]);
  await expanding(s);
  await ordering(s);
  await cascade(s, world);
  await s.expect('partijenDestroy', 409, { params: naar(world.amira) });
  s.done('partijenDestroy: 409 while work of this partij is open');
  await confidential(s, world);
  await doors(s);
}

// What is no operation is refused in the same words (API design rules, no-trailing-slash and http-methods).
async function doors(s) {
  const ask = async (path, method, status) => {
    const answer = await fetch(`${s.client.url}${s.client.place}${path}`, { method, headers: { Authorization: `Token ${s.client.tokens.alles}` } });
    const text = await answer.text();
    if (answer.status !== status) s.problems.push(`${method} ${path}: ${answer.status}, not ${status}`);
    if (!answer.headers.get('Content-Type')?.startsWith('application/problem+json')) s.problems.push(`${method} ${path}: no problem+json: ${text.slice(0, 100)}`);
    if (!answer.headers.has('API-Version')) s.problems.push(`${method} ${path}: no API-Version`);
    return answer;
  };
  await ask('/actoren/', 'GET', 404);
  await ask('/bestaat-niet', 'GET', 404);
  const refused = await ask('/actoren', 'DELETE', 405);
  if (!/GET/.test(refused.headers.get('Allow') ?? '')) s.problems.push(`Allow is ${refused.headers.get('Allow')}`);
  s.done('a slash at the end and an unknown path are 404, an unknown method 405 with Allow');
}

// All or nothing: a refusal leaves no contact behind.
async function atOnce(s, id, body, refused) {
  const count = async () => (await s.expect('klantcontactenList', 200, { query: 'pageSize=1' })).body?.count;
  for (const as of ['', 'onbekend']) await s.expect(id, 401, { body, as });
  await s.expect(id, 403, { body, as: 'leest' });
  const before = await count();
  await s.expect(id, 400, { body: {} }, [['klantcontact', 'required']]);
  for (const [part, name, code] of refused) await s.expect(id, 400, { body: { ...body, ...part } }, [[name, code]]);
  await s.expect(id, 415, { body, headers: { 'Content-Type': 'text/plain' } });
  if (await count() !== before) s.problems.push('a refusal left a contact behind');
  const made = await s.expect(id, 201, { body });
  if (await count() !== before + 1) s.problems.push('it made none or more than one contact');
  if (!made.headers.get('Location')?.endsWith(`/klantcontacten/${made.body?.klantcontact?.uuid}`)) s.problems.push(`Location is ${made.headers.get('Location')}`);
  s.done(`${id}: 201 with all of it; 400 with nothing, 401, 403, 415`);
}

// Each choice by itself stands in _expand, of the list and of one; an unknown one is refused.
async function expanding(s) {
  for (const operation of s.client.own.operations.values()) {
    const parameter = operation.parameters.find((one) => one.name === 'expand');
    if (!parameter || !operation.path.endsWith('{uuid}')) continue;
    const list = operation.id.replace('Retrieve', 'List');
    const choices = parameter.schema.items?.enum ?? [];
    if (!choices.length) s.problems.push(`${operation.id}: expand has no choices`);
    const rows = (await s.expect(list, 200, { query: 'pageSize=1' })).body?.results ?? [];
    for (const choice of choices) {
      const whole = choice.split('.').map((_, index, all) => all.slice(0, index + 1).join('.')).join(',');
      const many = await s.expect(list, 200, { query: `expand=${whole}` });
      const one = await s.expect(operation.id, 200, { params: rows[0], query: `expand=${whole}` });
      const [first] = choice.split('.');
      for (const answer of [...(many.body?.results ?? []), one.body]) if (!(first in (answer?._expand ?? {}))) s.problems.push(`${operation.id} expand=${choice}: not in _expand`);
    }
    await s.expect(operation.id, 400, { params: rows[0], query: 'expand=niets' });
    await s.expect(list, 400, { query: 'expand=niets' });
    await s.expect(list, 200, { query: 'expand=' });
    s.done(`${operation.id}: expand gives each of its ${choices.length} choices, and 400 for another`);
  }
}

async function ordering(s) {
  for (const operation of s.client.own.operations.values()) {
    const parameter = operation.parameters.find((one) => one.name === 'ordering');
    if (!parameter) continue;
    for (const choice of parameter.schema.enum ?? []) {
      const rows = (await s.expect(operation.id, 200, { query: `ordering=${choice}` })).body?.results ?? [];
      const values = rows.map((one) => Date.parse(one[choice.replace('-', '')]));
      const sorted = [...values].sort((a, b) => (choice.startsWith('-') ? b - a : a - b));
      if (values.length < 2 || String(values) !== String(sorted)) s.problems.push(`ordering=${choice} gives ${values}`);
    }
    await s.expect(operation.id, 400, { query: 'ordering=kleur' });
    s.done(`${operation.id}: ordering orders, and 400 for what is no order`);
  }
}

async function cascade(s, world) {
  const made = (await s.expect('klantcontactenCreate', 201, { body: { ...contact, plaatsgevondenOp: '2026-01-05T08:00:00Z' } })).body;
  const object = (await s.expect('onderwerpobjectenCreate', 201, { body: { klantcontact: naar(made), wasKlantcontact: naar(world.een), onderwerpobjectidentificator: null } })).body;
  const removed = await s.expect('onderwerpobjectenDestroy', 200, { params: naar(object), query: 'cascade=true' });
  await s.expect('klantcontactenRetrieve', 404, { params: naar(made) });
  await s.expect('klantcontactenRetrieve', 200, { params: naar(world.een) });
  if (!removed.body?.behouden?.some((one) => one.endsWith(world.een.uuid))) s.problems.push(`kept is ${removed.text}`);
  s.done('onderwerpobjectenDestroy: with cascade 200 with what it kept, and its contact is gone');
}

// An application without that right does not learn that a confidential contact is there.
async function confidential(s, world) {
  await s.expect('klantcontactenRetrieve', 404, { params: naar(world.twee), as: 'leest' });
  const seen = await s.expect('klantcontactenList', 200, { as: 'leest' });
  if (seen.body?.results?.some((one) => one.uuid === world.twee.uuid)) s.problems.push('it is in the list');
  await s.expect('klantcontactenCreate', 403, { body: contact, as: 'leest' });
  s.done('a contact that is confidential is not there for who may not read it, and who only reads does not write');
}
