#pragma once
// What an expected failure, or a status that the platform decides, looks like: one table.

#include <string>
#include <string_view>

#include "base/result.h"
#include "html/catalogue.h"
#include "html/writer.h"

namespace dichtbij::access {

int status_of(Reason);

// Heading and explanation stand in the catalogue under "fout.<name>.kop" and "fout.<name>.uitleg".
struct FailPage {
    std::string title;
    html::Html content;
};
// `failure.key`, when there is one, says more than the general explanation.
FailPage fail_page(const html::Texts&, const Failure&);
FailPage status_page(const html::Texts&, int status);
// The same in a fragment, for htmx.
html::Html fail_fragment(const html::Texts&, const Failure&);

}  // namespace dichtbij::access
