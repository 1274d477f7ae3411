#include "record/store_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/errors.h"

namespace relco::record {

namespace {

std::string this_process() {
  std::array<char, 256> host = {};
  if (gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
  return fmt::format("process {} on {}", getpid(), host.data());
}

std::string holder(const OpenFile& file) {
  std::array<std::byte, 300> text;
  const std::string_view read = as_text({text.data(), read_at(file, 0, text)});
  const std::string first_line(read.substr(0, read.find('\n')));
  return first_line.empty() ? "another process" : first_line;
}

// Whether the file that was opened still has its name: its last holder may have removed it between
// our opening and our locking.
bool still_named(const OpenFile& file, const Path& path) {
  struct stat opened = {};
  struct stat named = {};
  return fstat(file.fd(), &opened) == 0 && stat(path.c_str(), &named) == 0 &&
         opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

}  // namespace

FolderLock::FolderLock(const Path& folder) : path_(folder / kFileName) {
  while (true) {
    file_ = OpenFile(path_, O_RDWR | O_CREAT, "open");
    if (flock(file_.fd(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      if (errno == EWOULDBLOCK) {
        throw PlaceError(fmt::format("'{}' is in use by {}; wait until it is done, or end it",
                                     folder.string(), holder(file_)));
      }
      if (errno != ENOSYS && errno != ENOTSUP && errno != ENOLCK) throw_place("lock", path_, errno);
      warning_ =
          fmt::format("'{}' cannot be locked here: make sure that no other process works in it",
                      folder.string());
      break;
    }
    if (still_named(file_, path_)) break;
  }
  const std::string text = this_process() + "\n";
  if (ftruncate(file_.fd(), 0) != 0) throw_place("write", path_, errno);
  write_at(file_, 0, as_bytes(text));
}

void FolderLock::remove() noexcept {
  unlink(path_.c_str());
  file_.close();
}

}  // namespace relco::record
