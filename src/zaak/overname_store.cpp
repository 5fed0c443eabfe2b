#include "zaak/overname_store.h"

namespace dichtbij::zaak {

void insert_overname(store::Tx& tx, const Zaak& zaak, std::string_view extern_id) {
    tx.run("insert into zaak_overname (gemeente, extern_id, zaak) values (?1, ?2, ?3)", zaak.gemeente, extern_id, zaak.id);
}

std::optional<Id<dichtbij::Zaak>> find_overname(store::Tx& tx, Id<Gemeente> gemeente, std::string_view extern_id) {
    return tx.row<Id<dichtbij::Zaak>>("select zaak from zaak_overname where gemeente = ?1 and extern_id = ?2", gemeente, extern_id);
}

}  // namespace dichtbij::zaak
