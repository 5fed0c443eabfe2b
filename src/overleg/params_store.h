#pragma once
// Arguments of a statement that is put together when the program runs.

#include <string>
#include <vector>

#include "store/store.h"

namespace dichtbij::overleg {

class Params {
  public:
    template <class T>
    std::string mark(const T& value) {
        values_.push_back(store::Column<std::decay_t<T>>::to(value));
        return "?" + std::to_string(values_.size());
    }
    template <class T>
    std::string list(const std::vector<T>& all) {
        std::string marks;
        for (const T& one : all) marks += (marks.empty() ? "" : ", ") + mark(one);
        return marks;
    }
    std::vector<store::Value>& values() { return values_; }

  private:
    std::vector<store::Value> values_;
};

}  // namespace dichtbij::overleg
