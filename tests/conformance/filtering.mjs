// Every filter of every list: one that must find, one that must not.
import { filters } from './filters.mjs';
import { uuidOf } from './walk.mjs';

// Parameters that choose no rows; run.mjs looks at them.
const others = ['page', 'pageSize', 'expand', 'ordering'];
const searchSeconds = 15; // until the index of names has followed

function filled(value, world) {
  return value.replace(/\{([^}]+)\}/g, (_, name) => (typeof world[name] === 'string' ? world[name] : world[name]?.uuid));
}

export async function playFilters({ client, world, report, rows = filters, slow = [] }) {
  for (const operation of client.own.operations.values()) {
    if (operation.method !== 'GET' || operation.path.includes('{')) continue;
    const table = rows[operation.path] ?? [];
    const asked = operation.parameters.filter((one) => one.in === 'query' && !others.includes(one.name));
    for (const { name } of asked) {
      const mine = table.filter((row) => row[0] === name);
      if (!mine.length) report.check(`${operation.id} ${name}: is in the table of filters`, ['no row: add one that hits and one that does not']);
      for (const row of mine) report.check(`${operation.id} ${name}: finds what fits and not what does not`, await play(client, operation.id, row, world, slow.includes(`${operation.id} ${name}`)));
    }
    const unknown = table.filter((row) => !asked.some((one) => one.name === row[0]));
    for (const row of unknown) report.check(`${operation.id} ${row[0]}: is described`, ['it has a row, and is no parameter']);
  }
}

async function play(client, id, [name, expected, hit, miss, nothing = 200], world, isSlow) {
  const ask = async (value, status = 200) => client.expect(id, status, { query: `${name}=${encodeURIComponent(filled(value, world))}` });
  const wanted = uuidOf(world[expected]);
  const rowsOf = (answer) => answer.body?.results ?? (Array.isArray(answer.body) ? answer.body : []);
  const holds = (answer) => rowsOf(answer).some((one) => uuidOf(one) === wanted);
  let found = await ask(hit);
  for (const end = Date.now() + searchSeconds * 1000; isSlow && !holds(found) && Date.now() < end; found = await ask(hit)) await new Promise((resolve) => setTimeout(resolve, 100));
  const missed = await ask(miss, nothing);
  const problems = [...found.problems, ...missed.problems];
  if (!holds(found)) problems.push(`${name}=${filled(hit, world)} does not find ${expected}: ${found.text.slice(0, 200)}`);
  if (holds(missed)) problems.push(`${name}=${filled(miss, world)} finds ${expected}`);
  const uuids = rowsOf(found).map(uuidOf);
  if (new Set(uuids).size !== uuids.length) problems.push(`${name}=${filled(hit, world)} finds a row twice`);
  if (found.body?.count !== undefined && found.body.count !== uuids.length && uuids.length < 100) problems.push(`count is ${found.body.count} of ${uuids.length} rows`);
  return problems;
}
