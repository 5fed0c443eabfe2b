#pragma once
// One klantcontact as JSON, written from views: the product fills them from what its service gives, the bare
// program from the columns of its statements. So both write the same bytes with the same code.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij::bench {

struct Field {
    std::string_view name;
    std::string_view text;
};

class JsonWriter {
  public:
    void open(char bracket) {
        separate();
        out_ += bracket;
        first_ = true;
    }
    void close(char bracket) {
        out_ += bracket;
        first_ = false;
    }
    void name(std::string_view key) {
        separate();
        quote(key);
        out_ += ':';
        first_ = true;
    }
    void value(std::string_view text) {
        separate();
        quote(text);
    }
    void value(bool flag) { bare(flag ? "true" : "false"); }
    void value(std::int64_t number) { bare(std::to_string(number)); }
    void none() { bare("null"); }
    void uuid(const void* bytes) {
        if (bytes == nullptr) return none();
        Uuid id{};
        std::copy_n(static_cast<const std::uint8_t*>(bytes), id.size(), id.begin());
        value(std::string_view(to_string(id)));
    }
    void instant(std::optional<std::int64_t> seconds_utc) {
        if (!seconds_utc) return none();
        value(std::string_view(to_rfc3339(Instant(seconds(*seconds_utc)))));
    }
    template <class T>
    void field(std::string_view key, T content) {
        name(key);
        value(content);
    }
    std::string take() { return std::move(out_); }

  private:
    void separate() {
        if (!first_) out_ += ',';
        first_ = false;
    }
    void bare(std::string_view word) {
        separate();
        out_ += word;
    }
    void quote(std::string_view text) {
        static constexpr char digits[] = "0123456789abcdef";
        out_ += '"';
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') (out_ += '\\') += c;
            else if (c == '\n') out_ += "\\n";
            else if (byte < 0x20) ((out_ += "\\u00") += digits[byte >> 4]) += digits[byte & 15];
            else out_ += c;
        }
        out_ += '"';
    }

    std::string out_;
    bool first_ = true;
};

struct ContactView {
    const void* id = nullptr;
    const void* gesprek = nullptr;
    std::string_view nummer, kanaal, onderwerp, inhoud, reactie, taal, afloop, verwezen_naar;
    std::optional<bool> gelukt;
    bool vertrouwelijk = false;
    std::int64_t plaatsgevonden_op = 0;
    std::int64_t versie = 0;
};

struct BetrokkeneView {
    const void* id = nullptr;
    const void* partij = nullptr;
    std::string_view rol, voorletters, voornaam, voorvoegsel, achternaam, organisatienaam;
    bool initiator = false;
};

struct WerkView {
    const void* id = nullptr;
    const void* team = nullptr;
    const void* eigenaar = nullptr;
    std::string_view nummer, titel;
    std::optional<std::int64_t> beloofd_op, gesloten_op;
};

inline void write_contact(JsonWriter& json, const ContactView& c) {
    json.name("uuid"), json.uuid(c.id);
    json.name("gesprek"), json.uuid(c.gesprek);
    json.field("nummer", c.nummer);
    json.field("kanaal", c.kanaal);
    json.field("onderwerp", c.onderwerp);
    json.field("inhoud", c.inhoud);
    json.field("reactie", c.reactie);
    json.field("taal", c.taal);
    json.field("afloop", c.afloop);
    json.field("verwezenNaar", c.verwezen_naar);
    json.name("indicatieContactGelukt");
    if (c.gelukt) json.value(*c.gelukt);
    else json.none();
    json.field("vertrouwelijk", c.vertrouwelijk);
    json.name("plaatsgevondenOp"), json.instant(c.plaatsgevonden_op);
    json.field("versie", c.versie);
}

// Without the closing bracket: the addresses follow.
inline void open_betrokkene(JsonWriter& json, const BetrokkeneView& b) {
    json.open('{');
    json.name("uuid"), json.uuid(b.id);
    json.name("wasPartij"), json.uuid(b.partij);
    json.field("rol", b.rol);
    json.field("initiator", b.initiator);
    json.field("voorletters", b.voorletters);
    json.field("voornaam", b.voornaam);
    json.field("voorvoegselAchternaam", b.voorvoegsel);
    json.field("achternaam", b.achternaam);
    json.field("organisatienaam", b.organisatienaam);
}

// An object of text fields only: addresses, references.
template <class... F>
void write_texts(JsonWriter& json, const F&... fields) {
    json.open('{');
    (json.field(fields.name, fields.text), ...);
    json.close('}');
}

inline void write_werk(JsonWriter& json, const WerkView& w) {
    json.open('{');
    json.name("uuid"), json.uuid(w.id);
    json.field("nummer", w.nummer);
    json.field("titel", w.titel);
    json.name("team"), json.uuid(w.team);
    json.name("eigenaar"), json.uuid(w.eigenaar);
    json.name("beloofdOp"), json.instant(w.beloofd_op);
    json.name("geslotenOp"), json.instant(w.gesloten_op);
    json.close('}');
}

}  // namespace dichtbij::bench
