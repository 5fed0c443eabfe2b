#include "json/parse.h"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace dichtbij::json {
namespace {

namespace bj = boost::json;

// What Boost tells while it reads, put together to a value.
class Builder {
  public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    explicit Builder(std::size_t values) : left_(values) {}

    bool on_document_begin(bj::error_code&) { return true; }
    bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code& error) { return begin(Object{}, error); }
    bool on_object_end(std::size_t, bj::error_code& error) { return end(error); }
    bool on_array_begin(bj::error_code& error) { return begin(Array{}, error); }
    bool on_array_end(std::size_t, bj::error_code& error) { return end(error); }
    bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) { return append(part); }
    bool on_key(bj::string_view part, std::size_t, bj::error_code& error) {
        append(part);
        Open& open = open_.back();
        open.key = std::move(text_);
        text_.clear();
        const bool is_twice = std::any_of(open.object.begin(), open.object.end(), [&](const auto& member) { return member.first == open.key; });
        if (!is_twice) return true;
        twice = path();
        error = bj::error::exception;
        return false;
    }
    bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) { return append(part); }
    bool on_string(bj::string_view part, std::size_t, bj::error_code& error) {
        append(part);
        std::string whole = std::move(text_);
        text_.clear();
        return add(Value(std::move(whole)), error);
    }
    bool on_number_part(bj::string_view part, bj::error_code&) { return append(part); }
    bool on_int64(std::int64_t value, bj::string_view, bj::error_code& error) {
        text_.clear();
        return add(Value(value), error);
    }
    bool on_uint64(std::uint64_t value, bj::string_view, bj::error_code& error) {
        text_.clear();
        return add(Value(static_cast<double>(value)), error);
    }
    // Boost's own reading may be one bit off, so that what is written again would be another number.
    bool on_double(double, bj::string_view part, bj::error_code& error) {
        append(part);
        double value = 0;
        const auto [end, failed] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
        text_.clear();
        if (failed == std::errc()) return add(Value(value), error);
        error = bj::error::exponent_overflow;
        return false;
    }
    bool on_bool(bool value, bj::error_code& error) { return add(Value(value), error); }
    bool on_null(bj::error_code& error) { return add(Value(), error); }
    bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    bool on_comment(bj::string_view, bj::error_code&) { return true; }

    Value root;
    std::string twice;       // path of a key that was there twice
    bool is_too_many = false;

  private:
    struct Open {
        bool is_object = false;
        Object object;
        Array array;
        std::string key;
    };

    bool append(bj::string_view part) {
        text_.append(part.data(), part.size());
        return true;
    }
    template <class T>
    bool begin(T, bj::error_code& error) {
        if (!count(error)) return false;
        open_.emplace_back();
        open_.back().is_object = std::is_same_v<T, Object>;
        return true;
    }
    bool end(bj::error_code& error) {
        Open closed = std::move(open_.back());
        open_.pop_back();
        ++left_;  // it was counted when it began
        return closed.is_object ? add(Value(std::move(closed.object)), error) : add(Value(std::move(closed.array)), error);
    }
    bool add(Value value, bj::error_code& error) {
        if (!count(error)) return false;
        if (open_.empty()) root = std::move(value);
        else if (open_.back().is_object) open_.back().object.emplace_back(std::move(open_.back().key), std::move(value));
        else open_.back().array.push_back(std::move(value));
        return true;
    }
    bool count(bj::error_code& error) {
        if (left_ > 0) {
            --left_;
            return true;
        }
        is_too_many = true;
        error = bj::error::exception;
        return false;
    }
    std::string path() const {
        std::string whole;
        for (const Open& open : open_) whole = joined(whole, open.is_object ? camel_case(open.key) : std::to_string(open.array.size()));
        return whole;
    }

    std::vector<Open> open_;
    std::string text_;
    std::size_t left_;
};

Read<Value> refused(std::string name, std::string code, std::string key, std::vector<std::string> args = {}) {
    return tl::make_unexpected(Invalids{{std::move(name), std::move(code), std::move(key), std::move(args)}});
}

}  // namespace

Read<Value> parse(std::string_view bytes, const Limits& limits) {
    if (bytes.size() > limits.bytes) return refused(non_field, "too-large", "json.fout.te_veel_bytes", {std::to_string(limits.bytes)});
    bj::parse_options options;
    options.max_depth = limits.depth;
    bj::basic_parser<Builder> parser(options, limits.values);
    bj::error_code error;
    const std::size_t read = parser.write_some(false, bytes.data(), bytes.size(), error);
    Builder& built = parser.handler();
    if (!error && read == bytes.size()) return std::move(built.root);
    if (!built.twice.empty()) return refused(built.twice, "duplicate-key", "json.fout.dubbel", {built.twice.substr(built.twice.rfind('.') + 1)});
    if (built.is_too_many) return refused(non_field, "too-large", "json.fout.te_veel_waarden", {std::to_string(limits.values)});
    if (error == bj::error::too_deep) return refused(non_field, "too-deep", "json.fout.te_diep", {std::to_string(limits.depth)});
    return refused(non_field, "parse_error", "json.fout.geen_json", {std::to_string(read)});
}

}  // namespace dichtbij::json
