#include "bezorging/mail_render.h"

#include <doctest/doctest.h>

#include "bezorging/bezorging.h"

namespace dichtbij::bezorging::mail_render_test {
namespace {

const html::Texts& texts(html::Taal taal) {
    static const html::Catalogue catalogue("text");
    return catalogue.of(taal);
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Mailwoorden example() { return {"nld", "Oeverland", "Uw antwoord <komt>", "Beste Fatima & Jan,\n\nRegel een\nregel twee <script>alert(1)</script>", "https://mijn.oeverland.example", "14 0399", true}; }

}  // namespace

TEST_CASE("text and HTML say the same, and nothing in it is loaded, run or counted") {
    const auto& t = texts(html::Taal::nl);
    const std::string html = mail_html(t, example(), html::Theme());
    for (const char* part : {"<html lang=\"nl\">", "name=\"viewport\" content=\"width=device-width, initial-scale=1\"", "name=\"color-scheme\" content=\"light dark\"", "prefers-color-scheme:dark",
                             "<h1>Uw antwoord &lt;komt&gt;</h1>", "Beste Fatima &amp; Jan,", "Regel een<br>\nregel twee &lt;script&gt;", "Gemeente Oeverland",
                             "<a href=\"https://mijn.oeverland.example\">"})
        CHECK_MESSAGE(has(html, part), part);
    for (const char* part : {"<img", "<script", "url(", "@import", "src=", "<table", "http://"}) CHECK_MESSAGE(!has(html, part), part);
    const std::string text = mail_tekst(t, example());
    for (const char* part : {"Beste Fatima & Jan,\n\nRegel een\nregel twee <script>", "\n-- \n", "https://mijn.oeverland.example", "14 0399", "antwoorden"}) CHECK_MESSAGE(has(text, part), part);
}

TEST_CASE("in English the frame is English, and what is not known is not named") {
    Mailwoorden woorden = example();
    woorden.taal = "eng";
    woorden.telefoon.clear();
    woorden.mijn_url.clear();
    woorden.antwoordbaar = false;
    const auto& t = texts(html::Taal::en);
    const std::string html = mail_html(t, woorden, html::Theme::parse({{"brand", "#7a2a5f"}}).value());
    CHECK(has(html, "<html lang=\"en\">"));
    CHECK(has(html, "Municipality of Oeverland"));
    CHECK(has(html, "#7a2a5f"));
    CHECK_FALSE(has(html, "href"));
    CHECK_FALSE(has(mail_tekst(t, woorden), "number is"));
}

TEST_CASE("codes of mail servers become reasons, addresses and senders are read") {
    struct Row {
        int code;
        const char* status;
        const char* fout;
        bool is_adres;
    };
    for (const Row& row : {Row{550, "5.1.1", "adres_onbekend", true}, {550, "5.1.10", "adres_onbekend", true}, {550, "5.2.1", "mailbox_dicht", true}, {552, "5.2.2", "mailbox_vol", false},
                           {552, "5.3.4", "te_groot", false}, {554, "5.7.1", "geweigerd", false}, {554, "", "geweigerd", false}, {451, "4.3.0", "tijdelijk", false}, {0, "", "geen_antwoord", false},
                           {0, "5.4.4", "geweigerd", false}}) {
        CHECK_MESSAGE(zendfout(row.code, row.status) == row.fout, row.status);
        CHECK_MESSAGE(is_adresfout(row.status) == row.is_adres, row.status);
    }
    CHECK(afzender_van("Gemeente Oeverland <post@oeverland.example>") == Afzender{"Gemeente Oeverland", "post@oeverland.example"});
    CHECK(afzender_van("post@oeverland.example") == Afzender{"", "post@oeverland.example"});
    for (const char* bad : {"", "Gemeente", "Gemeente <post>", "<post@oeverland.example", "post@oeverland.example, b@c.example"}) CHECK_FALSE(afzender_van(bad));
    CHECK(adres_sleutel(" Jan@Voorbeeld.Example") == adres_sleutel("jan@voorbeeld.example"));
    CHECK(wacht_op_server(1) == seconds(30));
    CHECK(wacht_op_server(100) == minutes(10));
}

}  // namespace dichtbij::bezorging::mail_render_test
