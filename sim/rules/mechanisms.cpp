#include "rules/mechanisms.h"

#include "base/errors.h"

namespace relco {
namespace {

constexpr float kOrdinaryTie = 0.65f;  // 3.6 on the survey scale, where ties are held

void hold(std::initializer_list<float*> rates) {
  for (float* rate : rates) *rate = 0.0f;
}

// Everybody communicates as people with ordinary ties do, whatever their ties.
void hold_communication(Parameters& all) {
  CommunicationParameters& p = all.communication;
  const float x = kOrdinaryTie;
  p.contact_base += x * (p.contact_goals + p.contact_knowledge + p.contact_respect);
  p.timely_base += x * (p.timely_goals + p.timely_knowledge);
  p.accurate_base += x * p.accurate_knowledge;
  p.solve_base += x * p.solve_tie;
  hold({&p.contact_goals, &p.contact_knowledge, &p.contact_respect, &p.contact_structures,
        &p.timely_goals, &p.timely_knowledge, &p.accurate_knowledge, &p.clarity_rich,
        &p.solve_tie});
}

void hold_bias(Parameters& all) {
  IdentityParameters& p = all.identity;
  hold({&p.restore, &p.good_contact, &p.bad_contact, &p.anxiety, &p.harden, &p.threat_gain,
        &p.larger_gain, &p.larger_fade, &p.coordinator});
}

void remove_payment(Parameters& all) {
  PaymentParameters& p = all.payment;
  hold({&p.exposure_bundled, &p.exposure_shared_savings, &p.exposure_capitation, &p.exposure_pooled,
        &p.one_sided_co_financing, &p.one_sided_per_day, &p.effort_own, &p.steer_channel,
        &p.steer_savings, &p.steer_exempt, &p.faster_per_day, &p.thrift, &p.crowding});
}

void hold_preparedness(Parameters& all) {
  hold({&all.family.prepare, &all.family.prepare_fade});
}

void hold_family_strain(Parameters& all) {
  FamilyParameters& p = all.family;
  hold({&p.relay_strain, &p.contradiction_strain, &p.blame_strain, &p.recover});
}

void hold_family(Parameters& all) {
  hold_preparedness(all);
  hold_family_strain(all);
  all.family.relay = 0;
}

// What coordination does to cases.
void cut_care(Parameters& all) {
  CareParameters& p = all.care;
  hold({&p.stay_elasticity, &p.delay_days, &p.duplication, &p.contradiction,
        &p.adverse_coordination, &p.readmission_coordination, &p.channel_coordination,
        &p.discharge_error, &p.experience_coordination, &p.pain_coordination,
        &p.function_coordination, &p.wellness_gain});
}

void hold_climate(Parameters& all) {
  ClimateParameters& p = all.climate;
  hold({&p.safety_adapt, &p.norm_adapt, &p.debt_gain, &p.debt_settle, &p.debt_fade});
}

void hold_leaders(Parameters& all) {
  LeadershipParameters& p = all.leadership;
  hold({&p.adapt, &p.restore, &p.unit_follows, &p.inquiry_fade});
}

void remove_workload(Parameters& all) {
  CommunicationParameters& p = all.communication;
  hold({&p.strain_load, &p.strain_burnout, &p.strain_hurry, &p.strain_weekday,
        &all.family.load_strain});
  all.change.slack_hours = 10;
}

void hold_trust(Parameters& all) {
  all.change.trust_adapt = 0;
}

using P = Parameters&;
constexpr Mechanism kMechanisms[] = {
    // Rules.
    {"communication", "communication is that of ordinary ties, whatever the ties",
     hold_communication},
    {"learning", "ties are frozen", [](P p) { p.learning.pace = 0; }},
    {"identity", "bias and shared identity are frozen", hold_bias},
    {"structures", "the twelve structures stay where they started",
     [](P p) { p.structures.adapt = 0; }},
    {"payment", "ways of paying push nobody", remove_payment},
    {"leadership", "support and inquiry of leaders are frozen", hold_leaders},
    {"labour", "labour relations are frozen", [](P p) { p.labour.adapt = 0; }},
    {"family", "families relay nothing; their strain and preparedness are frozen", hold_family},
    {"workforce", "burnout is frozen and drives nobody away",
     [](P p) {
       hold({&p.workforce.burnout_rate, &p.workforce.leaving_burnout});
     }},
    {"caseload", "teams are drawn by lot, without continuity and regard to load",
     [](P p) {
       hold({&p.caseload.continuity, &p.caseload.free_capacity});
     }},
    {"care", "care does not follow from coordination", cut_care},
    {"climate", "safety, norms and conflict debt are frozen", hold_climate},
    {"change", "no hours are ever given to initiatives",
     [](P p) {
       hold({&p.change.free_hours, &p.change.slack_hours});
     }},
    // Terms of the loop ledger.
    {"reset", "newcomers take over the norm whole",
     [](P p) { p.workforce.newcomer_memory = 1.0f / p.workforce.newcomer_unhired; }},
    {"smooth_work", "contacts that simply went well teach nothing",
     [](P p) { p.learning.smooth = 0; }},
    {"problem_solving", "problems solved together teach nothing",
     [](P p) { p.learning.solving = 0; }},
    {"blame", "blame leaves no trace",
     [](P p) {
       hold({&p.learning.negativity, &p.learning.negativity_strain});
     }},
    {"knowledge_gain", "nobody learns what others do",
     [](P p) { p.learning.knowledge_accurate = 0; }},
    {"forgetting", "nothing is forgotten", [](P p) { p.learning.forgetting = 0; }},
    {"anchor_custom", "custom does not pull, and so nothing else does",
     [](P p) { p.learning.anchor_rate = 0; }},
    {"anchor_structure", "structures do not pull ties",
     [](P p) { p.learning.anchor_structures = 0; }},
    {"anchor_leadership", "leaders do not pull ties",
     [](P p) { p.learning.anchor_leadership = 0; }},
    {"anchor_payment", "shared results do not pull ties",
     [](P p) {
       hold({&p.learning.anchor_payment, &p.learning.anchor_one_sided});
     }},
    {"anchor_labour", "labour relations do not pull ties",
     [](P p) { p.learning.anchor_labour = 0; }},
    {"anchor_identity", "bias, status, distrust and the own group do not pull ties",
     [](P p) {
       hold({&p.learning.anchor_bias, &p.learning.anchor_status, &p.learning.anchor_distrust,
             &p.learning.anchor_own});
     }},
    {"intervention", "interventions teach nothing directly",
     [](P p) { p.learning.intervention_rate = 0; }},
    // Stocks behind outcomes.
    {"family_preparedness", "preparedness of families is frozen", hold_preparedness},
    {"family_strain", "strain of families is frozen", hold_family_strain},
    {"psychological_safety", "safety is frozen", [](P p) { p.climate.safety_adapt = 0; }},
    {"trust_between_organisations", "trust is frozen", hold_trust},
    // Mutations: the model without one of its assumptions.
    {"negativity", "bad counts like good",
     [](P p) {
       p.learning.negativity = 1;
       p.learning.negativity_strain = 0;
     }},
    {"workload",
     "work does not strain communication, and slack gives ten times the hours for improvement",
     remove_workload},
    {"fidelity", "everything is delivered as designed, and to everybody",
     [](P p) { p.change.fidelity = 0; }},
    {"attention", "initiatives do not compete for hours", [](P p) { p.change.attention = 0; }},
    {"contact_conditions",
     "contact always helps, and as much under any conditions; nor does feedback hurt",
     [](P p) {
       p.identity.conditions = 1;
       hold({&p.identity.bad_contact, &p.identity.anxiety, &p.identity.harden,
             &p.change.feedback_threshold});
     }},
    {"status", "high and low status are treated alike",
     [](P p) {
       hold({&p.communication.solve_status, &p.structures.status_exposure,
             &p.learning.anchor_status});
     }},
    {"labour_stance", "strength of unions acts alone, whatever their stance",
     [](P p) { p.labour.strength_alone = 1; }},
    {"anchors", "nothing pulls ties but experience", [](P p) { p.learning.anchor_rate = 0; }},
    {"direct_incentives", "payment shortens stays and avoids admissions directly",
     [](P p) {
       p.payment.direct = 0.2f;
       p.payment.steer_channel = p.payment.steer_savings = 1;
     }},
};

std::string_view name_behind(Outcome outcome) {
  switch (outcome) {
    case Outcome::rc_index:
    case Outcome::rc_within:
    case Outcome::rc_between:
    case Outcome::rc_family:
    case Outcome::goals:
    case Outcome::knowledge:
    case Outcome::respect:
    case Outcome::relationship_score: return "learning";
    case Outcome::frequent:
    case Outcome::timely:
    case Outcome::accurate:
    case Outcome::problem_solving:
    case Outcome::communication_score:
    case Outcome::care_quality:
    case Outcome::information_sharing:
    case Outcome::timely_followup: return "communication";
    case Outcome::coherent_plan_weeks:
    case Outcome::contradictory_plans:
    case Outcome::delay:
    case Outcome::duplication:
    case Outcome::adverse_events:
    case Outcome::readmissions:
    case Outcome::episode_length: return "care";
    case Outcome::burnout:
    case Outcome::leaving: return "workforce";
    case Outcome::group_bias: return "identity";
    case Outcome::leader_support: return "leadership";
    case Outcome::structures_index: return "structures";
    case Outcome::conflict_debt: return "climate";
    case Outcome::family_strain:
    case Outcome::family_preparedness:
    case Outcome::psychological_safety:
    case Outcome::trust_between_organisations: return row_of(outcome).name;
    default: return "";
  }
}

}  // namespace

std::span<const Mechanism> mechanisms() {
  return kMechanisms;
}

const Mechanism* find_mechanism(std::string_view name) {
  for (const Mechanism& mechanism : kMechanisms) {
    if (mechanism.name == name) return &mechanism;
  }
  return nullptr;
}

Parameters blocked(Parameters parameters, std::span<const std::string> names) {
  for (const std::string& name : names) {
    const Mechanism* mechanism = find_mechanism(name);
    RELCO_CHECK(mechanism != nullptr, "{} is no mechanism", name);
    mechanism->block(parameters);
  }
  return parameters;
}

const Mechanism* mechanism_behind(Outcome outcome) {
  return find_mechanism(name_behind(outcome));
}

}  // namespace relco
