// What this machine could do at best, measured in the same process as what it does: memory updated
// in place, and keyed draws with the logistic functions of one tie evaluation.
#pragma once

#include <cstddef>

namespace relco {

struct MachineLimits {
  double bytes_per_second = 0;        // read plus written, streaming in place over the working set
  double evaluations_per_second = 0;  // keyed draws, each with the functions of a tie evaluation
};

// What an evaluation of the probe consists of: that of the complete model has a draw and five
// logistic functions, that of RC-mini half a draw and three of bounded arguments.
enum class ProbeWork { complete, rc_mini };

// Medians of `repeats` measurements. `bytes`: size of the working set, at least 1 MB is used;
// `threads` 0: all cores. Takes about a tenth of a second per repeat and GB.
[[nodiscard]] MachineLimits probe_limits(std::size_t bytes, int threads,
                                         ProbeWork work = ProbeWork::complete, int repeats = 5);

}  // namespace relco
