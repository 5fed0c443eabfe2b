// Runs every *.journey.mjs beside this file. Usage: [PICTURES=1] node run.mjs [RESULT_FILE] [NAME...]
// PICTURES: also keeps a picture of every kind of page, at 360 px, in build/shots.
// Without names in two halves at a time, each with a server and a browser of its own: what fills the pages and the walk
// over all of them, and the rest.
import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, shot } from './browser.mjs';
import { program, startServer } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [resultFile, ...wanted] = process.argv.slice(2);
const last = 'paginas.journey.mjs'; // of the first half
const all = readdirSync(here).filter((name) => name.endsWith('.journey.mjs')).sort();
const chosen = all.filter((file) => {
  if (wanted[0] === '--half') return (file <= last) === (wanted[1] === '1');
  return !wanted.length || wanted.some((word) => file.includes(word));
});
let passed = 0;
let failed = 0;

function half(number) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '', '--half', number], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DICHTBIJ_PROGRAM: program } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { output += chunk; });
    child.on('close', (code) => {
      process.stdout.write(output);
      const done = (word) => output.split('\n').filter((line) => line.startsWith(word)).length;
      passed += done('ok   ');
      failed += Math.max(done('FAIL '), code ? 1 : 0);
      resolve();
    });
  });
}

if (!wanted.length) {
  await Promise.all([half('1'), half('2')]);
  if (resultFile) writeFileSync(resultFile, `${passed} ${failed} 0\n`);
  process.exit(failed ? 1 : 0);
}

const server = await startServer({ settings: ['demo_sign_in = yes'] });
const browser = await launch();
try {
  for (const file of chosen) {
    const { default: journeys } = await import(join(here, file));
    for (const [sentence, journey] of Object.entries(journeys)) {
      if (process.env.ONLY && !sentence.includes(process.env.ONLY)) continue;
      const started = Date.now();
      const before = browser.contexts().length;
      try {
        await journey({ browser, server });
        passed += 1;
        console.log(`ok   ${sentence} (${Date.now() - started} ms)`);
      } catch (error) {
        failed += 1;
        console.log(`FAIL ${sentence} (${file})\n${error.stack ?? error}`);
        const pages = browser.contexts().slice(before).flatMap((context) => context.pages());
        if (pages.length) await shot(pages.at(-1), `failed-${file}-${failed}`).catch(() => {});
      } finally {
        for (const context of browser.contexts().slice(before)) await context.close();
      }
    }
  }
} finally {
  await browser.close();
  if (failed) console.log(server.log().split('\n').slice(-40).join('\n'));
  await server.close();
}
if (passed + failed === 0) failed = 1;
if (resultFile) writeFileSync(resultFile, `${passed} ${failed} 0\n`);
process.exit(failed ? 1 : 0);
