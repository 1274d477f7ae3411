// The results of relco bench as text and as JSON (its fields are stable: they may grow in number).
#pragma once

#include "app/arguments.h"
#include "app/bench_measure.h"
#include "app/bench_rc_mini.h"

namespace relco::app {

void show(const BenchResult& result, const BenchArguments& arguments);
void show(const RcMiniResult& result, const BenchArguments& arguments);

}  // namespace relco::app
