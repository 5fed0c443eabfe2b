#pragma once
// The form of one service norm: reading what was typed, and drawing it.

#include "norm/normwoorden_desk.h"

namespace dichtbij::norm {

// How the amount is typed. Minutes and hours for time, days for days, and what the law uses.
enum class Invoereenheid { minuten, uren, dagen, weken, maanden, jaren };
BOOST_DESCRIBE_ENUM(Invoereenheid, minuten, uren, dagen, weken, maanden, jaren)

// Without id and gemeente. Invalid with each field that is wrong; a product or subject must be among `namen`.
Result<Servicenorm> read_norm(const http::Params& form, const Normnamen& namen);
// The fields of a norm, as the form would post them.
http::Params as_params(const html::Texts&, const Servicenorm&);

html::Html norm_fields(const html::Texts&, const html::Form&, const http::Params& values, const Normnamen&,
                       const std::vector<html::Choice>& kanalen);

}  // namespace dichtbij::norm
