// Pictures of the pages in src/html/testdata, in build/preview, wide, narrow, dark and with a second theme,
// and what axe-core, html-validate and sideways scrolling say of them. Usage: node web/preview.mjs
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { launch, pages, root, serve } from './preview_server.mjs';

const out = join(root, 'build', 'preview');
mkdirSync(out, { recursive: true });
const { server, base } = await serve();
const browser = await launch();
const axe = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
let problems = 0;
const tell = (...words) => { problems += 1; console.log(...words); };

for (const name of readdirSync(pages).filter((file) => file.endsWith('.html'))) {
  for (const [width, scheme] of [[1440, 'light'], [1440, 'dark'], [360, 'light'], [320, 'light']]) {
    const context = await browser.newContext({ viewport: { width, height: width > 700 ? 900 : 780 }, colorScheme: scheme, locale: 'nl-NL', bypassCSP: false });
    const page = await context.newPage();
    page.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('/live')) tell(name, message.text()); });
    page.on('pageerror', (error) => tell(name, String(error)));
    await page.goto(base + name, { waitUntil: 'load' });
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(out, `${name.replace('.html', '')}-${width}${scheme === 'dark' ? '-dark' : ''}.png`), fullPage: true });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sideways > 0) tell(name, width, 'scrolls sideways', sideways, await page.evaluate(() => [...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll')).map((e) => e.tagName + '.' + e.getAttribute('class')).slice(0, 5).join(' ')));
    await page.evaluate(axe);
    const result = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    for (const rule of result.violations) tell(name, width, scheme, rule.id, rule.nodes.map((node) => `${node.target} ${node.failureSummary}`).join('\n   '));
    await context.close();
  }
}
await browser.close();
server.close();

const validator = new HtmlValidate(new FileSystemConfigLoader({ extends: ['html-validate:standard'], rules: { 'long-title': 'off', 'no-redundant-role': 'off', 'no-inline-style': 'error', 'prefer-native-element': 'off' } }));
for (const name of readdirSync(pages).filter((file) => file.endsWith('.html'))) {
  const report = await validator.validateFile(join(pages, name));
  for (const result of report.results) for (const message of result.messages) tell(name, `${message.line}:${message.column}`, message.ruleId, message.message);
}
console.log(`${problems} problems`);
process.exit(problems ? 1 : 0);
