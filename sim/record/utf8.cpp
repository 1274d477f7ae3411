#include "record/utf8.h"

#include <cstdint>

namespace relco::record {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Length of the sound sequence at the beginning of the text; 0 when there is none.
std::size_t sound_length(std::string_view text) {
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return lead == 0 ? 0 : 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  std::uint32_t point = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
    point = (point << 6) | (byte(i) & 0x3Fu);
  }
  const bool shortest = length == 2 || (length == 3 ? point >= 0x800 : point >= 0x10000);
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  return shortest && !surrogate && point <= 0x10FFFF ? length : 0;
}

}  // namespace

std::string to_utf8(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    const std::size_t length = sound_length(text);
    clean += length == 0 ? kReplacement : text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return clean;
}

}  // namespace relco::record
