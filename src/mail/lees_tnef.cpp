#include "mail/lees_tnef.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/text.h"
#include "mail/lees_html.h"
#include "mail/lees_tekenset.h"

namespace dichtbij::mail {
namespace {

constexpr std::uint32_t signature = 0x223e9f78;
constexpr std::size_t most_properties = 5000;

enum Attribuut : std::uint32_t {
    att_subject = 0x18004,
    att_body = 0x2800c,
    att_attach_data = 0x6800f,
    att_attach_title = 0x18010,
    att_attach_begin = 0x69002,
    att_properties = 0x69003,
    att_attach_properties = 0x69005,
    att_codepage = 0x69007,
};

enum Eigenschap : std::uint16_t {
    prop_subject = 0x0037,
    prop_body = 0x1000,
    prop_rtf = 0x1009,
    prop_html = 0x1013,
    prop_attach_data = 0x3701,
    prop_attach_name = 0x3704,
    prop_attach_long_name = 0x3707,
    prop_attach_mime = 0x370e,
    prop_attach_content_id = 0x3712,
};

// Little-endian, as far as there are bytes. Once it has failed it gives nothing any more.
class Bytelezer {
  public:
    explicit Bytelezer(std::string_view bytes) : rest_(bytes) {}

    bool is_good() const { return good_; }
    bool is_empty() const { return rest_.empty(); }

    std::uint32_t number(std::size_t size) {
        const std::string_view bytes = take(size);
        std::uint32_t value = 0;
        for (std::size_t at = bytes.size(); at-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at]);
        return value;
    }
    std::string_view take(std::size_t size) {
        if (!good_ || size > rest_.size()) {
            good_ = false;
            return {};
        }
        const std::string_view bytes = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return bytes;
    }
    // Values in properties fill up to a multiple of four; the very last may lack the filling.
    std::string_view take_padded(std::size_t size) {
        const std::string_view bytes = take(size);
        if (good_) rest_.remove_prefix(std::min((4 - size % 4) % 4, rest_.size()));
        return bytes;
    }

  private:
    std::string_view rest_;
    bool good_ = true;
};

struct Waarde {
    std::uint16_t type = 0, id = 0;
    bool is_named = false;
    std::string_view bytes;  // of several values the first
};

// Widths of the types whose values have no length of their own; 0 for those that have.
std::size_t width_of(std::uint16_t type) {
    switch (type) {
        case 0x02: case 0x03: case 0x04: case 0x0a: case 0x0b: return 4;
        case 0x05: case 0x06: case 0x07: case 0x14: case 0x40: return 8;
        case 0x48: return 16;
        default: return 0;
    }
}

std::optional<Waarde> read_property(Bytelezer& in) {
    Waarde value;
    value.type = static_cast<std::uint16_t>(in.number(2));
    value.id = static_cast<std::uint16_t>(in.number(2));
    value.is_named = value.id >= 0x8000;
    if (value.is_named) {
        in.take(16);
        const bool is_text = in.number(4) == 1;
        if (is_text) in.take_padded(in.number(4));
        else in.take(4);
    }
    const bool is_many = (value.type & 0x1000) != 0;
    value.type = static_cast<std::uint16_t>(value.type & ~0x1000);
    const std::size_t width = width_of(value.type);
    if (width == 0 && value.type != 0x0d && value.type != 0x1e && value.type != 0x1f && value.type != 0x102) return std::nullopt;
    const std::uint32_t count = width != 0 && !is_many ? 1 : in.number(4);
    for (std::uint32_t i = 0; i < count && in.is_good(); ++i) {
        const std::string_view bytes = width != 0 ? in.take(width) : in.take_padded(in.number(4));
        if (i == 0) value.bytes = bytes;
    }
    return in.is_good() ? std::optional(value) : std::nullopt;
}

class Tneflezer {
  public:
    explicit Tneflezer(const Tnefgrenzen& limits) : limits_(limits) {}

    Tnef read(std::string_view bytes) {
        Bytelezer in(bytes);
        if (in.number(4) != signature) {
            found_.is_heel = false;
            return std::move(found_);
        }
        in.number(2);
        while (in.is_good() && !in.is_empty()) {
            in.number(1);
            const std::uint32_t attribute = in.number(4);
            const std::string_view data = in.take(in.number(4));
            in.number(2);  // checksum: what is damaged is better shown than lost
            if (!in.is_good()) break;
            apply(attribute, data);
        }
        found_.is_heel = found_.is_heel && in.is_good();
        finish_part();
        if (found_.tekst.empty() && !rtf_.empty()) found_.tekst = tekst_van_rtf(pak_rtf_uit(rtf_, 8 * limits_.tekst), limits_.tekst);
        return std::move(found_);
    }

  private:
    void apply(std::uint32_t attribute, std::string_view data) {
        switch (attribute) {
            case att_codepage: return read_codepage(data);
            case att_subject: found_.onderwerp = line(data); return;
            case att_body: found_.tekst = words(data, 0x1e); return;
            case att_properties: return read_properties(data, [this](const Waarde& value) { apply_body(value); });
            case att_attach_begin:
                finish_part();
                if (static_cast<int>(found_.delen.size()) < limits_.delen) part_.emplace();
                else found_.is_heel = false;
                return;
            case att_attach_title:
                if (part_ && part_->naam.empty()) part_->naam = line(data);
                return;
            case att_attach_data:
                if (part_) part_->inhoud = data;
                return;
            case att_attach_properties:
                if (part_) read_properties(data, [this](const Waarde& value) { apply_part(value); });
                return;
            default: return;
        }
    }

    void read_codepage(std::string_view data) {
        const std::uint32_t page = Bytelezer(data).number(std::min<std::size_t>(4, data.size()));
        if (page == 65001) codepage_ = "utf-8";
        else if (page != 0 && page < 100'000) codepage_ = "windows-" + std::to_string(page);
    }

    template <class Apply>
    void read_properties(std::string_view data, const Apply& apply_one) {
        Bytelezer in(data);
        const std::uint32_t count = in.number(4);
        for (std::uint32_t i = 0; i < count && in.is_good(); ++i) {
            const auto value = i < most_properties ? read_property(in) : std::nullopt;
            if (!value) {
                found_.is_heel = false;
                return;
            }
            if (!value->is_named) apply_one(*value);
        }
    }

    void apply_body(const Waarde& value) {
        if (value.id == prop_subject) found_.onderwerp = line_of(value);
        else if (value.id == prop_body && found_.tekst.empty()) found_.tekst = words(value.bytes, value.type);
        else if (value.id == prop_html) found_.html = words(value.bytes, value.type);
        else if (value.id == prop_rtf) rtf_ = value.bytes;
    }

    void apply_part(const Waarde& value) {
        if (value.id == prop_attach_long_name) part_->naam = line_of(value);
        else if (value.id == prop_attach_name && part_->naam.empty()) part_->naam = line_of(value);
        else if (value.id == prop_attach_mime) part_->mime = lower_ascii(line_of(value));
        else if (value.id == prop_attach_content_id) part_->content_id = line_of(value);
        else if (value.id == prop_attach_data) read_part_data(value);
    }

    void read_part_data(const Waarde& value) {
        constexpr std::size_t class_id = 16;  // stands before an object
        const bool is_object = value.type == 0x0d && value.bytes.size() > class_id;
        const std::string_view data = is_object ? value.bytes.substr(class_id) : value.bytes;
        if (Bytelezer(data).number(4) != signature) {
            part_->inhoud = data;
            return;
        }
        // A mail within the mail: its text becomes a file, its files stand beside ours.
        if (limits_.diepte <= 1) {
            found_.is_heel = false;
            return;
        }
        Tnefgrenzen less = limits_;
        less.diepte -= 1;
        less.delen = limits_.delen - static_cast<int>(found_.delen.size());
        Tnef inner = Tneflezer(less).read(data);
        found_.is_heel = found_.is_heel && inner.is_heel;
        part_->mime = "text/plain";
        part_->inhoud = inner.onderwerp + "\n\n" + (inner.tekst.empty() ? tekst_van_html(inner.html, limits_.tekst) : inner.tekst);
        part_->naam = (inner.onderwerp.empty() ? std::string("mail") : inner.onderwerp) + ".txt";
        for (Deel& part : inner.delen) found_.delen.push_back(std::move(part));
    }

    void finish_part() {
        if (part_ && (!part_->inhoud.empty() || !part_->naam.empty())) {
            if (part_->mime.empty()) part_->mime = "application/octet-stream";
            found_.delen.push_back(std::move(*part_));
        }
        part_.reset();
    }

    std::string words(std::string_view bytes, std::uint16_t type) const {
        bytes = bytes.substr(0, limits_.tekst);
        return cleaned(ontcijferd(bytes, type == 0x1f ? "utf-16le" : codepage_).tekst);
    }
    std::string line(std::string_view bytes) const { return one_line(words(bytes, 0x1e)); }
    std::string line_of(const Waarde& value) const { return one_line(words(value.bytes, value.type)); }
    static std::string one_line(std::string text) {
        std::replace(text.begin(), text.end(), '\n', ' ');
        return shortened(text, 200);
    }

    const Tnefgrenzen limits_;
    Tnef found_;
    std::optional<Deel> part_;
    std::string codepage_ = "windows-1252";
    std::string_view rtf_;
};

}  // namespace

Tnef lees_tnef(std::string_view bytes, const Tnefgrenzen& grenzen) { return Tneflezer(grenzen).read(bytes); }

}  // namespace dichtbij::mail
