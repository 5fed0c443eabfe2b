#pragma once
// The program as a server: pages, live screens, timers and followers on one installation.

#include <memory>
#include <string>

#include "app/installation.h"

namespace dichtbij::app {

class WebServer {
  public:
    // Listens and serves until stopped. Throws std::system_error when it cannot listen.
    WebServer(Installation& installation, const std::string& listen);
    ~WebServer();
    std::string address() const;  // "http://127.0.0.1:8080"
    // Answers what runs, refuses new, then stops timers and followers.
    void stop();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace dichtbij::app
