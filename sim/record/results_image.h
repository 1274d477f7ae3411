// A dataset as the bytes of an HDF5 file, and back. Internal to the room; results_file.h is the way
// in.
#pragma once

#include "record/bytes.h"
#include "record/cube.h"
#include "record/disk.h"

namespace relco::record {

// Version of the layout, kept in the root attribute `relco_results_format`.
inline constexpr std::int64_t kResultsFormat = 2;

// The same dataset gives the same bytes. The file is made in memory: HDF5 cannot be trusted with a
// full disk (what it could not write, it tries again when the program ends), and readers on network
// disks never meet a half-made file.
[[nodiscard]] Bytes encode_results(const Dataset& dataset);

// Throws PlaceError, naming the path, unless the file is one that relco wrote.
[[nodiscard]] Dataset decode_results(const Path& path);

}  // namespace relco::record
