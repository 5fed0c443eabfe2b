#pragma once
// A case type as data: what a case of this kind is called, which steps, terms and results it has, and what
// the resident reads. This is the content that the file of case types holds and that a version keeps; which
// team and process owner it has is chosen per gemeente (zaaktype_versie.h).
//
// The members stand in the order of the file and carry its names: reader, writer and comparison are made
// from them. Fields of the Catalogi standard: code is identificatie, naam is omschrijving, wettelijke_termijn
// is doorlooptijd, vertrouwelijkheid is vertrouwelijkheidaanduiding.
//
// A member that came after case types were published has a default that means what they did before, and is named in
// later_velden (json_velden.h): a file or version without it reads as it was.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>
#include <vector>

namespace dichtbij::zaaktype {

// What a resident reads, in Dutch and in English.
struct Tweetalig {
    std::string nl;
    std::string en;
    bool operator==(const Tweetalig&) const = default;
};
BOOST_DESCRIBE_STRUCT(Tweetalig, (), (nl, en))

enum class Aanleiding { aanvraag, melding, bezwaar, klacht, verzoek };
BOOST_DESCRIBE_ENUM(Aanleiding, aanvraag, melding, bezwaar, klacht, verzoek)

// Level of assurance with which a resident signs in (eIDAS).
enum class Betrouwbaarheidsniveau { laag, substantieel, hoog };
BOOST_DESCRIBE_ENUM(Betrouwbaarheidsniveau, laag, substantieel, hoog)

// Of its cases, when nothing else was chosen for one. volgens_domein: vertrouwelijk in a confidential domain, else
// zaakvertrouwelijk.
enum class Zaaktypevertrouwelijkheid { volgens_domein, openbaar, beperkt_openbaar, intern, zaakvertrouwelijk, vertrouwelijk, confidentieel, geheim,
                                       zeer_geheim };
BOOST_DESCRIBE_ENUM(Zaaktypevertrouwelijkheid, volgens_domein, openbaar, beperkt_openbaar, intern, zaakvertrouwelijk, vertrouwelijk, confidentieel,
                    geheim, zeer_geheim)

enum class Termijneenheid { weken, dagen, maanden };
BOOST_DESCRIBE_ENUM(Termijneenheid, weken, dagen, maanden)

// `aantal` 0: the law sets none. `grondslag` is the article, "" when none is known; te_bevestigen: the
// gemeente has not confirmed it yet.
struct WettelijkeTermijn {
    int aantal = 0;
    Termijneenheid eenheid = Termijneenheid::weken;
    std::string grondslag;
    bool te_bevestigen = true;
    bool operator==(const WettelijkeTermijn&) const = default;
};
BOOST_DESCRIBE_STRUCT(WettelijkeTermijn, (), (aantal, eenheid, grondslag, te_bevestigen))

enum class Normeenheid { werkdagen };
BOOST_DESCRIBE_ENUM(Normeenheid, werkdagen)

// What the gemeente promises by itself, a clock beside the legal term.
struct Servicenorm {
    int aantal = 0;
    Normeenheid eenheid = Normeenheid::werkdagen;
    bool operator==(const Servicenorm&) const = default;
};
BOOST_DESCRIBE_STRUCT(Servicenorm, (), (aantal, eenheid))

struct Verlenging {  // keren 0: may not be extended
    int keren = 0;
    int aantal = 0;
    Termijneenheid eenheid = Termijneenheid::weken;
    bool met_instemming = false;  // further with consent of the applicant
    std::string grondslag;
    bool operator==(const Verlenging&) const = default;
};
BOOST_DESCRIBE_STRUCT(Verlenging, (), (keren, aantal, eenheid, met_instemming, grondslag))

enum class Legessoort { geen, vast, verordening };
BOOST_DESCRIBE_ENUM(Legessoort, geen, vast, verordening)

struct Leges {  // verordening: the amount follows from the bylaw of the gemeente
    Legessoort soort = Legessoort::geen;
    int bedrag_cent = 0;
    Tweetalig uitleg;
    bool operator==(const Leges&) const = default;
};
BOOST_DESCRIBE_STRUCT(Leges, (), (soort, bedrag_cent, uitleg))

struct Statustype {  // in order; exactly the last ends the case
    std::string code;
    Tweetalig naam;
    Tweetalig wij_doen;
    Tweetalig u_doet;  // empty: nothing is asked of the resident
    bool eind = false;
    bool operator==(const Statustype&) const = default;
};
BOOST_DESCRIBE_STRUCT(Statustype, (), (code, naam, wij_doen, u_doet, eind))

enum class Nominatie { vernietigen, blijvend_bewaren };
BOOST_DESCRIBE_ENUM(Nominatie, vernietigen, blijvend_bewaren)

// Where the archive term begins (Catalogi: brondatumArchiefprocedure.afleidingswijze).
enum class Afleiding { afgehandeld, hoofdzaak, eigenschap, ingangsdatum_besluit, vervaldatum_besluit, termijn, zaakobject,
                       gerelateerde_zaak, ander_datumkenmerk };
BOOST_DESCRIBE_ENUM(Afleiding, afgehandeld, hoofdzaak, eigenschap, ingangsdatum_besluit, vervaldatum_besluit, termijn, zaakobject,
                    gerelateerde_zaak, ander_datumkenmerk)

struct Archief {
    Nominatie nominatie = Nominatie::vernietigen;
    int jaren = 0;  // until destruction; 0 with blijvend_bewaren
    Afleiding afleiding = Afleiding::afgehandeld;
    std::string selectielijst;  // number in the selection list, "" when not known
    bool te_bevestigen = true;
    // With eigenschap the code of the question that asks the day ("": the only one that asks a day), with zaakobject and
    // ander_datumkenmerk what day it is.
    std::string datumkenmerk = {};
    int procestermijn_jaren = 0;  // with termijn: how long the process lasts after the end; 0: not known
    bool operator==(const Archief&) const = default;
};
BOOST_DESCRIBE_STRUCT(Archief, (), (nominatie, jaren, afleiding, selectielijst, te_bevestigen, datumkenmerk, procestermijn_jaren))

struct Resultaattype {
    std::string code;
    Tweetalig naam;
    Archief archief;
    bool operator==(const Resultaattype&) const = default;
};
BOOST_DESCRIBE_STRUCT(Resultaattype, (), (code, naam, archief))

enum class Rolsoort { initiator, belanghebbende, gemachtigde, behandelaar, adviseur, beslisser, zaakcoordinator, klantcontacter,
                      mede_initiator };
BOOST_DESCRIBE_ENUM(Rolsoort, initiator, belanghebbende, gemachtigde, behandelaar, adviseur, beslisser, zaakcoordinator,
                    klantcontacter, mede_initiator)

enum class Eigenschapsoort { tekst, getal, datum, ja_nee, keuze, adres };
BOOST_DESCRIBE_ENUM(Eigenschapsoort, tekst, getal, datum, ja_nee, keuze, adres)

struct Eigenschap {  // asked of the applicant
    std::string code;
    Tweetalig vraag;
    Eigenschapsoort soort = Eigenschapsoort::tekst;
    bool verplicht = false;
    std::vector<Tweetalig> keuzes;  // only with keuze
    bool operator==(const Eigenschap&) const = default;
};
BOOST_DESCRIBE_STRUCT(Eigenschap, (), (code, vraag, soort, verplicht, keuzes))

enum class Verplichtbij { aanvraag, besluit, nooit };
BOOST_DESCRIBE_ENUM(Verplichtbij, aanvraag, besluit, nooit)

struct Documenttype {  // Catalogi: informatieobjecttype
    std::string code;
    Tweetalig naam;
    Verplichtbij verplicht_bij = Verplichtbij::nooit;
    bool vertrouwelijk = false;
    bool operator==(const Documenttype&) const = default;
};
BOOST_DESCRIBE_STRUCT(Documenttype, (), (code, naam, verplicht_bij, vertrouwelijk))

enum class Taaksoort { intern_advies, extern_advies, vraag_aan_aanvrager, akkoord, verstuur_document };
BOOST_DESCRIBE_ENUM(Taaksoort, intern_advies, extern_advies, vraag_aan_aanvrager, akkoord, verstuur_document)

struct Taaksjabloon {  // a task that is made when the case reaches the status
    std::string naam;
    Taaksoort soort = Taaksoort::intern_advies;
    std::string bij_status;
    int werkdagen = 0;
    bool operator==(const Taaksjabloon&) const = default;
};
BOOST_DESCRIBE_STRUCT(Taaksjabloon, (), (naam, soort, bij_status, werkdagen))

struct Zaaktype {
    std::string code;  // [a-z0-9-], known by it in the gemeente and in files
    Tweetalig naam;
    std::string upl;   // URI of the Uniforme Productnamenlijst, or ""
    std::string doel;  // for employees
    Tweetalig uitleg;  // for residents, B1
    Aanleiding aanleiding = Aanleiding::aanvraag;
    std::string domein;  // confidential domain: "", "wmo", "jeugd", "inkomen"
    Zaaktypevertrouwelijkheid vertrouwelijkheid = Zaaktypevertrouwelijkheid::volgens_domein;
    int afhandelniveau = 3;
    Betrouwbaarheidsniveau betrouwbaarheidsniveau = Betrouwbaarheidsniveau::substantieel;
    bool zonder_inloggen = false;  // status on number, postcode and house number alone
    WettelijkeTermijn wettelijke_termijn;
    Servicenorm servicenorm;
    bool opschorten = true;
    Verlenging verlengen;
    bool dwangsom = true;
    Leges leges;
    std::vector<Statustype> statussen;
    std::vector<Resultaattype> resultaten;
    std::vector<Rolsoort> rollen;
    std::vector<Eigenschap> eigenschappen;
    std::vector<Documenttype> documenttypen;
    std::vector<Taaksjabloon> taken;
    bool operator==(const Zaaktype&) const = default;
};
BOOST_DESCRIBE_STRUCT(Zaaktype, (),
                      (code, naam, upl, doel, uitleg, aanleiding, domein, vertrouwelijkheid, afhandelniveau, betrouwbaarheidsniveau, zonder_inloggen,
                       wettelijke_termijn, servicenorm, opschorten, verlengen, dwangsom, leges, statussen, resultaten, rollen,
                       eigenschappen, documenttypen, taken))

}  // namespace dichtbij::zaaktype
