#pragma once
// The same request twice, answered once: the header Idempotency-Key of a POST. The answer is kept for a day. Only what
// succeeded is kept: after a refusal the key can be used again. A process that dies between the act and its answer leaves
// the key in use for that day (409): the act is never done twice.

#include <functional>

#include "api/problem.h"
#include "access/caller.h"
#include "http/request.h"
#include "store/store.h"

namespace dichtbij::api {

// Runs `act` unless this application had an answer for the key of the request, or has it running.
Answer once(store::Store&, Instant now, Id<Applicatie>, const http::Request&, const std::function<Answer()>& act);

}  // namespace dichtbij::api
