// Pictures of the pages in src/html/testdata, in build/preview, wide, narrow, dark and with a second theme,
// and what axe-core, html-validate and sideways scrolling say of them. Usage: node web/preview.mjs
import { createServer } from 'node:http';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pages = join(root, 'src', 'html', 'testdata');
const out = join(root, 'build', 'preview');
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const policy = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
mkdirSync(out, { recursive: true });

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  // The server's own names for assets have a hash before the extension.
  const file = pathname.startsWith('/assets/') ? join(root, 'build', 'web', pathname.slice(8).replace(/\.[0-9a-f]{16}\./, '.')) : join(pages, pathname);
  try {
    const content = readFileSync(file);
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'text/plain', 'Content-Security-Policy': policy }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const base = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
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
