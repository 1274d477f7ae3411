// The names of the files in a partial folder, and whether a folder is one of ours.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "record/disk.h"
#include "record/store_identity.h"

namespace relco::record {

inline constexpr const char* kCellsName = "cells";

// The file of a snapshot: the key's letters, for people, and its hash, to tell all keys apart.
[[nodiscard]] Path snapshot_path(const Path& folder, std::string_view key);
[[nodiscard]] std::vector<Path> snapshot_files(const Path& folder);  // sorted

// Where a file is written before it takes its name.
[[nodiscard]] Path temporary_of(const Path& path);

// Makes the folder unless it is there. PlaceError when that fails or something else is there.
void make_folder(const Path& folder);

// PlaceError when the folder has files but no identity: somebody else's.
void refuse_foreign_folder(const Path& folder);

// Under the lock: writes the identity into a new folder (false), or compares it with an old one's
// (true). PlaceError when they differ or the old one cannot be read.
[[nodiscard]] bool claim_folder(const Path& folder, const Identity& identity);

// The stored identity, without the store's own fields; empty when there is none or it is damaged.
[[nodiscard]] std::optional<Identity> read_identity(const Path& folder);

// What a process killed while writing left behind.
void remove_temporaries(const Path& folder);

// Everything of ours but the lock; the identity last, so that a folder half removed stays ours.
void remove_our_files(const Path& folder) noexcept;

}  // namespace relco::record
