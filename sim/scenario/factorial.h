// Arms that are a full factorial: expanded in the tree, before anything is read.
#pragma once

#include "scenario/reading.h"
#include "scenario/tree.h"

namespace relco::scenario {

// arms:
//   as_is: []
//   factorial: {stance: [-0.8, 0, 0.8], strength: [0.2, 0.8], bundle: [off, on]}
//   factors:                       # which change each factor sets, and what in it
//     stance: {change: partnership, field: union.stance}
//     strength: {change: partnership, field: union.strength}
//   with: [redesign]               # changes that all these arms have
//
// A factor without an entry in `factors` is a change that is off or on, or whose dose it is, or the
// only key of its name in any change. Each combination becomes an arm such as
// "stance=-0.8,strength=0.2,bundle=off" with copies of the changes that its levels make.
// False when the arms could not be made; findings say why.
bool expand_factorial(Value& root, Reading& reading);

}  // namespace relco::scenario
