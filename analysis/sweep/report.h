// A sweep as people and programs read it.
#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "sweep/summary.h"

namespace relco::sweep {

// The phase map of the first two factors, pooled over whatever else varied, in lines of at most
// `width` characters; tables by factor where there are more than two or only one.
[[nodiscard]] std::string to_text(const Plan& plan, const Run& run, std::size_t width);

// The answer to what the experiment asks under `smallest`; "" where it asks nothing.
[[nodiscard]] std::string smallest_text(const Plan& plan, const Run& run, std::size_t arm,
                                        std::size_t width);

// {title, scenario, seed, weeks, window, design, factors[], arms[], replicates, digest,
// points: [{point, factors: {name: value}, settings, problem,
// arms: [{name, runs, regimes: {virtuous: {p, low, high}}, outcomes: {name: {mean, sd, low, high,
// unit}}}]}], smallest: [{arm, factor, wanted, share, rows: [{others: {name: value}, enough,
// levels: [{level, p, low, high}]}]}], cells: {all, found, ran}, bookkeeping}. null stands for what
// is not known.
[[nodiscard]] boost::json::value to_json(const Plan& plan, const Run& run);

}  // namespace relco::sweep
