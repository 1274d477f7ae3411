// Inputs of rules drawn at random, the same on every machine: laws must hold for all of them.
#pragma once

#include "base/fixed.h"
#include "random/draws.h"
#include "rules/parameters.h"
#include "world/ties.h"

namespace relco::test {

class Any {
 public:
  explicit Any(std::uint64_t seed) : luck_(seed, 0) {}

  // Uniform in [low, high).
  [[nodiscard]] float number(float low, float high) {
    return low + (high - low) * luck_.draw(Purpose::facts, next_++, 0).uniform(0);
  }
  [[nodiscard]] float share() { return number(0, 1); }
  // On the grid, both ends of the range more often than elsewhere.
  [[nodiscard]] float stock() {
    const float x = number(-0.1f, 1.1f);
    return to_grid(x);
  }
  [[nodiscard]] std::uint32_t below(std::uint32_t n) {
    return luck_.draw(Purpose::facts, next_++, 0).word(0) % n;
  }
  [[nodiscard]] bool coin() { return below(2) == 1; }
  [[nodiscard]] Tie tie() { return {stock(), stock(), stock()}; }
  [[nodiscard]] std::uint8_t events() { return static_cast<std::uint8_t>(below(64)); }
  [[nodiscard]] Draw draw() { return luck_.draw(Purpose::facts, next_++, 1); }

  [[nodiscard]] Profile profile() {
    Profile out;
    out.strain = number(-1, 3);
    out.weekday_strain = number(0, 0.5f);
    out.contact = number(-2, 2);
    out.solving = number(-2, 2);
    out.status = share();
    out.inquiry = share();
    out.structures = share();
    out.bias_role = share();
    out.bias_unit = share();
    out.bias_organisation = share();
    out.bias_label = share();
    out.leader = number(-1, 1);
    out.anchor_labour = number(-1, 1);
    out.learn_goals = number(-2, 2);
    out.learn_knowledge = number(-2, 2);
    out.learn_respect = number(-2, 2);
    out.own_effort = number(0, 0.5f);
    out.attached = share();
    out.role = static_cast<std::uint16_t>(below(3));
    out.label = static_cast<std::uint16_t>(below(3));
    return out;
  }
  [[nodiscard]] LinkView link() {
    LinkView out;
    out.other_unit = coin() ? 1.0f : 0.0f;
    out.other_organisation = coin() ? 1.0f : 0.0f;
    out.structures_reach = number(0, 1.3f);
    out.shared_systems = share();
    out.near = share();
    out.distrust = share();
    out.exposure = share();
    out.one_sided = share();
    out.own_group = coin() ? 1.0f : 0.0f;
    return out;
  }
  // Every parameter somewhere in its allowed range.
  [[nodiscard]] Parameters parameters() {
    Parameters out;
    for (const ParameterRow& row : parameter_rows()) parameter(out, row) = number(row.min, row.max);
    return out;
  }

 private:
  Luck luck_;
  std::uint64_t next_ = 0;
};

}  // namespace relco::test
