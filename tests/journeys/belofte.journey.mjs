// Two promises in danger: one is moved on the morning the owner is asked; the other he forgets, so that the lead and
// the manager see it. Begins on Monday 2 March 2026, on a server with a clock of its own.
import { checkPage, newPage, shot, signIn } from './browser.mjs';
import { startServer } from './server.mjs';
import { act, asResident, eventually, expect, fellingAnswers, key, main, newCase, person, press, publish } from './zaken.mjs';

const manager = [['manager', 'Directie', 'Directie', 'Ineke Smit', 'i.smit', 'manager', 'ja']];
const summer = (day, time = '07:30') => `${day}T${time}:00+02:00`;

const rows = (page) => page.locator('main tbody tr').allTextContents();

export default {
  'a promise that will not be met is moved by its owner on the morning he is asked; what he forgets is seen by lead, manager and resident': async ({ browser }) => {
    const server = await startServer({ more: manager, settings: ['demo_sign_in = yes'], at: '2026-03-02T09:30:00+01:00' });
    const as = async (who, width = 1440) => {
      const page = await newPage(browser, width);
      await signIn(page, server.url, server.accounts[who]);
      return page;
    };
    try {
      await publish(browser, server, 'kapvergunning');
      const desk = await as('behandelaar');
      const partij = await person(desk, server.url, { voornaam: 'Agnieszka', achternaam: 'Wójcik', geboren: '11-06-1990', telefoon: '06 1234 7719' });
      const paths = [];
      for (const naam of ['Beuk bij de schuur', 'Wilg langs de sloot']) {
        paths.push(new URL(await newCase(desk, server.url, { partij, type: 'Boom kappen', naam, fill: fellingAnswers })).pathname);
        await key(desk, 'a');
      }
      // 25 working days, without Good Friday and Easter Monday.
      expect((await main(desk)).includes('“U krijgt uiterlijk woensdag 8 april ons besluit.”'), `the promise: ${await main(desk)}`);
      await desk.goto(`${server.url}/beloften`);
      expect((await main(desk)).includes('Geen beloften in gevaar.'), 'no promise in danger on the first day');
      await checkPage(desk, 'promises, none in danger');
      await shot(desk, 'beloften-leeg-1440');

      // A working day before the warning moment, itself two working days before the promise.
      server.clock.to(summer('2026-04-01'));
      const asked = await as('behandelaar');
      await asked.goto(`${server.url}/beloften`);
      await eventually(asked, async () => (await rows(asked)).length === 2, 'both cases on his list');
      expect((await main(asked)).includes('Wordt niet gehaald') && !(await main(asked)).includes('Inwoner weet het nog niet'), 'that they will not be met, and that there is still time to tell');
      await checkPage(asked, 'promises in danger');
      await shot(asked, 'beloften-1440');
      await asked.goto(`${server.url}/attenties`);
      expect((await main(asked)).includes('Beuk bij de schuur'), 'the question to him, among his notices');
      await asked.goto(`${server.url}/beloften`);
      await press(asked, 'tr:has-text("Beuk bij de schuur") a.cover');
      await act(asked, 'status');
      await act(asked, 'status');
      await asked.goto(`${server.url}/beloften`);
      await press(asked, 'tr:has-text("Beuk bij de schuur") a:has-text("Nieuwe datum")');
      await asked.fill('#datum', '2026-05-26');
      await asked.fill('#reden', 'De bomenkenner is ziek.');
      await checkPage(asked, 'moving the promise');
      await key(asked, 'Control+Enter');
      expect((await main(asked)).includes('De belofte is verzet.'), 'the promise moved');
      await asked.goto(`${server.url}/beloften`);
      expect((await rows(asked)).length === 1, 'only the other one left');
      const early = await as('manager');
      await early.goto(`${server.url}/beloften`);
      expect(!(await main(early)).includes('Inwoner weet het nog niet'), 'nothing untold yet for the manager');

      // The warning moment: he did nothing about the other.
      server.clock.to(summer('2026-04-02', '19:00'));
      const lead = await as('lead');
      await lead.goto(`${server.url}/attenties`);
      await eventually(lead, async () => (await main(lead)).includes('krap of voorbij bij Wilg langs de sloot'), 'the forgotten case among the notices of the lead');
      expect(!(await main(lead)).includes('krap of voorbij bij Beuk'), 'not the one that was moved');
      await lead.goto(`${server.url}/beloften`);
      await checkPage(lead, 'promises of the team');
      await shot(lead, 'beloften-team-1440');
      const boss = await as('manager');
      await boss.goto(`${server.url}/beloften`);
      const [row, ...more] = await rows(boss);
      expect(more.length === 0 && row.includes('Inwoner weet het nog niet') && row.includes('Pieter Hoekstra'), `the forgotten case and whose it is, not "${row}"`);
      await checkPage(boss, 'promises of everyone');
      await shot(boss, 'beloften-alles-1440');
      const phone = await as('manager', 360);
      await phone.goto(`${server.url}/taal/en?naar=/`);
      await phone.goto(`${server.url}/beloften`);
      await checkPage(phone, 'promises of everyone en 360');
      await shot(phone, 'beloften-alles-en-360');

      // The day after the promise.
      server.clock.to(summer('2026-04-09'));
      const late = await as('behandelaar');
      await late.goto(server.url + paths[1]);
      expect((await main(late)).includes('De beloofde datum is voorbij. Spreek een nieuwe datum af en vertel het de inwoner.'), 'what he has to do now');
      await checkPage(late, 'case after its promise');
      await shot(late, 'belofte-voorbij-1440');
      const resident = await asResident(browser, server.url, 'Wójcik', { language: 'en' });
      await press(resident, '.matters a:has-text("Wilg langs de sloot")');
      expect((await main(resident)).includes('We did not make it. We are sorry.'), 'that the resident is told');
      await checkPage(resident, 'her case after the promise');
      await shot(resident, 'belofte-voorbij-mijn-en-360');
      await act(late, 'verzet', async () => {
        await late.fill('#datum', '2026-05-12');
        await late.fill('#reden', 'Ik heb dit laten liggen.');
      });
      await resident.reload();
      expect((await main(resident)).includes('This date was moved once'), 'the moved promise');
      await late.goto(`${server.url}/beloften`);
      expect((await main(late)).includes('Geen beloften in gevaar.'), 'no promise in danger any more');
    } finally {
      await server.close();
    }
  },
};
