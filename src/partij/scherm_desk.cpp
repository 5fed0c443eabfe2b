#include "partij/scherm_desk.h"

namespace dichtbij::partij {

Result<PartijId> partij_in(const http::Request& request) {
    const auto id = PartijId::parse(request.param("id"));
    if (!id) return not_found("no id of a partij: " + std::string(request.param("id")));
    return *id;
}

std::optional<Id<Gesprek>> gesprek_in(const http::Request& request) {
    const auto typed = request.query.has("gesprek") ? request.query.get("gesprek") : request.form.get("gesprek");
    return Id<Gesprek>::parse(typed);
}

std::string url_of(PartijId partij, std::optional<Id<Gesprek>> gesprek) {
    const std::string url = "/personen/" + partij.text();
    return gesprek ? with_query(url, "gesprek", gesprek->text()) : url;
}

std::string with_query(std::string url, std::string_view field, std::string_view typed) {
    url += url.find('?') == std::string::npos ? '?' : '&';
    return url + std::string(field) + "=" + http::percent_encoded(typed);
}

std::string terug_in(const http::Request& request) {
    const auto typed = request.query.has("terug") ? request.query.get("terug") : request.form.get("terug");
    const bool is_ours = typed.size() > 1 && typed.size() < 500 && typed[0] == '/' && typed[1] != '/' &&
                         typed.find_first_of("\r\n\\") == std::string_view::npos;
    return is_ours ? std::string(typed) : std::string();
}

}  // namespace dichtbij::partij
