#pragma once
// The rows of case types. Reads return what is there; what a caller may see is the service's to say.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"
#include "zaaktype/zaaktype_versie.h"

namespace dichtbij::zaaktype {

struct Zaaktyperij {
    Id<dichtbij::Zaaktype> id;
    Id<dichtbij::Gemeente> gemeente;
    std::string code;
    std::optional<Id<dichtbij::Team>> team;
    std::optional<Id<dichtbij::Medewerker>> proceseigenaar;
    std::int64_t versie = 0;
};
BOOST_DESCRIBE_STRUCT(Zaaktyperij, (), (id, gemeente, code, team, proceseigenaar, versie))

struct Kenmerken {  // of the content, for lists
    std::string naam_nl;
    std::string naam_en;
    Aanleiding aanleiding = Aanleiding::aanvraag;
    std::string domein;
    int afhandelniveau = 3;
    int te_bevestigen = 0;
};
BOOST_DESCRIBE_STRUCT(Kenmerken, (), (naam_nl, naam_en, aanleiding, domein, afhandelniveau, te_bevestigen))

struct Versierij {  // a version as lists show it
    Versie versie;
    Kenmerken kenmerken;
};

class ZaaktypeStore {
  public:
    explicit ZaaktypeStore(store::Tx& tx) : tx_(tx) {}

    std::optional<Zaaktyperij> zaaktype(Id<dichtbij::Zaaktype>) const;
    std::optional<Zaaktyperij> by_code(Id<dichtbij::Gemeente>, std::string_view code) const;
    std::vector<Zaaktyperij> zaaktypen(Id<dichtbij::Gemeente>) const;  // by code
    std::int64_t count(Id<dichtbij::Gemeente>) const;
    std::vector<Id<dichtbij::Product>> producten(Id<dichtbij::Zaaktype>) const;
    std::vector<Id<dichtbij::Onderwerp>> onderwerpen(Id<dichtbij::Zaaktype>) const;
    std::vector<Id<dichtbij::Zaaktype>> of_product(Id<dichtbij::Product>) const;
    std::vector<Id<dichtbij::Zaaktype>> of_onderwerp(Id<dichtbij::Onderwerp>) const;

    std::optional<Versie> versie(Id<dichtbij::ZaaktypeVersie>) const;
    std::vector<Versierij> versierijen(Id<dichtbij::Zaaktype>) const;  // newest first
    std::vector<Versierij> versies(Id<dichtbij::Gemeente>) const;  // by case type, newest first
    std::string inhoud(Id<dichtbij::ZaaktypeVersie>) const;  // CHECKs that it is there

    // Case types of which a version is a draft, in force on the day, or in force later.
    std::int64_t count_living_at(Id<dichtbij::Team>, Day) const;
    std::int64_t count_living_of(Id<dichtbij::Medewerker> proceseigenaar, Day) const;

    void insert(const Zaaktyperij&) const;
    void insert(const Versie&, const Zaaktype& inhoud) const;
    // Team and process owner; the version rises. False: gone, or changed by someone else since `versie`.
    bool update(const Zaaktyperij&) const;
    void set_links(const Inrichting&) const;
    // Of a draft with this revision only; the revision rises. False: it is no draft, or changed meanwhile.
    bool update_ontwerp(const Versie&, const Zaaktype& inhoud) const;
    bool publish(const Versie&) const;
    bool remove_ontwerp(Id<dichtbij::ZaaktypeVersie>, std::int64_t revisie) const;
    void set_geldig_tot(Id<dichtbij::ZaaktypeVersie>, std::optional<Day>) const;
    void remove(Id<dichtbij::Zaaktype>) const;  // one without versions

  private:
    store::Tx& tx_;
};

}  // namespace dichtbij::zaaktype
