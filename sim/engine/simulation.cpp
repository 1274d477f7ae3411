#include "engine/simulation.h"

#include <chrono>

#include "base/errors.h"
#include "engine/asked_phase.h"
#include "parallel/parallel.h"
#include "rules/care/care.h"
#include "rules/caseload/caseload.h"

namespace relco {
namespace {

void run_environment(Simulation& s) {
  s.flows().clear_sums();
  environment(s.world(), s.parameters(), s.flows().role_doses);
  settle_payment(s.world(), s.parameters(), s.flows().payment);
}

void run_caseload(Simulation& s) {
  for_each_task(s.world().lanes.id.size(), 4, [&](std::size_t lane) {
    caseload_week(s.world(), s.parameters(), static_cast<std::uint32_t>(lane), s.flows().sums);
  });
}

void run_workload(Simulation& s) {
  phase_workload(s.world(), s.parameters(), s.flows());
}

void run_ties(Simulation& s) {
  phase_ties(s.world(), s.parameters(), s.flows());
  if (s.asked()) ask_ties(*s.asked(), s.world(), s.parameters(), s.flows(), s.asked_week());
}

void run_family(Simulation& s) {
  phase_family_ties(s.world(), s.parameters(), s.flows());
  if (s.asked()) ask_family_ties(*s.asked(), s.world(), s.asked_week());
}

void run_care(Simulation& s) {
  if (s.asked() && s.asked()->with_cases) {
    return care_by_lane(s.world(), s.parameters(), s.flows(), s.asked_week());
  }
  for_each_task(s.world().lanes.id.size(), 4, [&](std::size_t lane) {
    const auto which = static_cast<std::uint32_t>(lane);
    care_week(s.world(), s.parameters(), which,
              force_on_lane(*s.world().plan, which, s.flows().payment.forces), s.flows().sums);
  });
}

void run_people(Simulation& s) {
  phase_people(s.world(), s.parameters(), s.flows());
}

void run_organisations(Simulation& s) {
  phase_organisations(s.world(), s.parameters(), s.flows());
}

constexpr Phase kPhases[] = {
    {"environment", "changes start and stop; payment is settled", "change payment",
     "policy flows, exposures", run_environment},
    {"caseload", "arrivals, client-specific teams", "caseload", "cases, members, need",
     run_caseload},
    {"workload", "load, doses received, what each person brings", "change workforce identity",
     "load, profiles", run_workload},
    {"ties", "contact, timeliness, accuracy, problems; ties move term by term",
     "communication learning structures payment leadership labour identity",
     "pairs: ties, memories, events; ledger", run_ties},
    {"family", "the same between families and their teams", "communication learning family",
     "members: ties, memories, events; ledger", run_family},
    {"care", "progress, events, channels, cost, relay, the shared plan", "care family payment",
     "cases, members' plans", run_care},
    {"people", "bias, burnout, leaving, newcomers, safety, norms", "identity workforce climate",
     "people, units", run_people},
    {"organisation", "leaders, structures, unions, trust, conflict debt",
     "leadership structures labour climate change", "organisations, links of organisations, unions",
     run_organisations},
};

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

std::span<const Phase> phases() {
  return kPhases;
}

Simulation::Simulation(const Blueprint& blueprint, const Parameters& parameters, std::size_t arm,
                       int replicate)
    : world_(make_world(blueprint, parameters, arm, replicate)),
      parameters_(&parameters),
      axes_(axes_of(*blueprint.plan)),
      scopes_(scopes_of(*blueprint.plan)),
      records_(empty_records(axes_)),
      seconds_(std::size(kPhases) + 2, 0.0) {
  flows_.resize_for(world_);
}

void Simulation::ask(std::shared_ptr<const AskedPlan> plan) {
  if (plan->empty()) return;
  asked_ = std::move(plan);
  axes_.asked = asked_->asked();
  asked_week_.resize_for(*asked_, world_);
  records_.asked = empty_asked(*asked_, axes_.weeks);
}

void Simulation::record() {
  record_week(axes_, scopes_, flows_.sums, world_.week, by_scope_, records_);
  if (asked_) record_asked(*asked_, world_, flows_.sums, asked_week_, records_.asked);
  for (const OrganisationWeek& sums : flows_.sums) evaluations_ += sums.evaluations;
}

void Simulation::add_to_week(const Digest& digest) {
  const auto week = static_cast<std::size_t>(world_.week);
  records_.digests[week] += digest.world;
  std::uint64_t* const organisations =
      &records_.organisation_digests[week * (axes_.scopes.size() - 1)];
  for (std::size_t o = 0; o < digest.organisations.size(); ++o) {
    organisations[scopes_[o] - 1] += digest.organisations[o];
  }
}

// Every week the sums; the state on schedule, and after the last week wherever the horizon lies.
void Simulation::digest() {
  if (!digests_) return;
  digest_sums(world_, world_.week, flows_.sums, week_digest_);
  add_to_week(week_digest_);
  const bool last = world_.week + 1 == axes_.weeks;
  if (!last && !digests_state(world_.week)) return;
  const Digest state = digest_of(world_);
  if (digests_state(world_.week)) add_to_week(state);
  if (!last) return;
  records_.state_digests[0] = state.world;
  for (std::size_t o = 0; o < state.organisations.size(); ++o) {
    records_.state_digests[scopes_[o]] += state.organisations[o];
  }
}

void Simulation::step() {
  RELCO_CHECK(world_.week < axes_.weeks, "week {} is beyond the horizon", world_.week);
  double before = now();
  const auto lap = [&](std::size_t phase) {
    const double after = now();
    seconds_[phase] += after - before;
    before = after;
  };
  for (std::size_t k = 0; k < std::size(kPhases); ++k) {
    kPhases[k].run(*this);
    lap(k);
  }
  record();
  lap(std::size(kPhases));
  digest();
  lap(std::size(kPhases) + 1);
  ++world_.week;
}

void Simulation::run_until(Week week) {
  while (world_.week < week) step();
}

}  // namespace relco
