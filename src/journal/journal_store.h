#pragma once
// All SQL of the journal itself. The hash chain and the cursors of followers have stores of their own.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/journal.h"

namespace dichtbij::journal {

// Followers read rows in this order; the pair is where they are.
struct Cursor {
    std::int64_t xid = -1;
    std::int64_t nummer = 0;
    auto operator<=>(const Cursor&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cursor, (), (xid, nummer))

// Calls `use` for rows of `select` (a select on journaal as j, up to its where) after the cursor, in the
// order of followers. Two searches, because SQLite uses only the first column of a pair in a range, and
// there all rows have the same transaction id.
enum class Rijen { alle, vast };  // vast: only what no open transaction can overtake any more
struct Vanaf {
    Cursor na;
    Rijen rijen = Rijen::vast;
    int limiet = 0;
};
template <class T, class F>
void each_after(store::Tx& tx, std::string_view select, const Vanaf& vanaf, F use);

// A journal row as it stands in the table, without number.
struct Rij {
    std::string gebeurtenis;
    Id<Gemeente> gemeente;
    Object object_soort = Object::systeem;
    Uuid object{};
    Instant op;
    std::optional<Id<Medewerker>> door;
    std::optional<Id<Werk>> werk;
    std::optional<Id<Partij>> partij;
    std::string kenmerken;
    std::optional<store::Blob> toelichting_hash;
};
BOOST_DESCRIBE_STRUCT(Rij, (), (gebeurtenis, gemeente, object_soort, object, op, door, werk, partij, kenmerken, toelichting_hash))

// Words with the salt that makes their hash say nothing once both are gone.
struct Woorden {
    store::Blob zout;
    std::string tekst;
};

std::int64_t insert_row(store::Tx&, const Rij&, const std::optional<Woorden>&);

// Which rows a timeline shows.
struct Keuze {
    enum class Op { werk, partij, object };
    Op op = Op::object;
    Uuid id{};
    Object soort = Object::systeem;  // for Op::object
};
std::vector<Line> read_timeline(store::Tx&, const Keuze&, std::optional<std::int64_t> before, int limit);

// Rows after `after` that no open transaction can overtake any more, in the order of followers.
struct Settled {
    std::vector<Line> lines;
    std::optional<Cursor> end;  // of the last line
};
Settled read_settled(store::Tx&, const Cursor& after, int limit);
bool has_settled(store::Tx&, const Cursor& after);
Cursor read_settled_end(store::Tx&);

template <class T, class F>
void each_after(store::Tx& tx, std::string_view select, const Vanaf& vanaf, F use) {
    std::string condition;
    if (vanaf.rijen == Rijen::vast) condition.append(" and ").append(store::settled_condition(tx.dialect()));
    int left = vanaf.limiet;
    const auto take = [&](T&& row) {
        --left;
        use(std::move(row));
    };
    tx.each<T>(take, std::string(select) + " where j.xid = ?1 and j.nummer > ?2" + condition + " order by j.nummer limit ?3",
               vanaf.na.xid, vanaf.na.nummer, left);
    if (left > 0)
        tx.each<T>(take, std::string(select) + " where j.xid > ?1" + condition + " order by j.xid, j.nummer limit ?2",
                   vanaf.na.xid, left);
}

std::int64_t destroy_words(store::Tx&, Object, const Uuid&, Instant now);
void destroy_words(store::Tx&, std::int64_t nummer, Instant now);
// The words of `nummer`, and of what replaced them before, give way to those of `replacement`.
void replace_words(store::Tx&, std::int64_t nummer, std::int64_t replacement);
bool has_words(store::Tx&, std::int64_t nummer);

// A value longer than this is words, and those belong in a toelichting.
std::string encode_kenmerken(const std::vector<std::pair<std::string, std::string>>&);
std::vector<std::pair<std::string, std::string>> decode_kenmerken(std::string_view);

}  // namespace dichtbij::journal
