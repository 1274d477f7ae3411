#include "app/run_store.h"

#include <fmt/format.h>

namespace relco::app {
namespace {

std::string key_text(CellKey key) {
  return fmt::format("arm-{}-run-{}", key.arm, key.replicate);
}

}  // namespace

record::Bytes encode_cell(const CellRecords& records) {
  record::ByteWriter writer;
  writer.put_all(records.outcomes);
  writer.put_all(records.ledger);
  writer.put_all(records.digests);
  writer.put_all(records.organisation_digests);
  return writer.take();
}

CellRecords decode_cell(std::span<const std::byte> bytes, const std::string& what) {
  record::ByteReader reader(bytes, what);
  CellRecords records;
  records.outcomes = reader.get_all<float>();
  records.ledger = reader.get_all<LedgerCell>();
  records.digests = reader.get_all<std::uint64_t>();
  records.organisation_digests = reader.get_all<std::uint64_t>();
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
