// Randomness as a pure function of (seed, replicate, purpose | who, with whom, week, draw).
// The arm of a reform never enters, so arms share their luck (common random numbers).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/hash.h"
#include "base/numerics.h"
#include "base/week.h"
#include "random/philox.h"

namespace relco {

// Every decision that needs luck has its own purpose. The number enters the key: it never changes,
// and a new row takes the next one. Numbers 12 and 15 stay free: nothing was ever drawn with them.
//   X(number, name, meaning)
#define RELCO_PURPOSES(X)                                                                         \
  X(0, facts, "facts given as distributions, once per copy")                                      \
  X(1, first_ties, "spread of ties at genesis")                                                   \
  X(2, communication, "contact, timeliness, accuracy, problem, solving of one directed tie")      \
  X(3, family_communication, "the same between a family and a provider")                          \
  X(4, arrivals, "number of cases that start on a pathway in a week")                             \
  X(5, case_facts, "severity, carers, engagement of a new case")                                  \
  X(6, team_size, "whether a fractional team place is filled")                                    \
  X(7, team_choice, "who of the candidates joins the team of a case")                             \
  X(8, plan, "which slices of the whole picture are told, and which change")                      \
  X(9, care_events, "adverse events, readmission, channel, escalation of a case")                 \
  X(10, leaving, "whether the occupant of a post leaves or rotates, and how long it stays empty") \
  X(11, hiring, "which posts are empty at the start, and for how long")                           \
  X(12, habit, "how much a person talks to others, by habit")                                     \
  X(13, layoff, "whose post is cut")                                                              \
  X(14, reach, "whom a change of limited coverage reaches")                                       \
  X(16, survey_response, "who answers the survey")                                                \
  X(17, survey_habit, "how a rater understands the scale, the items and each group")              \
  X(18, survey_answers, "what a rater ticks on the day, and leaves blank")

#define RELCO_DECLARE_PURPOSE(number, name, meaning) name = number,
enum class Purpose : std::uint32_t { RELCO_PURPOSES(RELCO_DECLARE_PURPOSE) };
#undef RELCO_DECLARE_PURPOSE

struct PurposeRow {
  std::uint32_t number;
  std::string_view name, meaning;
};
[[nodiscard]] std::span<const PurposeRow> purpose_rows();

// Uniform in [0, 1) with 24 bits: the upper ones of a word.
[[nodiscard]] constexpr float uniform24(std::uint32_t word) noexcept {
  return static_cast<float>(static_cast<std::int32_t>(word >> 8)) * 0x1p-24f;
}

// The 128 random bits of one decision, taken apart on demand.
class Draw {
 public:
  constexpr explicit Draw(const Words& words) noexcept : words_(words) {}

  // Uniform in [0, 1) with 24 bits, from word `n` of four.
  [[nodiscard]] constexpr float uniform(int n) const noexcept { return uniform24(word(n)); }
  // Uniform in [0, 1) with 16 bits: the upper (half 0) or lower half of word `n`.
  [[nodiscard]] constexpr float uniform16(int n, int half) const noexcept {
    const std::uint32_t word = words_[static_cast<std::size_t>(n)];
    return static_cast<float>(half == 0 ? word >> 16 : word & 0xffffu) * 0x1p-16f;
  }
  // Uniform in (0, 1) with 52 bits, from words 2n and 2n + 1: the middle of each of 2^52 steps, so
  // that the last one, 1 - 2^-53, is still below 1.
  [[nodiscard]] constexpr double uniform52(int n) const noexcept {
    const auto at = static_cast<std::size_t>(2 * n);
    const std::uint64_t bits = (std::uint64_t{words_[at]} << 32) | words_[at + 1];
    return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52;
  }
  [[nodiscard]] constexpr std::uint32_t word(int n) const noexcept {
    return words_[static_cast<std::size_t>(n)];
  }

 private:
  Words words_;
};

// A uniform number that decides several things, one after another: what a decision leaves of it is
// uniform again within the room that is left, so that one word is luck enough. A chance comes as
// the odds against it, and no decision takes a division.
class Fate {
 public:
  // Uniform in [0, 1).
  constexpr explicit Fate(float uniform) noexcept : at_(uniform) {}

  // True with the chance 1 / (1 + against).
  [[nodiscard]] constexpr bool decide(float against) noexcept {
    const float at = at_ * (1.0f + against);
    const bool yes = at < room_;
    at_ = yes ? at : at - room_;
    room_ = yes ? room_ : room_ * against;
    return yes;
  }
  // True with the chance `share`; what comes next is decided for the case that it is.
  [[nodiscard]] constexpr bool happens(float share) noexcept {
    room_ = share;
    return at_ < share;
  }

 private:
  float at_, room_ = 1.0f;
};

// The luck of one world: (seed, replicate) fixed, one key per purpose.
class Luck {
 public:
  constexpr Luck(std::uint64_t seed, std::uint64_t replicate) noexcept
      : root_(combine64(mix64(seed + 1), replicate)) {}

  [[nodiscard]] constexpr PhiloxKey key(Purpose purpose) const noexcept {
    const std::uint64_t k = combine64(root_, static_cast<std::uint64_t>(purpose));
    return {static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(k >> 32)};
  }

  // A decision of one entity: its whole 64-bit id enters the counter.
  [[nodiscard]] constexpr Draw draw(Purpose purpose, std::uint64_t id, Week week,
                                    std::uint32_t n = 0) const noexcept {
    return Draw(philox({static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(id >> 32),
                        static_cast<std::uint32_t>(week), n},
                       key(purpose)));
  }

  // A decision of one entity about another: 32 bits of each id enter the counter.
  [[nodiscard]] static constexpr Draw directed(PhiloxKey key, std::uint32_t from, std::uint32_t to,
                                               Week week, std::uint32_t n = 0) noexcept {
    return Draw(philox({from, to, static_cast<std::uint32_t>(week), n}, key));
  }

 private:
  std::uint64_t root_;
};

// Standard Gumbel value of a uniform in (0, 1): the largest of keyed Gumbel scores is a choice with
// probabilities proportional to exp(score), and stays the same choice when others come or go.
[[nodiscard]] inline double gumbel(double uniform) noexcept {
  return -log_d(-log_d(uniform));
}

// Poisson count by inversion of one uniform: monotone in the mean, so arms with more demand get
// the same arrivals and some more. Mean up to 500.
[[nodiscard]] int poisson(double mean, double uniform) noexcept;

// Normal quantile of a uniform in (0, 1) (Acklam's rational approximation, error below 1.2e-9).
[[nodiscard]] double normal(double uniform) noexcept;

}  // namespace relco
