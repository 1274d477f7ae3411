#include "world/ledger_terms.h"

namespace relco {
namespace {
#define RELCO_TERM_NAME(name, meaning) #name,
#define RELCO_TERM_MEANING(name, meaning) meaning,
constexpr const char* kNames[] = {RELCO_TERMS(RELCO_TERM_NAME)};
constexpr const char* kMeanings[] = {RELCO_TERMS(RELCO_TERM_MEANING)};
}  // namespace

const char* term_name(std::size_t term) {
  return kNames[term];
}
const char* term_meaning(std::size_t term) {
  return kMeanings[term];
}

}  // namespace relco
