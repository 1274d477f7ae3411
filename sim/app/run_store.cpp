#include "app/run_store.h"

#include <fmt/format.h>

namespace relco::app {
namespace {

std::string key_text(CellKey key) {
  return fmt::format("arm-{}-run-{}", key.arm, key.replicate);
}

// Ledgers are most of a cell, and mostly zeros and small numbers: each sum takes as many groups of
// seven bits as it needs, the sign in the lowest bit.
void put_ledger(record::ByteWriter& writer, const std::vector<LedgerCell>& ledger) {
  std::vector<std::uint8_t> packed;
  for (const LedgerCell& cell : ledger) {
    for (const auto& term : cell) {
      for (const Fixed sum : term) {
        auto left = (static_cast<std::uint64_t>(sum) << 1) ^ static_cast<std::uint64_t>(sum >> 63);
        for (; left >= 0x80; left >>= 7) packed.push_back(static_cast<std::uint8_t>(left | 0x80));
        packed.push_back(static_cast<std::uint8_t>(left));
      }
    }
  }
  writer.put(static_cast<std::uint64_t>(ledger.size()));
  writer.put_all(packed);
}

std::vector<LedgerCell> get_ledger(record::ByteReader& reader) {
  const auto cells = reader.get<std::uint64_t>();
  const auto packed = reader.get_all<std::uint8_t>();
  if (cells > packed.size() / (kTerms * kComponents)) reader.damaged("the ledger is too short");
  std::vector<LedgerCell> ledger(static_cast<std::size_t>(cells));
  std::size_t at = 0;
  for (LedgerCell& cell : ledger) {
    for (auto& term : cell) {
      for (Fixed& sum : term) {
        std::uint64_t bits = 0;
        for (int shift = 0;; shift += 7) {
          if (at == packed.size() || shift > 63) reader.damaged("the ledger breaks off");
          const std::uint8_t group = packed[at++];
          bits |= static_cast<std::uint64_t>(group & 0x7f) << shift;
          if (group < 0x80) break;
        }
        sum = static_cast<Fixed>((bits >> 1) ^ (~(bits & 1) + 1));
      }
    }
  }
  if (at != packed.size()) reader.damaged("the ledger is too long");
  return ledger;
}

}  // namespace

record::Bytes encode_cell(const CellRecords& records) {
  record::ByteWriter writer;
  writer.put_all(records.outcomes);
  put_ledger(writer, records.ledger);
  writer.put_all(records.digests);
  writer.put_all(records.organisation_digests);
  writer.put_all(records.state_digests);
  return writer.take();
}

CellRecords decode_cell(std::span<const std::byte> bytes, const std::string& what) {
  record::ByteReader reader(bytes, what);
  CellRecords records;
  records.outcomes = reader.get_all<float>();
  records.ledger = get_ledger(reader);
  records.digests = reader.get_all<std::uint64_t>();
  records.organisation_digests = reader.get_all<std::uint64_t>();
  records.state_digests = reader.get_all<std::uint64_t>();
  reader.expect_end();
  return records;
}

RunStore::RunStore(record::PartialStore store, const std::atomic<int>& stop,
                   Clock::duration snapshot_gap)
    : store_(std::move(store)), stop_(stop), snapshot_gap_(snapshot_gap) {}

std::optional<CellRecords> RunStore::load_cell(CellKey key) {
  const std::string text = key_text(key);
  const auto bytes = store_.get_cell(text);
  if (!bytes) return std::nullopt;
  return decode_cell(*bytes, "finished cell " + text);
}

void RunStore::save_cell(CellKey key, const CellRecords& records) {
  const std::string text = key_text(key);
  store_.append_cell(text, encode_cell(records));
  store_.remove(text);
  last_snapshot_.erase(text);
}

std::optional<std::vector<std::byte>> RunStore::load_snapshot(CellKey key) {
  return store_.get(key_text(key));
}

void RunStore::save_snapshot(CellKey key, std::span<const std::byte> bytes) {
  const std::string text = key_text(key);
  const auto now = Clock::now();
  const auto last = last_snapshot_.try_emplace(text, start_).first;
  if (stop_.load() == 0 && now - last->second < snapshot_gap_) return;
  store_.put(text, bytes);
  last->second = now;
}

}  // namespace relco::app
