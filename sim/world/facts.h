// The typed facts of a scenario: what the reader fills and genesis builds a world from. Facts say
// who exists, who depends on whom, structures, payment, leadership and what happens when; never how
// people behave (those are the parameters, one global set).
//
// Identity: every named thing has an `id` (default: its name). Only ids feed the keys of random
// draws; names are for people. Shares are in [0, 1], scores on the survey scale 1-5.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/week.h"
#include "world/vocabulary.h"

namespace relco {

// A fact: a number, or a distribution drawn once per copy of its owner (normal, cut to min..max),
// keyed by the owner's id and equal in all arms. sd = 0 means the plain number.
struct Fact {
  double mean = 0;
  double sd = 0;
  double min = -1e300;
  double max = 1e300;
};

// Named and identified: `id` defaults to the name where the file does not say.
struct Named {
  std::string name;
  std::string id;
};

// A full week of work, hours: the norm of Danish collective agreements, which the standard roles
// that have no shorter one share. A fact of working life, not of behaviour; a role may state its
// own.
inline constexpr double kFullTimeHours = 37;

// What a role is, wherever it works. Unnamed roles take these defaults.
struct RoleFacts : Named {
  Fact status{0.5};               // 0-1, standing in the hierarchy of professions
  Fact skill{0.75};               // 0-1, individual expertise
  double hours = kFullTimeHours;  // capacity, hours per week
  double wage = 40;               // money per hour
  double leaving = 0.10;          // share who leave per year under ordinary strain
  double rotation = 0;            // share who rotate to another unit each week
  bool coordinator = false;       // a boundary spanner by function
  Fact identity{0.5};             // strength of the professional identity, 0-1
  std::string group;              // label beyond role and place (language group, ...); "" is none
};

// Starting ties where a scenario does not say: the middle of what surveys find (A19-A23).
inline constexpr double kUsualWithin = 4.2;
inline constexpr double kUsualBetween = 3.6;
inline constexpr double kUsualFamily = 3.4;

// Where the ties of one role towards another start, on the survey scale; what is left out follows
// the index, and what is stated moves with its draw.
struct PairStart {
  std::optional<Fact> index;                      // default: what the place says of its ties
  std::optional<Fact> goals, knowledge, respect;  // overrides of single components
  std::optional<Fact> communication;  // the other's memory of it, all four items of the survey
};

// Starting ties on the survey scale 1-5; a component left out follows the index.
struct TieStart {
  std::optional<Fact> within;                     // RC index inside a unit and role
  std::optional<Fact> between;                    // RC index across roles, units and organisations
  std::optional<Fact> family;                     // RC index between providers and families
  std::optional<Fact> goals, knowledge, respect;  // overrides of single components
  // (nurse, surgeon): of nurses here towards surgeons anywhere; they know each other from the
  // start.
  std::map<std::pair<std::string, std::string>, PairStart> pairs;
};

struct UnitFacts : Named {
  int copies = 1;                       // this many units of the kind in each organisation
  bool sampled = false;                 // each copy serves its share of the cases; a sample thins
  std::map<std::string, double> staff;  // role name -> posts
  std::optional<Fact> safety;           // psychological safety, 0-1
  std::optional<Fact> workload;         // share of capacity that ordinary demand takes
  std::optional<Fact> leader_support;   // of the unit leader; default: the organisation's
  bool embedded = false;                // how we work is held by roles, not by persons (S0-18)
  TieStart ties;
};

struct LeadershipFacts {
  Fact support{0.45};          // 0 hostile .. 1 fully supportive of relational work
  Fact inquiry{0.3};           // humble inquiry, 0-1
  Fact imprint{0.3};           // how much of an earlier leader's stance outlasts a change, 0-1
  Fact trade_off_belief{0.5};  // believes that cost and relationships are at odds, 0-1
};

struct OrganisationFacts : Named {
  std::string sector = "acute";
  int copies = 1;
  bool sampled = false;  // a sample has fewer copies
  std::string payer;     // name of a payer; "" is the system's
  LeadershipFacts leadership;
  std::array<std::optional<Fact>, kStructures> structures;  // default 0.3 each
  Fact workload{0.9};                                       // share of capacity that demand takes
  Fact safety{0.5};
  Fact vacancies{0.05};      // share of posts empty at the start
  Fact slack{0.3};           // spare budget for improvement, 0-1
  Fact control{0.5};         // control intensity, 0-1
  Fact identity{0.5};        // strength of the own identity, 0-1
  Fact permanence{0.5};      // belief that change is here to stay, 0-1
  Fact conflict_debt{0.2};   // unsettled conflicts, 0-1
  Fact cost_pressure{0.4};   // 0-1
  double horizon_years = 1;  // planning horizon
  bool punitive = false;     // accountability that punishes
  TieStart ties;
  std::vector<UnitFacts> units;
};

// Who a union covers: a role, an organisation, or both; empty fields match all.
struct UnionFacts : Named {
  std::string covers_role, covers_organisation, covers_sector;
  Fact strength{0.5};  // 0-1
  Fact stance{0};      // -1 adversarial .. 1 partnership
  Fact process{0.5};   // fairness of the partnership process, 0-1
};

struct HouseholdFacts {
  std::map<std::string, Fact> carers;  // kind -> expected number; negative influence via `harm`
  Fact engagement{0.5};                // 0-1
  Fact capacity{0.5};                  // for paperwork and chasing, 0-1
  Fact strain{0.3};                    // 0-1 at the start
  Fact preparedness{0.4};              // 0-1 at the start
  double harm = 0.1;                   // share of carers whose influence harms
  bool in_team = false;                // the family is a member of the team from the start
};

// A priced way of giving a piece of care that can be given in more than one way.
struct ChannelFacts : Named {
  double share = 0;        // share of cases that take it under habit; the rest take the default way
  double price = 0;        // money per use
  bool admission = false;  // counts as an admission
  bool exempt = false;     // not touched by co-financing or bundles
  bool institutional = false;  // the costly after-care that incentives act on
};

struct PathwayFacts : Named {
  std::optional<double> starts_per_week;   // arrivals per copy; or
  std::optional<int> standing;             // cases open all the time (chronic networks)
  std::map<std::string, double> team;      // role -> expected members (a fraction is a chance)
  bool family = true;                      // the family is tied to the team
  std::vector<std::string> organisations;  // who may serve; empty: all that have the roles
  std::map<std::pair<std::string, std::string>, double> interdependence;  // role pair -> 0-1
  double default_interdependence = 0.4;
  Fact uncertainty{0.3};           // 0-1
  Fact time_pressure{0.5};         // 0-1
  double length_days = 3.0;        // days the stay takes under ordinary coordination
  double follow_up_weeks = 6;      // after-care in which outcomes unfold
  double day_price = 1200;         // money per day of the episode
  double base_price = 9000;        // money per case whatever happens
  double adverse_rate = 0.03;      // chance per case under ordinary coordination
  double readmission_rate = 0.08;  // chance per case under ordinary coordination
  double readmission_price = 12000;
  Fact severity{0.5};   // of the cared-for person at the start, 0-1
  int plan_slices = 8;  // pieces of the whole picture, up to 16
  std::string payer;    // "" is the system's
  std::vector<ChannelFacts> channels;
};

struct PayerFacts : Named {
  PaymentModel model = PaymentModel::fee_for_service;
  std::vector<std::string> partners;  // organisations that share the result; empty: all served
  double share = 0;                   // strength of the incentive: co-financed share, bonus share
  std::vector<std::string> exempt;    // names of exempt channels
};

// Where a change acts. Empty fields match everything.
struct ChangeScope {
  std::string organisation, sector, unit, role, pathway, union_name;
  int copy = -1;  // one copy of the organisation; -1: all
};

enum class Framing : std::uint8_t { neutral, patient, cost };

// What the verbs of a change set. Absent optionals stay as they are.
struct PaymentChange {
  PayerFacts to;
};
struct LeaderChange {
  std::optional<double> support, inquiry;
  bool replace = false;  // a new person: the imprint of the old one remains
};
struct StructureChange {
  std::array<std::optional<double>, kStructures> to;
};
struct InterventionChange {
  std::vector<Intervention> kinds;
  bool facilitated = false;  // of survey_feedback
};
struct GovernanceChange {
  std::vector<std::string> partners;
  double authority = 0.6;
};
struct MergeChange {
  std::string first, second;
  double shared_identity = 0;
};
struct SplitChange {
  std::string organisation;
};
struct ReassignChange {
  std::string role, to_unit;
  double face_to_face = 0.7;
};
struct AddRoleChange {
  std::string role, unit;
  double posts = 1;
  bool coordinator = false;
  double neutrality = 0.5;
};
struct RemoveRoleChange {
  std::string role, unit;
  double posts = 1;
};
struct ColocateChange {
  std::vector<std::string> organisations;
  double degree = 1;
};
struct StaffingChange {
  double factor = 1;
  bool layoff = false;
};
struct DemandChange {
  double factor = 1;
};
struct ShockChange {
  double load = 0.3;
  double safety = 0;
};
struct IdentityChange {
  double shared = 0;
  double salience = 0;
};  // larger whole; labels
struct UnionChange {
  std::optional<double> strength, stance, process;
};
struct SurveyChange {
  bool feedback = false;
  bool facilitated = false;
  std::string mode = "web";
};
struct ChannelChange {
  std::string channel;
  std::optional<double> share, price;
  std::optional<bool> exempt;
};
struct PolicyChange {
  std::optional<double> pressure, blame_risk;
  std::optional<bool> punitive;
};
struct BudgetCycleChange {
  double years = 1;
};
struct NullChange {};

using VerbChange =
    std::variant<PaymentChange, LeaderChange, StructureChange, InterventionChange, GovernanceChange,
                 MergeChange, SplitChange, ReassignChange, AddRoleChange, RemoveRoleChange,
                 ColocateChange, StaffingChange, DemandChange, ShockChange, IdentityChange,
                 UnionChange, SurveyChange, ChannelChange, PolicyChange, BudgetCycleChange,
                 NullChange>;

// A named, dated, dosed change; arms pick it. Effective dose = dose * fidelity * coverage, and
// interventions are cut further by the hours that people have free.
struct ChangeFacts : Named {
  Week from = 0;
  Week to = kNever;                        // first week in which it no longer acts
  double dose = 1;                         // 0 does nothing
  double fidelity = 0.8;                   // delivered as designed, 0-1
  double coverage = 1;                     // share of those in scope that it reaches, 0-1
  std::optional<double> hours_per_person;  // a week; default: of the intervention
  bool mandated = false;                   // else voluntary: opt-in
  Framing framing = Framing::neutral;
  ChangeScope where;
  std::vector<VerbChange> verbs;
};

struct ArmFacts : Named {
  std::vector<std::string> changes;      // names of changes
  std::map<std::string, double> levels;  // factor -> level; every change picked is a factor at 1
};

// A band that a value must lie in; open ends are infinite.
struct Band {
  double low = -1e300;
  double high = 1e300;
};

enum class ExpectationKind : std::uint8_t {
  level,
  effect,
  order,
  ratio,
  share_of_replicates,
  trend,
  time_to,
  slope,
  correlation,
  interaction,
  mediated_share,
  survey,
  persists
};

enum class EffectScale : std::uint8_t { absolute, relative, standardised };

// Whom a claim is about; "" matches everything.
struct ClaimScope {
  std::string scope_organisation;  // "" is the whole system
  std::string scope_pathway;
  std::string scope_sector, scope_unit, scope_role, scope_union;
  std::string scope_role_pair;  // "surgeon-nurse": surgeon about nurse
  std::string scope_ties;       // within, between, family; "" is all ties
  bool operator==(const ClaimScope&) const = default;
};

// What a claim subtracts: the same measure of another outcome or scope. Both are filled in.
struct ClaimMinus : ClaimScope {
  std::string outcome;
};

// One executable claim of a scenario (see relco check).
struct ExpectationFacts : ClaimScope {
  std::string id, says;
  std::vector<std::string> evidence;
  ExpectationKind kind = ExpectationKind::level;
  std::string outcome;
  std::string arm, versus;              // versus: "" is the first arm
  std::vector<std::string> arms;        // of order
  std::string of, to, to_versus;        // of ratio; to_versus: "" is versus
  std::string regime;                   // of share_of_replicates
  Week weeks_from = -1, weeks_to = -1;  // -1: the last 26 weeks
  EffectScale scale = EffectScale::absolute;
  Band band;
  int sign = 0;      // +1, -1, or 0: not claimed
  double agree = 0;  // share of seeds; 0: the median must lie in the band
  int seeds = 30;
  std::string reaches;      // of time_to, value as text
  Week ends = -1, at = -1;  // of persists
  std::string on, across;   // of slope, correlation; across also of a spread
  std::string spread;       // range, sd: of the means across something, in place of the mean
  std::optional<ClaimMinus> minus;
  std::string statistic;  // of survey
  Week week = -1;         // of survey: when it is run; -1: the last week
  std::vector<std::string> factors, blocking, through, evidence_unverified;
  std::string use;   // fit or test: whether parameters may be fitted to it; "" is not said
  std::string open;  // reason why it does not hold yet; "" is claimed to hold
  std::string file;  // where it is written
  int line = 0;
};

struct Facts {
  std::string title, question, file;
  Week horizon = 104;
  Week dates_reach = -1;  // what dates were written for, when a run is shorter; else -1
  int replicates = 32;
  std::uint64_t seed = 1;
  double sample = 1;  // share of what is sampled that a run has; 1 once a file is read
  std::vector<std::string> covers;  // rows of the checklist
  PayerFacts system;                // the default payer
  double policy_pressure = 0.2;     // 0-1
  double blame_risk = 0.3;          // political blame risk, 0-1
  double budget_years = 1;
  std::vector<RoleFacts> roles;
  std::vector<PayerFacts> payers;
  std::vector<OrganisationFacts> organisations;
  std::vector<UnionFacts> unions;
  HouseholdFacts families;
  std::vector<PathwayFacts> pathways;
  std::vector<ChangeFacts> changes;
  std::vector<ArmFacts> arms;  // the first is the control
  std::vector<ExpectationFacts> expectations;
};

}  // namespace relco
