#pragma once
// The acts on documents, on the transaction of who owns the object. Whether the caller may see or change
// a document of the object is the owner's to ask (role, domain, resident); here only: a document of a gemeente
// where the caller has no role does not exist. Showing one in detail is written to the access log by who shows it.
//
// A file comes in two steps, because copying and scanning take long:
//
//     TRY(const auto ontvangen, documenten.receive("foto van de boom.jpg", bytes));    // no transaction
//     store.write([&](store::Tx& tx) { ... documenten.add(tx, caller, nieuw, ontvangen); });

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/bewaring.h"
#include "access/caller.h"
#include "document/bestanden.h"
#include "document/document.h"
#include "document/document_schema_store.h"
#include "document/inhoud.h"
#include "document/virusscanner.h"
#include "store/store.h"

namespace dichtbij::document {

inline constexpr hours wees_na{24};           // a file that no version names goes after this
inline constexpr int scan_per_keer = 20;

// A file that was checked and stored, and belongs to nothing yet. When it ends without a transaction that took
// it, the file is removed. After an exception it stays for the sweep: the transaction may have been saved.
class Ontvangen {
  public:
    std::string bestandsnaam;  // cleaned
    Bestandssoort soort = Bestandssoort::txt;
    Opgeslagen bestand;
    Controle controle = Controle::geen;

  private:
    friend class DocumentService;
    struct Bewaker;
    std::shared_ptr<Bewaker> bewaker_;
};

enum class Grondigheid { snel, inhoud };  // inhoud: reads every file and compares its hash

struct Melding {  // what the journal says beside the event
    std::vector<std::pair<std::string, std::string>> kenmerken = {};
    std::string toelichting = {};
};

class DocumentService {
  public:
    // `scanner` is nullptr when none is set up. All others outlive this.
    DocumentService(store::Store&, const Clock&, IdSource&, FileStore&, Virusscanner* scanner = nullptr, Inhoudsgrenzen = {});

    // Outside any transaction. invalid on `veld`, in words, when the file is refused.
    Result<Ontvangen> receive(std::string_view bestandsnaam, Bytes&, std::string_view veld = "bestand");
    const Inhoudsgrenzen& grenzen() const { return grenzen_; }

    Result<Document> add(store::Tx&, const access::Caller&, NieuwDocument, const Ontvangen&);
    Result<Document> new_version(store::Tx&, const access::Caller&, const NieuweVersie&, const Ontvangen&);
    Result<Document> change(store::Tx&, const access::Caller&, const Kenmerkwijziging&);
    // Stays readable for employees. conflict when it was withdrawn before.
    Result<Document> withdraw(store::Tx&, const access::Caller&, const NieuweIntrekking&);

    // Newest first.
    std::vector<Documentregel> of_object(store::Tx&, const Documentvraag&);
    std::int64_t count_of_object(store::Tx&, const Documentvraag&);
    Result<Documentregel> get(store::Tx&, const access::Caller&, Id<dichtbij::Document>);
    Result<std::vector<Versie>> versions(store::Tx&, const access::Caller&, Id<dichtbij::Document>);  // newest first
    struct Gekozen {
        Document document;
        Versie versie;
    };
    Result<Gekozen> version(store::Tx&, const access::Caller&, Id<dichtbij::DocumentVersie>);
    // No rights checked at all.
    std::optional<Document> stored(store::Tx&, Id<dichtbij::Document>);

    // Outside any transaction. conflict "document.fout.nog_niet_gecontroleerd" or "document.fout.besmet" when it may not be
    // read; not_found when its file is gone.
    Result<std::unique_ptr<Bytes>> open_file(const Versie&);

    // Moves all documents of an object to another (a zaak from a taak), in the same gemeente: how many.
    std::int64_t move(store::Tx&, const access::Caller&, const Documentobject& van, const Documentobject& naar, std::optional<Id<Werk>>);
    // Destroys all documents of the object, with their files once the transaction is durable.
    std::vector<access::Vernietigd> destroy_of_object(store::Tx&, const Documentobject&, Instant now);
    // Forgets who gave a version, and his name as author.
    void forget_partij(store::Tx&, Id<Partij>, Instant now);

    // Timers. scan_waiting: how many were judged now; nothing without a scanner.
    std::int64_t scan_waiting(Instant now);
    // Files that no version names and that are older than wees_na: how many it removed.
    std::int64_t sweep(Instant now);

    // One sentence for each version without file, each file with another size or hash, each orphan, and each version that
    // waits for the scanner longer than a day.
    std::vector<std::string> check(Grondigheid);

  private:
    Result<Document> visible(store::Tx&, const access::Caller&, Id<dichtbij::Document>);
    Result<Document> editable(store::Tx&, const access::Caller&, Id<dichtbij::Document>, std::int64_t revisie);
    Versie new_row(const access::Caller&, const Document&, const Ontvangen&) const;
    void tell(store::Tx&, const access::Caller&, const Document&, std::string gebeurtenis, Melding = {});
    bool judge(const Versie&, Instant now);

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    FileStore& files_;
    Virusscanner* scanner_;
    Inhoudsgrenzen grenzen_;
};

}  // namespace dichtbij::document
