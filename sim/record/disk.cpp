#include "record/disk.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/errors.h"

namespace relco::record {

namespace {

// Linux writes at most 2 GiB - 4 KiB a call; others less.
constexpr std::size_t kMostAtOnce = std::size_t{1} << 30;

// While this lives, exceeding a file-size limit is an error code. By default it is SIGXFSZ, which
// ends the program in the middle of a write. The signal goes to the thread that writes, so blocking
// it there and taking it off the list of pending ones touches nobody else.
class FileSizeLimitAsError {
 public:
  FileSizeLimitAsError() {
    sigemptyset(&limit_);
    sigaddset(&limit_, SIGXFSZ);
    pthread_sigmask(SIG_BLOCK, &limit_, &before_);
  }
  ~FileSizeLimitAsError() {
    if (sigismember(&before_, SIGXFSZ) == 1) return;
    sigset_t pending;
    sigpending(&pending);
    if (sigismember(&pending, SIGXFSZ) == 1) {
      int taken = 0;
      sigwait(&limit_, &taken);
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  FileSizeLimitAsError(const FileSizeLimitAsError&) = delete;
  FileSizeLimitAsError& operator=(const FileSizeLimitAsError&) = delete;

 private:
  sigset_t limit_;
  sigset_t before_;
};

// 0, or the errno value.
int rename_file(const Path& from, const Path& to, IfThere if_there) {
  if (if_there == IfThere::refuse) {
#ifdef RENAME_NOREPLACE
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
#endif
    // No such rename on this file system: look first. Only a file made in between would be lost.
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(to, ignored))) return EEXIST;
  }
  return rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

}  // namespace

void throw_place(const std::string& doing, const Path& path, int error) {
  throw PlaceError(fmt::format("cannot {} '{}': {}", doing, path.string(),
                               std::generic_category().message(error)));
}

OpenFile::OpenFile(const Path& path, int flags, const std::string& doing, const Path& shown)
    : path_(shown.empty() ? path : shown) {
  do {
    fd_ = open(path.c_str(), flags | O_CLOEXEC, 0666);
  } while (fd_ < 0 && errno == EINTR);
  if (fd_ < 0) throw_place(doing, path_, errno);
}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  if (this != &other) {
    close();
    fd_ = std::exchange(other.fd_, -1);
    path_ = std::move(other.path_);
  }
  return *this;
}

void OpenFile::close() noexcept {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

void OpenFile::finish() {
  if (::close(std::exchange(fd_, -1)) != 0 && errno != EINTR) throw_place("write", path_, errno);
}

std::uint64_t OpenFile::size() const {
  struct stat status = {};
  if (fstat(fd_, &status) != 0) throw_place("look at", path_, errno);
  return static_cast<std::uint64_t>(status.st_size);
}

void write_at(const OpenFile& file, std::uint64_t offset, std::span<const std::byte> bytes) {
  const FileSizeLimitAsError guard;
  while (!bytes.empty()) {
    const std::size_t count = std::min(bytes.size(), kMostAtOnce);
    const ssize_t written = pwrite(file.fd(), bytes.data(), count, static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw_place("write", file.path(), written < 0 ? errno : ENOSPC);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
}

std::size_t read_at(const OpenFile& file, std::uint64_t offset, std::span<std::byte> bytes) {
  std::size_t total = 0;
  while (total < bytes.size()) {
    const std::size_t count = std::min(bytes.size() - total, kMostAtOnce);
    const ssize_t got =
        pread(file.fd(), bytes.data() + total, count, static_cast<off_t>(offset + total));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_place("read", file.path(), errno);
    if (got == 0) break;
    total += static_cast<std::size_t>(got);
  }
  return total;
}

Bytes read_file(const Path& path) {
  const OpenFile file(path, O_RDONLY, "read");
  Bytes bytes(file.size());
  bytes.resize(read_at(file, 0, bytes));
  return bytes;
}

void sync_file(const OpenFile& file) {
  // Pipes and some network file systems cannot, and say so: then there is nothing to wait for.
  if (fsync(file.fd()) != 0 && errno != EINVAL && errno != ENOTSUP && errno != EROFS) {
    throw_place("write", file.path(), errno);
  }
}

void sync_folder(const Path& folder) {
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;  // a folder one may write but not list; names are then on disk a bit later
  const int error = fsync(fd) == 0 ? 0 : errno;
  close(fd);
  if (error == EIO || error == ENOSPC || error == EDQUOT) throw_place("write", folder, error);
}

bool put_file(const Path& path, const Path& temporary,
              const std::vector<std::span<const std::byte>>& parts, IfThere if_there, Sync sync) {
  OpenFile file(temporary, O_WRONLY | O_CREAT | O_TRUNC, "write", path);
  try {
    std::uint64_t offset = 0;
    for (const std::span<const std::byte> part : parts) {
      write_at(file, offset, part);
      offset += part.size();
    }
    if (sync == Sync::yes) sync_file(file);
    file.finish();
    const int error = rename_file(temporary, path, if_there);
    if (error == EEXIST) {
      unlink(temporary.c_str());
      return false;
    }
    if (error != 0) throw_place("write", path, error);
  } catch (...) {
    unlink(temporary.c_str());
    throw;
  }
  if (sync == Sync::yes) sync_folder(folder_of(path));
  return true;
}

Path folder_of(const Path& path) {
  const Path folder = path.parent_path();
  return folder.empty() ? Path(".") : folder;
}

}  // namespace relco::record
