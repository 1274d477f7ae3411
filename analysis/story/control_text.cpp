// The same tie in the control arm, under the same luck.
#include <fmt/format.h>

#include <cmath>

#include "stats/readable.h"
#include "story/sections.h"
#include "story/words.h"

namespace relco::story {
namespace {

bool exists(const TieStory& story) {
  return story.standing != Standing::apart && story.standing != Standing::unmet;
}

TermSteps difference(const TermSteps& a, const TermSteps& b) {
  TermSteps out{};
  for (std::size_t t = 0; t < kTerms; ++t) {
    for (std::size_t c = 0; c < kComponents; ++c) out[t][c] = a[t][c] - b[t][c];
  }
  return out;
}

// "It stands at 3.80 with the changes and at 3.55 without: 0.25 more."
std::string compared(const Explanation& told, std::size_t n) {
  const Direction& with = told.story.direction[n];
  const Direction& without = told.in_control->direction[n];
  const std::string who = n == 0 ? std::string("The tie")
                                 : fmt::format("The other direction, of {},", told.who[1].brief);
  if (with.now.steps == without.now.steps && with.all == without.all) {
    return fmt::format(
        "{} is exactly the same there: nothing in which the arms differ has reached "
        "it.",
        who);
  }
  const double gap = with.now.index() - without.now.index();
  std::string text =
      fmt::format("{} stands at {} instead of {} there", who, stats::number(with.now.index(), 2),
                  stats::number(without.now.index(), 2));
  text += std::abs(gap) < 0.005
              ? "."
              : fmt::format(": {} {}.", stats::number(std::abs(gap), 2), gap > 0 ? "more" : "less");
  const std::string terms = leading(difference(with.all, without.all));
  if (!terms.empty())
    text += fmt::format(" What it gained (+) or lost (-) against the control: {}.", terms);
  if (with.start.steps != without.start.steps) {
    text +=
        fmt::format(" It also began elsewhere: at {} instead of {}.",
                    stats::number(with.start.index(), 2), stats::number(without.start.index(), 2));
  }
  return text;
}

std::string other_arms(const Explanation& told) {
  std::vector<std::string> arms;
  for (const std::string& arm : told.arms) {
    if (arm != told.control) arms.push_back(arm);
  }
  return arms.empty() ? ""
                      : fmt::format(
                            "This is the control arm. --arm tells how the same tie fares "
                            "under the same luck elsewhere: {}.",
                            joined(arms));
}

}  // namespace

std::string control_section(const Explanation& told, Page page) {
  if (!told.in_control) {
    const std::string text = other_arms(told);
    return text.empty() ? "" : "\n" + stats::paragraph(text, page.width);
  }
  std::string text = verdict::heading(
      fmt::format("THE SAME TIE UNDER \"{}\"", upper(spaced(told.control))),
      told.changes.empty()
          ? std::string("the control arm, with the same luck; both arms pick the same changes")
          : fmt::format("the control arm, with the same luck; what sets \"{}\" apart: {}",
                        spaced(told.arm), joined(told.changes)),
      page);
  std::string sentences;
  if (!exists(*told.in_control) || told.in_control->standing != Standing::alive) {
    sentences = why_not(*told.in_control, told.who);
  }
  if (exists(*told.in_control) && exists(told.story)) {
    if (!sentences.empty()) sentences += ' ';
    sentences += compared(told, 0) + ' ' + compared(told, 1);
  } else if (exists(*told.in_control)) {
    sentences += fmt::format("There the tie stands at {}.",
                             stats::number(told.in_control->direction[0].now.index(), 2));
  }
  return text + stats::paragraph(sentences, page.width, "  ", "  ");
}

}  // namespace relco::story
