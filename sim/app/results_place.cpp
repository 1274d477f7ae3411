#include "app/results_place.h"

#include <fmt/format.h>

#include "app/console.h"
#include "base/errors.h"
#include "record/results_file.h"

namespace relco::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAnswerGroup = "answer";
constexpr const char* kExitCode = "exit_code";

}  // namespace

ResultsPlace::ResultsPlace(PlaceWish wish)
    : wish_(std::move(wish)), results_(wish_.results), partial_(results_) {
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

record::PartialStore ResultsPlace::open(const record::Identity& identity, std::size_t cells) {
  const bool unfinished = fs::exists(fs::symlink_status(partial_));
  if (unfinished && !wish_.resume && !wish_.force) refuse_unfinished_run();
  perhaps_published_ = unfinished && wish_.resume && fs::exists(results_);
  record::check_results_place(results_, wish_.force || perhaps_published_, wish_.replaces);
  if (unfinished && !wish_.resume) discard_unfinished_run();

  auto store =
      record::PartialStore::open_or_create(partial_, identity, {.cell_sync_interval = kCellSync});
  for (const std::string& line : store.damaged()) note("relco: " + line + '\n');
  const std::size_t finished = store.cell_keys().size();
  if (perhaps_published_ && !wish_.force && finished < cells) {
    record::check_results_place(results_, false);  // not ours, for we were not done
  }
  if (wish_.resume && !wish_.quiet) {
    note(!unfinished ? "relco: there is no unfinished run; starting from the beginning\n"
         : cells == 0  // how many there will be is not known yet
             ? fmt::format("relco: {} finished parts are kept\n", finished)
             : fmt::format("relco: {} of {} runs are done, {} are under way\n", finished, cells,
                           store.keys().size()));
  }
  return store;
}

bool ResultsPlace::already_published(const record::Dataset& dataset) const {
  if (!perhaps_published_ || wish_.force) return false;
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

std::optional<Answer> ResultsPlace::finished(const record::Identity& identity,
                                             const std::string& words) const {
  if (!wish_.resume || wish_.force || !record::is_sealed(results_)) return std::nullopt;
  const record::Dataset data = record::read_results(results_);
  const record::Group* group = record::find_group(data, kAnswerGroup);
  if (group == nullptr) return std::nullopt;
  const auto text_of = [group](const char* name) {
    const record::Text* text = record::find_text(*group, name);
    return text == nullptr ? std::string() : text->text;
  };
  if (text_of("identity") != record::identity_text(identity)) return std::nullopt;
  if (text_of("words") != words) return std::nullopt;
  if (fs::exists(fs::symlink_status(partial_))) {
    record::PartialStore::open_or_create(partial_, identity).destroy();
  }
  if (!wish_.quiet) {
    note(fmt::format("relco: {} has the results of this very run; nothing is left to do\n",
                     results_.string()));
  }
  Answer answer{text_of("text"), text_of("json"), 0, text_of("closing")};
  for (const auto& [name, value] : group->attributes) {
    if (name == kExitCode) answer.exit_code = std::get<std::int64_t>(value);
  }
  return answer;
}

void ResultsPlace::publish(record::Dataset dataset, const Answer& answer,
                           const record::Identity& identity, const std::string& words,
                           record::PartialStore& store) {
  dataset.groups.push_back({kAnswerGroup,
                            {{kExitCode, answer.exit_code}},
                            {{"text", "what was printed when it was done", answer.text},
                             {"json", "the same as --json prints it", answer.json},
                             {"closing", "what was said of the run below", answer.closing},
                             {"identity", "all that must be equal for another run to be this one",
                              record::identity_text(identity)},
                             {"words", "how it was asked for: file, title, question", words}}});
  if (!already_published(dataset)) record::write_results(results_, dataset, wish_.force);
  store.destroy();
}

}  // namespace relco::app
