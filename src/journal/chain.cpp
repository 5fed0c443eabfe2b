#include "journal/chain.h"

#include "access/digest.h"
#include "base/text.h"
#include "journal/chain_store.h"
#include "journal/follower_store.h"

namespace dichtbij::journal {
namespace {

constexpr int check_page_rows = 10'000;

std::string first_hash() { return access::sha256("Dichtbij: begin van het journaal"); }

// Every field behind its length, so that no two rows give the same bytes; what is absent differs from
// what is empty.
class Canonical {
  public:
    void add(std::string_view field) {
        const auto length = static_cast<std::uint32_t>(field.size());
        for (int shift = 24; shift >= 0; shift -= 8) bytes_ += static_cast<char>(length >> shift & 0xff);
        bytes_ += field;
    }
    void add(std::int64_t number) { add(std::to_string(number)); }
    template <class T>
    void add(const Id<T>& id) {
        add(std::string_view(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()));
    }
    template <class T>
    void add(const std::optional<T>& value) {
        bytes_ += value ? '\1' : '\0';
        if (value) add(*value);
    }
    void add(const store::Blob& blob) { add(std::string_view(blob.bytes)); }
    const std::string& bytes() const { return bytes_; }

  private:
    std::string bytes_;
};

// Without the transaction id: it is not the same any more after a restore into another database.
std::string link_hash(const std::string& previous, const KetenBron& row) {
    Canonical canonical;
    canonical.add(row.nummer);
    canonical.add(std::string_view(row.gebeurtenis));
    canonical.add(row.gemeente);
    canonical.add(std::string_view(row.object_soort));
    canonical.add(Id<void>{row.object});
    canonical.add(row.op);
    canonical.add(row.door);
    canonical.add(row.werk);
    canonical.add(row.partij);
    canonical.add(std::string_view(row.kenmerken));
    canonical.add(row.toelichting_hash);
    return access::sha256(previous + canonical.bytes());
}

std::string row_name(std::int64_t nummer) { return "journal row " + std::to_string(nummer); }

std::string problem_with_words(const Toetsing& link) {
    const auto& hash = link.bron->toelichting_hash;
    if (!hash) return link.tekst ? row_name(link.schakel.nummer) + " has words that were added later" : "";
    if (!link.tekst) return link.weg_met_reden ? "" : row_name(link.schakel.nummer) + " lost its words without a record";
    const bool same = link.zout && access::sha256(link.zout->bytes + *link.tekst) == hash->bytes;
    return same ? "" : "the words of " + row_name(link.schakel.nummer) + " were changed";
}

}  // namespace

int ChainFollower::run_once(Instant now, int limit) {
    const Cursor at = cursor();
    if (!store_.read([&](store::Tx& tx) { return has_settled(tx, at); })) return 0;
    return store_.write([&](store::Tx& tx) {
        const auto after = take_lease(tx, {name(), holder_, now});
        if (!after) return 0;
        const auto rows = settled_sources(tx, *after, limit);
        if (rows.empty()) return 0;
        Schakel link = last_link(tx).value_or(Schakel{0, 0, store::Blob{first_hash()}});
        for (const KetenBron& row : rows) {
            link = {link.volgnummer + 1, row.nummer, store::Blob{link_hash(link.hash.bytes, row)}};
            add_link(tx, link);
        }
        move_cursor(tx, name(), {rows.back().xid, rows.back().nummer});
        return static_cast<int>(rows.size());
    });
}

Cursor ChainFollower::cursor() {
    return store_.read([&](store::Tx& tx) { return read_cursor(tx, name()); });
}

void ChainFollower::release() {
    store_.write([&](store::Tx& tx) { release_lease(tx, name(), holder_); });
}

std::vector<std::string> check_chain(store::Tx& tx, std::size_t limit) {
    std::vector<std::string> problems;
    std::string previous = first_hash();
    std::int64_t at = 0;
    for (bool more = true; more && problems.size() < limit;) {
        const auto links = links_after(tx, at, check_page_rows);
        more = links.size() == check_page_rows;
        for (const Toetsing& link : links) {
            if (link.schakel.volgnummer != at + 1)
                problems.push_back("the chain misses its links from " + std::to_string(at + 1) + " to " +
                                   std::to_string(link.schakel.volgnummer - 1));
            at = link.schakel.volgnummer;
            if (!link.bron) problems.push_back(row_name(link.schakel.nummer) + " was removed");
            else if (link_hash(previous, *link.bron) != link.schakel.hash.bytes)
                problems.push_back(row_name(link.schakel.nummer) + " was changed");
            else if (auto problem = problem_with_words(link); !problem.empty()) problems.push_back(std::move(problem));
            // Go on from what stands there: one changed row is one problem, not all rows behind it.
            previous = link.schakel.hash.bytes;
            if (problems.size() >= limit) break;
        }
    }
    const auto left = static_cast<int>(limit - std::min(limit, problems.size()));
    for (const std::int64_t nummer : unchained_before(tx, read_cursor(tx, "keten"), left))
        problems.push_back(row_name(nummer) + " was slipped in, or its link was removed");
    return problems;
}

std::string chain_head(store::Tx& tx) {
    const auto link = last_link(tx);
    return link ? std::to_string(link->volgnummer) + " " + hex(link->hash.bytes) : "0 " + hex(first_hash());
}

}  // namespace dichtbij::journal
