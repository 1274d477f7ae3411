#include "app/equations.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/errors.h"
#include "rules/parameters.h"
#include "world/tables.h"
#include "world/ties.h"

namespace relco::app {
namespace {

#define X(number, where, formula, source, says) \
  EquationRow{RELCO_GROUP, #number, where, formula, source, says},
constexpr std::array kEquations{
#define RELCO_GROUP "communication"
#include "rules/communication/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "learning"
#include "rules/learning/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "identity"
#include "rules/identity/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "structures"
#include "rules/structures/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "payment"
#include "rules/payment/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "leadership"
#include "rules/leadership/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "labour"
#include "rules/labour/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "family"
#include "rules/family/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "workforce"
#include "rules/workforce/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "caseload"
#include "rules/caseload/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "care"
#include "rules/care/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "climate"
#include "rules/climate/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "change"
#include "rules/change/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "genesis"
#include "genesis/equations.def"
#undef RELCO_GROUP
#define RELCO_GROUP "measure"
#include "measure/equations.def"
#undef RELCO_GROUP
};
#undef X

// Every symbol that an equation may name, under the name by which equations name it.
class Dictionary {
 public:
  Dictionary() {
#define X(symbol, kind, unit, meaning) add({symbol, #kind, "", unit, meaning, {}});
#include "rules/symbols.def"
#undef X
    add_columns<People>("person");
    add_columns<Units>("unit");
    add_columns<Organisations>("organisation");
    add_columns<OrganisationLinks>("partners");
    add_columns<Unions>("union");
    add_columns<Payers>("payer");
    add_columns<Lanes>("lane");
    add_columns<Cases>("case");
    add_columns<Members>("member");
    add_columns<Pairs>("pair");
    add_columns<Links>("link");
#define X(type, name, rest, meaning) add({"sender." #name, "profile", "", "", meaning, {}});
    RELCO_PROFILE(X)
#undef X
    for (const ParameterRow& row : parameter_rows()) {
      const std::string name = std::string(row.rule) + "." + std::string(row.field);
      add({name, "parameter", row.rule, row.unit, row.meaning, {}});
    }
  }

  // Null when nothing explains the word. `group` is the rule whose p. it is.
  Symbol* find(std::string_view word, std::string_view group) {
    std::string name(word);
    if (word.starts_with("p.")) name = std::string(group) + name.substr(1);
    for (const std::string_view side : {"receiver.", "me.", "other."}) {
      if (word.starts_with(side)) name = "sender." + name.substr(side.size());
    }
    const auto found = at_.find(name);
    return found == at_.end() ? nullptr : &all_[found->second];
  }

  std::vector<Symbol> take() {
    return std::move(all_);
  }

 private:
  void add(Symbol symbol) {
    const bool added = at_.emplace(symbol.name, all_.size()).second;
    RELCO_CHECK(added, "the symbol {} is explained twice", symbol.name);
    all_.push_back(std::move(symbol));
  }

  template <class Table>
  void add_columns(const std::string& entity) {
    static constexpr std::string_view kKinds[] = {"fixed", "stock", "flow", "reference"};
    Table table;
    Table::for_each_column(table, [&](const ColumnInfo& info, const auto&) {
      add({entity + "." + std::string(info.name),
           kKinds[static_cast<std::size_t>(info.kind)],
           info.table,
           info.unit,
           info.meaning,
           {}});
    });
  }

  std::map<std::string, std::size_t> at_;
  std::vector<Symbol> all_;
};

bool starts_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool in_word(char c) {
  return starts_word(c) || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

// Calls visit(word, said): said is true inside brackets, where words are just words.
template <class Visit>
void for_each_word(std::string_view formula, Visit&& visit) {
  bool said = false;
  for (std::size_t at = 0; at < formula.size();) {
    said = formula[at] == '[' || (said && formula[at] != ']');
    std::size_t end = at + 1;
    if (starts_word(formula[at])) {
      while (end < formula.size() && in_word(formula[end])) ++end;
      visit(formula.substr(at, end - at), said);
    }
    at = end;
  }
}

}  // namespace

std::span<const EquationRow> equation_rows() {
  return kEquations;
}

std::vector<std::string_view> statements_of(std::string_view formula) {
  std::vector<std::string_view> out;
  for (std::size_t from = 0; from < formula.size();) {
    const std::size_t end = std::min(formula.find("; ", from), formula.size());
    out.push_back(formula.substr(from, end - from));
    from = end + 2;
  }
  return out;
}

std::vector<Symbol> symbols_of_equations() {
  Dictionary dictionary;
  for (const EquationRow& row : kEquations) {
    for_each_word(row.formula, [&](std::string_view word, bool said) {
      const bool dotted = word.find('.') != std::string_view::npos;
      if (said && !dotted) return;
      Symbol* const symbol = dictionary.find(word, row.group);
      RELCO_CHECK(symbol != nullptr, "equation {} names {}, which nothing explains", row.number,
                  word);
      if (symbol->numbers.empty() || symbol->numbers.back() != row.number) {
        symbol->numbers.push_back(row.number);
      }
    });
  }
  std::vector<Symbol> named = dictionary.take();
  std::erase_if(named, [](const Symbol& symbol) { return symbol.numbers.empty(); });
  return named;
}

}  // namespace relco::app
