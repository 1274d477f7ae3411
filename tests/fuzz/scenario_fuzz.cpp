// libFuzzer target: whatever the bytes, a scenario file loads or is refused with findings.
//
//   clang++ -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -Isim \
//     tests/fuzz/scenario_fuzz.cpp sim/scenario/*.cpp sim/base/diagnostics.cpp \
//     sim/world/{vocabulary,outcomes,ledger_terms}.cpp -lyaml-cpp -lfmt -o scenario_fuzz
//   ./scenario_fuzz -dict=tests/fuzz/scenario.dict -max_len=8192 CORPUS scenarios
//
// What one input is: the file, then optionally a line "--set path=value" at its end.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/errors.h"
#include "scenario/load.h"

namespace {

const std::string& scratch_file() {
  static const std::string path = (std::filesystem::temp_directory_path() /
                                   ("relco-fuzz-" + std::to_string(::getpid()) + ".yaml"))
                                      .string();
  return path;
}

[[noreturn]] void broken(const char* promise) {
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  std::vector<relco::Override> overrides;
  constexpr std::string_view kSet = "\n--set ";
  if (const std::size_t at = text.rfind(kSet); at != std::string::npos) {
    try {
      overrides.push_back(relco::parse_override(text.substr(at + kSet.size())));
    } catch (const relco::UserError&) {
    }
    text.resize(at + 1);
  }
  std::ofstream(scratch_file(), std::ios::binary | std::ios::trunc) << text;
  std::string resolved;
  try {
    resolved = relco::load_scenario(scratch_file(), overrides, {}).resolved_text;
  } catch (const relco::UserError&) {
    return 0;  // anything else is a crash
  }
  // What loads, loads again as itself.
  std::ofstream(scratch_file(), std::ios::binary | std::ios::trunc) << resolved;
  try {
    if (relco::load_scenario(scratch_file(), {}, {}).resolved_text != resolved) {
      broken("resolved text loads as itself");
    }
  } catch (const relco::UserError& error) {
    std::fprintf(stderr, "%s\n%s\n", error.what(), resolved.c_str());
    broken("resolved text loads");
  }
  return 0;
}
