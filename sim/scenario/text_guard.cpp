#include "scenario/text_guard.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace relco::scenario {
namespace {

// Length of the UTF-8 character that starts at `i`, or 0 when the bytes are none.
std::size_t utf8_length(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) -> unsigned {
    return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u;
  };
  const auto follows = [&](std::size_t k) { return (byte(k) & 0xc0u) == 0x80u; };
  const unsigned lead = byte(i);
  if (lead < 0x80u) return 1;
  if (lead >= 0xc2u && lead < 0xe0u) return follows(i + 1) ? 2 : 0;
  if (lead >= 0xe0u && lead < 0xf0u) return follows(i + 1) && follows(i + 2) ? 3 : 0;
  if (lead >= 0xf0u && lead < 0xf5u) {
    return follows(i + 1) && follows(i + 2) && follows(i + 3) ? 4 : 0;
  }
  return 0;
}

bool is_control(unsigned char c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
}

bool is_mark(char c) {
  return std::string_view(",[]{}:?&*!").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<TextComplaint> complain_about_text(std::string_view text) {
  if (text.size() > kMaxBytes) {
    return TextComplaint{
        0, 0, fmt::format("has {} bytes; allowed are at most {} MB", text.size(), kMaxBytes >> 20)};
  }
  int line = 1;
  std::size_t line_start = 0, marks = 0;
  int open = 0;  // brackets, those in texts included
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::size_t length = utf8_length(text, i);
    if (length == 0 || is_control(c)) {
      return TextComplaint{line, static_cast<int>(i - line_start) + 1,
                           fmt::format("not a text file: byte 0x{:02x} has no place in UTF-8 text",
                                       static_cast<unsigned>(c))};
    }
    if (c == '[' || c == '{') ++open;
    if (c == ']' || c == '}') --open;
    if (open > kMaxOpen) {
      return TextComplaint{line, static_cast<int>(i - line_start) + 1,
                           fmt::format("values are nested deeper than {} levels", kMaxOpen)};
    }
    if (is_mark(text[i]) && ++marks > kMaxMarks) {
      return TextComplaint{
          line, static_cast<int>(i - line_start) + 1,
          fmt::format("the file holds more than {} brackets, commas and colons", kMaxMarks)};
    }
    if (c == '\n') {
      ++line;
      line_start = i + 1;
    }
    i += length;
  }
  return std::nullopt;
}

std::string readable_signs(std::string_view text) {
  std::string out(text);
  constexpr std::string_view kWord = "sign:";
  for (std::size_t at = out.find(kWord); at != std::string::npos; at = out.find(kWord, at + 1)) {
    std::size_t i = at + kWord.size();
    while (i < out.size() && out[i] == ' ') ++i;
    if (i == at + kWord.size() || i >= out.size() || out[i] != '-') continue;
    std::size_t end = i + 1;
    while (end < out.size() && (out[end] == ' ' || out[end] == '\r')) ++end;
    if (end == out.size() || out[end] == '\n' || out[end] == '#') out[i] = 'n';
  }
  return out;
}

std::optional<std::string> read_text_file(const std::string& path, Diagnostics& diagnostics) {
  const auto refuse = [&](const std::string& message) {
    diagnostics.add({path, 0, 0, "", message});
    return std::nullopt;
  };
  struct stat status {};
  if (path.empty() || path.find('\0') != std::string::npos || ::stat(path.c_str(), &status) != 0) {
    return refuse(errno == EACCES ? "cannot be read: permission denied" : "there is no such file");
  }
  if (S_ISDIR(status.st_mode)) return refuse("is a folder, not a scenario file");
  if (!S_ISREG(status.st_mode)) return refuse("is not a regular file");
  // Asked before reading, so that a file of any size costs nothing.
  if (status.st_size > static_cast<off_t>(kMaxBytes)) {
    return refuse(
        fmt::format("has {} bytes; allowed are at most {} MB", status.st_size, kMaxBytes >> 20));
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) return refuse(fmt::format("cannot be read: {}", std::strerror(errno)));
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

}  // namespace relco::scenario
