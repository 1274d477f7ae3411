// The stocks of week zero: facts drawn once per copy, ties spread around what the facts say.
#pragma once

#include "genesis/genesis.h"

namespace relco {

// Organisations, units and unions: fixed facts and starting stocks.
void start_organisations(World& world, const Parameters& parameters);
// Posts and their first occupants, some posts vacant (Z3).
void start_people(World& world, const Parameters& parameters);
// Ties and their memories; norms of the units.
void start_ties(World& world, const Parameters& parameters);
// Z7: uncertainty of each link: mean of the pathways that it serves, weighted by the
// interdependence that they put on it (C02); the ordinary where people share daily work only. Needs
// that of the lanes.
void start_uncertainty(World& world);
// Lanes, reference needs, and the cases already under way.
void start_lanes(World& world, const Parameters& parameters);
// Trust between organisations starts as the mean tie across.
void start_trust(World& world);

}  // namespace relco
