// Every file of a partial folder is a row of records: a key, a payload, and checksums of both. The
// bytes are described in docs/file-formats.md, "Records".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/bytes.h"
#include "record/disk.h"

namespace relco::record {

// What stands before a payload.
struct RecordHead {
  std::string key;
  std::uint64_t payload_size = 0;
  std::uint64_t payload_hash = 0;

  [[nodiscard]] std::uint64_t head_size() const;
  [[nodiscard]] bool fits(std::span<const std::byte> payload) const;
};

// The bytes before the payload.
[[nodiscard]] Bytes encode_head(std::string_view key, std::span<const std::byte> payload);

// Empty when no whole, undamaged head stands at the offset.
[[nodiscard]] std::optional<RecordHead> read_head(const OpenFile& file, std::uint64_t offset);

// The payload after the head at the offset; empty when it is cut short or damaged.
[[nodiscard]] std::optional<Bytes> read_payload(const OpenFile& file, std::uint64_t offset,
                                                const RecordHead& head);

// Where a good record of a file begins.
struct RecordPlace {
  std::string key;
  std::uint64_t offset = 0;
};

// What a file of many records holds.
struct RecordScan {
  std::vector<RecordPlace> records;   // good ones, in file order; a key may come again
  std::uint64_t end = 0;              // after the last whole record; the rest is an unfinished tail
  std::vector<std::string> findings;  // one line per damage, for people
};

// Reads all records and checks them. Damage costs the records it touches and no others: after a bad
// head the next good one is looked for.
[[nodiscard]] RecordScan scan_records(const OpenFile& file);

}  // namespace relco::record
