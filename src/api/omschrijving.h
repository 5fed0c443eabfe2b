#pragma once
// What there is to say of an operation, from how it was declared: for the OpenAPI description and for the page that people
// read.

#include <string>
#include <string_view>
#include <vector>

#include "api/api.h"

namespace dichtbij::api {

std::vector<int> success_statuses(const Declared&);
// Those that its declaration leads to: a path 404, a body 400 and 415, a change 409 and 412, ...
std::vector<int> error_statuses(const Declared&);
bool has_path_parameter(const Declared&);
bool takes_body(const Declared&);
// Lists in pages give {count,next,previous,results}; others are whole.
bool is_paged(const Operation&);
bool is_change(const Declared&);  // PUT, PATCH or DELETE of one: takes If-Match

// "Een actor toevoegen"
std::string summary_of(const Declared&, const html::Texts&);
// "actoren", as a heading
std::string tag_title(std::string_view tag, const html::Texts&);
std::string parameter_text(const Parameter&, const html::Texts&);
// "klantcontacten.lezen", as `dichtbij token add --rechten` takes it.
std::string right_of(const Operation&);
// "GET"
std::string_view method_name(http::Method);
// When a status is given, in a sentence.
std::string status_text(int status, const html::Texts&);

}  // namespace dichtbij::api
