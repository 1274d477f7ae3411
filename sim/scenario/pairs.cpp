#include "scenario/pairs.h"

#include <fmt/format.h>

#include "scenario/reading.h"

namespace relco::scenario {
namespace {

bool known(std::string_view role, const NameBook& names) {
  return role == kFamily || names.knows(Thing::role, role);
}

}  // namespace

std::optional<std::pair<std::string, std::string>> split_pair(std::string_view text,
                                                              const NameBook& names) {
  constexpr std::size_t kLongest = 256;  // two names; anything longer is no pair
  if (text.size() > kLongest) return std::nullopt;
  for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    std::string_view first = text.substr(0, at), second = text.substr(at + 1);
    while (first.ends_with(' ')) first.remove_suffix(1);
    while (second.starts_with(' ')) second.remove_prefix(1);
    if (known(first, names) && known(second, names)) {
      return std::pair{std::string(first), std::string(second)};
    }
  }
  return std::nullopt;
}

std::string no_pair_text(std::string_view text, const NameBook& names) {
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos) {
    return fmt::format("{} is no pair of roles such as surgeon-nurse", shown(text));
  }
  auto roles = names.all(Thing::role);
  roles.push_back(kFamily);
  std::string why = fmt::format("{} is no pair of roles", shown(text));
  for (const std::string_view side : {text.substr(0, hyphen), text.substr(hyphen + 1)}) {
    if (!known(side, names)) {
      return why + fmt::format(": there is no role {}{}", shown(side), hint(side, roles));
    }
  }
  return why;
}

}  // namespace relco::scenario
