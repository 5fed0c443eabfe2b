#include "api/klantinteracties/lezen_routes.h"

#include "base/text.h"

namespace dichtbij::klantinteracties {
namespace {

constexpr std::size_t woorden_max = 12;

// The API with what its handlers refer to.
class Inhoud final : public api::Api {
  public:
    Inhoud(api::Platform& platform, const Diensten& diensten)
        : Api(platform, {"klantinteracties", "0.9.0", "/klantinteracties/api/v1", "Klantinteracties"}), diensten_(diensten), with_{*this, diensten_, {}} {
        add_actoren(with_);
        add_betrokkenen(with_);
        add_bij_partijen(with_);
        add_digitale_adressen(with_);
        add_interne_taken(with_);
        add_klantcontacten(with_);
        add_objecten(with_);
        add_partijen(with_);
        add_schrijven_van_partijen(with_);
        add_schrijven_van_contacten(with_);
    }

  private:
    const Diensten diensten_;
    Omgeving with_;
};

}  // namespace

std::unique_ptr<api::Api> make_api(api::Platform& platform, const Diensten& diensten) { return std::make_unique<Inhoud>(platform, diensten); }

Parameters objectidentificator(const std::string& name) {
    return {text(name + "CodeObjecttype"), text(name + "CodeRegister"), text(name + "CodeSoortObjectId"), text(name + "ObjectId")};
}

Parameters partij_identificator(const std::string& name) {
    return {text(name + "__codeObjecttype"), text(name + "__codeRegister"), text(name + "__codeSoortObjectId"), text(name + "__objectId")};
}

partij::Identificatorvraag identificatorvraag(const api::Query& query, const std::string& name) {
    return {given(query, name + "__codeObjecttype"), given(query, name + "__codeRegister"), given(query, name + "__codeSoortObjectId"), given(query, name + "__objectId")};
}

std::vector<std::string> woorden(const api::Query& query) {
    std::vector<std::string> words;
    std::string_view left = query.get("zoek");
    while (!left.empty() && words.size() < woorden_max) {
        const auto space = std::min(left.find(' '), left.size());
        if (space > 0) words.emplace_back(left.substr(0, space));
        left.remove_prefix(std::min(space + 1, left.size()));
    }
    return words;
}

std::optional<Uuid> either(const api::Query& query, const char* uuid, const char* url) {
    const auto found = both(query.id<void>(uuid), query.id<void>(url));
    return found ? std::optional(found->bytes) : std::nullopt;
}

store::Page page_of(const api::Page& page) { return {page.number, page.size}; }

std::int64_t tag_of(std::string_view body) {
    std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
    for (const char c : body) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return static_cast<std::int64_t>(hash >> 1);
}

access::Inzage seen_in_list(const api::Call& call, const access::Raadpleging& reading, const json::Definition& resource) {
    access::Inzage seen;
    seen.soort = reading.shown().empty() ? access::Inzagesoort::zoekopdracht : access::Inzagesoort::detail;
    seen.object_soort = resource.name();
    for (const auto& [name, value] : call.query.all()) seen.zoek += (seen.zoek.empty() ? "" : " ") + name + "=" + value;
    return reading.inzage(std::move(seen));
}

access::Inzage seen_in_detail(const access::Raadpleging& reading, const json::Definition& resource, const Uuid& id) {
    access::Inzage seen;
    seen.object_soort = resource.name();
    seen.object = id;
    return reading.inzage(std::move(seen));
}

}  // namespace dichtbij::klantinteracties
