#include "app/results_place.h"

#include <fmt/format.h>

#include "app/console.h"
#include "base/build_info.h"
#include "base/errors.h"
#include "record/results_file.h"

namespace relco::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPartialFormat = "1";
constexpr std::chrono::seconds kSnapshotGap{5};
constexpr std::chrono::milliseconds kCellSync{1000};

fs::path results_path(const RunArguments& arguments) {
  if (arguments.out) return *arguments.out;
  return fs::path(arguments.scenario).stem().string() + ".h5";
}

// What must be equal for the cells of an unfinished run to be of use.
record::Identity identity_of(const ScenarioInput& input) {
  return {{"format", kPartialFormat},
          {"software", fmt::format("relco {} ({})", build_info().version, build_info().commit)},
          {"scenario", input.scenario_digest},
          {"parameters", digest_text(digest_of(input.parameters))},
          {"seed", fmt::format("{}", input.facts.seed)},
          {"weeks", fmt::format("{}", input.facts.horizon)},
          {"replicates", fmt::format("{}", input.facts.replicates)}};
}

}  // namespace

ResultsPlace::ResultsPlace(const RunArguments& arguments)
    : arguments_(arguments), results_(results_path(arguments)), partial_(results_) {
  partial_ += ".partial";
}

void ResultsPlace::refuse_unfinished_run() const {
  throw PlaceError(fmt::format(
      "{} holds an unfinished run for {}.\n  to go on with it:    --resume\n  to throw it away:    "
      "--force",
      partial_.string(), results_.string()));
}

void ResultsPlace::discard_unfinished_run() const {
  const auto stored = record::PartialStore::stored_identity(partial_);
  if (!stored) {
    throw PlaceError(fmt::format("{} is not a folder of relco that can be read; remove it by hand",
                                 partial_.string()));
  }
  record::PartialStore::open_or_create(partial_, *stored)
      .destroy();  // unless it is being worked in
}

std::unique_ptr<RunStore> ResultsPlace::open(const ScenarioInput& input,
                                             const std::atomic<int>& stop) {
  const bool unfinished = fs::exists(fs::symlink_status(partial_));
  if (unfinished && !arguments_.resume && !arguments_.force) refuse_unfinished_run();
  perhaps_published_ = unfinished && arguments_.resume && fs::exists(results_);
  record::check_results_place(results_, arguments_.force || perhaps_published_);
  if (unfinished && !arguments_.resume) discard_unfinished_run();

  auto store = std::make_unique<RunStore>(
      record::PartialStore::open_or_create(partial_, identity_of(input),
                                           {.cell_sync_interval = kCellSync}),
      stop, arguments_.checkpoint_every ? std::chrono::seconds(0) : kSnapshotGap);
  for (const std::string& line : store->store().damaged()) note("relco: " + line + '\n');
  const std::size_t cells =
      input.facts.arms.size() * static_cast<std::size_t>(input.facts.replicates);
  if (perhaps_published_ && !arguments_.force && store->finished_cells() < cells) {
    record::check_results_place(results_, false);  // not ours, for we were not done
  }
  if (arguments_.resume && !arguments_.quiet) {
    note(unfinished ? fmt::format("relco: {} of {} runs are done, {} are under way\n",
                                  store->finished_cells(), cells, store->snapshots())
                    : "relco: there is no unfinished run; starting from the beginning\n");
  }
  return store;
}

bool ResultsPlace::already_published(const record::Dataset& dataset) const {
  if (!perhaps_published_ || arguments_.force) return false;
  const auto digest_in = [](const record::Dataset& data) -> std::string {
    const record::Group* group = record::find_group(data, "provenance");
    if (group == nullptr) return "";
    for (const auto& [name, value] : group->attributes) {
      const auto* text = std::get_if<std::string>(&value);
      if (name == "run_digest" && text != nullptr) return *text;
    }
    return "";
  };
  return digest_in(record::read_results(results_)) == digest_in(dataset);
}

void ResultsPlace::publish(const record::Dataset& dataset, RunStore& store) {
  if (!already_published(dataset)) record::write_results(results_, dataset, arguments_.force);
  store.store().destroy();
}

}  // namespace relco::app
