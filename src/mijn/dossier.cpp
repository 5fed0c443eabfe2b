#include "mijn/dossier.h"

#include <boost/describe/enum_to_string.hpp>
#include <boost/json.hpp>

namespace dichtbij::mijn {
namespace {

namespace json = boost::json;

template <class E>
std::string code_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

json::object promise_of(const zaak::Volgbelofte& one) {
    return {{"datum", to_iso(one.datum)}, {"gedaan_op", to_iso(one.gedaan)}, {"verteld", code_of(one.gehoord)}, {"woorden", one.woorden}};
}

json::array promises_of(const std::vector<zaak::Volgbelofte>& all) {
    json::array list;
    for (const auto& one : all) list.push_back(promise_of(one));
    return list;
}

json::object data_of(const Gegevensbeeld& seen) {
    json::object numbers;
    for (const auto& [soort, nummer] : seen.nummers) numbers[soort] = nummer;
    return {{"naam", seen.naam},
            {"adres", seen.adres},
            {"postadres", seen.postadres},
            {"telefoon", seen.contact.telefoon},
            {"email", seen.contact.email},
            {"taal", seen.contact.taal},
            {"voorkeurskanaal", seen.contact.kanaal},
            {"voorkeurstijd", seen.contact.tijd},
            {"nummers", std::move(numbers)}};
}

json::array decisions_of(const zaak::Volgbeeld& one) {
    json::array list;
    for (const auto& besluit : one.besluiten) {
        json::object row{{"omschrijving", besluit.omschrijving}, {"toelichting", besluit.toelichting}, {"datum", to_iso(besluit.datum)}, {"verzonden_datum", to_iso(besluit.verzonden_datum)}};
        if (besluit.reactie_datum) row["uiterlijke_reactiedatum"] = to_iso(*besluit.reactie_datum);
        list.push_back(std::move(row));
    }
    return list;
}

json::array answers_of(const zaak::Volgbeeld& one) {
    json::array list;
    for (const auto& answer : one.antwoorden) list.push_back({{"naam", answer.gevraagd.code}, {"vraag", answer.gevraagd.vraag.nl}, {"waarde", answer.waarde}});
    return list;
}

json::object costs_of(const zaaktype::Leges& leges) {
    json::object row{{"soort", code_of(leges.soort)}, {"uitleg", leges.uitleg.nl}};
    if (leges.soort == zaaktype::Legessoort::vast) row["bedrag_cent"] = leges.bedrag_cent;
    return row;
}

json::array extensions_of(const zaak::Volgbeeld& one) {
    json::array list;
    for (const auto& extension : one.verlengingen)
        list.push_back({{"grond", code_of(extension.grond)}, {"aantal", extension.aantal}, {"eenheid", code_of(extension.eenheid)}, {"medegedeeld", to_iso(extension.medegedeeld)}});
    return list;
}

json::object notice_of(const zaak::Volgingebrekestelling& one) {
    return {{"ontvangen", to_iso(one.ontvangen)}, {"dwangsom_vanaf", to_iso(one.dwangsom_vanaf)}, {"loopt", one.loopt}, {"bedrag_cent", one.bedrag_cent}};
}

json::array sent_of(const zaak::Volgbeeld& one) {
    json::array list;
    for (const auto& sent : one.zendingen) list.push_back({{"nummer", sent.nummer}, {"op", to_rfc3339(sent.op)}, {"taal", sent.taal}, {"tekst", sent.tekst}});
    return list;
}

json::object document_of(const zaak::Volgbeeld& zaak, const document::Documentregel& one, std::string_view site) {
    json::object row{{"titel", one.document.kenmerken.titel}, {"bytes", one.versie.bytes}, {"op", to_rfc3339(one.versie.op)}};
    if (one.versie.is_leesbaar()) row["adres"] = std::string(site) + document_url(zaak, one);
    return row;
}

json::object case_of(const zaak::Volgbeeld& one, std::string_view site) {
    json::array steps;
    for (const auto& step : one.stappen) {
        json::object row{{"status", step.naam.nl}, {"stand", code_of(step.stand)}};
        if (step.op) row["datum"] = to_iso(*step.op);
        steps.push_back(std::move(row));
    }
    json::array documents;
    for (const auto& document : one.documenten) documents.push_back(document_of(one, document, site));
    json::array asked;
    for (const auto& vraag : one.vragen) asked.push_back({{"vraag", vraag.vraag}, {"voor", to_iso(vraag.voor)}});
    json::object row{{"identificatie", one.nummer},
                     {"zaaktype", one.soort.nl},
                     {"omschrijving", one.omschrijving},
                     {"startdatum", to_iso(one.aangevraagd)},
                     {"behandelaar", one.behandelaar.naam},
                     {"uw_woorden", one.eigen_woorden},
                     {"eigenschappen", answers_of(one)},
                     {"statussen", std::move(steps)},
                     {"beloften", promises_of(one.beloften)},
                     {"verlengingen", extensions_of(one)},
                     {"vragen_aan_u", std::move(asked)},
                     {"uw_berichten", sent_of(one)},
                     {"besluiten", decisions_of(one)},
                     {"documenten", std::move(documents)}};
    if (one.klaar) row["einddatum"] = to_iso(*one.klaar);
    if (one.mag_schrijven()) row["kosten"] = costs_of(one.leges);
    if (one.ingebreke) row["ingebrekestelling"] = notice_of(*one.ingebreke);
    if (one.resultaat) row["resultaat"] = one.resultaat->nl;
    return row;
}

json::object question_of(const Vraagbeeld& one) {
    json::array course;
    for (const auto& step : one.verloop) course.push_back({{"stap", code_of(step.stap)}, {"op", to_rfc3339(step.op)}});
    json::object row{{"nummer", one.nummer}, {"onderwerp", one.onderwerp}, {"kanaal", one.kanaal}, {"gesteld_op", to_rfc3339(one.gesteld_op)}, {"stand", code_of(one.stand)},
                     {"uw_woorden", one.woorden}, {"antwoord", one.antwoord}, {"beloften", promises_of(one.beloften)}, {"verloop", std::move(course)}};
    if (one.klaar_op) row["klaar_op"] = to_rfc3339(*one.klaar_op);
    return row;
}

json::object message_of(const bericht::Bericht& one) {
    return {{"op", to_rfc3339(one.verzonden_op.value_or(one.ontstaan_op))}, {"taal", one.taal}, {"onderwerp", one.onderwerp}, {"tekst", one.tekst}, {"bij", one.nummer}};
}

json::object look_of(const Keek& one) {
    json::object row{{"dag", to_iso(one.dag)}, {"keren", one.keren}, {"doel", one.doel}, {"wat", one.soort}};
    if (one.zelf) row["zelf"] = true;
    if (one.systeem) row["systeem"] = true;
    if (one.gevolgd != Gevolgd::niet) row["gevolgd"] = code_of(one.gevolgd);
    if (one.handeling != Handeling::onbekend) row["handeling"] = code_of(one.handeling);
    if (!one.functie.empty()) row["functie"] = one.functie;
    if (!one.afdeling.empty()) row["afdeling"] = one.afdeling;
    if (!one.naam.empty()) row["naam"] = one.naam;
    return row;
}

json::object rating_of(const Eigenwaardering& one) {
    return {{"nummer", one.nummer}, {"cijfer", one.gegeven.waardering.cijfer}, {"woorden", one.gegeven.woorden}, {"gegeven_op", to_rfc3339(one.gegeven.waardering.gegeven_op)}};
}

template <class List, class Make>
json::array list_of(const List& all, Make make) {
    json::array list;
    for (const auto& one : all) list.push_back(make(one));
    return list;
}

}  // namespace

std::string to_json(const Eigendossier& dossier, Instant gemaakt_op, std::string_view site) {
    return json::serialize(json::object{{"gemaakt_op", to_rfc3339(gemaakt_op)},
                                        {"gegevens", data_of(dossier.gegevens)},
                                        {"zaken", list_of(dossier.zaken, [&](const auto& one) { return case_of(one, site); })},
                                        {"vragen", list_of(dossier.vragen, question_of)},
                                        {"waarderingen", list_of(dossier.waarderingen, rating_of)},
                                        {"berichten", list_of(dossier.berichten, message_of)},
                                        {"wie_keek", list_of(dossier.inzagen, look_of)}});
}

}  // namespace dichtbij::mijn
