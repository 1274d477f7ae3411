// relco list --evidence: entries of the registry for people and for programs.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "evidence/evidence.h"

namespace relco::app {

// The entries that the words pick, each once, in the order of the words; all without words. Throws
// UserError that names every word that picks nothing, with the id that was probably meant.
[[nodiscard]] std::vector<const evidence::Entry*> picked_evidence(
    const std::vector<std::string>& words);

[[nodiscard]] std::string evidence_text(const std::vector<const evidence::Entry*>& entries,
                                        std::size_t width);
[[nodiscard]] boost::json::value evidence_json(const std::vector<const evidence::Entry*>& entries);

}  // namespace relco::app
