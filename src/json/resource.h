#pragma once
// How the table of a resource is written, and used:
//
//     const json::Resource<Adres> adres_json("OrganisatieAdres", {
//         json::field<&Adres::straatnaam>("straatnaam").or_blank().max(255),
//     });
//     const json::Resource<Organisatie> organisatie_json("Organisatie", {
//         json::self<&Organisatie::id>(),                          // uuid, read only
//         json::self_url<&Organisatie::id>("/organisatie"),        // url, read only
//         json::field<&Organisatie::handelsnaam>("handelsnaam").must().max(255),
//         json::field<&Organisatie::oprichtingsdatum>("oprichtingsdatum"),   // std::optional: may be null
//         json::field<&Organisatie::adres>("adres", adres_json),
//         json::reference<&Betrokkene::partij>("wasPartij", "/partijen"),
//     });
//     organisatie_json.write(writer, one);
//     TRY(const json::Given given, organisatie_json.read(value, one, json::Mode::patch));
//
// Tables are made once, as constants of a .cpp file (nested ones first), and never copied.

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <map>
#include <optional>
#include <type_traits>

#include "json/definition.h"

namespace dichtbij::json {

// How one C++ type stands in JSON. `take` refuses, or sets the target. A class that is none of those below is an object
// with a table of its own.
template <class T, class = void>
struct Form {
    static_assert(std::is_class_v<T>);
    static constexpr Kind kind = Kind::object;
    static void write(const Field& field, const T& value, Writer& w) {
        w.begin_object();
        field.of->write_fields(w, &value);
        w.end_object();
    }
    static void take(const Field& field, T& target, const Value& value, Reading& reading, const Path& path) {
        T found = field.merged ? target : T{};
        const std::size_t before = reading.invalids.size();
        field.of->read_into(value, &found, reading, path);
        if (reading.invalids.size() == before) target = std::move(found);
    }
};

namespace part {  // without templates, in take.cpp

// A text with its limits, its form and its choices; trimmed.
std::optional<std::string> text(const Field&, const Value&, Reading&, const Path& path);
std::optional<std::int64_t> integer(const Field&, const Value&, Reading&, const Path& path);
std::optional<bool> boolean(const Field&, const Value&, Reading&, const Path& path);
std::optional<Day> day(const Field&, const Value&, Reading&, const Path& path);
std::optional<Instant> instant(const Field&, const Value&, Reading&, const Path& path);
std::optional<Uuid> uuid(const Field&, const Value&, Reading&, const Path& path);  // of a reference too
std::optional<std::map<std::string, std::string>> map(const Field&, const Value&, Reading&, const Path& path);
const Array* array(const Field&, const Value&, Reading&, const Path& path);
void null(Reading&, const Path& path);
void write_uuid(const Field&, const Uuid&, Writer&);

template <class T, class From>
void put(const std::optional<From>& found, T& target) {
    if (found) target = static_cast<T>(*found);
}

}  // namespace part

template <>
struct Form<std::string> {
    static constexpr Kind kind = Kind::string;
    static void write(const Field&, const std::string& value, Writer& w) { w.text(value); }
    static void take(const Field& field, std::string& target, const Value& value, Reading& reading, const Path& path) {
        if (auto found = part::text(field, value, reading, path)) target = std::move(*found);
    }
};
template <>
struct Form<bool> {
    static constexpr Kind kind = Kind::boolean;
    static void write(const Field&, bool value, Writer& w) { w.boolean(value); }
    static void take(const Field& field, bool& target, const Value& value, Reading& reading, const Path& path) {
        part::put(part::boolean(field, value, reading, path), target);
    }
};
template <class T>
struct Form<T, std::enable_if_t<std::is_integral_v<T> && !std::is_same_v<T, bool>>> {
    static constexpr Kind kind = Kind::integer;
    static void write(const Field&, T value, Writer& w) { w.integer(static_cast<std::int64_t>(value)); }
    static void take(const Field& field, T& target, const Value& value, Reading& reading, const Path& path) {
        part::put(part::integer(field, value, reading, path), target);
    }
};
template <>
struct Form<Day> {
    static constexpr Kind kind = Kind::date;
    static void write(const Field&, Day value, Writer& w) { w.day(value); }
    static void take(const Field& field, Day& target, const Value& value, Reading& reading, const Path& path) {
        part::put(part::day(field, value, reading, path), target);
    }
};
template <>
struct Form<Instant> {
    static constexpr Kind kind = Kind::date_time;
    static void write(const Field&, Instant value, Writer& w) { w.instant(value); }
    static void take(const Field& field, Instant& target, const Value& value, Reading& reading, const Path& path) {
        part::put(part::instant(field, value, reading, path), target);
    }
};
template <>
struct Form<Uuid> {
    static constexpr Kind kind = Kind::uuid;
    static void write(const Field& field, const Uuid& value, Writer& w) { part::write_uuid(field, value, w); }
    static void take(const Field& field, Uuid& target, const Value& value, Reading& reading, const Path& path) {
        part::put(part::uuid(field, value, reading, path), target);
    }
};
template <class T>
struct Form<Id<T>> {
    static constexpr Kind kind = Kind::uuid;
    static void write(const Field& field, const Id<T>& value, Writer& w) { part::write_uuid(field, value.bytes, w); }
    static void take(const Field& field, Id<T>& target, const Value& value, Reading& reading, const Path& path) {
        part::put(part::uuid(field, value, reading, path), target.bytes);
    }
};
template <>
struct Form<std::map<std::string, std::string>> {
    static constexpr Kind kind = Kind::map;
    static void write(const Field&, const std::map<std::string, std::string>& value, Writer& w) {
        w.begin_object();
        for (const auto& [name, text] : value) w.free_key(name).text(text);
        w.end_object();
    }
    static void take(const Field& field, std::map<std::string, std::string>& target, const Value& value, Reading& reading, const Path& path) {
        if (auto found = part::map(field, value, reading, path)) target = std::move(*found);
    }
};
template <>
struct Form<Value> {
    static constexpr Kind kind = Kind::any;
    static void write(const Field&, const Value& value, Writer& w) { w.value(value); }
    static void take(const Field&, Value& target, const Value& value, Reading&, const Path&) { target = value; }
};
template <class T>
struct Form<T, std::enable_if_t<std::is_enum_v<T>>> {
    static constexpr Kind kind = Kind::enumeration;
    static void write(const Field&, T value, Writer& w) { w.text(boost::describe::enum_to_string(value, "")); }
    static void take(const Field& field, T& target, const Value& value, Reading& reading, const Path& path) {
        const auto name = part::text(field, value, reading, path);
        if (name && !name->empty()) boost::describe::enum_from_string(name->c_str(), target);
    }
};
// None is null; of a choice that may be "" it is "".
template <class T>
struct Form<std::optional<T>> {
    static constexpr Kind kind = Form<T>::kind;
    static void write(const Field& field, const std::optional<T>& value, Writer& w) {
        if (value) Form<T>::write(field, *value, w);
        else if (kind == Kind::enumeration && field.blank) w.text("");
        else w.null();
    }
    static void take(const Field& field, std::optional<T>& target, const Value& value, Reading& reading, const Path& path) {
        const bool is_blank = kind == Kind::enumeration && field.blank && value.text() != nullptr && value.text()->empty();
        if (value.is_null() || is_blank) return target.reset();
        T found = field.merged && target ? *target : T{};
        const std::size_t before = reading.invalids.size();
        Form<T>::take(field, found, value, reading, path);
        if (reading.invalids.size() == before) target = std::move(found);
    }
};
template <class T>
struct Form<std::vector<T>> {
    static constexpr Kind kind = Form<T>::kind;
    static void write(const Field& field, const std::vector<T>& values, Writer& w) {
        w.begin_array();
        for (const T& one : values) Form<T>::write(field, one, w);
        w.end_array();
    }
    // Null, where it is allowed, is an empty list.
    static void take(const Field& field, std::vector<T>& target, const Value& value, Reading& reading, const Path& path) {
        if (value.is_null()) return target.clear();
        const Array* items = part::array(field, value, reading, path);
        if (items == nullptr) return;
        std::vector<T> found;
        const std::size_t before = reading.invalids.size();
        for (const Value& item : *items) {
            const Path place(path, found.size());
            found.emplace_back();
            if (item.is_null()) part::null(reading, place);
            else Form<T>::take(field, found.back(), item, reading, place);
        }
        if (reading.invalids.size() == before) target = std::move(found);
    }
};
template <class T>
class Resource : public Definition {
  public:
    using Definition::Definition;

    // {...}
    void write(Writer& writer, const T& value) const {
        writer.begin_object();
        write_fields(writer, &value);
        writer.end_object();
    }
    // Only the fields, for who adds keys behind them ("_expand").
    void write_within(Writer& writer, const T& value) const { write_fields(writer, &value); }
    // Into `target`, which holds the defaults (create) or what is stored (replace, patch). When anything is refused, `target`
    // holds part of the new: throw it away.
    Read<Given> read(const Value& value, T& target, Mode mode, std::string_view path = {}) const {
        Reading reading{mode};
        const Given given = read_into(value, &target, reading, Path(path));
        if (!reading.invalids.empty()) return tl::make_unexpected(std::move(reading.invalids));
        return given;
    }
};

namespace part {

template <class T>
struct MemberOf;
template <class Owner, class Member>
struct MemberOf<Member Owner::*> {
    using owner = Owner;
    using member = Member;
};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct Inner { using type = T; };
template <class T>
struct Inner<std::optional<T>> : Inner<T> {};
template <class T>
struct Inner<std::vector<T>> : Inner<T> {};

template <class E>
std::vector<std::string> names_of() {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto one) { names.emplace_back(one.name); });
    return names;
}

}  // namespace part

// The field that this member is. A struct inside, one or many, needs its table.
template <auto member>
Field field(std::string name, const Definition* of = nullptr) {
    using Owner = typename part::MemberOf<decltype(member)>::owner;
    using Type = typename part::MemberOf<decltype(member)>::member;
    using Inner = typename part::Inner<Type>::type;
    Field made;
    made.name = std::move(name);
    made.kind = Form<Type>::kind;
    made.many = part::IsVector<Type>::value;
    made.nullable = part::IsOptional<Type>::value;
    made.of = of;
    if constexpr (std::is_enum_v<Inner>) made.choices = part::names_of<Inner>();
    made.write = [](const Field& field, const void* owner, Writer& w) { Form<Type>::write(field, static_cast<const Owner*>(owner)->*member, w); };
    made.take = [](const Field& field, void* owner, const Value& value, Reading& reading, const Path& path) {
        Form<Type>::take(field, static_cast<Owner*>(owner)->*member, value, reading, path);
    };
    return made;
}
template <auto member>
Field field(std::string name, const Definition& of) {
    return field<member>(std::move(name), &of);
}

// {"uuid":...,"url":...} of an Id, an optional or several of them; only the uuid is read.
template <auto member>
Field reference(std::string name, std::string path) {
    Field made = field<member>(std::move(name));
    made.kind = Kind::reference;
    made.path = std::move(path);
    return made;
}
// "uuid" and "url" of the resource itself.
template <auto member>
Field self(std::string name = "uuid") {
    return field<member>(std::move(name)).only_read();
}
template <auto member>
Field self_url(std::string path, std::string name = "url") {
    Field made = field<member>(std::move(name)).only_read();
    made.kind = Kind::uri;
    made.path = std::move(path);
    return made;
}

// A field that is worked out: read only.
template <class Owner>
Field computed(std::string name, Kind kind, std::function<void(const Owner&, Writer&)> write) {
    Field made;
    made.name = std::move(name);
    made.kind = kind;
    made.read_only = true;
    made.written_by = [write = std::move(write)](const void* owner, Writer& w) { write(*static_cast<const Owner*>(owner), w); };
    return made;
}
// A field whose form the table cannot say: read by a function that refuses through Reading.
template <class Owner>
Field custom(std::string name, Kind kind, std::function<void(const Owner&, Writer&)> write,
             std::function<void(Owner&, const Value&, Reading&, const std::string& path)> take) {
    Field made = computed<Owner>(std::move(name), kind, std::move(write));
    made.read_only = false;
    made.taken_by = [take = std::move(take)](void* owner, const Value& value, Reading& reading, const std::string& path) {
        take(*static_cast<Owner*>(owner), value, reading, path);
    };
    return made;
}

}  // namespace dichtbij::json
