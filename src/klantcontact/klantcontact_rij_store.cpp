#include "klantcontact/klantcontact_rij_store.h"

namespace dichtbij::klantcontact {

KlantcontactRij row_of(const Klantcontact& one) {
    const Inhoud& text = one.inhoud;
    return {one.id, one.gesprek, one.gemeente, one.nummer, one.standaardnummer, one.referentienummer, text.kanaal, text.onderwerp, text.inhoud, text.reactie,
            text.indicatie_contact_gelukt, text.hoofd_onderwerp_type, text.verdere_actie_ondernomen, text.taal, text.vertrouwelijk,
            text.plaatsgevonden_op, text.onderwerp_id, text.product, text.verwezen_naar, one.afloop, one.domein, one.werk, one.door,
            one.geregistreerd_op, one.extern_id, one.verborgen_op, one.versie};
}

Klantcontact from_row(KlantcontactRij&& row) {
    return {row.id, row.gesprek, row.gemeente, std::move(row.nummer), std::move(row.standaardnummer), std::move(row.referentienummer),
            Inhoud{std::move(row.kanaal), std::move(row.onderwerp), std::move(row.inhoud), std::move(row.reactie), row.indicatie_contact_gelukt,
                   std::move(row.hoofd_onderwerp_type), row.verdere_actie_ondernomen, std::move(row.taal), row.vertrouwelijk,
                   row.plaatsgevonden_op, row.onderwerp_id, row.product, std::move(row.verwezen_naar)},
            row.afloop, std::move(row.domein), row.werk, row.door, row.geregistreerd_op, std::move(row.extern_id), row.verborgen_op, row.versie};
}

std::optional<Klantcontact> from_row(std::optional<KlantcontactRij>&& row) {
    if (!row) return std::nullopt;
    return from_row(std::move(*row));
}

std::vector<Klantcontact> from_rows(std::vector<KlantcontactRij>&& rows) {
    std::vector<Klantcontact> found;
    found.reserve(rows.size());
    for (KlantcontactRij& row : rows) found.push_back(from_row(std::move(row)));
    return found;
}

}  // namespace dichtbij::klantcontact
