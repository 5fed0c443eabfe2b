#pragma once
// What partijen give to the search index, and what feeds the index of a node from the journal.

#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "journal/follower.h"
#include "partij/partij.h"
#include "partij/partij_service.h"
#include "partij/zoek.h"
#include "search/index.h"

namespace dichtbij::partij {

inline constexpr std::string_view zoek_soort = "partij";  // kind of the documents; their id is that of the partij

// The names of a partij, its gemeente and year of birth. Never a BSN or another number, address or note.
search::Document document_of(const Partij&);

// What the index is asked for the words of `vraag`: partijen in the gemeenten of the caller, born when was
// typed. For who calls only: the system has no scope.
search::Query index_query(const access::Caller&, const Zoekvraag& vraag, int limit);
std::vector<PartijId> ids_of(const search::Results&);  // for PartijService::treffers

// Partijen by the words of a question, with typing errors, as far as the caller may know them.
struct Naamtreffers {
    std::vector<Treffer> treffers;  // best first
    bool by_guess = false;          // they sound or look like what was typed
    bool is_unavailable = false;    // the index is out of order, or there is none
};
Naamtreffers find_names(const search::Index* index, PartijService&, store::Tx&, const access::Caller&, const Zoekvraag&, int limit);

// Feeds the index: each source adds what its lines of the journal change. Other capabilities add theirs.
struct Zoekwijzigingen {
    std::vector<search::Document> put;
    std::vector<std::string> remove;
};
using Zoekbron = std::function<void(store::Tx&, std::span<const journal::Line>, Zoekwijzigingen&)>;
void partij_zoekbron(store::Tx&, std::span<const journal::Line>, Zoekwijzigingen&);

// Keeps its cursor in the index: thrown away or damaged, it is rebuilt from the first row of the journal.
class ZoekProjectie final : public journal::LocalProjection {
  public:
    ZoekProjectie(store::Store& store, search::Index& index, std::vector<Zoekbron> bronnen = {partij_zoekbron})
        : store_(store), index_(index), bronnen_(std::move(bronnen)) {}
    journal::Cursor cursor() override;
    void apply(std::span<const journal::Line> lines, const journal::Cursor& end) override;

  private:
    // Rows that change nothing move the cursor in memory only: a commit costs a sync to disk.
    struct Ahead {
        std::string of;  // the cursor in the index
        journal::Cursor cursor;
        std::size_t rows = 0;
    };

    store::Store& store_;
    search::Index& index_;
    std::vector<Zoekbron> bronnen_;
    std::mutex mutex_;  // guards what follows
    std::optional<Ahead> ahead_;
};

}  // namespace dichtbij::partij
