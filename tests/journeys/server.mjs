// Starts the real program on a free port with its data in a temporary directory, and stops it by its pid.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Clock } from './clock.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const program = process.env.DICHTBIJ_PROGRAM ?? join(root, 'build', 'release', 'dichtbij');
delete process.env.DICHTBIJ_PROGRAM;  // the program takes its DICHTBIJ_ variables for settings

export const run = (...args) => runIn(process.env, ...args);

function runIn(env, ...args) {
  const done = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64e6, env });
  if (done.status !== 0) throw new Error(`dichtbij ${args.join(' ')} ended with ${done.status}\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// A small organisation made with the program's own commands, served. Every account has the same password,
// chosen at its first sign-in. `accounts`: by role.
export const password = 'een zin van de reis 2026';
const employees = [
  ['kcc', 'Dienstverlening', 'Klantcontactcentrum', 'Sanne de Wit', 's.dewit', 'kcc_medewerker', 'nee'],
  ['collega', 'Dienstverlening', 'Klantcontactcentrum', 'Tom Baars', 't.baars', 'kcc_medewerker', 'nee'],
  ['lead', 'Ruimte', 'Wonen en vergunningen', 'Marleen Köster', 'm.koster', 'teamleider|behandelaar', 'ja'],
  ['behandelaar', 'Ruimte', 'Wonen en vergunningen', 'Pieter Hoekstra', 'p.hoekstra', 'behandelaar', 'nee'],
];

// `more`: employees beside these; `settings`: lines of dichtbij.conf; `at`: when its own clock begins, else it is now.
export async function startServer({ more = [], settings = [], at = '' } = {}) {
  const clock = at ? new Clock(at) : null;
  const env = clock ? clock.env : process.env;
  const folder = mkdtempSync(join(tmpdir(), 'dichtbij-journey-'));
  const data = join(folder, 'data');
  const made = runIn(env, 'init', '--data', data, '--gemeente', 'Oeverland', '--telefoon', '14 0399', '--naam', 'Els Bos', '--email', 'e.bos@oeverland.example');
  writeFileSync(join(data, 'dichtbij.conf'), ['trusted_networks = 127.0.0.0/8', 'login_attempts_per_minute = 100', ...settings, ''].join('\n'));
  const accounts = importEmployees(data, [...employees, ...more], env);
  accounts.beheer = { naam: 'Els Bos', email: 'e.bos@oeverland.example', eenmalig: /^eenmalig wachtwoord (\S+)$/m.exec(made)[1] };
  const server = await serve(data, 0, env);
  return { ...server, data, accounts, clock, close: async () => { await server.stop(); clock?.close(); rmSync(folder, { recursive: true, force: true }); } };
}

// Through the program's own import; a server that runs on the data takes it over. Returns the accounts by key.
export function importEmployees(data, list, env = process.env) {
  const file = join(data, '..', 'teams.csv');
  const rows = list.map(([, afdeling, team, naam, email, rol, leider]) => `oeverland,${afdeling},${team},${naam},${email}@oeverland.example,${rol},${leider}`);
  writeFileSync(file, ['gemeente,afdeling,team,naam,email,rol,teamleider', ...rows].join('\n'));
  const printed = runIn(env, 'import', 'organisatie', file, '--data', data);
  const first = Object.fromEntries([...printed.matchAll(/^account (\S+) eenmalig wachtwoord (\S+)$/gm)].map(([, email, word]) => [email, word]));
  return Object.fromEntries(list.map(([key, , , naam, email]) => [key, { naam, email: `${email}@oeverland.example`, eenmalig: first[`${email}@oeverland.example`] }]));
}

export async function serve(data, port = 0, env = process.env) {
  port ||= await freePort();
  const child = spawn(program, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let log = '';
  child.stdout.on('data', (text) => { log += text; });
  child.stderr.on('data', (text) => { log += text; });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 20000; ;) {
    if (child.exitCode !== null) throw new Error(`the server ended at once\n${log}`);
    const answers = await fetch(`${url}/healthz`).then((answer) => answer.ok, () => false);
    if (answers) break;
    if (Date.now() > deadline) throw new Error(`the server does not answer\n${log}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    log: () => log,
    stop: async (signal = 'SIGTERM') => { child.kill(signal); return ended; },
  };
}
