#include "scenario/documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "scenario/merge.h"
#include "scenario/text_guard.h"
#include "scenario/yaml_text.h"

namespace relco::scenario {
namespace {

namespace fs = std::filesystem;

constexpr int kMaxFiles = 64;
constexpr std::size_t kMaxBytesTogether = 6u << 20;
constexpr int kFoldersUp = 6;

std::string canonical(const std::string& path) {
  std::error_code error;
  const fs::path absolute = fs::weakly_canonical(path, error);
  return error ? path : absolute.string();
}

}  // namespace

std::string resolve_reference(const std::string& file, const std::string& reference) {
  const fs::path wanted(reference);
  if (wanted.is_absolute()) return reference;
  const fs::path beside = fs::path(file).parent_path();
  std::error_code error;
  std::vector<fs::path> folders{beside};
  fs::path above = fs::absolute(beside, error);
  for (int i = 0; i < kFoldersUp && above.has_relative_path(); ++i) {
    above = above.parent_path();
    folders.push_back(above);
  }
  folders.push_back(fs::current_path(error));
  for (const fs::path& folder : folders) {
    for (const char* below : {"", "baseline", "scenarios", "scenarios/baseline"}) {
      const fs::path candidate = (folder / below / wanted).lexically_normal();
      if (fs::is_regular_file(candidate, error)) return candidate.string();
    }
  }
  return (beside / wanted).lexically_normal().string();
}

std::optional<Value> Documents::load(const std::string& path) {
  return load_below(path, nullptr);
}

std::optional<Value> Documents::load_alone(const std::string& path) {
  const auto text = read_text_file(path, diagnostics_);
  if (text) return load_text(*text, path);
  sources_.push_back(path);
  return std::nullopt;
}

std::optional<Value> Documents::load_text(const std::string& text, const std::string& path) {
  sources_.push_back(path);
  bytes_ += text.size();
  if (bytes_ > kMaxBytesTogether) {
    diagnostics_.add({path, 0, 0, "",
                      fmt::format("with this file, the files that extend each other "
                                  "have more than {} MB",
                                  kMaxBytesTogether >> 20)});
    return std::nullopt;
  }
  const int file = static_cast<int>(sources_.size()) - 1;
  auto tree = parse_yaml(text, file, path, diagnostics_);
  if (!tree || tree->is_map()) return tree;
  diagnostics_.add({path, tree->place.line, tree->place.column, "",
                    tree->is_null() ? "the file is empty"
                                    : "a scenario is a map of keys; this is " + describe(*tree)});
  return std::nullopt;
}

std::optional<Value> Documents::parse_argument(const std::string& text, const std::string& name) {
  sources_.push_back(name);
  const int file = static_cast<int>(sources_.size()) - 1;
  Diagnostics own;
  auto tree = parse_yaml(text, file, name, own);
  for (Finding finding : own.findings()) {  // the place inside an argument helps nobody
    finding.line = finding.column = 0;
    diagnostics_.add(std::move(finding));
  }
  if (!own.empty()) return std::nullopt;
  const auto nowhere = [&](auto&& self, Value& value) -> void {
    value.place = value.key_place = {file, 0, 0};
    for (Value& item : value.items) self(self, item);
  };
  nowhere(nowhere, *tree);
  return tree;
}

// `reference` is where the file is asked for, null for the file on the command line.
std::optional<Value> Documents::load_below(const std::string& path, const Value* reference) {
  const auto refuse = [&](std::string message) {
    const Place place = reference->place;
    diagnostics_.add({sources_[static_cast<std::size_t>(place.file)], place.line, place.column,
                      "extends", std::move(message)});
    return std::nullopt;
  };
  const std::string self = canonical(path);
  if (const auto at = std::find(open_.begin(), open_.end(), self); at != open_.end()) {
    std::string circle;
    for (auto it = at; it != open_.end(); ++it) {
      circle += fs::path(*it).filename().string() + " -> ";
    }
    return refuse("files extend each other in a circle: " + circle +
                  fs::path(path).filename().string());
  }
  if (++loaded_ > kMaxFiles) return refuse(fmt::format("more than {} files", kMaxFiles));
  std::error_code error;
  if (reference != nullptr && !fs::exists(path, error)) {
    return refuse(fmt::format("there is no file {}", shown(reference->text)));
  }
  auto own = load_alone(path);
  if (!own) return std::nullopt;
  open_.push_back(self);
  auto merged = inherit(path, std::move(*own));
  open_.pop_back();
  return merged;
}

std::optional<Value> Documents::inherit(const std::string& path, Value own) {
  const Value* extends = own.find("extends");
  if (extends == nullptr) return own;
  std::vector<const Value*> references{extends};
  if (extends->is_list()) {
    references.clear();
    for (const Value& item : extends->items) references.push_back(&item);
  }
  std::optional<Value> base;
  bool good = true;
  for (const Value* reference : references) {
    const std::string& file = sources_[static_cast<std::size_t>(reference->place.file)];
    if (!reference->is_scalar() || reference->text.empty()) {
      diagnostics_.add({file, reference->place.line, reference->place.column, "extends",
                        "is " + describe(*reference) + "; the path of a file is needed here"});
      good = false;
      continue;
    }
    auto one = load_below(resolve_reference(path, reference->text), reference);
    if (!one) return std::nullopt;  // one finding about what cannot be read is enough
    base = base ? merge_trees(std::move(*base), std::move(*one), {&scenario_table(), false})
                : std::move(*one);
  }
  if (!good) return std::nullopt;
  std::erase_if(own.items, [](const Value& item) { return item.key == "extends"; });
  if (!base) return own;
  // Only the file itself says which version it is written in; what it inherits was checked by then.
  if (own.find("relco") == nullptr) {
    std::erase_if(base->items, [](const Value& item) { return item.key == "relco"; });
  }
  return merge_trees(std::move(*base), std::move(own), {&scenario_table(), false});
}

}  // namespace relco::scenario
