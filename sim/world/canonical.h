// The order in which named things stand, whatever the order of the file.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "world/facts.h"

namespace relco {

// What feeds the keys of draws: the id, or the name where no id is given.
[[nodiscard]] inline const std::string& identity(const Named& named) {
  return named.id.empty() ? named.name : named.id;
}

// Pointers to named things in canonical order, that of their ids.
template <class T>
[[nodiscard]] std::vector<const T*> by_id(const std::vector<T>& items) {
  std::vector<const T*> sorted;
  for (const T& item : items) sorted.push_back(&item);
  std::sort(sorted.begin(), sorted.end(),
            [](const T* a, const T* b) { return identity(*a) < identity(*b); });
  return sorted;
}

}  // namespace relco
