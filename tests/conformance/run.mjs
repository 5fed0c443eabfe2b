// The real program over HTTP: every operation that our own descriptions name, every filter, and every answer held against
// these and against the descriptions of the standards, when they are there ($DICHTBIJ_SPECS, or ../shared/specs beside the
// source). Usage: node run.mjs [RESULT_FILE]
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkAll } from '../../tools/check_openapi.mjs';
import { freePort, program, root, run, serve } from '../journeys/server.mjs';
import { Client } from './client.mjs';
import { Description } from './description.mjs';
import { playFilters } from './filtering.mjs';
import { playMisuse } from './misuse.mjs';
import { playNotificaties } from './notificaties.mjs';
import { Report } from './report.mjs';
import { autorisaties, contactgegevens, klantinteracties } from './resources.mjs';
import { playSpecials } from './specials.mjs';
import { Walk } from './walk.mjs';
import { makeWorld } from './world.mjs';

const specs = process.env.DICHTBIJ_SPECS ?? join(root, '..', 'shared', 'specs');
delete process.env.DICHTBIJ_SPECS; // the program takes its DICHTBIJ_ variables for settings
const started = Date.now();
const report = new Report();
const played = new Set(); // names of interfaces

// What `alles` may, `beheert` may not, and the other way round.
const applications = { alles: ['lezen', 'schrijven'], beheert: ['beheer.lezen', 'beheer.schrijven'], leest: ['lezen'] };

async function start(folder) {
  const data = join(folder, 'data');
  run('init', '--data', data, '--gemeente', 'Oeverland', '--telefoon', '14 0399', '--naam', 'Els Bos', '--email', 'e.bos@oeverland.example');
  const port = await freePort();
  writeFileSync(join(data, 'dichtbij.conf'), [`api_url = http://127.0.0.1:${port}`, 'notification_hosts = 127.0.0.0/8', 'api_requests_per_minute = 10000000', ''].join('\n'));
  const tokens = { onbekend: 'dbt_onbekend' };
  for (const [naam, rechten] of Object.entries(applications)) [tokens[naam]] = run('token', 'add', '--data', data, '--naam', naam, '--rechten', ...rechten, ...(naam === 'alles' ? ['--vertrouwelijk'] : [])).split('\n');
  return { server: await serve(data, port), tokens: { ...tokens, elders: tokens.beheert } };
}

function standardOf(file) {
  const path = join(specs, file);
  if (existsSync(path)) return new Description(parse(readFileSync(path, 'utf8')), { emptyTexts: true });
  report.skip(`answers are as ${file} describes`, 'the file is not there');
  return null;
}

async function client(server, tokens, place, file, beyond = []) {
  const answer = await fetch(`${server.url}${place}/openapi.json`);
  const standard = standardOf(file);
  if (!answer.ok) throw new Error(`${place}/openapi.json answers ${answer.status}`);
  const problems = [];
  if (answer.headers.get('Access-Control-Allow-Origin') !== '*') problems.push('openapi.json may not be read by scripts of other sites');
  const own = new Description(await answer.json());
  for (const [id, one] of standard?.operations ?? []) {
    const mine = own.operations.get(id);
    if (!mine || mine.path !== one.path || mine.method !== one.method) problems.push(`${id} of the standard is not in it as ${one.method} ${one.path}`);
    for (const { name } of one.parameters) if (mine && !mine.parameters.some((given) => given.name === name)) problems.push(`${id} does not have the parameter ${name}`);
  }
  played.add(place.split('/')[1]);
  report.check(`${place}: our own description is served, and has all that the standard has`, problems);
  return new Client({ url: server.url, place, own, standard, tokens, beyond });
}

// Every operation that is described was asked, with success and without.
function covered({ own, exercised, place }) {
  const problems = [];
  for (const id of own.operations.keys()) {
    const statuses = [...(exercised.get(id) ?? [])];
    if (!statuses.some((one) => one < 300)) problems.push(`${id} was not asked with success`);
    if (!statuses.some((one) => one >= 400)) problems.push(`${id} was not asked with an error`);
  }
  report.check(`${place}: every operation was asked`, problems);
}

async function play(server, tokens) {
  const ki = await client(server, tokens, '/klantinteracties/api/v1', 'klantinteracties-0.9.0.yaml');
  const world = await makeWorld(ki);
  report.check('what the run asks about is made over the interface', world.problems);
  await playFilters({ client: ki, world, report, slow: ['partijenList zoek'] });
  const walk = new Walk(ki, world, report);
  for (const resource of klantinteracties) await walk.play(resource);
  await playSpecials({ client: ki, world, report });
  await playMisuse({ client: ki, world, report });
  covered(ki);
  const cg = await client(server, tokens, '/contactgegevens/api/v1', 'contactgegevens-1.1.1.yaml');
  for (const resource of contactgegevens) await new Walk(cg, world, report).play(resource);
  await playFilters({ client: cg, world, report, rows: {} });
  covered(cg);
  const no = await client(server, tokens, '/notificaties/api/v1', 'notificaties-1.0.1.yaml');
  await playNotificaties({ client: no, contacts: ki, report, consumer: standardOf('notificaties-consumer-1.0.0.yaml') });
  covered(no);
  await playAutorisaties(server, { ...tokens, alles: tokens.beheert, elders: tokens.alles });
}

async function playAutorisaties(server, tokens) {
  const au = await client(server, tokens, '/autorisaties/api/v1', 'autorisaties-1.1.0.yaml', ['rechten']);
  for (const resource of autorisaties) await new Walk(au, {}, report).play(resource);
  const { body: applicatie } = await au.expect('applicatie_create', 201, { body: { clientIds: ['gevonden'], label: 'Gevonden', heeftAlleAutorisaties: true } });
  const rows = {
    '/applicaties': [['clientIds', 'applicatie', 'niemand,gevonden', 'niemand']],
    '/applicaties/consumer': [['clientId', 'applicatie', 'gevonden', 'niemand', 404]],
  };
  await playFilters({ client: au, world: { applicatie }, report, rows });
  covered(au);
}

// Those that `dichtbij openapi` prints without a server.
async function playRules() {
  const { names, faults } = await checkAll(program);
  report.check(`the descriptions of ${names.join(', ')} keep the Dutch API design rules`, faults);
  report.check('every interface was played', names.filter((one) => !played.has(one)).map((one) => `${one} was not: give it its rows`));
}

const folder = mkdtempSync(join(tmpdir(), 'dichtbij-conformance-'));
let server;
try {
  const begun = await start(folder);
  server = begun.server;
  await play(server, begun.tokens);
  await playRules();
} catch (error) {
  report.check('the run can be played to its end', [error.stack ?? String(error)]);
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`-- conformance: ${Math.round((Date.now() - started) / 1000)} s`);
const [resultFile] = process.argv.slice(2);
if (resultFile) writeFileSync(resultFile, `${report.passed} ${report.failed} ${report.skipped}\n`);
else console.log(`${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped`);
process.exit(report.failed ? 1 : 0);
