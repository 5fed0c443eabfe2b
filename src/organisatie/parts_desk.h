#pragma once
// What the screens of the organisation share.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/desk.h"
#include "html/form.h"
#include "html/parts.h"
#include "organisatie/organisatie_beheer.h"

namespace dichtbij::organisatie {

// A form that posts, with its token.
template <class... A>
html::Html posting(const access::Desk& desk, std::string_view url, const A&... parts) {
    return html::el("form", html::cls("form"), html::attr("method", "post"), html::action(url), html::flag("novalidate"),
                    html::csrf_field(desk.csrf), parts...);
}

struct Klein {  // a small button in a row
    std::string url;
    std::string label;
    std::string about;  // what it acts on, for who hears the page
    std::string icon_name = {};
    std::vector<std::pair<std::string, std::string>> fields = {};
};
html::Html small_button(const access::Desk&, const Klein&);

// Something that cannot be taken back: opens with the explanation, then the button.
struct Ingrijpend {
    std::string title;
    std::string uitleg;
    std::string url;
    std::string knop;
    std::vector<std::pair<std::string, std::string>> fields = {};
    html::Html more = {};  // fields that a person fills in
};
html::Html ingrijpend(const access::Desk&, const Ingrijpend&);

// "Bewaard." after a redirect with ?klaar=...; nothing otherwise.
html::Html klaar_melding(const access::Desk&, const http::Request&);
http::Response klaar(std::string url, std::string_view wat);

// What someone else saved beside what was typed: only lines that differ. Shown above the form after a
// conflict; saving again keeps what was typed.
struct Vergelijking {
    std::string label;
    std::string getypt;
    std::string nu;
};
html::Html beide_versies(const html::Texts&, const std::vector<Vergelijking>&);
inline bool is_stale(const Failure& failure) { return failure.reason == Reason::conflict && failure.key == "fout.gewijzigd"; }

// A failure that is not about fields, as a sentence above the form.
html::Html bezwaar(const html::Texts&, const Failure&);

bool is_beheerder(const access::Caller&);
std::vector<Gemeente> beheerde_gemeenten(const OrganisatieService&, const access::Caller&);
// Of ?gemeente=..., else the first that the caller manages. nullopt: none, or not his.
std::optional<Gemeente> gekozen_gemeente(const OrganisatieService&, const access::Desk&, const http::Request&);
// Tabs over the gemeenten that the caller manages; nothing when there is one.
html::Html gemeente_tabs(const OrganisatieService&, const access::Desk&, std::string_view url, Id<dichtbij::Gemeente> current);

std::vector<html::Choice> keuzes(const std::vector<Naam>&);
std::vector<html::Choice> domein_keuzes(const html::Texts&);
std::vector<html::Choice> team_keuzes(const OrganisatieService&, const access::Caller&);
std::vector<html::Choice> dag_keuzes(const html::Texts&);
std::vector<std::string> gekozen_dagen(int werkdagen);          // values of dag_keuzes
int werkdagen_of(const http::Request&, std::string_view field);
std::string dagen_tekst(const html::Texts&, int werkdagen);      // "ma di wo"

template <class T>
std::optional<Id<T>> id_of(const http::Request& request, std::string_view field) {
    return Id<T>::parse(request.form.get(field));
}
std::int64_t versie_of(const http::Request&);  // -1 when it is no number: never right
std::string optional_text(const std::optional<Day>&);

std::string persoon_url(Id<dichtbij::Medewerker>);
html::Html persoon_link(const Naam&);
html::Html beschikbaarheid_tekst(const access::Desk&, const Beschikbaarheid&);
std::string vaardigheid_tekst(std::string_view vaardigheid);  // "Engels" of "engels"
html::Html team_links(const std::vector<Team>&);

}  // namespace dichtbij::organisatie
