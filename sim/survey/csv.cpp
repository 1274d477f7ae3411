#include "survey/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "base/errors.h"

namespace relco::survey {
namespace {

constexpr int kMostFindings = 50;

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// Bytes of the UTF-8 character that starts here; 0 if none does.
std::size_t character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(text[at + n]); };
  const unsigned char first = byte(0);
  const std::size_t size = first < 0x80                    ? 1
                           : first >= 0xc2 && first < 0xe0 ? 2
                           : first >= 0xe0 && first < 0xf0 ? 3
                           : first >= 0xf0 && first < 0xf5 ? 4
                                                           : 0;
  if (size == 0 || at + size > text.size()) return 0;
  for (std::size_t n = 1; n < size; ++n) {
    if ((byte(n) & 0xc0) != 0x80) return 0;
  }
  return size;
}

// The commonest of the possible separators in the first line, outside of quotes.
char separator_of(std::string_view text) {
  std::size_t commas = 0, semicolons = 0, tabs = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    commas += c == ',' ? 1 : 0;
    semicolons += c == ';' ? 1 : 0;
    tabs += c == '\t' ? 1 : 0;
  }
  if (tabs > commas && tabs > semicolons) return '\t';
  return semicolons > commas ? ';' : ',';
}

class Reader {
 public:
  Reader(std::string_view text, const std::string& file) : text_(text), findings_(file) {
    table_.file = file;
  }

  CsvTable read() {
    check_encoding();
    skip_hint();
    table_.separator = separator_of(text_.substr(at_));
    while (at_ < text_.size()) read_record();
    if (table_.header.fields.empty()) findings_.add("is empty; a line with column names is needed");
    check_header();
    findings_.throw_if_any();
    return std::move(table_);
  }

 private:
  void check_encoding() {
    if (text_.starts_with("\xff\xfe") || text_.starts_with("\xfe\xff")) {
      findings_.add("is in UTF-16; save it as \"CSV UTF-8\"");
      findings_.throw_if_any();
    }
    if (text_.starts_with("\xef\xbb\xbf")) at_ = 3;
    int line = 1, column = 1;
    for (std::size_t n = at_; n < text_.size();) {
      const std::size_t size = character_at(text_, n);
      if (size == 0 || text_[n] == '\0') {
        findings_.add(line, column, "",
                      text_[n] == '\0' ? "is no text: a byte of value 0"
                                       : "is no UTF-8; save it as \"CSV UTF-8\"");
        findings_.throw_if_any();
      }
      column = text_[n] == '\n' ? 1 : column + 1;
      line += text_[n] == '\n' ? 1 : 0;
      n += size;
    }
  }

  // Excel reads a first line "sep=;" as a hint about itself.
  void skip_hint() {
    if (text_.substr(at_).starts_with("sep=")) end_line();
  }
  void end_line() {
    while (at_ < text_.size() && text_[at_] != '\n') ++at_;
    step();
  }

  void step() {
    if (at_ >= text_.size()) return;
    const bool ends = text_[at_] == '\n';
    // Continuation bytes belong to the character before them.
    if ((static_cast<unsigned char>(text_[at_]) & 0xc0) != 0x80) ++column_;
    ++at_;
    if (ends) {
      ++line_;
      column_ = 1;
    }
  }
  [[nodiscard]] bool at_end_of_record() const {
    return at_ >= text_.size() || text_[at_] == '\n' ||
           (text_[at_] == '\r' && (at_ + 1 >= text_.size() || text_[at_ + 1] == '\n'));
  }

  void read_record() {
    CsvRow row;
    row.line = line_;
    for (;;) {
      row.fields.push_back(read_field());
      if (at_end_of_record()) break;
      step();  // over the separator
    }
    while (at_ < text_.size() && text_[at_] != '\n') step();
    step();
    const bool blank = std::all_of(row.fields.begin(), row.fields.end(),
                                   [](const CsvField& field) { return field.text.empty(); });
    if (blank) return;
    if (table_.header.fields.empty()) {
      table_.header = std::move(row);
    } else {
      take(std::move(row));
    }
  }

  void take(CsvRow row) {
    const std::size_t wanted = table_.header.fields.size();
    while (row.fields.size() > wanted && row.fields.back().text.empty()) row.fields.pop_back();
    if (row.fields.size() != wanted) {
      findings_.add(
          row.line, 1, "",
          fmt::format("has {} fields; the line of column names has {}", row.fields.size(), wanted));
    } else {
      table_.rows.push_back(std::move(row));
    }
  }

  CsvField read_field() {
    CsvField field;
    field.column = column_;
    std::string text;
    while (at_ < text_.size() && text_[at_] == ' ') step();
    if (at_ < text_.size() && text_[at_] == '"') {
      read_quoted(text);
    } else {
      while (!at_end_of_record() && text_[at_] != table_.separator) {
        if (text_[at_] == '"') {
          findings_.add(line_, column_, "", "a quote inside a field that does not start with one");
        }
        text += text_[at_];
        step();
      }
    }
    field.text = std::string(trimmed(text));
    return field;
  }

  void read_quoted(std::string& text) {
    const int line = line_, column = column_;
    step();
    for (;;) {
      if (at_ >= text_.size()) {
        findings_.add(line, column, "", "this quote is never closed");
        return;
      }
      if (text_[at_] != '"') {
        text += text_[at_];
        step();
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        text += '"';
        step();
        step();
      } else {
        break;
      }
    }
    step();
    while (at_ < text_.size() && text_[at_] == ' ') step();
    if (!at_end_of_record() && text_[at_] != table_.separator) {
      findings_.add(line_, column_, "", "more text after the closing quote of a field");
      while (!at_end_of_record() && text_[at_] != table_.separator) step();
    }
  }

  void check_header() {
    std::set<std::string_view> seen;
    for (std::size_t n = 0; n < table_.header.fields.size(); ++n) {
      const std::string& name = table_.header.fields[n].text;
      if (name.empty() || seen.insert(name).second) continue;
      findings_.add(table_.header, n, name, "is the name of two columns");
    }
  }

  std::string_view text_;
  CsvFindings findings_;
  CsvTable table_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;
};

}  // namespace

void CsvFindings::add(int line, int column, std::string path, std::string message) {
  if (++count_ > kMostFindings) return;
  diagnostics_.add({file_, line, column, std::move(path), std::move(message)});
}

void CsvFindings::add(const CsvRow& row, std::size_t field, std::string path, std::string message) {
  add(row.line, row.fields[field].column, std::move(path), std::move(message));
}

void CsvFindings::throw_if_any() const {
  if (count_ == 0) return;
  std::string report = diagnostics_.report();
  if (count_ > kMostFindings) {
    report += fmt::format("\n{}: and {} more findings", file_, count_ - kMostFindings);
  }
  throw UserError(report);
}

CsvTable parse_csv(std::string_view text, const std::string& file) {
  return Reader(text, file).read();
}

std::optional<double> csv_number(std::string_view text) {
  std::string plain(trimmed(text));
  if (std::count(plain.begin(), plain.end(), ',') == 1 && plain.find('.') == std::string::npos) {
    std::replace(plain.begin(), plain.end(), ',', '.');
  }
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (plain.empty() || error != std::errc() || end != plain.data() + plain.size()) return {};
  if (!(value > -1e12 && value < 1e12)) return {};
  return value;
}

std::string csv_field(std::string_view text) {
  const bool edges = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!edges && text.find_first_of(",;\"\n\r\t") == std::string_view::npos) {
    return std::string(text);
  }
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

}  // namespace relco::survey
