// Holds our own OpenAPI descriptions against OpenAPI and the Dutch API design rules (openapi_regels.mjs).
// Usage: [DICHTBIJ_PROGRAM=build/NAME/dichtbij] node tools/check_openapi.mjs
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import spectral from '@stoplight/spectral-core';
import { exceptions, rules } from './openapi_regels.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const serious = 1; // errors and warnings

export function programOf() {
  return process.env.DICHTBIJ_PROGRAM ?? join(root, 'build', 'release', 'dichtbij');
}

// What `dichtbij openapi` prints.
export function printed(program, ...args) {
  const { DICHTBIJ_PROGRAM: _, ...env } = process.env; // the program takes its DICHTBIJ_ variables for settings
  const done = spawnSync(program, ['openapi', ...args], { encoding: 'utf8', maxBuffer: 64e6, env });
  if (done.status !== 0) throw new Error(`dichtbij openapi ${args.join(' ')} ended with ${done.status}\n${done.stderr}`);
  return done.stdout;
}

// The faults of some descriptions together: {name: text}. A line each.
export async function faultsOf(descriptions) {
  const linter = new spectral.Spectral();
  linter.setRuleset(rules);
  const used = new Set();
  const lines = [];
  for (const [name, text] of Object.entries(descriptions))
    for (const found of await linter.run(JSON.parse(text))) {
      if (found.severity > serious) continue;
      const value = found.path.reduce((at, step) => at?.[step], JSON.parse(text));
      const exception = exceptions.find((one) => one.rule === found.code && one.where.test(String(value ?? found.path.at(-1))));
      if (exception) used.add(exception);
      else lines.push(`${name}: ${found.code}: ${found.message} (${found.path.join('.')})`);
    }
  for (const one of exceptions) if (!used.has(one)) lines.push(`the exception to ${one.rule} is not needed any more: take it out`);
  return lines;
}

export async function checkAll(program) {
  const names = printed(program).trim().split('\n');
  const descriptions = {};
  for (const name of names) for (const taal of ['nl', 'en']) descriptions[`${name} (${taal})`] = printed(program, name, '--taal', taal);
  return { names, faults: await faultsOf(descriptions) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { names, faults } = await checkAll(programOf());
  console.log(faults.length ? `${faults.join('\n')}\n${faults.length} problems` : `${names.join(', ')}: no faults`);
  process.exit(faults.length ? 1 : 0);
}
