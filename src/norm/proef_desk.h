#pragma once
// The box to try a question: which norms apply, which one won and why, and when each is due.

#include "norm/normwoorden_desk.h"

namespace dichtbij::norm {

struct Proefnorm {
    Gekozen gekozen;
    Result<Due> due;
};

// What was filled in, and what comes of it.
struct Proef {
    http::Params values;
    std::vector<FieldError> errors = {};
    std::optional<std::vector<Proefnorm>> uitkomst = std::nullopt;  // none: nothing was asked yet
};

// From the query of the page. Fails as the service does.
Result<Proef> read_proef(const NormSchermen&, const access::Desk&, Id<Gemeente>, const http::Params& query);

html::Html proef_part(const html::Texts&, const Proef&, const Plek&, const Normnamen&, const std::vector<html::Choice>& kanalen,
                      const std::vector<Servicenorm>& normen);

}  // namespace dichtbij::norm
