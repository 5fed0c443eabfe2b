// A stuck case that is pulled loose, and cases that are divided over a team.
import { checkFocus, checkPage, newPage, shot, signIn } from './browser.mjs';
import { expect, fellingAnswers, inDays, main, newCase, person, press, publish } from './zaken.mjs';

export default {
  'a case that is stuck comes onto the list, gets its next step and leaves it with what was decided': async ({ browser, server }) => {
    await publish(browser, server, 'kapvergunning');
    const kcc = await newPage(browser);
    await signIn(kcc, server.url, server.accounts.kcc);
    const partij = await person(kcc, server.url, { voornaam: 'Hendrik', achternaam: 'Postma', geboren: '11-04-1958' });
    const desk = await newPage(browser);
    await signIn(desk, server.url, server.accounts.behandelaar);
    const zaak = await newCase(desk, server.url, { partij, type: 'Boom kappen', naam: 'Treurwilg op de erfgrens', fill: fellingAnswers });
    await press(desk, 'main a:has-text("Vraag overleg")');
    await checkPage(desk, 'asking the team');
    await press(desk, 'button:has-text("Vraag overleg")');
    expect((await desk.title()).startsWith('Fout:'), 'a title that begins with Fout:');
    await checkPage(desk, 'asking the team with a fault');
    await desk.fill('#reden', 'De buren zijn het niet eens over de erfgrens.');
    await press(desk, 'button:has-text("Vraag overleg")');
    expect((await main(desk)).includes('staat op de lijst van het overleg'), 'that it is on the list');

    const lead = await newPage(browser);
    await signIn(lead, server.url, server.accounts.lead);
    await lead.goto(`${server.url}/vastgelopen`);
    await checkPage(lead, 'the list of stuck cases');
    await checkFocus(lead, 'the list of stuck cases');
    await shot(lead, 'vastgelopen-1440');
    await press(lead, 'a:has-text("Treurwilg op de erfgrens")');
    expect((await main(lead)).includes('De buren zijn het niet eens'), 'why it was asked');
    await checkPage(lead, 'one stuck case');
    await shot(lead, 'vastgelopen-zaak-1440');
    await lead.fill('#wat', 'Vraag het Kadaster om de grens');
    await lead.fill('#uiterlijk_datum', inDays(5));
    await press(lead, 'button:has-text("Leg vast")');
    expect((await main(lead)).includes('De stap ligt vast.'), 'the step');
    await lead.fill('#besluit', 'Ruben vraagt de grens op; daarna beslissen wij.');
    await press(lead, 'button:has-text("Haal van de lijst")');
    await lead.goto(`${server.url}/vastgelopen?lijst=behandeld`);
    expect((await main(lead)).includes('daarna beslissen wij'), 'what was decided, on the list of what was treated');
    await checkPage(lead, 'treated cases');
    await shot(lead, 'vastgelopen-behandeld-1440');

    await desk.goto(`${zaak}?blad=taken`);
    expect((await main(desk)).includes('Vraag het Kadaster om de grens'), 'the step as a task of the case');
    await desk.goto(`${zaak}?blad=verloop`);
    expect((await main(desk)).includes('daarna beslissen wij'), 'the decision in the course of the case');
    const phone = await newPage(browser, 360);
    await signIn(phone, server.url, server.accounts.lead);
    await phone.goto(`${server.url}/vastgelopen?taal=en`);
    await checkPage(phone, 'the list on a phone');

    await lead.goto(`${server.url}/verdelen`);
    if (await lead.locator('#team').count()) {
      await lead.selectOption('#team', { label: 'Wonen en vergunningen' });
      await press(lead, 'button:has-text("Toon")');
    }
    await lead.check('tr:has-text("Treurwilg op de erfgrens") input[name=keuze]');
    await lead.check('input[name=hoe][value=vrij]');
    await press(lead, 'button.btn-primary:has-text("Verdeel")');
    expect((await lead.title()).startsWith('Fout:'), 'no dividing without a reason');
    await checkPage(lead, 'dividing with a fault');
    await lead.fill('#reden', 'Pieter is deze week op cursus');
    await press(lead, 'button.btn-primary:has-text("Verdeel")');
    await checkPage(lead, 'divided');
    await shot(lead, 'verdelen-1440');
    expect((await main(lead)).includes('1 zaak verdeeld.'), 'how many were divided');
  },
};
