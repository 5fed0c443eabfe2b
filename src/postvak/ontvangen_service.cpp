#include <map>

#include "base/text.h"
#include "document/elders_service.h"
#include "mail/draad.h"
#include "postvak/inname_service.h"
#include "postvak/postvak_store.h"

namespace dichtbij::postvak {
namespace {

struct Bestemd {
    Id<dichtbij::Postvak> postvak;
    std::string ontvanger;
};
using PerGemeente = std::map<Id<Gemeente>, std::vector<Bestemd>>;

std::optional<Postvak> open_postvak(store::Tx& tx, std::string_view ontvanger) {
    const std::string adres = lower_ascii(trimmed(ontvanger));
    if (adres.size() > adres_limit + 64) return std::nullopt;
    auto id = postvak_met_adres(tx, adres);
    if (!id) id = postvak_met_adres(tx, mail::zonder_toevoeging(adres));
    auto found = id ? find_postvak(tx, *id) : std::nullopt;
    return found && found->actief ? found : std::nullopt;
}

void name_postvakken(store::Tx& tx, Id<dichtbij::RuweMail> mail, const std::vector<Bestemd>& all) {
    for (const Bestemd& one : all) add_postvak(tx, mail, one.postvak, one.ontvanger);
}

}  // namespace

bool InnameService::kent(std::string_view ontvanger) {
    return in_.store.read([&](store::Tx& tx) { return open_postvak(tx, ontvanger).has_value(); });
}

std::vector<Ontvangst> InnameService::ontvang(const Envelop& envelop, std::string_view ruw, Instant now) {
    std::vector<Ontvangst> uitkomst(envelop.aan.size(), Ontvangst::onbekend);
    PerGemeente naar;
    in_.store.read([&](store::Tx& tx) {
        naar.clear();
        for (std::size_t i = 0; i < envelop.aan.size() && i < ontvangers_limit; ++i)
            if (const auto postvak = open_postvak(tx, envelop.aan[i])) {
                naar[postvak->gemeente].push_back({postvak->id, shortened(lower_ascii(trimmed(envelop.aan[i])), adres_limit)});
                uitkomst[i] = Ontvangst::bewaard;
            }
    });
    for (const auto& [gemeente, bestemd] : naar) {
        document::MemoryBytes bytes(ruw);
        // The file is on disk before the row that names it; a row without a file is never written.
        const document::Opgeslagen bestand = in_.bestanden.put(in_.ids.make<Bestand>(), bytes);
        const bool is_new = in_.store.write([&, id = gemeente, &all = bestemd](store::Tx& tx) {
            if (const auto known = find_mail_by_hash(tx, id, bestand.sha256)) {
                name_postvakken(tx, known->id, all);
                return false;
            }
            RuweMailRij row;
            row.id = in_.ids.make<dichtbij::RuweMail>();
            row.gemeente = id;
            row.hash = bestand.sha256;
            row.envelop_van = cleaned(shortened(is_utf8(envelop.van) ? envelop.van : std::string(), adres_limit));
            row.bytes = bestand.bytes;
            row.bestand = bestand.id;
            row.ontvangen_op = row.volgende_op = now;
            insert_mail(tx, row);
            document::houd_bestand(tx, bestand.id, "postvak");
            name_postvakken(tx, row.id, all);
            return true;
        });
        if (!is_new) in_.bestanden.remove(bestand.id);
    }
    return uitkomst;
}

}  // namespace dichtbij::postvak
