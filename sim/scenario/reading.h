// One pass over a document: where we are, what is wrong, and which names exist.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "params/row.h"
#include "scenario/names.h"
#include "scenario/tree.h"

namespace relco::scenario {

struct Table;

// Findings beyond this many are counted, not kept: a hostile file must not cost memory.
inline constexpr std::size_t kMaxFindings = 100;

class Reading {
 public:
  Reading(const std::vector<std::string>& sources, const NameBook& names,
          std::span<const ParameterRow> parameters, Diagnostics& diagnostics)
      : sources_(sources), names_(names), parameters_(parameters), diagnostics_(diagnostics) {}

  // The dotted path is longer by `key` while a Step lives.
  class Step {
   public:
    Step(Reading& reading, std::string_view key, Place place);
    ~Step();
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    Reading& reading_;
    std::size_t length_;
  };

  void finding(Place place, std::string message);
  void finding(const Value& value, std::string message) {
    finding(value.place, std::move(message));
  }
  // For checks after reading: the place is where `path` was written, or its nearest known parent.
  void finding_at(const std::string& path, std::string message);

  // A remark about what is no mistake and perhaps not meant; placed like finding_at.
  void note_at(const std::string& path, std::string message);
  [[nodiscard]] std::vector<Finding>& notes() { return notes_; }

  // Reads the keys of `value` (a map, or what the table's short form allows) into `target`.
  void read_table(const Table& table, const Value& value, void* target);

  // Checks that `name` is a defined name of one of the kinds; says so otherwise.
  bool check_name(std::span<const Thing> things, std::string_view name, Place place);
  bool check_name(Thing thing, std::string_view name, Place place) {
    return check_name(std::span<const Thing>(&thing, 1), name, place);
  }
  // Checks that `name` may be given to something.
  bool check_new_name(std::string_view name, Place place);
  // Says that a key is not known, and what may have been meant.
  void unknown_key(const Value& value, const std::vector<std::string_view>& known);

  // Whether something is wrong at a path that `is_about` fits.
  template <class Predicate>
  [[nodiscard]] bool wrong(Predicate is_about) const {
    for (const Finding& finding : diagnostics_.findings()) {
      if (is_about(std::string_view(finding.path))) return true;
    }
    return false;
  }

  [[nodiscard]] const NameBook& names() const { return names_; }
  [[nodiscard]] const std::string& source(int file) const {
    return sources_[static_cast<std::size_t>(file)];
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  // Findings are only counted from now on; their words need not be made.
  [[nodiscard]] bool full() const { return diagnostics_.size() >= kMaxFindings; }
  [[nodiscard]] std::size_t findings_left_out() const { return left_out_; }
  void report_left_out();

 private:
  void read_key(const Table& table, const Value& item, void* target);
  [[nodiscard]] std::string_view parameter_named(std::string_view key) const;
  [[nodiscard]] Place place_of(std::string path) const;

  const std::vector<std::string>& sources_;
  const NameBook& names_;
  std::span<const ParameterRow> parameters_;
  Diagnostics& diagnostics_;
  std::string path_;
  std::map<std::string, Place, std::less<>> places_;
  std::size_t left_out_ = 0;
  std::vector<Finding> notes_;
};

// " (did you mean 'x'?)" or "; known are a, b, c" or "".
[[nodiscard]] std::string hint(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace relco::scenario
