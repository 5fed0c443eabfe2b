#include "access/fail_page.h"

#include <array>

#include "html/parts.h"

namespace dichtbij::access {
namespace {

struct Row {
    int status;
    std::string_view name;  // in the catalogue
    std::string_view icon_name;
};

// The first row is for what is not named.
constexpr std::array rows{Row{500, "kapot", "tool"},
                          Row{400, "ongeldig", "alert-circle"},
                          Row{403, "geen_toegang", "lock"},
                          Row{404, "niet_gevonden", "search"},
                          Row{405, "ongeldig", "alert-circle"},
                          Row{409, "intussen", "refresh"},
                          Row{413, "te_groot", "alert-circle"},
                          Row{429, "te_vaak", "clock"},
                          Row{503, "even_niet", "tool"}};

const Row& row_of(int status) {
    for (const Row& row : rows)
        if (row.status == status) return row;
    return rows.front();
}

std::string text_key(const Row& row, std::string_view part) { return "fout." + std::string(row.name) + "." + std::string(part); }

FailPage made(const html::Texts& t, const Row& row, std::string_view message) {
    FailPage page;
    page.title = t(text_key(row, "kop"));
    page.content =
        html::join(html::div(html::cls("page-head"), html::h1(page.title)),
                   html::div(html::cls("section prose"), html::alert(row.icon_name, html::p(message), html::Tone::today),
                             html::p(html::a(html::href("/"), t("fout.naar_start")))));
    return page;
}

std::string message_of(const html::Texts& t, const Failure& failure, const Row& row) {
    if (!failure.key.empty()) return t(failure.key);
    if (!failure.fields.empty()) return t.fill(failure.fields.front().key, failure.fields.front().args);
    return t(text_key(row, "uitleg"));
}

}  // namespace

int status_of(Reason reason) {
    switch (reason) {
        case Reason::invalid: return 400;
        case Reason::not_found: return 404;
        case Reason::forbidden: return 403;
        case Reason::conflict: return 409;
    }
    return 500;
}

FailPage fail_page(const html::Texts& t, const Failure& failure) {
    const Row& row = row_of(status_of(failure.reason));
    return made(t, row, message_of(t, failure, row));
}

FailPage status_page(const html::Texts& t, int status) {
    const Row& row = row_of(status);
    return made(t, row, t(text_key(row, "uitleg")));
}

html::Html fail_fragment(const html::Texts& t, const Failure& failure) {
    const Row& row = row_of(status_of(failure.reason));
    return html::div(html::attr("role", "alert"),
                     html::alert(row.icon_name, html::p(message_of(t, failure, row)), html::Tone::today));
}

}  // namespace dichtbij::access
