#pragma once
// Tells live screens that something happened: ids and kinds only, the page asks again.

#include "http/live.h"
#include "journal/follower.h"

namespace dichtbij::app {

// Starts at the end of the journal: what happened before this process started, nobody waits for.
class LiveProjection final : public journal::LocalProjection {
  public:
    LiveProjection(store::Store& store, http::LiveHub& hub);
    journal::Cursor cursor() override;
    // Publishes on "werk" once per batch, on "werk:<id>", "zaak:<id>" and "partij:<id>" for each that is named.
    void apply(std::span<const journal::Line> lines, const journal::Cursor& end) override;

  private:
    http::LiveHub& hub_;
    std::mutex mutex_;
    journal::Cursor cursor_;
};

// Who looks at the same work, told to all who do: "presence NAME|NAME" on its topic.
void tell_presence(http::LiveHub& hub);

}  // namespace dichtbij::app
