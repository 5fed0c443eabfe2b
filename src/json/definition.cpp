#include "json/definition.h"

#include "base/result.h"

namespace dichtbij::json {
namespace {

constexpr std::size_t field_limit = 64;

// What a client calls the kind of a value that should have been an object.
std::string kind_name(const Value& value) {
    if (value.array()) return "list";
    if (value.text()) return "str";
    if (value.boolean()) return "bool";
    if (value.integer()) return "int";
    if (value.number()) return "float";
    return "NoneType";
}

void take(const Field& field, void* owner, const Value& value, Reading& reading, const Path& path) {
    if (value.is_null() && !field.nullable) return reading.refuse(path, "null", "json.fout.leeg");
    if (field.taken_by) field.taken_by(owner, value, reading, path.text());
    else field.take(field, owner, value, reading, path);
}

}  // namespace

bool Given::has(std::string_view name) const {
    if (!of_) return false;
    const Field* field = of_->find(name);
    CHECK_THAT(field != nullptr);
    return (bits_ >> of_->index_of(*field) & 1) != 0;
}

Definition::Definition(std::string name, std::vector<Field> fields) : name_(std::move(name)), fields_(std::move(fields)) {
    CHECK_THAT(fields_.size() <= field_limit);
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        Field& field = fields_[i];
        field.prepared_key = "\"" + field.name + "\":";
        CHECK_THAT(field.kind != Kind::object || field.of != nullptr || field.written_by);
        CHECK_THAT(by_name_.emplace(field.name, i).second);
        if (const std::string snake = snake_case(field.name); snake != field.name) CHECK_THAT(by_name_.emplace(snake, i).second);
    }
}

const Field* Definition::find(std::string_view name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &fields_[found->second];
}

void Definition::write_fields(Writer& writer, const void* owner) const {
    for (const Field& field : fields_) {
        if (field.write_only) continue;
        writer.prepared_key(field.prepared_key);
        if (field.written_by) field.written_by(owner, writer);
        else field.write(field, owner, writer);
    }
}

Given Definition::read_into(const Value& value, void* owner, Reading& reading, const Path& path) const {
    const Object* members = value.object();
    if (!members) {
        reading.refuse(Path(path, non_field), "invalid", "json.fout.object", {kind_name(value)});
        return {};
    }
    std::uint64_t given = 0;
    for (const auto& [name, one] : *members) {
        const Field* field = find(name);
        if (!field || field->read_only) continue;
        const std::uint64_t bit = std::uint64_t{1} << index_of(*field);
        // Once in each of its two spellings.
        if ((given & bit) != 0) reading.refuse(Path(path, field->name), "duplicate-key", "json.fout.dubbel", {field->name});
        else take(*field, owner, one, reading, Path(path, field->name));
        given |= bit;
    }
    if (reading.mode == Mode::patch) return {*this, given};
    for (std::size_t i = 0; i < fields_.size(); ++i)
        if (fields_[i].required && (given >> i & 1) == 0) reading.refuse(Path(path, fields_[i].name), "required", "json.fout.verplicht");
    return {*this, given};
}

}  // namespace dichtbij::json
