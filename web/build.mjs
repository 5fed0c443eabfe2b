// Builds what is sent to browsers into build/web: styles, scripts, icons, fonts, with their licences.
// Nothing comes from elsewhere at run time.
import { build } from 'esbuild';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(fileURLToPath(import.meta.url));
const root = join(web, '..');
const modules = join(root, 'node_modules');
const out = join(root, 'build', 'web');
rmSync(out, { recursive: true, force: true });
for (const folder of ['', 'fonts', 'licences']) mkdirSync(join(out, folder), { recursive: true });

// Every icon that the source names: icon("x"), badge("x", alert("x", "icon_name" fields and the like are
// plain string literals, so each literal that is a Tabler name in a file that draws is taken.
const available = new Set(readdirSync(join(modules, '@tabler/icons/icons/outline')).map((file) => file.replace(/\.svg$/, '')));
const literals = new Set();
const readFolder = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) readFolder(path);
    else if (/(_desk[a-z_]*|_render|_portaal|parts|frame|form|desk|pages?|[a-z]*_page|[a-z_]*_fragment|iconen|[a-z_]*_kader|frame_filler|[a-z_]*scherm[a-z_]*)\.(cpp|h)$/.test(entry.name))
      for (const [, word] of readFileSync(path, 'utf8').matchAll(/"([a-z][a-z0-9-]+)"/g)) literals.add(word);
  }
};
readFolder(join(root, 'src'));
const icons = [...literals].filter((word) => available.has(word)).sort();
const symbols = icons.map((name) => {
  const source = readFileSync(join(modules, '@tabler/icons/icons/outline', `${name}.svg`), 'utf8').replace(/<!--[\s\S]*?-->/, '');
  const shapes = source.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '');
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
});
writeFileSync(join(out, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`);
writeFileSync(join(out, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#12394b"/><g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"><path d="M5 12c4-4 7-4 11 0s7 4 11 0"/><path d="M5 20c4-4 7-4 11 0s7 4 11 0"/></g></svg>\n');

for (const [family, subsets] of [['source-sans-3', ['latin', 'latin-ext']], ['source-serif-4', ['latin']]])
  for (const subset of subsets) {
    const file = `${family}-${subset}-wght-normal.woff2`;
    copyFileSync(join(modules, '@fontsource-variable', family, 'files', file), join(out, 'fonts', file));
  }
for (const name of ['@tabler/icons', 'htmx.org', '@fontsource-variable/source-sans-3', '@fontsource-variable/source-serif-4']) {
  const licence = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map((file) => join(modules, name, file)).find(existsSync);
  if (licence) copyFileSync(licence, join(out, 'licences', `${name.replace(/[@/]/g, '_').replace(/^_/, '')}.txt`));
}

copyFileSync(join(modules, 'htmx.org/dist/htmx.min.js'), join(out, 'htmx.min.js'));
writeFileSync(join(out, 'dichtbij.in.css'), ['tokens.css', 'dichtbij.css'].map((file) => readFileSync(join(web, 'css', file), 'utf8')).join('\n'));
await build({ entryPoints: [join(out, 'dichtbij.in.css')], outfile: join(out, 'dichtbij.css'), bundle: true, minify: true, external: ['/assets/*'], logLevel: 'warning' });
rmSync(join(out, 'dichtbij.in.css'));
await build({
  entryPoints: [join(web, 'ts/desk.ts'), join(web, 'ts/live-worker.ts')], outdir: out, bundle: true, minify: true,
  target: 'es2022', format: 'iife', logLevel: 'warning',
});
console.log(`${icons.length} icons, ${readdirSync(out).length} files in build/web`);
