// The equations of the model and the symbols they use, gathered from the tables beside the code.
//
// Every rule has a table rules/<rule>/equations.def; genesis and measure have theirs:
//   X(number, "file:function", "formula", "source", "says")
// A formula is plain text, one statement after the other, parted by semicolons. x' is the value
// after the week. p.name is a parameter of the rule whose table it is, rule.name of another rule;
// person.name a column of state, sender.name a column of what a person brings to the week; all
// other symbols stand in rules/symbols.def. What is in [brackets] is said in words: a condition, or
// what else is treated alike.
//
// tests/house/equations.py holds the tables to the code: the function exists, its comment names the
// number, and it reads exactly the parameters that its equations name. A symbol that nothing
// explains is a bug that writing the reference finds.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relco::app {

struct EquationRow {
  std::string_view group;  // the rule, or genesis or measure
  std::string_view number;
  std::string_view where;  // "file:function", the file relative to sim/
  std::string_view formula, source, says;
};

[[nodiscard]] std::span<const EquationRow> equation_rows();

// The statements of a formula.
[[nodiscard]] std::vector<std::string_view> statements_of(std::string_view formula);

// One symbol, wherever it is explained.
struct Symbol {
  std::string name;       // as the reference shows it: learning.pace, person.load, need
  std::string_view kind;  // parameter, stock, flow, fixed, profile, or the kind of symbols.def
  std::string_view home;  // rule, table of state, or empty
  std::string_view unit, meaning;
  std::vector<std::string_view> numbers;  // of the equations that name it
};

// All symbols that the equations name, by kind and home, in the order of their own tables.
[[nodiscard]] std::vector<Symbol> symbols_of_equations();

}  // namespace relco::app
