// Runs every *.journey.mjs beside this file against one server. Usage: node run.mjs [RESULT_FILE] [NAME...]
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, shot } from './browser.mjs';
import { startServer } from './server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [resultFile, ...wanted] = process.argv.slice(2);
let passed = 0;
let failed = 0;
const server = await startServer({ settings: ['demo_sign_in = yes'] });
const browser = await launch();
try {
  for (const file of readdirSync(here).filter((name) => name.endsWith('.journey.mjs')).sort()) {
    if (wanted.length && !wanted.some((word) => file.includes(word))) continue;
    const { default: journeys } = await import(join(here, file));
    for (const [sentence, journey] of Object.entries(journeys)) {
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
