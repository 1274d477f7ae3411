// Snapshots: every stored column of every table in order, then the records so far. Topology is not
// trusted from the file: sizes must equal those that genesis made from the same scenario.
#include <cstring>

#include "base/errors.h"
#include "engine/simulation.h"
#include "rules/caseload/caseload.h"

namespace relco {
namespace {

class Writer {
 public:
  template <class T>
  void value(const T& value) {
    append(&value, sizeof(T));
  }
  template <class T>
  void column(const std::vector<T>& column) {
    value(static_cast<std::uint64_t>(column.size()));
    append(column.data(), column.size() * sizeof(T));
  }
  std::vector<std::byte> take() { return std::move(out_); }

 private:
  void append(const void* from, std::size_t size) {
    const std::size_t at = out_.size();
    out_.resize(at + size);
    if (size > 0) std::memcpy(out_.data() + at, from, size);
  }
  std::vector<std::byte> out_;
};

class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}
  template <class T>
  T value() {
    T value{};
    take(&value, sizeof(T));
    return value;
  }
  // Fills a column whose size is known already.
  template <class T>
  void column(std::vector<T>& column) {
    if (value<std::uint64_t>() != column.size()) {
      throw PlaceError("the snapshot belongs to another world: a column has another size");
    }
    take(column.data(), column.size() * sizeof(T));
  }
  void expect_end() const {
    if (!bytes_.empty()) throw PlaceError("the snapshot is damaged: bytes after its end");
  }

 private:
  void take(void* to, std::size_t size) {
    if (bytes_.size() < size) throw PlaceError("the snapshot is damaged: it ends too early");
    if (size > 0) std::memcpy(to, bytes_.data(), size);
    bytes_ = bytes_.subspan(size);
  }
  std::span<const std::byte> bytes_;
};

template <class Records, class Visit>
void for_each_record(Records& records, Visit&& visit) {
  visit(records.outcomes);
  visit(records.ledger);
  visit(records.digests);
  visit(records.organisation_digests);
  visit(records.state_digests);
}

}  // namespace

std::vector<std::byte> Simulation::snapshot() const {
  Writer out;
  out.value(static_cast<std::uint64_t>(world_.arm));
  out.value(world_.replicate);
  out.value(world_.week);
  out.value(evaluations_);
  for_each_table(world_, [&](const auto& table) {
    std::decay_t<decltype(table)>::for_each_column(
        table, [&](const ColumnInfo&, const auto& column) { out.column(column); });
  });
  for_each_record(records_, [&](const auto& column) { out.column(column); });
  return out.take();
}

void Simulation::restore(std::span<const std::byte> bytes) {
  Reader in(bytes);
  if (in.value<std::uint64_t>() != world_.arm || in.value<int>() != world_.replicate) {
    throw PlaceError("the snapshot belongs to another arm or replicate");
  }
  const Week week = in.value<Week>();
  if (week < 0 || week > axes_.weeks)
    throw PlaceError("the snapshot is damaged: week out of range");
  evaluations_ = in.value<std::int64_t>();
  for_each_table(world_, [&](auto& table) {
    std::decay_t<decltype(table)>::for_each_column(
        table, [&](const ColumnInfo&, auto& column) { in.column(column); });
  });
  for_each_record(records_, [&](auto& column) { in.column(column); });
  in.expect_end();
  world_.week = week;
  index_case_pairs(world_);
}

}  // namespace relco
