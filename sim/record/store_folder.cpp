#include "record/store_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <system_error>

#include "base/errors.h"
#include "base/hash.h"
#include "record/store_lock.h"
#include "record/store_records.h"

namespace relco::record {

namespace {

constexpr const char* kIdentityName = "identity";
constexpr const char* kSnapshotEnd = ".blob";
constexpr const char* kTemporaryEnd = ".tmp";
constexpr std::size_t kReadablePart = 60;

// First field of every stored identity; goes up when an older relco must not touch the folder.
const std::pair<std::string, std::string> kStoreFormat = {"partial folder format", "1"};

std::vector<Path> files_in(const Path& folder) {
  std::vector<Path> files;
  std::error_code error;
  auto entry = std::filesystem::directory_iterator(folder, error);
  while (!error && entry != std::filesystem::directory_iterator()) {
    files.push_back(entry->path());
    entry.increment(error);
  }
  if (error) throw_place("list", folder, error.value());
  std::sort(files.begin(), files.end());
  return files;
}

Identity with_format(const Identity& identity) {
  Identity all = {kStoreFormat};
  all.insert(all.end(), identity.begin(), identity.end());
  return all;
}

// Everything stored, our own field included.
std::optional<Identity> read_stored(const Path& folder) {
  const OpenFile file(folder / kIdentityName, O_RDONLY, "read");
  const std::optional<RecordHead> head = read_head(file, 0);
  if (!head || head->key != kIdentityName) return std::nullopt;
  const std::optional<Bytes> text = read_payload(file, 0, *head);
  return text ? parse_identity(std::string(as_text(*text))) : std::nullopt;
}

bool has_identity(const Path& folder) {
  std::error_code ignored;
  return std::filesystem::exists(folder / kIdentityName, ignored);
}

}  // namespace

Path snapshot_path(const Path& folder, std::string_view key) {
  std::string name;
  for (char c : key.substr(0, kReadablePart)) {
    // Lower case, because some file systems do not tell the cases apart.
    const auto byte = static_cast<unsigned char>(c);
    name += std::isalnum(byte) != 0 && byte < 0x80 ? static_cast<char>(std::tolower(byte)) : '-';
  }
  return folder / fmt::format("{}-{:016x}{}", name, hash_text(key), kSnapshotEnd);
}

std::vector<Path> snapshot_files(const Path& folder) {
  std::vector<Path> files = files_in(folder);
  std::erase_if(files, [](const Path& file) { return file.extension() != kSnapshotEnd; });
  return files;
}

Path temporary_of(const Path& path) {
  return path.string() + kTemporaryEnd;
}

void make_folder(const Path& folder) {
  if (mkdir(folder.c_str(), 0777) == 0) {
    sync_folder(folder_of(folder));
    return;
  }
  const int error = errno;
  std::error_code ignored;
  if (error == EEXIST && std::filesystem::is_directory(folder, ignored)) return;
  throw_place("make the folder", folder, error);
}

void refuse_foreign_folder(const Path& folder) {
  if (has_identity(folder)) return;
  for (const Path& file : files_in(folder)) {
    const Path name = file.filename();
    if (name != FolderLock::kFileName && name != temporary_of(kIdentityName)) {
      throw PlaceError(fmt::format(
          "'{}' is needed for the run in flight, and it is there already with something else in it "
          "('{}'): move it away or choose another name for the results",
          folder.string(), name.string()));
    }
  }
}

bool claim_folder(const Path& folder, const Identity& identity) {
  const Identity wanted = with_format(identity);
  const std::string text = identity_text(wanted);
  if (!has_identity(folder)) {
    const Path path = folder / kIdentityName;
    const Bytes head = encode_head(kIdentityName, as_bytes(text));
    (void)put_file(path, temporary_of(path), {head, as_bytes(text)}, IfThere::replace, Sync::yes);
    return false;
  }
  const std::optional<Identity> stored = read_stored(folder);
  if (!stored) {
    throw PlaceError(fmt::format(
        "'{}' cannot be resumed: its file '{}' is damaged, so nobody knows which run it belongs "
        "to; remove the folder to start over",
        folder.string(), kIdentityName));
  }
  const std::string differences = identity_differences(*stored, wanted);
  if (!differences.empty()) {
    throw PlaceError(
        fmt::format("'{}' was begun by another run and cannot be resumed by this one:{}\n"
                    "remove the folder to start over, or choose another name for the results",
                    folder.string(), differences));
  }
  return true;
}

std::optional<Identity> read_identity(const Path& folder) {
  if (!has_identity(folder)) return std::nullopt;
  std::optional<Identity> stored = read_stored(folder);
  if (stored) std::erase(*stored, kStoreFormat);
  return stored;
}

void remove_temporaries(const Path& folder) {
  for (const Path& file : files_in(folder)) {
    if (file.extension() == kTemporaryEnd && unlink(file.c_str()) != 0 && errno != ENOENT) {
      throw_place("remove", file, errno);
    }
  }
}

void remove_our_files(const Path& folder) noexcept {
  try {
    for (const Path& file : files_in(folder)) {
      if (file.filename() == kCellsName || file.extension() == kSnapshotEnd ||
          file.extension() == kTemporaryEnd) {
        unlink(file.c_str());
      }
    }
  } catch (const std::exception&) {
    return;  // what stays behind is a valid partial folder
  }
  unlink((folder / kIdentityName).c_str());
}

}  // namespace relco::record
