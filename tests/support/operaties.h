#pragma once
// The table of all public operations of the services, and the small world in which each is walked through
// (operaties_test.cpp). A new operation is one row in the file of its folder.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "support/wereld.h"

namespace dichtbij::testing {

// Who of the gemeente is refused: an employee with this role only. niemand: any role will do, or it is
// about what is one's own.
enum class Zonder { niemand, kcc, beheerder, manager };
// What a caller of another gemeente gets. eigen: there is nothing of a gemeente in the question.
// ongeldig: what he names in a field is no choice of his.
enum class Vreemd { niet_gevonden, leeg, ongeldig, eigen };
// Whether it shows a person in detail or searches persons, which stands in the access log.
enum class Leest { niets, persoon };
// in_groepen: an import keeps the lines before a break; the next time it goes on.
enum class Bewaart { alles_of_niets, in_groepen };

struct Antwoord {
    std::optional<Failure> fout;
    bool leeg = false;  // a list without lines
};

struct Operatie {
    std::string naam;  // "PartijService::create"; behind a space what tells rows of one name apart
    Zonder zonder = Zonder::niemand;
    Vreemd vreemd = Vreemd::niet_gevonden;
    Leest leest = Leest::niets;
    std::function<Antwoord(Wereld&, const access::Caller&)> doe;
    Bewaart bewaart = Bewaart::alles_of_niets;
};
using Operaties = std::vector<Operatie>;

Operaties operaties_van_norm();
Operaties operaties_van_organisatie();
Operaties operaties_van_zaaktype();
Operaties operaties_van_toegang();
Operaties operaties_van_partij();
Operaties operaties_van_werk();
Operaties operaties_van_contact();
Operaties operaties_van_bericht();
Operaties operaties_van_zaak();
Operaties operaties_van_document();
Operaties operaties_van_inwoner();
Operaties operaties_van_overleg();
Operaties operaties_van_advies();
Operaties operaties_van_koppeling();
Operaties operaties_van_standaard();
Operaties operaties_van_opzoeken();

// Of what an operation gave: a failure, a list that is empty, or all is well.
template <class T>
concept Lijst = requires(const T& value) { value.empty(); };
template <class T>
concept Pagina = requires(const T& value) { value.regels.empty(); };

template <class T>
Antwoord gaf(const T& value) {
    if constexpr (store::is_result<T>::value) {
        if (!value) return {value.error(), false};
        return gaf(*value);
    } else if constexpr (Lijst<T>) {
        return {{}, value.empty()};
    } else if constexpr (Pagina<T>) {
        return {{}, value.regels.empty()};
    } else if constexpr (std::is_same_v<T, bool>) {
        return {{}, !value};
    } else if constexpr (std::is_same_v<T, std::optional<Uuid>>) {
        return {{}, !value.has_value()};
    } else {
        return {};
    }
}

// For operations that services combine: in a transaction of their own.
template <class F>
Antwoord schrijft(Wereld& w, F work) {
    return gaf(w.store.write(work));
}
template <class F>
Antwoord leest(Wereld& w, F work) {
    return gaf(w.store.read(work));
}

}  // namespace dichtbij::testing
