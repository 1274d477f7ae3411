// A sweep shared out: each shard keeps its finished cells in a folder of its own beside the results
// file, and the sweep without --shard finds them there.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "record/partial_store.h"
#include "sweep/run_sweep.h"

namespace relco::app {

// "2/8" is the second of eight; "" is everything. Throws UserError for anything else.
[[nodiscard]] sweep::Shard read_shard(const std::string& text);

// "map.shard-2-of-8.h5" for "map.h5".
[[nodiscard]] std::filesystem::path shard_place(const std::filesystem::path& results,
                                                sweep::Shard shard);

// The folders of all shards of a results file.
class ShardStores {
 public:
  // Throws PlaceError for one that belongs to another sweep or is being worked in.
  void open(const std::filesystem::path& results, const record::Identity& identity);
  [[nodiscard]] std::vector<record::PartialStore*> stores();
  void destroy() noexcept;

 private:
  std::vector<record::PartialStore> stores_;
};

}  // namespace relco::app
