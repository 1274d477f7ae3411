// What is known about the usual roles of health care, so that scenarios need not say it.
#pragma once

#include <span>
#include <string_view>

#include "world/facts.h"

namespace relco::scenario {

struct StandardRole {
  std::string_view name;
  double status, skill, hours, wage, leaving, rotation;
  bool coordinator;
  double identity;
  std::string_view source;  // evidence ids; "judgement" where no figure stands behind
};

[[nodiscard]] std::span<const StandardRole> standard_roles();

// Facts of the role: those of the table, or the defaults of RoleFacts for any other name.
[[nodiscard]] RoleFacts standard_role(std::string_view name);

}  // namespace relco::scenario
