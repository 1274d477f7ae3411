// Small text files, read and written whole.
#pragma once

#include <filesystem>
#include <string>

namespace relco::app {

// Throw PlaceError, naming the path and the system's reason.
[[nodiscard]] std::string read_text(const std::filesystem::path& path);
void make_folder(const std::filesystem::path& folder);

// Throws PlaceError when the file is there and may not be replaced.
void refuse_existing(const std::filesystem::path& path, bool force);

// An existing file is replaced at once: there is never half of the new one.
void write_text(const std::filesystem::path& path, const std::string& text);

}  // namespace relco::app
