#include "record/results_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "base/errors.h"
#include "base/hash.h"
#include "record/disk.h"
#include "record/results_image.h"

namespace relco::record {

namespace {

// The seal: 24 bytes after the HDF5 file, which HDF5 does not look at. It finds flipped bits before
// HDF5 meets them; HDF5 checks few of its bytes, and damaged ones have been known to crash it.
constexpr std::string_view kSealMagic = "\x89RELSUM\n";
constexpr std::size_t kSealSize = 24;
constexpr std::size_t kHashedAtOnce = std::size_t{1} << 20;
constexpr std::string_view kHdf5Magic = "\x89HDF\r\n\x1a\n";

std::uint64_t extend_hash(std::uint64_t hash, std::span<const std::byte> block) {
  return combine64(hash, hash_bytes(as_text(block)));
}

Bytes seal_of(std::span<const std::byte> image) {
  std::uint64_t hash = 0;
  for (std::size_t at = 0; at < image.size(); at += kHashedAtOnce) {
    hash = extend_hash(hash, image.subspan(at, std::min(kHashedAtOnce, image.size() - at)));
  }
  ByteWriter seal;
  for (char c : kSealMagic) seal.put(c);
  seal.put(static_cast<std::uint64_t>(image.size()));
  seal.put(hash);
  return seal.take();
}

// Whether a file carries a seal; when it does, that it fits. Files without one (rewritten by
// another tool, or cut within the seal) are left to HDF5's own checks.
bool require_unbroken_seal(const OpenFile& file) {
  const std::uint64_t size = file.size();
  if (size < kSealSize) return false;
  Bytes seal(kSealSize);
  seal.resize(read_at(file, size - kSealSize, seal));
  if (!as_text(seal).starts_with(kSealMagic)) return false;

  ByteReader reader(std::span<const std::byte>(seal).subspan(kSealMagic.size()), "seal");
  const auto sealed_size = reader.get<std::uint64_t>();
  const auto expected = reader.get<std::uint64_t>();
  std::uint64_t hash = 0;
  Bytes block(kHashedAtOnce);
  for (std::uint64_t at = 0; at < size - kSealSize; at += kHashedAtOnce) {
    block.resize(std::min<std::uint64_t>(kHashedAtOnce, size - kSealSize - at));
    block.resize(read_at(file, at, block));
    hash = extend_hash(hash, block);
  }
  if (sealed_size != size - kSealSize || hash != expected) {
    throw PlaceError(fmt::format("'{}' is damaged: it does not match the checksum at its end",
                                 file.path().string()));
  }
  return true;
}

void require_hdf5(const OpenFile& file) {
  Bytes magic(kHdf5Magic.size());
  magic.resize(read_at(file, 0, magic));
  if (as_text(magic) != kHdf5Magic) {
    throw PlaceError(fmt::format("'{}' is no results file: it does not begin like an HDF5 file",
                                 file.path().string()));
  }
}

[[noreturn]] void throw_taken(const Path& path) {
  throw PlaceError(fmt::format(
      "'{}' exists already: give --force to replace it, or choose another name", path.string()));
}

// Named after the process, so that two that write the same file at once do not mix their bytes.
Path temporary_of_results(const Path& path) {
  return folder_of(path) / fmt::format(".{}.{}.tmp", path.filename().string(), getpid());
}

// Somebody's notes or a scenario must not be lost to a slip of the hand: only what looks like a
// results file is replaced, or an empty file.
bool is_replaceable(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  char head[kHdf5Magic.size()] = {};
  file.read(head, sizeof head);
  return file.gcount() == 0 ||
         std::string_view(head, static_cast<std::size_t>(file.gcount())) == kHdf5Magic;
}

}  // namespace

void check_results_place(const std::filesystem::path& path, bool force, Replaces replaces) {
  const Path folder = folder_of(path);
  std::error_code error;
  const auto folder_status = std::filesystem::status(folder, error);
  if (!std::filesystem::exists(folder_status)) {
    throw PlaceError(
        fmt::format("cannot write '{}': there is no folder '{}'", path.string(), folder.string()));
  }
  if (access(folder.c_str(), W_OK | X_OK) != 0) throw_place("write into the folder", folder, errno);
  const auto status = std::filesystem::status(path, error);
  if (std::filesystem::is_symlink(std::filesystem::symlink_status(path, error)) &&
      !std::filesystem::exists(status)) {
    throw PlaceError(fmt::format("cannot write '{}': it is a link to nothing", path.string()));
  }
  if (std::filesystem::is_directory(status)) throw_place("write", path, EISDIR);
  if (!std::filesystem::exists(status)) return;
  if (!std::filesystem::is_regular_file(status)) {
    throw PlaceError(fmt::format("cannot write '{}': it is no ordinary file", path.string()));
  }
  if (!force) throw_taken(path);
  if (replaces == Replaces::results_files && !is_replaceable(path)) {
    throw PlaceError(fmt::format(
        "will not replace '{}': it is no results file, and --force is about those", path.string()));
  }
}

void write_results(const std::filesystem::path& path, const Dataset& dataset, bool force) {
  check_results_place(path, force);
  const Bytes image = encode_results(dataset);
  const Bytes seal = seal_of(image);
  if (!put_file(path, temporary_of_results(path), {image, seal},
                force ? IfThere::replace : IfThere::refuse, Sync::yes)) {
    throw_taken(path);
  }
}

bool is_sealed(const std::filesystem::path& path) noexcept {
  try {
    return require_unbroken_seal(OpenFile(path, O_RDONLY, "read"));
  } catch (const std::exception&) {
    return false;
  }
}

Dataset read_results(const std::filesystem::path& path) {
  {
    const OpenFile file(path, O_RDONLY, "read");
    require_hdf5(file);
    [[maybe_unused]] const bool sealed = require_unbroken_seal(file);
  }
  return decode_results(path);
}

}  // namespace relco::record
