#include <cstdint>
#include <cstring>
#include <type_traits>

#include "mail/lees_apart.h"

namespace dichtbij::mail {
namespace {

constexpr std::string_view end_mark = "heel";

class Schrijver {
  public:
    template <class... T>
    void operator()(const T&... values) {
        (one(values), ...);
    }
    std::string take() { return std::move(out_); }

  private:
    void number(std::uint64_t value) {
        for (int i = 0; i < 8; ++i) out_ += static_cast<char>(value >> (8 * i) & 0xff);
    }
    void one(const std::string& text) {
        number(text.size());
        out_ += text;
    }
    void one(bool value) { out_ += value ? '\1' : '\0'; }
    void one(Soort value) { number(static_cast<std::uint64_t>(value)); }
    void one(const Instant& value) { number(static_cast<std::uint64_t>(value.time_since_epoch().count())); }
    template <class T>
    void one(const std::optional<T>& value) {
        one(value.has_value());
        if (value) one(*value);
    }
    template <class T>
    void one(const std::vector<T>& list) {
        number(list.size());
        for (const T& value : list) one(value);
    }
    template <class T>
        requires std::is_class_v<T>
    void one(const T& value);

    std::string out_;
};

// What it reads may come from a process that something took over: no length is believed.
class Lezer {
  public:
    explicit Lezer(std::string_view in) : in_(in) {}
    template <class... T>
    void operator()(T&... values) {
        (one(values), ...);
    }
    bool is_whole() const { return good_ && in_ == end_mark; }

  private:
    std::string_view take(std::uint64_t size) {
        if (!good_ || size > in_.size()) {
            good_ = false;
            return {};
        }
        const auto bytes = in_.substr(0, size);
        in_.remove_prefix(size);
        return bytes;
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        const auto bytes = take(8);
        for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
        return value;
    }
    void one(std::string& text) { text = take(number()); }
    void one(bool& value) { value = take(1) == std::string_view("\1", 1); }
    void one(Soort& value) {
        const std::uint64_t read = number();
        if (read > static_cast<std::uint64_t>(Soort::eigen)) good_ = false;
        else value = static_cast<Soort>(read);
    }
    void one(Instant& value) { value = Instant(seconds(static_cast<std::int64_t>(number()))); }
    template <class T>
    void one(std::optional<T>& value) {
        bool is_there = false;
        one(is_there);
        if (is_there) one(value.emplace());
    }
    template <class T>
    void one(std::vector<T>& list) {
        for (std::uint64_t left = number(); good_ && left > 0; --left) one(list.emplace_back());
    }
    template <class T>
        requires std::is_class_v<T>
    void one(T& value);

    std::string_view in_;
    bool good_ = true;
};

template <class A, class T>
    requires std::is_same_v<std::remove_const_t<T>, Adres>
void velden(A& archive, T& value) {
    archive(value.naam, value.adres);
}
template <class A, class T>
    requires std::is_same_v<std::remove_const_t<T>, Deel>
void velden(A& archive, T& value) {
    archive(value.naam, value.mime, value.content_id, value.ingesloten, value.inhoud);
}
template <class A, class T>
    requires std::is_same_v<std::remove_const_t<T>, Rapport>
void velden(A& archive, T& value) {
    archive(value.message_id, value.bericht, value.ontvanger, value.status, value.uitleg, value.blijvend);
}
template <class A, class T>
    requires std::is_same_v<std::remove_const_t<T>, Mail>
void velden(A& archive, T& value) {
    archive(value.message_id, value.antwoord_op, value.verwijzingen, value.van, value.antwoord_aan, value.aan, value.cc, value.envelop_van, value.bezorgd_aan,
            value.onderwerp, value.verzonden_op, value.soort, value.soort_reden, value.geen_antwoord, value.spam, value.authenticatie, value.tekst, value.html,
            value.delen, value.rapport, value.ondertekend, value.versleuteld, value.gebreken);
}

template <class T>
    requires std::is_class_v<T>
void Schrijver::one(const T& value) {
    velden(*this, value);
}
template <class T>
    requires std::is_class_v<T>
void Lezer::one(T& value) {
    velden(*this, value);
}

}  // namespace

std::string in_bytes(const Mail& mail) {
    Schrijver out;
    velden(out, mail);
    return out.take() + std::string(end_mark);
}

std::optional<Mail> uit_bytes(std::string_view bytes) {
    Lezer in(bytes);
    Mail mail;
    velden(in, mail);
    return in.is_whole() ? std::optional(std::move(mail)) : std::nullopt;
}

}  // namespace dichtbij::mail
