#pragma once
// Which contacts a reader sees, as a condition.

#include <string>
#include <string_view>

#include "klantcontact/lijst.h"
#include "store/params.h"

namespace dichtbij::klantcontact {

// In a case, so that SQLite does not read all of a gemeente to find a few rows by their ids.
template <class P>
std::string of_gemeente_once_found(P& params, Id<Gemeente> gemeente, std::string_view column) {
    return "case when " + std::string(column) + " = " + params.mark(gemeente) + " then 1 else 0 end = 1";
}

template <class P>
std::string of_domains(P& params, const Zicht& zicht, const std::string& column) {
    return zicht.domeinen.empty() ? "1 = 1" : column + " in (" + params.list(zicht.domeinen) + ")";
}

// The rest of what makes a contact visible, on the klantcontact that goes by the letter `k`.
template <class P>
std::string visible_in_gemeente(P& params, const Zicht& zicht, const std::string& k) {
    std::string sql = k + ".verborgen_op is null and " + of_domains(params, zicht, k + ".domein");
    if (zicht.vertrouwelijk == Vertrouwelijk::verzwegen) sql += " and " + k + ".vertrouwelijk = 0";
    return sql;
}

template <class P>
std::string visible(P& params, const Zicht& zicht, const std::string& k) {
    return k + ".gemeente = " + params.mark(zicht.gemeente) + " and " + visible_in_gemeente(params, zicht, k);
}

// For contacts that are found by id.
template <class P>
std::string visible_once_found(P& params, const Zicht& zicht, const std::string& k) {
    return of_gemeente_once_found(params, zicht.gemeente, k + ".gemeente") + " and " + visible_in_gemeente(params, zicht, k);
}

// That the contact whose id is `column` is seen.
template <class P>
std::string belongs_to_visible(P& params, const Zicht& zicht, std::string_view column) {
    return "exists (select 1 from klantcontact z where z.id = " + std::string(column) + " and " + visible_once_found(params, zicht, "z") + ")";
}

}  // namespace dichtbij::klantcontact
