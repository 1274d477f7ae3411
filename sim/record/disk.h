// Files and folders as the operating system gives them, with every refusal turned into a PlaceError
// that names the path and the system's reason. Nothing here knows what the bytes mean.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "record/bytes.h"

namespace relco::record {

using Path = std::filesystem::path;

// "cannot <doing> '<path>': <reason of errno value>"
[[noreturn]] void throw_place(const std::string& doing, const Path& path, int error);

// An open file; closed when it goes.
class OpenFile {
 public:
  OpenFile() = default;
  // Flags of open(2); O_CLOEXEC is added. `doing` completes "cannot ... '<path>'" in messages,
  // which name `shown` where it is given: people know the file they asked for, not its temporary.
  OpenFile(const Path& path, int flags, const std::string& doing, const Path& shown = {});
  ~OpenFile() { close(); }
  OpenFile(OpenFile&& other) noexcept
      : fd_(std::exchange(other.fd_, -1)), path_(std::move(other.path_)) {}
  OpenFile& operator=(OpenFile&& other) noexcept;
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  [[nodiscard]] int fd() const { return fd_; }
  [[nodiscard]] const Path& path() const { return path_; }  // as shown in messages
  [[nodiscard]] std::uint64_t size() const;
  void close() noexcept;
  // Closes and throws when it fails: a network file system may say only now that the disk is full.
  void finish();

 private:
  int fd_ = -1;
  Path path_;
};

// Writes all bytes at an offset, or throws. A file-size limit (ulimit -f) is an error like a full
// disk, not a signal that ends the program.
void write_at(const OpenFile& file, std::uint64_t offset, std::span<const std::byte> bytes);

// Reads up to `bytes.size()` bytes; fewer only where the file ends. Returns how many.
[[nodiscard]] std::size_t read_at(const OpenFile& file, std::uint64_t offset,
                                  std::span<std::byte> bytes);

[[nodiscard]] Bytes read_file(const Path& path);

// Waits until the bytes, or the names in a folder, are on the disk.
void sync_file(const OpenFile& file);
void sync_folder(const Path& folder);

enum class IfThere { refuse, replace };
enum class Sync { no, yes };

// Puts a whole file in place at once: whoever looks sees the old state or the new one, also after a
// crash at any instant. The bytes go to `temporary` (same folder), which is renamed to `path`. When
// something fails, `temporary` is removed, `path` is untouched and PlaceError says why. Returns
// false, with nothing changed, when `path` is there already and must not be replaced.
[[nodiscard]] bool put_file(const Path& path, const Path& temporary,
                            const std::vector<std::span<const std::byte>>& parts, IfThere if_there,
                            Sync sync);

// The folder a path lies in; "." for a bare name.
[[nodiscard]] Path folder_of(const Path& path);

}  // namespace relco::record
