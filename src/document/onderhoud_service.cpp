// What timers and `check` do with files.

#include <spdlog/spdlog.h>

#include "access/bewaring.h"
#include "document/document_service.h"
#include "document/document_store.h"
#include "document/hash.h"
#include "journal/journal.h"

namespace dichtbij::document {
namespace {

constexpr int versies_per_page = 200;
constexpr std::size_t piece_bytes = 256 * 1024;
constexpr std::size_t files_per_read = 500;
constexpr hours wacht_te_lang{24};

std::string hash_of(Bytes& bytes) {
    Sha256 hash;
    for (std::int64_t at = 0; at < bytes.size();) {
        const std::string piece = bytes.piece(at, piece_bytes);
        if (piece.empty()) break;
        hash.add(piece);
        at += static_cast<std::int64_t>(piece.size());
    }
    return hash.result();
}

// Files older than wees_na for which `test` says no.
std::vector<Id<Bestand>> without(store::Store& store, FileStore& files, Instant now, bool (*test)(store::Tx&, Id<Bestand>)) {
    const Uuid least = access::eerste_id_van(now - wees_na);
    std::vector<Id<Bestand>> found;
    std::vector<Id<Bestand>> batch;
    const auto look = [&] {
        store.read([&](store::Tx& tx) {
            for (const Id<Bestand>& id : batch)
                if (!test(tx, id)) found.push_back(id);
        });
        batch.clear();
    };
    files.each([&](Id<Bestand> id) {
        if (id.bytes < least) batch.push_back(id);
        if (batch.size() == files_per_read) look();
    });
    look();
    return found;
}

// What is wrong with the file of a version; empty when nothing.
std::string fault_of(FileStore& files, const Versie& versie, Grondigheid grondigheid) {
    const auto bytes = files.open(versie.bestand);
    if (versie.controle == Controle::besmet) return bytes ? "is still there, though a virus was found in it" : "";
    if (!bytes) return "is not there";
    if (bytes->size() != versie.bytes) return "has " + std::to_string(bytes->size()) + " bytes, its row says " + std::to_string(versie.bytes);
    if (grondigheid == Grondigheid::inhoud && hash_of(*bytes) != versie.sha256) return "has another content than its row says";
    return "";
}

}  // namespace

std::int64_t DocumentService::scan_waiting(Instant now) {
    if (!scanner_) return 0;
    std::int64_t judged = 0;
    Id<dichtbij::DocumentVersie> after;
    while (true) {
        const auto waiting = store_.read([&](store::Tx& tx) { return waiting_versies(tx, after, scan_per_keer); });
        for (const Versie& versie : waiting) {
            after = versie.id;
            if (judge(versie, now)) ++judged;
        }
        if (waiting.size() < scan_per_keer) return judged;
    }
}

// Whether the scanner said something of it.
bool DocumentService::judge(const Versie& versie, Instant now) {
    const auto bytes = files_.open(versie.bestand);
    if (!bytes) return false;  // `check` tells
    const Scan scan = scanner_->scan(*bytes);
    if (scan.uitslag == Scanuitslag::niet_gelukt) {
        spdlog::warn("version {} waits for the virus scanner since {}: {}", versie.id.text(), to_rfc3339(versie.op), scan.toelichting);
        return false;
    }
    const bool is_infected = scan.uitslag == Scanuitslag::besmet;
    return store_.write([&](store::Tx& tx) {
        const auto document = find_document(tx, versie.document);
        if (!document || !save_controle(tx, versie.id, is_infected ? Controle::besmet : Controle::schoon, is_infected ? scan.toelichting : "")) return false;
        auto line = journal::entry(access::system_caller("virusscanner"), now, is_infected ? "document.besmet" : "document.gecontroleerd", document->gemeente,
                                   journal::Object::document, document->id.bytes);
        line.werk = document->werk;
        line.kenmerken = {{"nummer", std::to_string(versie.nummer)}};
        journal::append(tx, line);
        if (is_infected) tx.after_commit([this, file = versie.bestand] { files_.remove(file); });
        return true;
    });
}

std::int64_t DocumentService::sweep(Instant now) {
    std::int64_t removed = files_.remove_unfinished(now - wees_na);
    for (const Id<Bestand>& id : without(store_, files_, now, is_wanted)) {
        files_.remove(id);
        ++removed;
    }
    if (removed > 0) spdlog::info("{} files that no document names were removed", removed);
    return removed;
}

std::vector<std::string> DocumentService::check(Grondigheid grondigheid) {
    std::vector<std::string> problems;
    Id<dichtbij::DocumentVersie> after;
    while (true) {
        const auto page = store_.read([&](store::Tx& tx) { return versies_after(tx, after, versies_per_page); });
        for (const Versie& versie : page) {
            const std::string fault = fault_of(files_, versie, grondigheid);
            if (!fault.empty()) problems.push_back("file " + versie.bestand.text() + " of document " + versie.document.text() + ", version " + std::to_string(versie.nummer) + ", " + fault);
            if (versie.controle == Controle::wacht && versie.op + wacht_te_lang < clock_.now())
                problems.push_back("document " + versie.document.text() + ", version " + std::to_string(versie.nummer) + ", waits for the virus scanner since " + to_rfc3339(versie.op));
            after = versie.id;
        }
        if (page.size() < versies_per_page) break;
    }
    for (const Id<Bestand>& id : without(store_, files_, clock_.now(), is_named)) problems.push_back("file " + id.text() + " belongs to no document");
    return problems;
}

}  // namespace dichtbij::document
