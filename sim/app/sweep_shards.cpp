#include "app/sweep_shards.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/errors.h"

namespace relco::app {
namespace {

namespace fs = std::filesystem;

std::string prefix_of(const fs::path& results) {
  return results.stem().string() + ".shard-";
}

}  // namespace

sweep::Shard read_shard(const std::string& text) {
  if (text.empty()) return {};
  std::size_t index = 0, of = 0;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, index);
  const bool slash = first.ec == std::errc() && first.ptr != end && *first.ptr == '/';
  const auto second = slash ? std::from_chars(first.ptr + 1, end, of) : first;
  if (!slash || second.ec != std::errc() || second.ptr != end || index < 1 || index > of ||
      of > 100'000) {
    throw UserError(fmt::format("--shard {}: is written I/N, from 1/N to N/N", text));
  }
  return {index - 1, of};
}

fs::path shard_place(const fs::path& results, sweep::Shard shard) {
  fs::path place = results;
  place.replace_filename(fmt::format("{}{}-of-{}{}", prefix_of(results), shard.index + 1, shard.of,
                                     results.extension().string()));
  return place;
}

void ShardStores::open(const fs::path& results, const record::Identity& identity) {
  const fs::path folder = results.has_parent_path() ? results.parent_path() : fs::path(".");
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(prefix_of(results)) && name.ends_with(".partial") &&
        entry.is_directory(error)) {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  for (const fs::path& path : found) {
    stores_.push_back(record::PartialStore::open_or_create(path, identity));
  }
}

std::vector<record::PartialStore*> ShardStores::stores() {
  std::vector<record::PartialStore*> all;
  for (record::PartialStore& store : stores_) all.push_back(&store);
  return all;
}

void ShardStores::destroy() noexcept {
  for (record::PartialStore& store : stores_) store.destroy();
  stores_.clear();
}

}  // namespace relco::app
