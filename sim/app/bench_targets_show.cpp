#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include "app/bench_targets.h"
#include "app/console.h"
#include "app/json_text.h"
#include "base/build_info.h"
#include "engine/tie_lanes.h"

namespace relco::app {
namespace {

const char* word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::top: return "top";
    case Verdict::met: return "met";
    case Verdict::short_of_it: return "short";
    case Verdict::not_measured: return "not measured";
  }
  return "";
}

boost::json::object to_json(const Target& t) {
  boost::json::object object{{"id", t.id},
                             {"what", t.what},
                             {"unit", t.unit},
                             {"better", t.less_is_better ? "less" : "more"},
                             {"must", t.must},
                             {"top", t.top},
                             {"measured", nullptr},
                             {"verdict", word_of(t.verdict())},
                             {"disturbed", t.disturbed()},
                             {"note", t.note}};
  if (t.measured) object["measured"] = *t.measured;
  if (t.wanted > 0) {
    object["processors"] = t.processors;
    object["processors_wanted"] = t.wanted;
    if (t.is_rate) object["judged"] = *t.judged();
  }
  return object;
}

std::string number(double value) {
  return value >= 100 ? fmt::format("{:.0f}", value)
         : value >= 9 ? fmt::format("{:.1f}", value)
                      : fmt::format("{:.2f}", value);
}

std::string line_of(const Target& t) {
  std::string text =
      fmt::format("{:<4}{:<36}{:>7} {:<4}{:>7}{:>9}  {}", t.id, t.what, number(t.must), t.unit,
                  number(t.top), t.measured ? number(*t.measured) : "-", word_of(t.verdict()));
  if (t.disturbed()) {
    text += fmt::format("; had {:.2f} of {:.0f} processors", t.processors, t.wanted);
    if (t.is_rate) text += fmt::format(", would be about {} with all", number(*t.judged()));
  }
  if (!t.note.empty()) text += "\n      " + t.note;
  return text + '\n';
}

}  // namespace

void show_targets(const std::vector<Target>& targets, const BenchArguments& arguments) {
  if (arguments.json) {
    boost::json::array rows;
    for (const Target& target : targets) rows.push_back(to_json(target));
    return print(json_text(
        {{"software", fmt::format("relco {} ({})", build_info().version, build_info().commit)},
         {"compiler", build_info().compiler},
         {"build_type", build_info().build_type},
         {"vectors", name_of(vector_level())},
         {"targets", std::move(rows)}}));
  }
  print(fmt::format("relco {} ({}), {}, {} build, vectors {}, 2 threads unless said\n\n",
                    build_info().version, build_info().commit, build_info().compiler,
                    build_info().build_type, name_of(vector_level())));
  print(fmt::format("{:<40}{:>7} {:<4}{:>7}{:>9}\n", "target", "must", "", "top", "measured"));
  for (const Target& target : targets) print(line_of(target));
  if (std::any_of(targets.begin(), targets.end(), [](const Target& t) { return t.disturbed(); })) {
    print(
        "\nOther programs were at work: rates are judged by what they would be with all "
        "processors.\n");
  }
}

}  // namespace relco::app
