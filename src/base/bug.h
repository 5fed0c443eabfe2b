#pragma once
#include <stdexcept>

namespace dichtbij {

class Bug : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

}  // namespace dichtbij
