#include "app/text_file.h"

#include <fmt/format.h>

#include <system_error>

#include "base/errors.h"
#include "record/disk.h"

namespace relco::app {

std::string read_text(const std::filesystem::path& path) {
  constexpr std::uintmax_t kMostBytes = 256u << 20;
  std::error_code error;
  if (std::filesystem::file_size(path, error) > kMostBytes && !error) {
    throw PlaceError(fmt::format("cannot read '{}': it is longer than 256 MB", path.string()));
  }
  return std::string(record::as_text(record::read_file(path)));
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) {
    throw PlaceError(
        fmt::format("cannot make the folder '{}': {}", folder.string(), failed.message()));
  }
}

void refuse_existing(const std::filesystem::path& path, bool force) {
  if (force || !std::filesystem::exists(path)) return;
  throw PlaceError(fmt::format("{} is there already; --force replaces it", path.string()));
}

void write_text(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::path temporary = path;
  temporary += ".new";
  [[maybe_unused]] const bool written = record::put_file(
      path, temporary, {record::as_bytes(text)}, record::IfThere::replace, record::Sync::no);
}

}  // namespace relco::app
