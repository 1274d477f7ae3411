// The tables of the registry, from the .def files in the order in which people read them.
#include "evidence/evidence.h"

namespace relco::evidence {
namespace {

#define FIGURE(id, status, source, setting, text) \
  Entry{#id, Kind::figure, Status::status, text, setting, source, RELCO_SECTION, {}, {}, {}},
#define PATTERN(id, use, rests_on, band, text) \
  Entry{#id, Kind::pattern, Status::chosen, text, {}, {}, "Patterns", band, #use, rests_on},
#define DOCUMENT(id, text) \
  Entry{#id, Kind::document, Status::founding, text, {}, {}, "Founding documents", {}, {}, {}},
#define ROW(id, text) \
  Entry{#id, Kind::row, Status::founding, text, {}, {}, "Checklist", {}, {}, {}},

constexpr Entry kEntries[] = {
#define X FIGURE
#define RELCO_SECTION "The survey"
#include "evidence/survey.def"
#undef RELCO_SECTION
#define RELCO_SECTION "Outcomes of coordination"
#include "evidence/outcomes.def"
#undef RELCO_SECTION
#define RELCO_SECTION "Structures"
#include "evidence/structures.def"
#undef RELCO_SECTION
#define RELCO_SECTION "Interventions"
#include "evidence/interventions.def"
#undef RELCO_SECTION
#define RELCO_SECTION "Coordinators, payment, whole systems"
#include "evidence/reform.def"
#undef RELCO_SECTION
#define RELCO_SECTION "Unions and management"
#include "evidence/labour.def"
#undef RELCO_SECTION
#define RELCO_SECTION "Foundations: groups, trust, turnover, load"
#include "evidence/foundations.def"
#undef RELCO_SECTION
#define RELCO_SECTION "Earlier simulations"
#include "evidence/simulation.def"
#undef RELCO_SECTION
#undef X
#define X PATTERN
#include "evidence/patterns.def"
#undef X
#define X DOCUMENT
#include "evidence/documents.def"
#undef X
#define X ROW
#include "evidence/checklist.def"
#undef X
};

}  // namespace

std::span<const Entry> entries() {
  return kEntries;
}

}  // namespace relco::evidence
