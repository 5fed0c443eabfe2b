#pragma once
// Arguments of a statement that is put together when the program runs: "?1" for each value added.

#include <string>
#include <type_traits>
#include <vector>

#include "store/store.h"

namespace dichtbij::store {

class Params {
  public:
    template <class T>
    std::string mark(const T& value) {
        values_.push_back(Column<std::decay_t<T>>::to(value));
        return "?" + std::to_string(values_.size());
    }
    template <class T>
    std::string list(const std::vector<T>& all) {
        std::string marks;
        for (const T& one : all) marks += (marks.empty() ? "" : ", ") + mark(one);
        return marks;
    }
    std::vector<Value>& values() { return values_; }

  private:
    std::vector<Value> values_;
};

}  // namespace dichtbij::store
