#include "partij/verband_store.h"

namespace dichtbij::partij {

using store::columns;

std::optional<Vertegenwoordiging> VerbandStore::vertegenwoordiging(const Uuid& id) const {
    return tx_.row<Vertegenwoordiging>("select " + columns<Vertegenwoordiging>() + " from vertegenwoordiging where id = ?1", id);
}

std::vector<Vertegenwoordiging> VerbandStore::vertegenwoordigingen(Id<dichtbij::Partij> partij) const {
    return tx_.rows<Vertegenwoordiging>("select " + columns<Vertegenwoordiging>() +
                                            " from vertegenwoordiging where vertegenwoordigende_partij = ?1 or vertegenwoordigde_partij = ?1 order by id",
                                        partij);
}

void VerbandStore::remove_vertegenwoordiging(const Uuid& id) const { tx_.run("delete from vertegenwoordiging where id = ?1", id); }

std::optional<Categorie> VerbandStore::categorie(Id<dichtbij::Gemeente> gemeente, std::string_view naam) const {
    return tx_.row<Categorie>("select " + columns<Categorie>() + " from categorie where gemeente = ?1 and naam = ?2", gemeente, naam);
}

std::vector<Categorie> VerbandStore::categorieen(Id<dichtbij::Gemeente> gemeente) const {
    return tx_.rows<Categorie>("select " + columns<Categorie>() + " from categorie where gemeente = ?1 order by naam", gemeente);
}

}  // namespace dichtbij::partij
