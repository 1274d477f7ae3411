#include "scenario/roles.h"

#include <array>

namespace relco::scenario {
namespace {

// Columns: status, skill, hours, wage, leaving, rotation, coordinator, identity, source.
// Leaving is G17 (nurses 9-11.5 % a year, doctors 6.3-6.7 %, all staff 11 %) and G18 (social care
// 30 %). Order of status and strength of identity follow who is tied most weakly to whom: doctors
// least, nurses most, general practitioners and students in between (A22-A28); the numbers on the
// scales, hours and wages are judgement. Residents change unit about monthly (G19).
constexpr std::array kRoles{
    StandardRole{"surgeon", 0.95, 0.80, 40, 95, 0.065, 0, false, 0.75, "G17 A24 A25"},
    StandardRole{"physician", 0.90, 0.80, 40, 85, 0.065, 0, false, 0.70, "G17 A25 A26"},
    StandardRole{"anaesthetist", 0.90, 0.80, 40, 90, 0.065, 0, false, 0.70, "G17 A25"},
    StandardRole{"psychiatrist", 0.85, 0.80, 38, 85, 0.065, 0, false, 0.70, "G17 A25"},
    StandardRole{"neurologist", 0.90, 0.80, 38, 90, 0.065, 0, false, 0.75, "G17 A25"},
    StandardRole{"geriatrician", 0.85, 0.80, 38, 85, 0.065, 0, false, 0.60, "G17 A25"},
    StandardRole{"resident", 0.65, 0.65, 44, 45, 0.065, 0.23, false, 0.60, "G17 G19 A22"},
    StandardRole{"gp", 0.80, 0.75, 38, 80, 0.065, 0, false, 0.65, "G17 A27 A28"},
    StandardRole{"psychologist", 0.70, 0.75, 37, 55, 0.10, 0, false, 0.60, "G17"},
    StandardRole{"pharmacist", 0.65, 0.80, 37, 50, 0.10, 0, false, 0.55, "G17 A25"},
    StandardRole{"physiotherapist", 0.50, 0.75, 37, 38, 0.10, 0, false, 0.50, "G17 A25"},
    StandardRole{"home_physiotherapist", 0.45, 0.75, 36, 37, 0.11, 0, false, 0.50, "G17"},
    StandardRole{"occupational_therapist", 0.45, 0.75, 37, 38, 0.10, 0, false, 0.50, "G17"},
    StandardRole{"nurse", 0.45, 0.75, 35, 38, 0.10, 0, false, 0.55, "G17 A22 A25 A26"},
    StandardRole{"midwife", 0.50, 0.75, 35, 40, 0.10, 0, false, 0.60, "G17"},
    StandardRole{"home_nurse", 0.40, 0.72, 34, 36, 0.11, 0, false, 0.50, "G17"},
    StandardRole{"social_worker", 0.40, 0.72, 37, 36, 0.11, 0, false, 0.55, "G17 A25"},
    StandardRole{"counsellor", 0.45, 0.72, 37, 36, 0.11, 0, false, 0.50, "G17"},
    StandardRole{"teacher", 0.45, 0.75, 37, 38, 0.10, 0, false, 0.55, "judgement"},
    StandardRole{"coordinator", 0.45, 0.75, 37, 40, 0.11, 0, true, 0.25, "G17"},
    StandardRole{"case_manager", 0.45, 0.75, 37, 40, 0.11, 0, true, 0.30, "G17 A25"},
    StandardRole{"care_assistant", 0.20, 0.65, 34, 24, 0.30, 0, false, 0.35, "G18"},
    StandardRole{"home_carer", 0.20, 0.65, 32, 24, 0.30, 0, false, 0.35, "G18"},
    StandardRole{"secretary", 0.25, 0.70, 37, 28, 0.11, 0, false, 0.35, "G17 A20 A27"},
    StandardRole{"administrator", 0.50, 0.70, 37, 42, 0.11, 0, false, 0.45, "G17 A20"},
};

}  // namespace

std::span<const StandardRole> standard_roles() {
  return kRoles;
}

RoleFacts standard_role(std::string_view name) {
  RoleFacts role;
  role.name = name;
  for (const StandardRole& known : kRoles) {
    if (known.name != name) continue;
    role.status.mean = known.status;
    role.skill.mean = known.skill;
    role.hours = known.hours;
    role.wage = known.wage;
    role.leaving = known.leaving;
    role.rotation = known.rotation;
    role.coordinator = known.coordinator;
    role.identity.mean = known.identity;
    break;
  }
  return role;
}

}  // namespace relco::scenario
