#pragma once
// SHA-256 of bytes that come in pieces.

#include <memory>
#include <string>
#include <string_view>

namespace dichtbij::document {

class Sha256 {
  public:
    Sha256();
    ~Sha256();
    void add(std::string_view bytes);
    std::string result();  // 64 hexadecimal digits; once

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dichtbij::document
