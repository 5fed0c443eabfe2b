// Debian's Chromium, and what every page is held against: axe-core, no sideways scrolling, visible focus.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { password, root } from './server.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const shots = join(root, 'build', 'shots');
mkdirSync(shots, { recursive: true });

export function launch() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--no-first-run', '--disable-quic'],
  });
}

// 320 by 256 is a window of 1280 by 1024 at four times its size (WCAG 1.4.10).
export const enlarged = { width: 320, height: 256 };

export async function newPage(browser, width = 1440, height = width < 800 ? 740 : 1000) {
  // axe is injected into pages with a strict policy; only the test's own context passes it by.
  const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true, locale: 'nl-NL' });
  context.setDefaultTimeout(10000);
  return context.newPage();
}

// Signs in; the first time with the one-time password, choosing the real one.
export async function signIn(page, url, account) {
  await page.goto(`${url}/inloggen`);
  const first = account.eenmalig && !account.heeftGekozen;
  await page.fill('input[name=email]', account.email);
  await page.fill('input[name=wachtwoord]', first ? account.eenmalig : password);
  await page.keyboard.press('Enter');
  if (first) {
    await page.fill('input[name=nieuw]', password);
    await page.fill('input[name=herhaald]', password);
    await page.keyboard.press('Enter');
    account.heeftGekozen = true;
  }
  await page.waitForSelector('.desk-nav', { state: 'attached' });
}

// Throws with what is wrong: rules of WCAG 2.2 A and AA and axe's best practices.
export async function checkPage(page, name) {
  // From the top: what the bar happens to cover half after a jump to an anchor is no fault of the page.
  await page.evaluate(() => { window.scrollTo(0, 0); return document.fonts.ready.then(() => true); });
  await page.evaluate(axeSource);
  const look = () => page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  let { violations } = await look();
  // What is still moving (a part that is renewed, an image that comes in) is looked at once more when it stands.
  if (violations.length) {
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))); }));
    ({ violations } = await look());
  }
  if (violations.length) {
    const lines = violations.map((v) => `${v.id}: ${v.help}\n    ${v.nodes.slice(0, 4).map((n) => n.html.slice(0, 200)).join('\n    ')}`);
    throw new Error(`axe on ${name}:\n  ${lines.join('\n  ')}`);
  }
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (sideways > 1) throw new Error(`${name} scrolls ${sideways} px sideways at ${page.viewportSize().width} px`);
}

// Walks the page with Tab: each stop shows a ring, lies inside the window and is covered by nothing.
export async function checkFocus(page, name, stops = 25) {
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  for (let i = 0; i < stops; i += 1) {
    await page.keyboard.press('Tab');
    const problem = await page.evaluate(() => {
      const el = document.activeElement;
      if (!el || el === document.body) return null;
      const style = getComputedStyle(el);
      const label = el.outerHTML.slice(0, 120);
      const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none' ||
        [el.parentElement, el.closest('label, .choice, form')].some((p) => p && (getComputedStyle(p).boxShadow !== 'none' || getComputedStyle(p).outlineStyle !== 'none'));
      if (!ring) return `no visible focus on ${label}`;
      const box = el.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) return null;
      const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
      const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 2);
      if (box.bottom < 0 || box.top > innerHeight) return `focus out of view on ${label}`;
      const top = document.elementFromPoint(x, y);
      if (top && !el.contains(top) && !top.contains(el)) return `${label} is covered by ${top.outerHTML.slice(0, 100)}`;
      return null;
    });
    if (problem) throw new Error(`${name}: ${problem}`);
  }
}

export const shot = (page, name) => page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
