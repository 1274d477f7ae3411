#include "engine/digest.h"

#include <algorithm>
#include <array>
#include <bit>
#include <type_traits>

#include "base/hash.h"
#include "engine/digest_rows.h"
#include "parallel/parallel.h"
#include "world/tally.h"

namespace relco {
namespace {

constexpr std::size_t kSumsTogether = 64;      // organisations whose sums one task takes
constexpr std::uint32_t kNowhere = kNone - 1;  // of a row that holds nothing: it does not count

// Stable id of the row that a reference points to; a reference out of range stands for itself.
std::uint64_t id_at(const std::vector<std::uint64_t>& ids, std::uint32_t row) {
  return row < ids.size() ? ids[row] : mix64(row);
}

std::uint64_t span_of(std::uint32_t begin, std::uint32_t end) {
  return mix64(std::uint64_t{end} - begin);
}

struct RowKey {
  std::uint64_t identity = 0;
  std::uint32_t organisation = kNone;  // none: belongs to the world only
};

std::uint32_t organisation_of_unit(const World& w, std::uint32_t unit) {
  return unit < w.units.id.size() ? w.units.organisation[unit] : kNone;
}

RowKey key_of(const World& w, const People& t, std::size_t i) {
  const std::uint64_t place =
      combine64(id_at(w.units.id, t.unit[i]), id_at(w.unions.id, t.labour_union[i]));
  const std::uint64_t post = combine64(t.id[i], id_at(w.plan->role_ids, t.role[i]));
  return {combine64(post, place), organisation_of_unit(w, t.unit[i])};
}

RowKey key_of(const World& w, const Links& t, std::size_t i) {
  std::uint64_t across = mix64(t.across[i]);
  if (t.across[i] < w.organisation_links.first.size()) {
    across = combine64(id_at(w.organisations.id, w.organisation_links.first[t.across[i]]),
                       id_at(w.organisations.id, w.organisation_links.second[t.across[i]]));
  }
  const std::uint64_t ends =
      combine64(id_at(w.units.id, t.first[i]), id_at(w.units.id, t.second[i]));
  return {combine64(combine64(ends, across), span_of(t.begin[i], t.end[i])),
          organisation_of_unit(w, t.first[i])};
}

RowKey key_of(const World& w, const Units& t, std::size_t i) {
  const std::uint64_t inside =
      combine64(span_of(t.begin[i], t.end[i]), id_at(w.people.id, t.begin[i]));
  return {combine64(combine64(t.id[i], id_at(w.organisations.id, t.organisation[i])), inside),
          t.organisation[i]};
}

RowKey key_of(const World& w, const Organisations& t, std::size_t i) {
  const std::uint64_t inside =
      combine64(span_of(t.begin[i], t.end[i]), id_at(w.units.id, t.begin[i]));
  return {combine64(combine64(t.id[i], id_at(w.payers.id, t.payer[i])), inside),
          static_cast<std::uint32_t>(i)};
}

RowKey key_of(const World& w, const OrganisationLinks& t, std::size_t i) {
  return {combine64(id_at(w.organisations.id, t.first[i]), id_at(w.organisations.id, t.second[i])),
          t.first[i]};
}

RowKey key_of(const World&, const Unions& t, std::size_t i) {
  return {t.id[i], kNone};
}

RowKey key_of(const World&, const Payers& t, std::size_t i) {
  return {t.id[i], kNone};
}

RowKey key_of(const World& w, const Lanes& t, std::size_t i) {
  const std::uint32_t pathway = t.pathway[i];
  const std::uint64_t plan =
      pathway < w.plan->pathways.size() ? w.plan->pathways[pathway].id : mix64(pathway);
  const std::uint64_t place = combine64(plan, id_at(w.organisations.id, t.organisation[i]));
  return {combine64(combine64(t.id[i], place), span_of(t.begin[i], t.end[i])), t.organisation[i]};
}

// Lane of each case slot, so that a slot's identity is its lane and its place in it.
struct SlotKeys {
  std::vector<std::uint64_t> identity;
  std::vector<std::uint32_t> organisation;
  explicit SlotKeys(const World& w)
      : identity(w.cases.id.size()), organisation(identity.size(), kNone) {
    for (std::size_t lane = 0; lane < w.lanes.id.size(); ++lane) {
      const auto last = std::min<std::size_t>(w.lanes.end[lane], identity.size());
      for (std::size_t slot = w.lanes.begin[lane]; slot < last; ++slot) {
        identity[slot] = combine64(w.lanes.id[lane], slot - w.lanes.begin[lane]);
        organisation[slot] = w.lanes.organisation[lane];
      }
    }
  }
};

template <class Table>
std::size_t rows_of(const Table& table) {
  std::size_t rows = 0;
  Table::for_each_column(table,
                         [&](const ColumnInfo&, const auto& column) { rows = column.size(); });
  return rows;
}

// `fill` sets the keys of rows [begin, end).
template <class Table, class Fill>
void digest_table(const Table& table, Digest& digest, Fill&& fill) {
  const std::uint64_t salt = hash_text(Table::kTable);
  for_each_range(rows_of(table), kRows, [&](std::size_t begin, std::size_t end) {
    ColumnSums sums(begin, end);
    Table::for_each_column(table, sums);
    RowKeys keys;
    fill(begin, end, keys);
    const std::uint64_t* const rows = sums.rows(keys, std::is_same_v<Table, Pairs>, salt);
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < end - begin;) {
      const std::uint32_t organisation = keys.organisation[i];
      std::uint64_t local = 0;
      for (; i < end - begin && keys.organisation[i] == organisation; ++i) local += rows[i];
      if (organisation == kNowhere) continue;
      if (organisation < digest.organisations.size()) {
        add_shared(digest.organisations[organisation], local);
      }
      total += local;
    }
    add_shared(digest.world, total);
  });
}

// The same with key(i) for one row.
template <class Table, class Key>
void digest_rows(const Table& table, Digest& digest, Key&& key) {
  digest_table(table, digest, [&](std::size_t begin, std::size_t end, RowKeys& keys) {
    for (std::size_t i = begin; i < end; ++i) {
      const RowKey row = key(i);
      keys.identity[i - begin] = row.identity;
      keys.organisation[i - begin] = row.organisation;
    }
  });
}

// A pair is its two people; neighbours mostly share the lower one.
void fill_pairs(const World& w, std::size_t begin, std::size_t end, RowKeys& keys) {
  const Pairs& t = w.pairs;
  std::uint32_t lower = t.lower[begin], organisation = kNone;
  std::uint64_t lower_id = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (i == begin || t.lower[i] != lower) {
      lower = t.lower[i];
      lower_id = id_at(w.people.id, lower);
      organisation =
          lower < w.people.id.size() ? organisation_of_unit(w, w.people.unit[lower]) : kNone;
    }
    keys.identity[i - begin] = lower_id;
    keys.second[i - begin] = id_at(w.people.id, t.upper[i]);
    keys.organisation[i - begin] = organisation;
  }
}

// A hash of all sums of one organisation. Each has a salt of its own, so that none can stand for
// another; their hashes are summed, so that they are computed side by side.
std::uint64_t hash_of(const OrganisationWeek& sums, std::uint64_t salt) {
  constexpr std::size_t kSums = sizeof(OrganisationWeek) / sizeof(std::int64_t);
  static_assert(std::has_unique_object_representations_v<OrganisationWeek>);  // sums, nothing else
  const auto words = std::bit_cast<std::array<std::uint64_t, kSums>>(sums);
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < kSums; ++i) {
    hash += mix64(words[i] + salt + i * 0x9e3779b97f4a7c15ULL);
  }
  return mix64(hash + salt);
}

}  // namespace

void digest_sums(const World& world, Week week, std::span<const OrganisationWeek> sums,
                 Digest& digest) {
  digest.world = 0;
  digest.organisations.resize(sums.size());
  const std::uint64_t salt = combine64(hash_text("week"), static_cast<std::uint64_t>(week));
  for_each_range(sums.size(), kSumsTogether, [&](std::size_t begin, std::size_t end) {
    std::uint64_t total = 0;
    for (std::size_t o = begin; o < end; ++o) {
      digest.organisations[o] = hash_of(sums[o], combine64(salt, world.organisations.id[o]));
      total += digest.organisations[o];
    }
    add_shared(digest.world, total);
  });
}

Digest digest_of(const World& world) {
  Digest digest;
  digest.organisations.assign(world.organisations.id.size(), 0);
  const auto keyed = [&](const auto& table) {
    digest_rows(table, digest, [&](std::size_t i) { return key_of(world, table, i); });
  };
  keyed(world.people);
  keyed(world.links);
  digest_table(world.pairs, digest, [&](std::size_t begin, std::size_t end, RowKeys& keys) {
    fill_pairs(world, begin, end, keys);
  });
  keyed(world.units);
  keyed(world.organisations);
  keyed(world.organisation_links);
  keyed(world.unions);
  keyed(world.payers);
  keyed(world.lanes);
  const SlotKeys slots(world);
  const std::size_t places = std::max<std::size_t>(world.plan->places, 1);
  digest_rows(world.cases, digest, [&](std::size_t i) {
    return RowKey{slots.identity[i], slots.organisation[i]};
  });
  // Empty places do not count: how many there are follows the widest team of the whole world.
  digest_rows(world.members, digest, [&](std::size_t i) {
    if (world.members.person[i] == kNone) return RowKey{0, kNowhere};
    const std::size_t slot = i / places;
    const std::uint64_t person = id_at(world.people.id, world.members.person[i]);
    return RowKey{combine64(combine64(slots.identity[slot], i % places), person),
                  slots.organisation[slot]};
  });
  return digest;
}

}  // namespace relco
