// How a directed tie moves (model equations L1-L12). The terms act one after another, each clamped
// and rounded to the storage grid, so that the ledger of terms telescopes exactly.
#pragma once

#include "base/fixed.h"
#include "base/numerics.h"
#include "rules/communication/communication.h"
#include "rules/learning/learning_parameters.h"
#include "world/ledger_terms.h"
#include "world/ties.h"

namespace relco {

// L12: the rates of learning at the pace that is set: 1 as calibrated, 0 with every tie frozen.
[[nodiscard]] inline LearningParameters at_pace(const LearningParameters& p) noexcept {
  LearningParameters out = p;
  for (float* rate :
       {&out.respect_solve, &out.goals_solve, &out.reciprocity, &out.knowledge_accurate,
        &out.forgetting, &out.anchor_rate, &out.intervention_rate}) {
    *rate *= p.pace;
  }
  return out;
}

// What can move a tie in a week. Where nobody is paid for the other's result, covered by a union or
// taught, those terms are nought, and leaving them out gives the same bits.
enum class Forces : bool { all, standing };

// Where the tie of `me` towards `other` is pulled, as contributions to one log-odds (L6; C01, D12,
// E12, F01, G06).
struct Anchor {
  float structure = 0, leadership = 0, payment = 0, labour = 0, identity = 0;
};

// L6: the contributions of what may act.
template <Forces kForces = Forces::all>
RELCO_LANE_RULE Anchor anchor_of(const LearningParameters& p, float goals, const Profile& me,
                                 const Profile& other, const LinkView& link) noexcept {
  Anchor out;
  out.structure = p.anchor_structures * felt_structures(me, other, link);
  out.leadership = p.anchor_leadership * me.leader * link.leader_reach;
  if constexpr (kForces == Forces::all) {
    const float ground = max0(goals - p.payment_ground) / (1.0f - p.payment_ground);
    out.payment = p.anchor_payment * ground * link.exposure - p.anchor_one_sided * link.one_sided;
    out.labour = me.anchor_labour;
  }
  const float above = max0(me.status - other.status) * (1.0f - me.inquiry);
  out.identity = p.anchor_own * link.own_group - p.anchor_bias * felt_bias(me, other, link) -
                 p.anchor_status * above - p.anchor_distrust * link.distrust;
  return out;
}

// Records one term: moves `share` by `change`, and books the exact difference.
template <class Book>
RELCO_LANE_STEP void apply(GridShare& share, float change, Term term, Component component,
                           Book& book) noexcept {
  book(term, component, share.move(change));
}

// One week of one tie: `tie` is my orientation to the other; `heard` are the events of the other's
// communication to me, `sent` those of mine. `theirs` is the other's respect for me at the start of
// the week. Book is called as book(Term, Component, difference), in grid steps.
template <Forces kForces = Forces::all, class Book>
RELCO_LANE_STEP void learn(const LearningParameters& p, float sigma_custom, Tie& tie, float theirs,
                           Events heard, Events sent, const Profile& me, const Profile& other,
                           const LinkView& link, Book&& book) noexcept {
  const float bias = felt_bias(me, other, link);
  const float open = max0(1.0f - bias);
  constexpr Events kSolved = event::problem | event::solved;
  const bool solved = (heard & kSolved) == kSolved;
  const bool smooth = (heard & (event::well | event::problem)) == event::well;
  const bool blamed = (heard & kSolved) == event::problem;
  const bool any_contact = ((heard | sent) & event::contact) != 0;

  GridShare goals(tie.goals), knowledge(tie.knowledge), respect(tie.respect);

  // L1-L3: experience, of which a week holds one kind at most. What is missing can be gained, what
  // is there can be lost; respect moves towards the respect received.
  const float gain = smooth ? open * p.smooth : (solved ? open * p.solving : 0.0f);
  const float weight = p.negativity + p.negativity_strain * max0(me.strain);
  const float hurt = blamed ? weight * (1.0f + bias) : 0.0f;
  const float returned = smooth ? p.reciprocity * (theirs - tie.respect) * gain : 0.0f;
  const auto lived = [&](GridShare& share, float change, Component component) {
    const std::int32_t steps = share.move(change);
    book(Term::smooth_work, component, smooth ? steps : 0);
    book(Term::problem_solving, component, solved ? steps : 0);
    book(Term::blame, component, blamed ? steps : 0);
  };
  lived(respect, p.respect_solve * (gain * (1.0f - tie.respect) - hurt * tie.respect) + returned,
        Component::respect);
  lived(goals, p.goals_solve * (gain * (1.0f - tie.goals) - hurt * tie.goals), Component::goals);

  // L4-L5: knowledge comes with accurate messages and fades without.
  const bool same_role = me.role == other.role;
  const float most = same_role ? p.knowledge_most_own : p.knowledge_most;
  const bool accurate = (heard & event::accurate) != 0;
  const float lesson =
      p.knowledge_accurate *
      ((accurate ? 1.0f : 0.0f) + ((sent & event::contact) != 0 ? p.knowledge_sender : 0.0f));
  apply(knowledge, lesson * max0(most - tie.knowledge), Term::knowledge_gain, Component::knowledge,
        book);
  const float fading = p.forgetting * (same_role ? p.forgetting_own : 1.0f) *
                       (any_contact ? 1.0f : p.forgetting_silent);
  apply(knowledge, -fading * knowledge.value(), Term::forgetting, Component::knowledge, book);

  // L6-L7: the anchor. The move from the custom alone to the whole anchor is shared out in
  // proportion to the contributions (the average over all orders of adding them: Aumann-Shapley),
  // each cut to whole steps of the grid; custom takes the rest.
  const Anchor pull = anchor_of<kForces>(p, goals.value(), me, other, link);
  const float sum = pull.structure + pull.leadership + pull.payment + pull.labour + pull.identity;
  const float whole = 1.0f + odds_against(p.anchor_custom + sum);  // 1 / anchor
  const float small = sum < 0.0f ? -sum : sum;
  const float slope = small > 1e-3f ? (1.0f - sigma_custom * whole) / (sum * whole)
                                    : sigma_custom * (1.0f - sigma_custom);
  const float anchor = sigma_custom + slope * sum;
  const auto pulled = [&](GridShare& share, float rate, Component component) {
    const float unit = rate * slope * kGridUnit;
    std::int32_t rest = share.move(rate * (anchor - share.value()));
    const auto part = [&](float contribution, Term term) {
      const auto steps = static_cast<std::int32_t>(unit * contribution);
      book(term, component, steps);
      rest -= steps;
    };
    part(pull.structure, Term::anchor_structure);
    part(pull.leadership, Term::anchor_leadership);
    if constexpr (kForces == Forces::all) {
      part(pull.payment, Term::anchor_payment);
      part(pull.labour, Term::anchor_labour);
    }
    part(pull.identity, Term::anchor_identity);
    book(Term::anchor_custom, component, rest);
  };
  pulled(goals, p.anchor_rate, Component::goals);
  pulled(knowledge, p.anchor_rate * p.anchor_knowledge, Component::knowledge);
  pulled(respect, p.anchor_rate, Component::respect);

  // L8: direct learning in interventions needs both at the table; a negative dose hurts.
  [[maybe_unused]] const auto taught = [&](GridShare& share, float mine, float others,
                                           Component component) {
    const float dose = mine < others ? mine : others;
    const float room = dose > 0.0f ? 1.0f - share.value() : share.value();
    apply(share, p.intervention_rate * dose * room, Term::intervention, component, book);
  };
  if constexpr (kForces == Forces::all) {
    taught(goals, me.learn_goals, other.learn_goals, Component::goals);
    taught(knowledge, me.learn_knowledge, other.learn_knowledge, Component::knowledge);
    taught(respect, me.learn_respect, other.learn_respect, Component::respect);
  }
  tie = {goals.value(), knowledge.value(), respect.value()};
}

}  // namespace relco
