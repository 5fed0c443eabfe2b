// Files in tables, in pieces. The row in `bestand` is written last: what it names is whole.

#include <algorithm>
#include <system_error>

#include "access/bewaring.h"
#include "document/bestanden.h"
#include "document/hash.h"

namespace dichtbij::document {
namespace {

constexpr std::size_t piece_bytes = 256 * 1024;
constexpr int pieces_per_turn = 40;   // removed in one transaction
constexpr int ids_per_turn = 500;

struct Kop {
    std::int64_t bytes = 0;
    std::int64_t deel_bytes = 0;
};
BOOST_DESCRIBE_STRUCT(Kop, (), (bytes, deel_bytes))

class StoredBytes final : public Bytes {
  public:
    StoredBytes(store::Store& store, Id<Bestand> id, Kop kop) : store_(store), id_(id), kop_(kop) {}
    std::int64_t size() const override { return kop_.bytes; }
    std::size_t read(std::int64_t at, std::span<char> into) override {
        std::size_t done = 0;
        while (done < into.size() && at < kop_.bytes) {
            load(at / kop_.deel_bytes);
            const auto from = static_cast<std::size_t>(at % kop_.deel_bytes);
            if (from >= held_.size()) throw std::system_error(EIO, std::generic_category(), "a stored file lacks a piece");
            const std::size_t count = std::min(into.size() - done, held_.size() - from);
            std::copy_n(held_.data() + from, count, into.data() + done);
            done += count;
            at += static_cast<std::int64_t>(count);
        }
        return done;
    }

  private:
    void load(std::int64_t number) {
        if (number == held_number_) return;
        auto row = store_.read([&](store::Tx& tx) {
            return tx.row<store::Blob>("select inhoud from bestand_deel where bestand = ?1 and volgnummer = ?2", id_, number);
        });
        held_ = row ? std::move(row->bytes) : std::string();
        held_number_ = number;
    }

    store::Store& store_;
    const Id<Bestand> id_;
    const Kop kop_;
    std::string held_;
    std::int64_t held_number_ = -1;
};

class Database final : public FileStore {
  public:
    explicit Database(store::Store& store) : store_(store) {}

    Opgeslagen put(Id<Bestand> id, Bytes& from) override {
        Opgeslagen stored{id, 0, {}};
        Sha256 hash;
        for (std::int64_t number = 0; stored.bytes < from.size(); ++number) {
            const std::string piece = from.piece(stored.bytes, piece_bytes);
            if (piece.empty()) throw std::system_error(EIO, std::generic_category(), "a file became shorter while it was copied");
            store_.write([&](store::Tx& tx) {
                tx.run("insert into bestand_deel (bestand, volgnummer, inhoud) values (?1, ?2, ?3)", id, number, store::Blob{piece});
            });
            hash.add(piece);
            stored.bytes += static_cast<std::int64_t>(piece.size());
        }
        stored.sha256 = hash.result();
        store_.write([&](store::Tx& tx) {
            tx.run("insert into bestand (id, bytes, deel_bytes) values (?1, ?2, ?3)", id, stored.bytes, static_cast<std::int64_t>(piece_bytes));
        });
        return stored;
    }

    std::unique_ptr<Bytes> open(Id<Bestand> id) override {
        const auto kop = store_.read([&](store::Tx& tx) { return tx.row<Kop>("select bytes, deel_bytes from bestand where id = ?1", id); });
        return kop ? std::make_unique<StoredBytes>(store_, id, *kop) : nullptr;
    }

    // The row first: from then on nobody finds it, and what is left is unfinished. Then from the back: an unfinished file
    // is known by its first piece.
    void remove(Id<Bestand> id) override {
        store_.write([&](store::Tx& tx) { tx.run("delete from bestand where id = ?1", id); });
        while (store_.write([&](store::Tx& tx) {
            return tx.run("delete from bestand_deel where bestand = ?1 and volgnummer in "
                          "(select volgnummer from bestand_deel where bestand = ?1 order by volgnummer desc limit ?2)", id, pieces_per_turn);
        }) > 0) {}
    }

    void each(const std::function<void(Id<Bestand>)>& use) override {
        Id<Bestand> after;
        while (true) {
            const auto page = store_.read([&](store::Tx& tx) {
                return tx.rows<Id<Bestand>>("select id from bestand where id > ?1 order by id limit ?2", after, ids_per_turn);
            });
            if (page.empty()) return;
            for (const Id<Bestand>& id : page) use(id);
            after = page.back();
        }
    }

    std::int64_t remove_unfinished(Instant before) override {
        std::int64_t count = 0;
        while (true) {
            const auto left = store_.read([&](store::Tx& tx) {
                return tx.rows<Id<Bestand>>("select distinct d.bestand from bestand_deel d where d.bestand < ?1 and d.volgnummer = 0 "
                                            "and not exists (select 1 from bestand b where b.id = d.bestand) limit ?2",
                                            access::eerste_id_van(before), ids_per_turn);
            });
            if (left.empty()) return count;
            for (const Id<Bestand>& id : left) remove(id);
            count += static_cast<std::int64_t>(left.size());
        }
    }

  private:
    store::Store& store_;
};

}  // namespace

std::unique_ptr<FileStore> open_database(store::Store& store) { return std::make_unique<Database>(store); }

}  // namespace dichtbij::document
