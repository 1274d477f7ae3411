// Turning state into bytes and back: little-endian, no padding between items, nothing but what was
// put. What a reader finds must be read with the same calls in the same order as it was written.
#pragma once

#include <fmt/format.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/errors.h"

namespace relco::record {

using Bytes = std::vector<std::byte>;

// Snapshots are copied as they lie in memory, and so that they can be read elsewhere, memory must
// lie as files do.
static_assert(std::endian::native == std::endian::little, "relco runs on little-endian machines");

// Items that are their bytes. A struct must have no padding between its members: padding holds
// whatever was there before, and equal states would give unequal bytes.
template <typename T>
concept Plain = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T> &&
                (std::has_unique_object_representations_v<T> || std::is_floating_point_v<T> ||
                 std::is_class_v<T>);

class ByteWriter {
 public:
  template <Plain T>
  void put(const T& item) {
    append(&item, sizeof(T));
  }

  // Count as uint64, then the items.
  template <Plain T>
  void put_all(std::span<const T> items) {
    put(static_cast<std::uint64_t>(items.size()));
    append(items.data(), items.size_bytes());
  }
  template <Plain T>
  void put_all(const std::vector<T>& items) {
    static_assert(!std::is_same_v<T, bool>, "vector<bool> has no bytes; use uint8_t");
    put_all(std::span<const T>(items));
  }

  // Length as uint64, then the bytes of the text.
  void put_text(std::string_view text) {
    put(static_cast<std::uint64_t>(text.size()));
    append(text.data(), text.size());
  }

  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
  [[nodiscard]] Bytes take() { return std::exchange(bytes_, {}); }

 private:
  void append(const void* from, std::size_t count) {
    if (count == 0) return;  // an empty vector may have a null pointer
    const auto* begin = static_cast<const std::byte*>(from);
    bytes_.insert(bytes_.end(), begin, begin + count);
  }

  Bytes bytes_;
};

// Reads what a ByteWriter wrote. Whatever the bytes are, it never reads beyond them and never asks
// for more memory than they could fill: it throws PlaceError("damaged <what>: ...") instead. The
// bytes must outlive the reader.
class ByteReader {
 public:
  // `what` names the thing in messages, such as "snapshot of base, replicate 3".
  ByteReader(std::span<const std::byte> bytes, std::string what)
      : bytes_(bytes), what_(std::move(what)) {}

  template <Plain T>
  [[nodiscard]] T get() {
    if constexpr (std::is_same_v<T, bool>) {
      const auto value = get<std::uint8_t>();
      if (value > 1) damaged(fmt::format("a yes-or-no is {}", value));
      return value == 1;
    } else {
      T item;
      copy(&item, sizeof(T));
      return item;
    }
  }

  template <Plain T>
  [[nodiscard]] std::vector<T> get_all() {
    static_assert(!std::is_same_v<T, bool>, "vector<bool> has no bytes; use uint8_t");
    std::vector<T> items(get_count(sizeof(T)));
    copy(items.data(), items.size() * sizeof(T));
    return items;
  }

  [[nodiscard]] std::string get_text() {
    std::string text(get_count(1), '\0');
    copy(text.data(), text.size());
    return text;
  }

  [[nodiscard]] std::size_t left() const { return bytes_.size() - at_; }

  // Call after the last item: leftover bytes mean that writer and reader do not agree.
  void expect_end() const {
    if (left() != 0) damaged(fmt::format("{} bytes too many", left()));
  }

  // For the caller's own findings, such as an index out of range.
  [[noreturn]] void damaged(const std::string& finding) const {
    throw PlaceError(fmt::format("damaged {}: {} (at byte {})", what_, finding, at_));
  }

 private:
  std::size_t get_count(std::size_t item_size) {
    const auto count = get<std::uint64_t>();
    if (count > left() / item_size) {
      damaged(fmt::format("{} items of {} bytes are announced, and {} bytes are left", count,
                          item_size, left()));
    }
    return static_cast<std::size_t>(count);
  }

  void copy(void* to, std::size_t count) {
    if (count > left()) {
      damaged(fmt::format("{} bytes are needed, and {} are left", count, left()));
    }
    if (count != 0) std::memcpy(to, bytes_.data() + at_, count);
    at_ += count;
  }

  std::span<const std::byte> bytes_;
  std::string what_;
  std::size_t at_ = 0;
};

// The same bytes as text, for hash_bytes() and text formats.
[[nodiscard]] inline std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
[[nodiscard]] inline std::span<const std::byte> as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::byte*>(text.data()), text.size()};
}

}  // namespace relco::record
