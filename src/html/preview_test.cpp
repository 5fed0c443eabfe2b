// Every part once, on two pages that are kept in testdata/: read the difference before accepting it with
// DICHTBIJ_ACCEPT=1. `node web/preview.mjs` takes their pictures.

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "html/dates.h"
#include "html/form.h"
#include "html/frame.h"
#include "html/parts.h"

namespace dichtbij::html::preview_test {
namespace {

const Texts& texts(Taal taal) {
    static const Catalogue catalogue("text");
    return catalogue.of(taal);
}

std::string asset(std::string_view file) { return "/assets/" + std::string(file); }

const Instant now = *parse_instant("2026-11-24T10:42:00");

std::string read(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// One element a line, so that a difference is readable.
std::string in_lines(const std::string& markup) {
    std::string lines;
    for (const char c : markup) {
        if (c == '<' && !lines.empty() && lines.back() == '>') lines += '\n';
        lines += c;
    }
    return lines + "\n";
}

void check_golden(const std::string& name, const std::string& page) {
    const std::string path = "src/html/testdata/" + name;
    if (std::getenv("DICHTBIJ_ACCEPT")) std::ofstream(path) << in_lines(page);
    CHECK_MESSAGE(in_lines(page) == read(path), path, " differs");
}

DeskFrame frame() {
    DeskFrame frame;
    frame.brand = {"Oeverland", "", ""};
    frame.medewerker = "Sanne de Wit";
    frame.csrf = "token";
    frame.path = "/werk?van=mij&soort=taak";
    frame.nav = {{"/", "home", "Start", {}},
                 {"/werk", "list-check", "Mijn werk", 8, {}, true},
                 {"/werk/team", "users", "Team Wonen en vergunningen", 31},
                 {"/cijfers", "chart-line", "Cijfers", {}}};
    frame.gesprekken = {{"/contact/1", "phone", "Fatima El Idrissi", {}, "Telefoon · 4 min"},
                        {"/contact/2", "mail", "Bakkerij Van Loon", {}, "E-mail · concept bewaard"}};
    frame.beheer = {{"/beheer", "settings", "Instellingen", {}}};
    frame.unread = 2;
    return frame;
}

struct Line {
    Due promised;
    const char* title;
    const char* who;
    const char* owner;
};

Html work_row(const Texts& t, const Line& line, int number) {
    const std::string key = std::to_string(number);
    return row(live_row("w" + key), choose_cell(t, "werk", key, line.title), cell(cls("has-check"), due(t, line.promised, now)),
               cell(cls("has-check"), cover("/taken/" + key, line.title, "T-2026-0481" + key)),
               cell(cls("has-check"), line.who, below("Terugbellen")),
               cell(cls("has-check owner"), attr("data-l", "Eigenaar"), line.owner),
               cell(cls("has-check run small soft"), "Nog niet gebeld"));
}

Html worklist(const Texts& t) {
    const Line lines[] = {
        {{*parse_instant("2026-11-20T17:00:00"), 2, true, false}, "Geluidsoverlast warmtepomp buren", "Henk van der Velde", "Ruben Tjon-A-Fat"},
        {{*parse_instant("2026-11-24T17:00:00"), 0, false, false}, "Tijdelijk bewonen van een vakantiehuis", "Agnieszka Wójcik", "Noor Bakkali"},
        {{*parse_instant("2026-11-26T17:00:00"), 0, false, false}, "Woning splitsen, welke regels?", "Rachel Groenewegen-O’Neill", "Daan Scholte"},
        {{{}, 0, false, true}, "Aanbouw Kerkpad 2", "Şükran Öztürk", "Noor Bakkali"},
    };
    std::vector<Html> rows;
    for (const auto& line : lines) rows.push_back(work_row(t, line, static_cast<int>(rows.size()) + 1));
    const std::vector<Column> columns{choose_all_column(t), {.label = "Beloofd", .sort_url = "?op=datum", .is_sorted = true},
                                      {.label = "Vraag", .sort_url = "?op=vraag"}, {.label = "Voor wie"}, {.label = "Eigenaar"}, {.label = "Laatste stap"}};
    return form(attr("method", "post"), action("/werk/verdelen"), csrf_field("token"),
                bulk_bar(t, join(label(attr("for", "naar"), "Geef aan"), select(id("naar"), name("naar"), option("Ilse van den Brink")),
                                 submit("Geef door"))),
                stackable_table("Open werk van het team", columns, join(rows), LiveRows{"rijen", "team:1", "/werk/rijen"}));
}

Html contact_panel(const Texts& t) {
    const Form form_(t, {{"notitie", "thema.geen_kleur", {}}});
    return work_panel(
        t, {.id = "contact", .icon_name = "phone", .title = "Contact nu", .status = autosave_status("Bewaard 10.42"),
            .body = join(csrf_field("token"), hidden("versie", "1"), form_.summary(), form_.textarea({.name = "notitie", .label = "Wat wil mevrouw weten?", .value = "Een <tweede> vergunning", .hint = "In haar eigen woorden."}),
                         form_.radio_segment({.name = "uitkomst", .label = "Hoe loopt deze vraag af?", .value = "doorgezet"},
                                             {{"beantwoord", "Beantwoord"}, {"doorgezet", "Doorzetten"}, {"verwezen", "Verwezen"}, {"gestopt", "Gestopt"}}),
                         form_.select({.name = "naar_wie", .label = "Naar wie", .hint = "Volgens de regel ‘parkeren’."}, {{"1", "Pieter Hoekstra"}}, "Kies iemand"),
                         form_.checkbox({.name = "gezegd", .label = "De inwoner weet dit", .needed = Needed::no}, true),
                         div(cls("say"), promise(t, make_day(2026, 11, 26), text("“Wij bellen u uiterlijk donderdag 26 november terug.”")))),
            .footer = join(submit("Bewaar contact"), button_link("/contact/1/weg", "Zet even weg")),
            .form = {attr("method", "post"), action("/contact/1"), attr("data-autosave", "/contact/1/concept")}});
}

Html desk_preview(const Texts& t) {
    const Html left = div(
        undo_bar(t, {.words = "Je gaf de taak aan Noor.", .url = "/ongedaan/1", .csrf = "token"}),
        page_head("Mevrouw F. (Fatima) El Idrissi", "Dinsdag 24 november 2026", button_link("/export", "Exporteer", "download")),
        facts({{"Geboren", text("14 maart 1984 (42)")}, {"Telefoon", text("06 1234 5678")}, {"Leeg", {}}}),
        alert("hand-stop", join(strong("Denk hieraan:"), " mevrouw hoort slecht.")),
        tabs({{"/werk", "Alles open", 4, true}, {"/werk?laat=1", "Te laat", 1, false}}), worklist(t),
        p(cls("small soft"), attr("data-live-status", ""), "Bijgewerkt om 10.42 uur"),
        key_hints({{{"j", "k"}, "regel omlaag of omhoog"}, {{"x"}, "kies"}}), pager(t, "/werk?na=4"),
        section_of({.id = "h-tijd", .title = "Contacten", .soft = "14 sinds 2023", .link = a(href("/contacten"), "Alle contacten")},
                   timeline({{"phone", join(strong("Telefoon"), " over leges ", badge("check", "Beantwoord", Tone::good)), moment(t, now, now), "Waarom betaal ik dit?"},
                             {"mail", text("E-mail"), "Dinsdag 10 november, 14.05 uur", ""}})),
        figures({{"Te laat", "2", "vorige week 5"}, {"Zonder eigenaar", "0"}}),
        section_of({.id = "h-last", .title = "Werk per medewerker"},
                   figures_table(t, "Open werk per medewerker", {{.label = "Medewerker"}, {.label = "Open werk"}, {.label = "Te laat", .is_number = true}},
                                 tr(th(attr("scope", "row"), "Ilse van den Brink"), td(load_bar(t, {1, 2, 3, 2})), td(cls("r"), 1)))),
        section_of({.id = "h-los", .title = "Zonder eigenaar"}, empty_state("Niets ligt los.", "Elke vraag heeft een naam.")),
        grouped_table("Mijn werk", {{.label = "Beloofd"}, {.label = "Vraag"}},
                      {{"Te laat", 1, row(cell(due(t, {now, 1, true, false}, now)), cell(cover("/taken/9", "Uitstel van betaling")))}, {"Vandaag", 0, {}}}),
        presence("taak:9", "Hanna kijkt mee"), skeleton(t, 2));
    return div(to_panel(t, "contact"), div(cls("desk-split"), left, contact_panel(t)));
}

}  // namespace

TEST_CASE("every part of the desk is drawn as it was") {
    const Texts& t = texts(Taal::nl);
    check_golden("desk.html", desk_page(t, asset, frame(), {"Mijn werk"}, desk_preview(t)));
}

TEST_CASE("a box that is ticked sends its own value, or yes") {
    const Form form_(texts(Taal::nl), {});
    CHECK(form_.checkbox({.name = "zeker", .label = "Ja"}, false).markup().find("value=\"ja\"") != std::string::npos);
    CHECK(form_.checkbox({.name = "geblokkeerd", .label = "Blokkeren", .value = "1"}, false).markup().find("value=\"1\"") != std::string::npos);
}

TEST_CASE("a quiet page with errors is drawn as it was, in English") {
    const Texts& t = texts(Taal::en);
    const Form form_(t, {{"email", "thema.geen_kleur", {}}});
    const Html content = div(
        cls("panel stack"), h1("Sign in"), form_.summary(),
        form(cls("form"), attr("method", "post"), action("/inloggen"), flag("novalidate"), csrf_field("token"),
             form_.input({.name = "email", .label = "E-mail", .value = "sanne@", .type = "email", .attributes = {attr("autocomplete", "username")}}),
             form_.input({.name = "wachtwoord", .label = "Password", .type = "password", .attributes = {attr("autocomplete", "current-password")}}),
             submit("Sign in")));
    check_golden("quiet.html", quiet_page(t, asset, {"Oeverland", "", ""}, {"Sign in", true}, content));
}

}  // namespace dichtbij::html::preview_test
