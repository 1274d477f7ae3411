// The format as other programs and people read it. Both texts come from the tables that the reader
// uses, and are the same for the same program.
#pragma once

#include <string>

namespace relco {

// JSON Schema (draft 2020-12) of scenario files, for editors that check YAML.
[[nodiscard]] std::string json_schema();
// The same of experiment files.
[[nodiscard]] std::string experiment_json_schema();

// Every key and word: type, range, unit, default, meaning; kinds of claims; the outcomes; the
// roles.
[[nodiscard]] std::string reference_markdown();

}  // namespace relco
