#include "record/store_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/errors.h"
#include "base/hash.h"

namespace relco::record {

namespace {

// The first byte is no text and the last a line feed, so that a transfer "as text" is noticed.
constexpr std::string_view kMagic = "\x89RELREC\n";
constexpr std::uint32_t kFormat = 1;
constexpr std::size_t kHashedSize = 32;              // magic, format, both sizes, payload hash
constexpr std::size_t kFixedSize = kHashedSize + 8;  // and the hash of these and the key
constexpr std::uint32_t kLongestKey = 4096;
constexpr std::size_t kSearchWindow = std::size_t{1} << 20;

std::uint64_t head_hash(std::string_view fixed, std::string_view key) {
  return combine64(hash_bytes(fixed.substr(0, kHashedSize)), hash_bytes(key));
}

// Offset of the next magic at or after `from`; `size` when there is none.
std::uint64_t find_magic(const OpenFile& file, std::uint64_t from, std::uint64_t size) {
  Bytes window(kSearchWindow);
  while (from + kMagic.size() <= size) {
    const std::size_t got = read_at(file, from, window);
    if (got < kMagic.size()) break;
    const std::size_t found = as_text({window.data(), got}).find(kMagic);
    if (found != std::string_view::npos) return from + found;
    from += got - (kMagic.size() - 1);  // one may lie across the window's end
  }
  return size;
}

// Offset of the next record whose head is whole; `size` when there is none.
std::uint64_t find_record(const OpenFile& file, std::uint64_t from, std::uint64_t size) {
  while (from < size) {
    from = find_magic(file, from, size);
    if (from < size && read_head(file, from)) return from;
    ++from;
  }
  return size;
}

}  // namespace

std::uint64_t RecordHead::head_size() const {
  return kFixedSize + key.size();
}

bool RecordHead::fits(std::span<const std::byte> payload) const {
  return payload.size() == payload_size && hash_bytes(as_text(payload)) == payload_hash;
}

Bytes encode_head(std::string_view key, std::span<const std::byte> payload) {
  RELCO_CHECK(!key.empty() && key.size() <= kLongestKey, "a record's key has {} bytes", key.size());
  ByteWriter head;
  for (char c : kMagic) head.put(c);
  head.put(kFormat);
  head.put(static_cast<std::uint32_t>(key.size()));
  head.put(static_cast<std::uint64_t>(payload.size()));
  head.put(hash_bytes(as_text(payload)));
  head.put(head_hash(as_text(head.bytes()), key));
  Bytes bytes = head.take();
  const auto key_bytes = as_bytes(key);
  bytes.insert(bytes.end(), key_bytes.begin(), key_bytes.end());
  return bytes;
}

std::optional<RecordHead> read_head(const OpenFile& file, std::uint64_t offset) {
  std::array<std::byte, kFixedSize> fixed;
  if (read_at(file, offset, fixed) != fixed.size()) return std::nullopt;
  const std::string_view text = as_text(fixed);
  if (text.substr(0, kMagic.size()) != kMagic) return std::nullopt;

  ByteReader reader(std::span<const std::byte>(fixed).subspan(kMagic.size()), "record");
  const auto format = reader.get<std::uint32_t>();
  const auto key_size = reader.get<std::uint32_t>();
  if (format != kFormat || key_size == 0 || key_size > kLongestKey) return std::nullopt;
  RecordHead head;
  head.payload_size = reader.get<std::uint64_t>();
  head.payload_hash = reader.get<std::uint64_t>();
  const auto expected = reader.get<std::uint64_t>();

  Bytes key(key_size);
  if (read_at(file, offset + kFixedSize, key) != key.size()) return std::nullopt;
  head.key = as_text(key);
  if (head_hash(text, head.key) != expected) return std::nullopt;
  return head;
}

std::optional<Bytes> read_payload(const OpenFile& file, std::uint64_t offset,
                                  const RecordHead& head) {
  const std::uint64_t begin = offset + head.head_size();
  const std::uint64_t size = file.size();
  if (begin > size || head.payload_size > size - begin) return std::nullopt;
  Bytes payload(static_cast<std::size_t>(head.payload_size));
  payload.resize(read_at(file, begin, payload));
  if (!head.fits(payload)) return std::nullopt;
  return payload;
}

RecordScan scan_records(const OpenFile& file) {
  RecordScan scan;
  const std::uint64_t size = file.size();
  std::uint64_t at = 0;
  while (at < size) {
    const std::optional<RecordHead> head = read_head(file, at);
    const std::uint64_t next =
        head ? at + head->head_size() + head->payload_size : find_record(file, at + 1, size);
    // Cut short: what a kill in the middle of the last append leaves.
    if (head ? next > size : next == size) break;
    if (!head) {
      scan.findings.push_back(fmt::format("{} bytes at byte {} are no record", next - at, at));
    } else if (read_payload(file, at, *head)) {
      scan.records.push_back({head->key, at});
    } else {
      scan.findings.push_back(fmt::format("'{}' does not match its checksum", head->key));
    }
    at = next;
    scan.end = at;
  }
  if (scan.end < size) {
    scan.findings.push_back(
        fmt::format("the last {} bytes are an unfinished record", size - scan.end));
  }
  return scan;
}

}  // namespace relco::record
