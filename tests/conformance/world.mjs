// What the run asks about: made over the interface itself, by the names that filters.mjs uses.
const day = 24 * 60 * 60 * 1000;
const moment = (days) => `${new Date(Date.now() - days * day).toISOString().slice(0, 10)}T08:00:00Z`;
const identificator = (objectId, codeObjecttype, codeRegister, codeSoortObjectId) => ({ objectId, codeObjecttype, codeRegister, codeSoortObjectId });
const groep = (codeObjecttype, codeRegister, codeSoortObjectId, objectId) => ({ partijIdentificator: { codeObjecttype, codeRegister, codeSoortObjectId, objectId } });
const naar = (uuid) => ({ uuid });

export async function makeWorld(client) {
  const world = { problems: [] };
  const make = async (name, id, body) => {
    const answer = await client.expect(id, 201, { body });
    world.problems.push(...answer.problems);
    world[name] = answer.body ?? {};
    return world[name];
  };
  await make('actor', 'actorenCreate', { naam: 'Tom Baars', soortActor: 'medewerker', indicatieActief: true, actoridentificator: identificator('tom@oeverland.example', 'mdw', 'msei', 'email') });
  await make('actor2', 'actorenCreate', { naam: 'Wonen', soortActor: 'organisatorische_eenheid', indicatieActief: false, actoridentificator: identificator('wonen', 'afd', 'obj', 'idf') });
  await makePartijen(make, world);
  await makeContacten(make, world);
  const { toegewezenOp } = world.taak;
  world['taak.op'] = toegewezenOp;
  world['taak.later'] = toegewezenOp ? new Date(Date.parse(toegewezenOp) + 3600_000).toISOString().replace('.000', '') : '';
  world['een.op'] = world.een.plaatsgevondenOp;
  world['twee.op'] = world.twee.plaatsgevondenOp;
  return world;
}

async function makePartijen(make, world) {
  await make('amira', 'partijenCreate', {
    soortPartij: 'persoon', indicatieActief: true, indicatieGeheimhouding: false, nummer: '0000000077', voorkeurstaal: 'nld',
    partijIdentificatie: { contactnaam: { voorletters: 'A.', voornaam: 'Amira', voorvoegselAchternaam: 'El', achternaam: 'Idrissi' } },
    partijIdentificatoren: [groep('natuurlijk_persoon', 'brp', 'bsn', '999990019')],
  });
  await make('bakkerij', 'partijenCreate', {
    soortPartij: 'organisatie', indicatieActief: false, indicatieGeheimhouding: true, nummer: '0000000088', partijIdentificatie: { naam: 'Bakkerij' },
    bezoekadres: { nummeraanduidingId: '0399200000000001', straatnaam: 'Kastanjelaan', huisnummer: 18, huisnummertoevoeging: 'a', postcode: '3999 AB', stad: 'Oeverdorp', adresregel1: 'Hoeve', adresregel2: 'Achter', adresregel3: 'Poort', land: 'BE' },
    correspondentieadres: { nummeraanduidingId: '0399200000000002', adresregel1: 'Postbus', adresregel2: 'Twee', adresregel3: 'Drie', land: 'DE' },
  });
  world.bsn = world.amira.partijIdentificatoren?.[0];
  await make('kvk', 'partijIdentificatorenCreate', { ...groep('niet_natuurlijk_persoon', 'hr', 'kvk_nummer', '12345678'), identificeerdePartij: naar(world.bakkerij.uuid), anderePartijIdentificator: 'klant 7' });
  await make('vestiging', 'partijIdentificatorenCreate', { ...groep('vestiging', 'hr', 'vestigingsnummer', '000012345678'), identificeerdePartij: naar(world.bakkerij.uuid), subIdentificatorVan: naar(world.kvk.uuid) });
  await make('mail', 'digitaleadressenCreate', { adres: 'post@bakkerij.example', soortDigitaalAdres: 'email', isStandaardAdres: true, omschrijving: 'Algemeen', verstrektDoorPartij: naar(world.bakkerij.uuid), verstrektDoorBetrokkene: null });
  await make('rekening', 'rekeningnummersCreate', { partij: naar(world.bakkerij.uuid), iban: 'NL91ABNA0417164300', bic: 'ABNANL2A' });
  await make('categorie', 'categorieenCreate', { naam: 'Ondernemer' });
  await make('categorie2', 'categorieenCreate', { naam: 'Inwoner' });
  await make('relatie', 'categorieRelatiesCreate', { partij: naar(world.bakkerij.uuid), categorie: naar(world.categorie.uuid), beginDatum: '2026-02-02', eindDatum: '2027-02-02' });
  await make('vertegenwoordiging', 'vertegenwoordigingenCreate', { vertegenwoordigendePartij: naar(world.amira.uuid), vertegenwoordigdePartij: naar(world.bakkerij.uuid) });
}

async function makeContacten(make, world) {
  await make('een', 'klantcontactenCreate', {
    nummer: '0000000012', referentienummer: '0000000112', kanaal: 'Telefoon', onderwerp: 'Een beuk voor de deur', inhoud: 'De beuk bij het café is ziek.', reactie: 'Dat mag niet.',
    indicatieContactGelukt: true, taal: 'nld', vertrouwelijk: false, plaatsgevondenOp: moment(4), metadata: { bron: 'proef' },
  });
  await make('twee', 'klantcontactenCreate', {
    nummer: '0000000034', referentienummer: '0000000134', kanaal: 'brief', onderwerp: 'Een paspoort', inhoud: 'Het is kwijt.', reactie: 'Wat vervelend.',
    indicatieContactGelukt: false, taal: 'nld', vertrouwelijk: true, plaatsgevondenOp: moment(3),
  });
  await make('bij_een', 'betrokkenenCreate', {
    wasPartij: naar(world.amira.uuid), hadKlantcontact: naar(world.een.uuid), rol: 'klant', initiator: true, organisatienaam: 'Bakkerij',
    contactnaam: { voorletters: 'A.', voornaam: 'Amira', voorvoegselAchternaam: 'El', achternaam: 'Idrissi' },
    bezoekadres: { straatnaam: 'Kade', huisnummer: 3, postcode: '3999 AB', stad: 'Oeverdorp' },
  });
  await make('bij_twee', 'betrokkenenCreate', {
    wasPartij: null, hadKlantcontact: naar(world.twee.uuid), rol: 'vertegenwoordiger', initiator: true, organisatienaam: 'Slagerij',
    contactnaam: { voorletters: 'H.', voornaam: 'Henk', voorvoegselAchternaam: 'de', achternaam: 'Vries' },
  });
  const adres = (text, soort, betrokkene, more = {}) => ({ adres: text, soortDigitaalAdres: soort, verstrektDoorPartij: null, verstrektDoorBetrokkene: naar(betrokkene.uuid), ...more });
  await make('telefoon', 'digitaleadressenCreate', adres('0612345678', 'telefoonnummer', world.bij_een, { omschrijving: 'thuis', referentie: 'portaal', verificatieDatum: '2026-03-01' }));
  await make('bij_amira', 'digitaleadressenCreate', adres('amira@voorbeeld.example', 'email', world.bij_een));
  await make('post', 'digitaleadressenCreate', adres('postbus 12', 'overig', world.bij_twee));
  await make('onderwerp', 'onderwerpobjectenCreate', { klantcontact: naar(world.een.uuid), wasKlantcontact: null, onderwerpobjectidentificator: identificator('zaak-1', 'zgw-Zaak', 'openzaak', 'uuid') });
  await make('onderwerp2', 'onderwerpobjectenCreate', { klantcontact: naar(world.twee.uuid), wasKlantcontact: naar(world.een.uuid), onderwerpobjectidentificator: identificator('melding-2', 'melding', 'openklant', 'nummer') });
  await make('bijlage', 'bijlagenCreate', { wasBijlageVanKlantcontact: naar(world.een.uuid), bijlageidentificator: identificator('document-1', 'document', 'documenten', 'uuid') });
  await make('link', 'actorklantcontactenCreate', { actor: naar(world.actor.uuid), klantcontact: naar(world.een.uuid) });
  await make('link2', 'actorklantcontactenCreate', { actor: naar(world.actor2.uuid), klantcontact: naar(world.twee.uuid) });
  await make('taak', 'internetakenCreate', {
    nummer: '0000000051', referentienummer: '0000000151', gevraagdeHandeling: 'Bel terug over de beuk', aanleidinggevendKlantcontact: naar(world.een.uuid),
    toegewezenAanActoren: [naar(world.actor.uuid)], toelichting: 'Graag voor vrijdag.', status: 'te_verwerken',
  });
}
