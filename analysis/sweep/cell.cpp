#include "sweep/cell.h"

#include <algorithm>

#include "base/hash.h"
#include "engine/run.h"
#include "measure/regime.h"
#include "measure/summary.h"

namespace relco::sweep {
namespace {

void judge(Cell& cell, const Plan& plan, const RunAxes& axes, const CellRecords& records) {
  const WeekWindow window = last_weeks(axes, plan.facts().window);
  const RegimeOfCell judged = judge_scope(axes, records, 0, window);
  cell.level = static_cast<float>(judged.level);
  cell.slope = static_cast<float>(judged.slope_per_year);
  cell.gain = static_cast<float>(judged.gain);
  if (!judged.known()) return;
  const auto at = [&](double shift) {
    return static_cast<std::uint8_t>(
        judge_scope(axes, records, 0, window, kRegimeCutoffs.moved(shift)).regime);
  };
  cell.regime = static_cast<std::uint8_t>(judged.regime);
  cell.regime_lower = at(-kCutoffShift);
  cell.regime_higher = at(kCutoffShift);
  if (const auto week = regime_path(axes, records).tipped) cell.tipped = static_cast<float>(*week);
}

}  // namespace

Cell summarise(const Plan& plan, const RunAxes& axes, const CellRecords& records) {
  Cell cell;
  cell.done = true;
  cell.digest = digest_with(mix64(1), records);  // that of a run of this cell alone
  judge(cell, plan, axes, records);
  const WeekWindow window = last_weeks(axes, plan.facts().window);
  for (const Outcome outcome : plan.outcomes) {
    cell.outcomes.push_back(static_cast<float>(mean_over(axes, records, 0, outcome, window)));
    for (std::size_t step = 0; step < plan.steps(); ++step) {
      const Week from = static_cast<Week>(step) * plan.facts().keep_every;
      const WeekWindow part{from, std::min<Week>(from + plan.facts().keep_every, axes.weeks)};
      cell.paths.push_back(static_cast<float>(mean_over(axes, records, 0, outcome, part)));
    }
  }
  return cell;
}

record::Bytes encode(const Cell& cell) {
  record::ByteWriter writer;
  writer.put(cell.digest);
  for (const std::uint8_t regime : {cell.regime, cell.regime_lower, cell.regime_higher}) {
    writer.put(regime);
  }
  for (const float number : {cell.level, cell.slope, cell.gain, cell.tipped}) writer.put(number);
  writer.put_all(cell.outcomes);
  writer.put_all(cell.paths);
  return writer.take();
}

Cell decode(const Plan& plan, std::span<const std::byte> bytes, const std::string& what) {
  record::ByteReader reader(bytes, what);
  Cell cell;
  cell.done = true;
  cell.digest = reader.get<std::uint64_t>();
  for (std::uint8_t* regime : {&cell.regime, &cell.regime_lower, &cell.regime_higher}) {
    *regime = reader.get<std::uint8_t>();
    if (*regime >= kRegimes && *regime != kNoRegime) reader.damaged("there is no such regime");
  }
  for (float* number : {&cell.level, &cell.slope, &cell.gain, &cell.tipped}) {
    *number = reader.get<float>();
  }
  cell.outcomes = reader.get_all<float>();
  cell.paths = reader.get_all<float>();
  reader.expect_end();
  if (cell.outcomes.size() != plan.outcomes.size() ||
      cell.paths.size() != plan.outcomes.size() * plan.steps()) {
    reader.damaged("it holds other outcomes");
  }
  return cell;
}

}  // namespace relco::sweep
