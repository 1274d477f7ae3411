#include "scenario/names.h"

namespace relco::scenario {

std::string_view word_for(Thing thing) {
  switch (thing) {
    case Thing::nothing: return "name";
    case Thing::role: return "role";
    case Thing::organisation: return "organisation";
    case Thing::sector: return "sector";
    case Thing::unit: return "unit";
    case Thing::labour_union: return "union";
    case Thing::payer: return "payer";
    case Thing::pathway: return "pathway";
    case Thing::channel: return "channel";
    case Thing::change: return "change";
    case Thing::arm: return "arm";
    case Thing::factor: return "factor";
    case Thing::outcome: return "outcome";
    case Thing::quantity: return "quantity";
    case Thing::rule: return "rule";
    case Thing::expectation: return "expectation";
    case Thing::household: return "household";
  }
  return "name";
}

}  // namespace relco::scenario
