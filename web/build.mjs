// Makes build/web: everything a browser loads, in one flat folder, from web/ and the npm packages of the
// lock file. Usage: node web/build.mjs
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import subsetFont from 'subset-font';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const out = join(root, 'build', 'web');
const packageFolder = (name) => join(root, 'node_modules', name);
const target = ['chrome109', 'firefox115', 'safari16.4'];

const fonts = await makeFonts();
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'licences'), { recursive: true });
for (const [name, content] of Object.entries(fonts)) writeFileSync(join(out, name), content);
await makeStyles();
await makeScripts();
makeIcons();
copyFileSync(join(here, 'favicon.svg'), join(out, 'favicon.svg'));
copyFileSync(join(packageFolder('htmx.org'), 'dist', 'htmx.min.js'), join(out, 'htmx.min.js'));
copyLicences();
console.log(`build/web: ${readdirSync(out).join(' ')}`);

// Western letters, and the letters beyond them that names in the Netherlands need: the rest of Latin
// Extended-A, Romanian, Pinyin, Welsh. The ranges are those of unicode-range in tokens.css.
async function makeFonts() {
  const files = (name) => join(packageFolder(`@fontsource-variable/${name}`), 'files');
  const read = (family, part) => readFileSync(join(files(family), `${family}-${part}-wght-normal.woff2`));
  const western = letters([0x20, 0x7e], [0xa0, 0xff], [0x131], [0x152, 0x153], [0x2bb, 0x2bc], [0x2c6], [0x2da], [0x2dc], [0x2000, 0x206f], [0x20ac], [0x2122]);
  const names = letters([0x100, 0x17f], [0x18f], [0x1cd, 0x1dc], [0x218, 0x21b], [0x259], [0x1e80, 0x1e85], [0x1e9e], [0x1ef2, 0x1ef3]);
  // A first visit of a resident stays under 100 KB, whichever font his gemeente chose: of the serif only the weights that
  // the style sheets use, and no other shapes of a letter than its own (of the sans the desk needs the figures in columns,
  // and fewer weights make that one no smaller).
  const woff2 = { targetFormat: 'woff2' };
  const headings = { ...woff2, variationAxes: { wght: { min: 400, max: 700 } }, noLayoutClosure: true };
  return {
    'source-sans-3.woff2': await subsetFont(read('source-sans-3', 'latin'), western, woff2),
    'source-sans-3-names.woff2': await subsetFont(read('source-sans-3', 'latin-ext'), names, woff2),
    'source-serif-4.woff2': await subsetFont(read('source-serif-4', 'latin'), western, headings),
  };
}

function letters(...ranges) {
  let text = '';
  for (const [from, to = from] of ranges) for (let code = from; code <= to; code += 1) text += String.fromCodePoint(code);
  return text;
}

// Fonts are named with the hash that the server gives them (src/http/assets.cpp: the first 16 digits of
// SHA-256), so that browsers keep them for ever instead of asking again for every page.
async function makeStyles() {
  const made = await build({
    entryPoints: [join(here, 'styles', 'dichtbij.css')], bundle: true, minify: true, write: false, target, external: ['*.woff2'],
  });
  let css = made.outputFiles[0].text;
  for (const [name, content] of Object.entries(fonts)) {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
    if (!css.includes(name)) throw new Error(`tokens.css does not use ${name}`);
    css = css.replaceAll(name, name.replace('.woff2', `.${hash}.woff2`));
  }
  writeFileSync(join(out, 'dichtbij.css'), css);
}

async function makeScripts() {
  await build({
    entryPoints: { desk: join(here, 'src', 'desk.ts'), 'live-worker': join(here, 'src', 'live-worker.ts'), portaal: join(here, 'src', 'portaal.ts') },
    bundle: true, minify: true, format: 'iife', target, outdir: out, legalComments: 'none',
  });
}

// The sprite holds the icons that the C++ and TypeScript sources name between quotes, and no others.
function makeIcons() {
  const folder = join(packageFolder('@tabler/icons'), 'icons', 'outline');
  const known = new Set(readdirSync(folder).map((file) => file.replace(/\.svg$/, '')));
  const wanted = new Set();
  for (const file of sources(join(root, 'src'), /(?<!_test)\.(cpp|h)$/).concat(sources(join(here, 'src'), /\.ts$/))) {
    const text = readFileSync(file, 'utf8').replace(/^\s*#include.*$/gm, '');
    for (const [, name] of text.matchAll(/["']([a-z0-9-]{1,40})["']/g)) if (known.has(name)) wanted.add(name);
    for (const [, name] of text.matchAll(/\bicon\("([^"]*)"\)/g))
      if (!known.has(name)) throw new Error(`${file}: there is no icon ${name}`);
  }
  const symbols = [...wanted].sort().map((name) => {
    const svg = readFileSync(join(folder, `${name}.svg`), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
    const paths = svg.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${paths}</symbol>`;
  });
  writeFileSync(join(out, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`);
  console.log(`${wanted.size} icons`);
}

function sources(folder, pattern) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path, pattern) : pattern.test(entry.name) ? [path] : [];
  });
}

function copyLicences() {
  for (const name of ['@fontsource-variable/source-sans-3', '@fontsource-variable/source-serif-4', '@tabler/icons', 'htmx.org'])
    copyFileSync(join(packageFolder(name), 'LICENSE'), join(out, 'licences', `${name.replace(/^@/, '').replaceAll('/', '-')}.txt`));
}
