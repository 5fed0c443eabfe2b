// What no client should send, and what it gets: a clear refusal, and nothing of it is kept.
import net from 'node:net';

const megabytes = 1024 * 1024;
const contact = { kanaal: 'telefoon', onderwerp: 'Misbruik', taal: 'nld', vertrouwelijk: false };
const naar = (one) => ({ uuid: one.uuid });

// Bytes as they are, past what fetch would make of them. `pieces`: sent one after another until an answer comes, without a
// length when `chunked`.
function send({ client, path, pieces, chunked = false }) {
  const { hostname, port } = new URL(client.url);
  const length = pieces.reduce((sum, one) => sum + one.length, 0);
  const head = [`POST ${client.place}${path} HTTP/1.1`, `Host: ${hostname}:${port}`, `Authorization: Token ${client.tokens.alles}`, 'Content-Type: application/json',
    chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`, 'Connection: close', '', ''].join('\r\n');
  const framed = chunked ? [...pieces.map((one) => Buffer.concat([Buffer.from(`${one.length.toString(16)}\r\n`), one, Buffer.from('\r\n')])), Buffer.from('0\r\n\r\n')] : pieces;
  return new Promise((resolve) => {
    let text = '';
    const socket = net.connect(Number(port), hostname);
    const done = () => resolve({ status: Number(text.slice(9, 12)), type: /content-type: ([^\r]*)/i.exec(text)?.[1] ?? '', text: text.slice(text.indexOf('\r\n\r\n') + 4) });
    socket.on('data', (part) => { text += part; });
    socket.on('error', () => {}); // the server need not read the rest of what it refused
    socket.on('close', done);
    const next = (at) => {
      if (at === framed.length || text || socket.destroyed) return;
      if (socket.write(framed[at])) setImmediate(next, at + 1);
      else socket.once('drain', () => next(at + 1));
    };
    socket.write(head);
    setImmediate(next, 0);
  });
}

async function bodies(client) {
  const json = JSON.stringify(contact);
  const big = Array.from({ length: 50 }, () => Buffer.alloc(megabytes, 'x'));
  const cases = [
    ['50 MB', 413, { pieces: [Buffer.from('{"inhoud":"'), ...big, Buffer.from('"}')] }],
    ['50 MB without a length', 413, { pieces: [Buffer.from('{"inhoud":"'), ...big, Buffer.from('"}')], chunked: true }],
    ['10,000 brackets', 400, { pieces: [Buffer.from('['.repeat(10_000) + ']'.repeat(10_000))] }],
    ['10,000 objects in each other', 400, { pieces: [Buffer.from('{"metadata":'.repeat(10_000) + '1' + '}'.repeat(10_000))] }],
    ['a name twice', 400, { pieces: [Buffer.from(json.replace('{', '{"taal":"eng",'))] }],
    ['half a character', 400, { pieces: [Buffer.from(json.slice(0, -2)), Buffer.from([0xc3]), Buffer.from('}')] }],
    ['half a character in a text', 400, { pieces: [Buffer.from('{"kanaal":"telefoon","taal":"nld","vertrouwelijk":false,"onderwerp":"caf'), Buffer.from([0xc3]), Buffer.from('"}')] }],
    ['half of a pair of surrogates', 400, { pieces: [Buffer.from(json.replace('Misbruik', '\\ud83d'))] }],
    ['a zero character', 400, { pieces: [Buffer.from(json.replace('Misbruik', 'mis\\u0000bruik'))] }],
    ['half an object', 400, { pieces: [Buffer.from(json.slice(0, -1))] }],
    ['two objects', 400, { pieces: [Buffer.from(json + json)] }],
    ['a list', 400, { pieces: [Buffer.from(`[${json}]`)] }],
    ['a number that is none', 400, { pieces: [Buffer.from(json.replace('false', '1e999'))] }],
  ];
  const problems = [];
  for (const [what, status, request] of cases) {
    const answer = await send({ client, path: '/klantcontacten', ...request });
    if (answer.status !== status) problems.push(`${what}: ${answer.status}, not ${status}: ${answer.text.slice(0, 200)}`);
    if (!answer.type.startsWith('application/problem+json')) problems.push(`${what}: answered as ${answer.type}`);
  }
  return problems;
}

async function countOf(client, query = '') {
  const answer = await client.expect('klantcontactenList', 200, { query: `pageSize=1${query}` });
  return { count: answer.body?.count, problems: answer.problems };
}

// Every contact that was there when the first page was read comes by, however many are added meanwhile.
async function growing(client) {
  const problems = [];
  const take = (answer) => { problems.push(...answer.problems); return answer.body ?? { results: [] }; };
  const before = [];
  for (let page = 1, more = true; more; page += 1) {
    const body = take(await client.expect('klantcontactenList', 200, { query: `pageSize=100&page=${page}` }));
    before.push(...body.results.map((one) => one.uuid));
    more = Boolean(body.next);
  }
  const seen = new Set();
  for (let page = 1, more = true; more; page += 1) {
    const body = take(await client.expect('klantcontactenList', 200, { query: `pageSize=3&page=${page}` }));
    for (const one of body.results) seen.add(one.uuid);
    more = Boolean(body.next);
    if (page < 5) take(await client.expect('klantcontactenCreate', 201, { body: { ...contact, onderwerp: `Kwam erbij ${page}` } }));
  }
  for (const uuid of before) if (!seen.has(uuid)) problems.push(`${uuid} was missed`);
  return problems;
}

async function together(client) {
  const made = await client.expect('klantcontactenCreate', 201, { body: contact });
  const names = Array.from({ length: 25 }, (_, at) => `Tegelijk ${at}`);
  const answers = await Promise.all(names.map((onderwerp) => client.expect('klantcontactenPartialUpdate', 200, { params: naar(made.body), body: { onderwerp } })));
  const last = await client.expect('klantcontactenRetrieve', 200, { params: naar(made.body) });
  const problems = [made, ...answers, last].flatMap((one) => one.problems);
  if (!names.includes(last.body?.onderwerp)) problems.push(`at the end it says ${last.body?.onderwerp}`);
  return problems;
}

async function referring(client, world) {
  const answers = [
    await client.expect('partijIdentificatorenPartialUpdate', 400, { params: naar(world.kvk), body: { subIdentificatorVan: naar(world.vestiging) } }),
    await client.expect('partijIdentificatorenPartialUpdate', 400, { params: naar(world.kvk), body: { subIdentificatorVan: naar(world.kvk) } }),
    await client.expect('vertegenwoordigingenCreate', 400, { body: { vertegenwoordigendePartij: naar(world.amira), vertegenwoordigdePartij: naar(world.amira) } }),
  ];
  const gone = await client.expect('klantcontactenCreate', 201, { body: contact });
  answers.push(gone, await client.expect('klantcontactenDestroy', 204, { params: naar(gone.body) }));
  answers.push(await client.expect('betrokkenenCreate', 400, { body: { rol: 'klant', initiator: true, hadKlantcontact: naar(gone.body), wasPartij: null } }));
  return answers.flatMap((one) => one.problems);
}

export async function playMisuse({ client, world, report }) {
  const before = await countOf(client);
  report.check('bodies that are too large, too deep or no JSON are refused in the words of the standards', await bodies(client));
  const after = await countOf(client);
  report.check('and nothing of them is kept', [...before.problems, ...after.problems, ...(before.count === after.count ? [] : [`${before.count} contacts became ${after.count}`])]);
  report.check('who refers in a circle, to himself or to what was removed is refused', await referring(client, world));
  report.check('changes of one contact at the same time are all done', await together(client));
  report.check('who reads page by page misses nothing while contacts are added', await growing(client));
  const none = await countOf(client, '&kanaal=telefoon&onderwerp=paspoort&vertrouwelijk=true&leiddeTotInterneTaken=true');
  report.check('filters that fit nothing together give an empty list', [...none.problems, ...(none.count === 0 ? [] : [`${none.count} fit`])]);
}
