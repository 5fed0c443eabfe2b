// Every kind of page that links lead to, by someone with every role.
import { newPage, signIn } from './browser.mjs';
import { walk } from './walk.mjs';

const few = 40;  // fewer kinds of pages than this: the walk has lost its way

export default Object.fromEntries([['nl', 1440], ['en', 360]].map(([language, width]) => [
  `every page passes axe and fits ${width} px, in ${language === 'nl' ? 'Dutch' : 'English'}`,
  async ({ browser, server }) => {
    const page = await newPage(browser, width);
    await signIn(page, server.url, server.accounts.beheer);
    await page.goto(`${server.url}/taal/${language}?naar=/`);
    const first = ['/beheer', '/beheer/koppelingen', '/team', '/personen/nieuw', '/contact/nieuw', '/attenties', '/zoeken?q=jansen', '/werk?wie=alles', '/bestaat-niet'];
    const { kinds, problems } = await walk(page, `${server.url}/`, { prefix: `pagina-${language}`, width, first, pictures: width === 360 && Boolean(process.env.PICTURES) });
    await page.goto(`${server.url}/taal/nl?naar=/`);
    const wrong = problems.filter((problem) => !/^\/(bestaat-niet|team): 404/.test(problem));
    if (wrong.length) throw new Error(`${wrong.length} of ${kinds.length} kinds of pages:\n${wrong.join('\n')}`);
    if (kinds.length < few) throw new Error(`only ${kinds.length} kinds of pages were found:\n${kinds.join('\n')}`);
  },
]));
