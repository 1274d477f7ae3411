// One process at a time in a partial folder.
#pragma once

#include <string>

#include "record/disk.h"

namespace relco::record {

// Holds the lock file of a folder while it lives; the system lets go of it when the process ends,
// however it ends. The file's text says who holds it.
class FolderLock {
 public:
  // Throws PlaceError with process id and host when another holder lives.
  explicit FolderLock(const Path& folder);

  // Empty, or why the lock protects nothing here (a file system without locks).
  [[nodiscard]] const std::string& warning() const { return warning_; }

  // Removes the file while holding it, so that nobody can take over a file that is on its way out.
  void remove() noexcept;

  static constexpr const char* kFileName = "lock";

 private:
  OpenFile file_;
  Path path_;
  std::string warning_;
};

}  // namespace relco::record
