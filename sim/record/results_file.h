// Results as they leave the program: an HDF5 file that xarray, netCDF tools, R and MATLAB open as
// labelled cubes without help. The layout is described in docs/file-formats.md.
#pragma once

#include <cstdint>
#include <filesystem>

#include "record/cube.h"

namespace relco::record {

// Throws PlaceError when write_results() would: folder missing or not writable, path taken and not
// `force`, path no file. To be asked before hours of work, not after.
enum class Replaces : std::uint8_t { results_files, any_file };
void check_results_place(const std::filesystem::path& path, bool force,
                         Replaces replaces = Replaces::results_files);

// Writes the file at once: at every instant, whatever happens, `path` is the old file or the whole
// new one. An existing file is replaced only with `force`. The same dataset gives the same bytes
// (with the same HDF5 and zlib). Needs as much memory as the file is long, twice over.
//
// Throws PlaceError, with path and system reason, when the place is unusable or full; then nothing
// has changed. BugError when the dataset breaks the rules of cube.h.
void write_results(const std::filesystem::path& path, const Dataset& dataset, bool force);

// Whether the file ends with the seal that write_results() puts there, and nothing before it was
// changed. False also when it cannot be read.
[[nodiscard]] bool is_sealed(const std::filesystem::path& path) noexcept;

// Reads what write_results() wrote. Three things come back changed: plural time units as the
// singular, texts that were no UTF-8 as UTF-8, and an axis of length 0 as one of labels.
//
// Throws PlaceError when there is no such file, it cannot be read, is damaged (every flipped bit is
// found), cut short, or was not written by relco. A file to which another tool has added something
// is read without the additions' guard against flipped bits.
[[nodiscard]] Dataset read_results(const std::filesystem::path& path);

}  // namespace relco::record
