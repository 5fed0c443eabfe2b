// Of every resource: a body that is taken, a change, and bodies that are refused with the fields and codes that clients
// expect. `n` makes what must be unique so. `w`: what world.mjs made.
const naar = (one) => ({ uuid: one.uuid });
export const nobody = { uuid: '00000000-0000-4000-8000-0000000000ff' };
const bsns = ['999990020', '999990032', '999990044', '999990056', '999990068', '999990081', '999990093'];
const digits = (n) => String(n).padStart(8, '0');

export const klantinteracties = [
  {
    name: 'actoren', path: '/actoren', one: 'actor',
    body: (w, n) => ({ naam: `Proef ${n}`, soortActor: 'medewerker', indicatieActief: true, actoridentificator: null, actorIdentificatie: { functie: 'adviseur', emailadres: '', telefoonnummer: '0201234567' } }),
    change: () => ({ naam: 'Anders' }),
    required: ['naam', 'soortActor'],
    refused: [[{ naam: 'a'.repeat(201) }, 'naam', 'max_length'], [{ soortActor: 'robot' }, 'soortActor', 'invalid_choice'], [{ indicatieActief: 'misschien' }, 'indicatieActief', 'invalid']],
  },
  {
    name: 'actorklantcontacten', path: '/actorklantcontacten', one: 'link',
    fresh: async (client) => ({ actor: (await client.expect('actorenCreate', 201, { body: { naam: 'Los', soortActor: 'medewerker', indicatieActief: true } })).body }),
    body: (w, n, fresh) => ({ actor: naar(fresh.actor), klantcontact: naar(w.een) }),
    change: (w) => ({ klantcontact: naar(w.twee) }),
    required: ['actor', 'klantcontact'],
    refused: [[{ actor: nobody }, 'actor.uuid', 'invalid'], [{ klantcontact: null }, 'klantcontact', 'null']],
  },
  {
    name: 'betrokkenen', path: '/betrokkenen', one: 'bij_een',
    body: (w) => ({ wasPartij: null, hadKlantcontact: naar(w.een), rol: 'klant', initiator: false, organisatienaam: '', contactnaam: { voorletters: '', voornaam: 'Bo', voorvoegselAchternaam: '', achternaam: 'Proef' } }),
    change: () => ({ organisatienaam: 'Anders' }),
    required: ['hadKlantcontact', 'rol', 'initiator'],
    refused: [[{ wasPartij: nobody }, 'wasPartij.uuid', 'invalid'], [{ rol: 'buur' }, 'rol', 'invalid_choice'], [{ contactnaam: { voorletters: 'a'.repeat(11) } }, 'contactnaam.voorletters', 'max_length'], [{ bezoekadres: { huisnummer: 0 } }, 'bezoekadres.huisnummer', 'min_value']],
  },
  {
    name: 'bijlagen', path: '/bijlagen', one: 'bijlage',
    body: (w, n) => ({ wasBijlageVanKlantcontact: naar(w.een), bijlageidentificator: { objectId: `proef-${n}`, codeObjecttype: 'document', codeRegister: 'documenten', codeSoortObjectId: 'uuid' } }),
    change: () => ({ bijlageidentificator: { objectId: 'anders', codeObjecttype: 'document', codeRegister: 'documenten', codeSoortObjectId: 'uuid' } }),
    required: [],
    refused: [[{ wasBijlageVanKlantcontact: nobody }, 'wasBijlageVanKlantcontact.uuid', 'invalid'], [{ bijlageidentificator: { objectId: 'a'.repeat(201) } }, 'bijlageidentificator.objectId', 'max_length']],
  },
  {
    name: 'categorieRelaties', path: '/categorie-relaties', one: 'relatie',
    body: (w) => ({ partij: naar(w.amira), categorie: naar(w.categorie2), beginDatum: '2026-01-01', eindDatum: null }),
    change: () => ({ eindDatum: '2027-01-01' }),
    required: [],
    refused: [[{ partij: nobody }, 'partij.uuid', 'invalid'], [{ beginDatum: 'gisteren' }, 'beginDatum', 'invalid']],
  },
  {
    name: 'categorieen', path: '/categorieen', one: 'categorie',
    body: (w, n) => ({ naam: `Proef ${n}` }),
    change: (w, n) => ({ naam: `Anders ${n}` }),
    required: [],
    refused: [[{ naam: 'a'.repeat(81) }, 'naam', 'max_length']],
  },
  {
    name: 'digitaleadressen', path: '/digitaleadressen', one: 'telefoon',
    body: (w, n) => ({ verstrektDoorBetrokkene: null, verstrektDoorPartij: null, adres: `proef${n}@voorbeeld.example`, soortDigitaalAdres: 'email', omschrijving: 'proef' }),
    change: () => ({ omschrijving: 'anders' }),
    required: ['adres', 'soortDigitaalAdres'],
    refused: [[{ adres: 'geen adres' }, 'adres', 'invalid'], [{ adres: `${'a'.repeat(80)}@b.example` }, 'adres', 'max_length'], [{ soortDigitaalAdres: 'duif' }, 'soortDigitaalAdres', 'invalid_choice'],
      [{ verstrektDoorPartij: nobody }, 'verstrektDoorPartij.uuid', 'invalid'], [{ isStandaardAdres: true }, 'isStandaardAdres', 'invalid'], [{ referentie: 'met spatie' }, 'referentie', 'invalid']],
  },
  {
    name: 'internetaken', path: '/internetaken', one: 'taak',
    body: (w) => ({ nummer: '', gevraagdeHandeling: 'Bel terug', aanleidinggevendKlantcontact: naar(w.een), toegewezenAanActoren: [naar(w.actor)], toelichting: '', status: 'te_verwerken' }),
    change: () => ({ toelichting: 'anders' }),
    whole: ({ toegewezenAanActor, ...made }) => made, // either of both
    required: ['gevraagdeHandeling', 'aanleidinggevendKlantcontact', 'status'],
    refused: [[{ nummer: 'abc' }, 'nummer', 'invalid'], [{ nummer: '0000000051' }, 'nummer', 'unique'], [{ status: 'klaar' }, 'status', 'invalid_choice'], [{ gevraagdeHandeling: 'a'.repeat(201) }, 'gevraagdeHandeling', 'max_length'],
      [{ aanleidinggevendKlantcontact: nobody }, 'aanleidinggevendKlantcontact.uuid', 'invalid'], [{ toegewezenAanActoren: [nobody] }, 'toegewezenAanActoren.0.uuid', 'invalid']],
  },
  {
    name: 'klantcontacten', path: '/klantcontacten', one: 'een',
    body: () => ({ nummer: '', kanaal: 'telefoon', onderwerp: 'Proef', inhoud: '', reactie: '', indicatieContactGelukt: true, taal: 'nld', vertrouwelijk: false, plaatsgevondenOp: new Date().toISOString() }),
    change: () => ({ inhoud: 'Anders.' }),
    required: ['kanaal', 'onderwerp', 'taal', 'vertrouwelijk'],
    refused: [[{ nummer: 'abc' }, 'nummer', 'invalid'], [{ nummer: '0000000012' }, 'nummer', 'unique'], [{ nummer: '00000000123' }, 'nummer', 'max_length'], [{ onderwerp: '' }, 'onderwerp', 'blank'], [{ kanaal: null }, 'kanaal', 'null'],
      [{ taal: 'Nederlands' }, 'taal', 'max_length'], [{ plaatsgevondenOp: 'vandaag' }, 'plaatsgevondenOp', 'invalid'], [{ vertrouwelijk: 'soms' }, 'vertrouwelijk', 'invalid'],
      [{ verdereActieOndernomen: true }, 'nonFieldErrors', 'no-further-action-when-contact-succesful']],
  },
  {
    name: 'onderwerpobjecten', path: '/onderwerpobjecten', one: 'onderwerp',
    body: (w, n) => ({ klantcontact: naar(w.een), wasKlantcontact: null, onderwerpobjectidentificator: { objectId: `proef-${n}`, codeObjecttype: 'zgw-Zaak', codeRegister: 'openzaak', codeSoortObjectId: 'uuid' } }),
    change: () => ({ onderwerpobjectidentificator: { objectId: 'anders', codeObjecttype: 'zgw-Zaak', codeRegister: 'openzaak', codeSoortObjectId: 'uuid' } }),
    required: [],
    refused: [[{ klantcontact: nobody }, 'klantcontact.uuid', 'invalid'], [{ wasKlantcontact: nobody }, 'wasKlantcontact.uuid', 'invalid']],
  },
  {
    name: 'partijIdentificatoren', path: '/partij-identificatoren', one: 'kvk',
    body: (w, n) => ({ identificeerdePartij: null, anderePartijIdentificator: '', partijIdentificator: { codeObjecttype: 'niet_natuurlijk_persoon', codeRegister: 'hr', codeSoortObjectId: 'kvk_nummer', objectId: digits(70000000 + n) } }),
    change: () => ({ anderePartijIdentificator: 'anders' }),
    required: ['partijIdentificator'],
    refused: [[{ identificeerdePartij: nobody }, 'identificeerdePartij.uuid', 'invalid'],
      [{ partijIdentificator: { codeObjecttype: 'natuurlijk_persoon', codeRegister: 'brp', codeSoortObjectId: 'bsn', objectId: '123456789' } }, 'partijIdentificatorObjectId', 'invalid'],
      [{ partijIdentificator: { codeObjecttype: 'natuurlijk_persoon', codeRegister: 'brp', codeSoortObjectId: 'bsn', objectId: '1' } }, 'partijIdentificatorObjectId', 'invalid'],
      [{ partijIdentificator: { codeObjecttype: 'vestiging', codeRegister: 'brp', codeSoortObjectId: 'bsn', objectId: '999990019' } }, 'partijIdentificatorCodeObjecttype', 'invalid']],
  },
  {
    name: 'partijen', path: '/partijen', one: 'amira',
    body: (w, n) => ({ soortPartij: 'persoon', indicatieActief: true, digitaleAdressen: [], voorkeursDigitaalAdres: null, rekeningnummers: [], voorkeursRekeningnummer: null, partijIdentificatie: { contactnaam: { voornaam: `Proef ${n}`, achternaam: 'Persoon' } },
      partijIdentificatoren: [{ partijIdentificator: { codeObjecttype: 'natuurlijk_persoon', codeRegister: 'brp', codeSoortObjectId: 'bsn', objectId: bsns[n % bsns.length] } }] }),
    change: () => ({ interneNotitie: 'Anders.', partijIdentificatie: { contactnaam: { voornaam: 'Ander', achternaam: 'Persoon' } } }),
    required: ['soortPartij', 'indicatieActief'],
    refused: [[{ soortPartij: 'hond' }, 'soortPartij', 'invalid_choice'], [{ nummer: '0000000077' }, 'nummer', 'unique'], [{ digitaleAdressen: [nobody] }, 'digitaleAdressen.0.uuid', 'invalid'], [{ interneNotitie: 'a'.repeat(1001) }, 'interneNotitie', 'max_length'],
      [{ bezoekadres: { land: 'XX' } }, 'bezoekadres.land', 'invalid'], [{ bezoekadres: { postcode: '3999AB' } }, 'bezoekadres.postcode', 'invalid']],
  },
  {
    name: 'rekeningnummers', path: '/rekeningnummers', one: 'rekening',
    body: () => ({ partij: null, iban: 'NL02ABNA0123456789', bic: 'ABNANL2A' }),
    change: () => ({ bic: 'INGBNL2A' }),
    required: ['iban'],
    refused: [[{ iban: '12' }, 'iban', 'invalid'], [{ bic: 'X' }, 'bic', 'min_length'], [{ partij: nobody }, 'partij.uuid', 'invalid']],
  },
  {
    name: 'vertegenwoordigingen', path: '/vertegenwoordigingen', one: 'vertegenwoordiging',
    fresh: async (client) => ({ partij: (await client.expect('partijenCreate', 201, { body: { soortPartij: 'organisatie', indicatieActief: true, partijIdentificatie: { naam: 'Los' } } })).body }),
    body: (w, n, fresh) => ({ vertegenwoordigendePartij: naar(w.bakkerij), vertegenwoordigdePartij: naar(fresh.partij) }),
    change: (w) => ({ vertegenwoordigendePartij: naar(w.amira) }),
    required: ['vertegenwoordigendePartij', 'vertegenwoordigdePartij'],
    refused: [[{ vertegenwoordigendePartij: nobody }, 'vertegenwoordigendePartij.uuid', 'invalid']],
  },
];

export const contactgegevens = [
  {
    name: 'organisatie', path: '/organisatie', one: 'organisatie',
    body: (w, n) => ({ handelsnaam: `Proef ${n}`, oprichtingsdatum: '2020-01-01', opheffingsdatum: null, adres: { straatnaam: 'Kade', huisnummer: 3, postcode: '3999 AB', stad: 'Oeverdorp', land: 'NL' } }),
    change: () => ({ handelsnaam: 'Anders' }),
    required: ['handelsnaam'],
    refused: [[{ handelsnaam: 'a'.repeat(256) }, 'handelsnaam', 'max_length'], [{ oprichtingsdatum: 'ooit' }, 'oprichtingsdatum', 'invalid'], [{ adres: { huisnummer: 100000 } }, 'adres.huisnummer', 'max_value']],
  },
  {
    name: 'persoon', path: '/persoon', one: 'persoon',
    body: (w, n) => ({ geboortedatum: '1980-05-17', overlijdensdatum: null, geslachtsnaam: `Proef ${n}`, geslacht: 'v', voorvoegsel: 'van', voornamen: 'Bo', adres: null }),
    change: () => ({ geslachtsnaam: 'Anders' }),
    required: ['geboortedatum', 'geslachtsnaam'],
    refused: [[{ geslacht: 'x' }, 'geslacht', 'invalid_choice'], [{ voorvoegsel: 'a'.repeat(11) }, 'voorvoegsel', 'max_length'], [{ adres: { postcode: '0000 AA' } }, 'adres.postcode', 'invalid']],
  },
];

export const autorisaties = [
  {
    name: 'applicatie', path: '/applicaties', one: 'applicatie',
    ids: { list: 'applicatie_list', create: 'applicatie_create', retrieve: 'applicatie_read', update: 'applicatie_update', patch: 'applicatie_partial_update', destroy: 'applicatie_delete' },
    body: (w, n) => ({ clientIds: [`proef-${n}`], label: `Proef ${n}`, heeftAlleAutorisaties: false, autorisaties: [{ component: 'nrc', scopes: ['notificaties.consumeren'] }], rechten: ['partijen.lezen'] }),
    change: () => ({ label: 'Anders' }),
    required: ['clientIds', 'label'],
    refused: [[{ clientIds: ['met spatie'] }, 'clientIds.0', 'invalid'], [{ label: 'a'.repeat(101) }, 'label', 'max_length'], [{ heeftAlleAutorisaties: true }, 'nonFieldErrors', 'ambiguous-authorizations-specified'],
      [{ autorisaties: [{ component: 'zrc', scopes: ['zaken.lezen'] }] }, 'autorisaties.0.component', 'invalid_choice'], [{ rechten: ['alles'] }, 'rechten.0', 'invalid_choice']],
  },
];
