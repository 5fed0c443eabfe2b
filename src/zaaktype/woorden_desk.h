#pragma once
// What the screens of case types share: words for paths and values, badges, addresses.

#include <string>
#include <string_view>

#include "organisatie/parts_desk.h"
#include "zaaktype/schermen_desk.h"
#include "zaaktype/verschil.h"

namespace dichtbij::zaaktype {

inline constexpr std::string_view lijst_url = "/beheer/zaaktypen";
std::string url_van(Id<dichtbij::Zaaktype>, std::string_view rest = {});
std::string url_van(Id<dichtbij::ZaaktypeVersie>, std::string_view rest = {});
// 404 for what is no id: never an id of anything.
template <class T>
Id<T> id_in(const http::Request& request) {
    return Id<T>::parse(request.param("id")).value_or(Id<T>{});
}

// "Statussen, in-behandeling, Naam (Engels)".
std::string pad_in_woorden(const html::Texts&, std::string_view pad);
// A value of a Verschil: enums, yes and no, money and roles in words; "niets" when empty.
std::string waarde_in_woorden(const html::Texts&, std::string_view pad, std::string_view waarde);

const std::string& in_taal(const html::Texts&, const Tweetalig&);  // Dutch when there is no English
html::Html staat_badge(const html::Texts&, Staat);
html::Html te_bevestigen_badge(const html::Texts&, int aantal);     // nothing when there is nothing
html::Html bevestig_tekst(const html::Texts&);                      // "nog te bevestigen door de gemeente"
std::string termijn_in_woorden(const html::Texts&, int aantal, std::string_view eenheid);
std::string dagen_van(const access::Desk&, const Versie&);          // "sinds 3 maart 2026", "tot 1 april 2026"

// After a redirect with ?gedaan=KEY.
html::Html gedaan_melding(const access::Desk&, const http::Request&);
http::Response gedaan(std::string url, std::string_view wat);

// Each field that differs, with what stood and what stands there.
html::Html verschillentabel(const html::Texts&, std::string_view titel, const std::vector<Verschil>&, const std::string& oud, const std::string& nieuw);

}  // namespace dichtbij::zaaktype
