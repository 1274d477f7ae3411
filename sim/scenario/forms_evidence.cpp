// Forms of ids of the registry of evidence: any of them, or rows of the checklist only.
#include <fmt/format.h>

#include <set>

#include "evidence/evidence.h"
#include "scenario/forms.h"
#include "scenario/json_shapes.h"

namespace relco::scenario {
namespace {

constexpr std::string_view kHowToList = "relco list --evidence prints them";

class IdsForm : public Form {
 public:
  void read(Reading& reading, const Field&, const Value& value, void* target) const override {
    auto& ids = *static_cast<std::vector<std::string>*>(target);
    ids.clear();
    if (value.is_list() && value.items.empty()) {
      reading.finding(value, fmt::format("is empty; at least one id is needed ({})", kHowToList));
    }
    std::set<std::string_view> seen;
    for (const Value* item : one_or_more(reading, value)) {
      if (!check(reading, *item)) continue;
      if (seen.insert(item->text).second) {
        ids.push_back(item->text);
      } else {
        reading.finding(*item, fmt::format("{} is listed twice", describe(*item)));
      }
    }
  }
  std::optional<Value> write(const Field&, const void* target) const override {
    const auto& ids = *static_cast<const std::vector<std::string>*>(target);
    if (ids.empty()) return {};
    Value list = Value::list();
    for (const std::string& id : ids) list.push(Value::string(id));
    return list;
  }
  Value schema(const Field&) const override {
    Value one = Value::map();
    Value& values = one.put("enum", Value::list());
    for (const std::string_view id : known()) values.push(Value::string(std::string(id)));
    return any_of({list_of(one), one});
  }

 protected:
  [[nodiscard]] virtual const std::vector<std::string_view>& known() const = 0;
  [[nodiscard]] virtual bool accepts(const evidence::Entry& entry) const = 0;
  [[nodiscard]] virtual std::string_view thing() const = 0;

 private:
  // What an entry is known by: author and year of a figure, what a row tells.
  [[nodiscard]] static std::string_view told(const evidence::Entry& entry) {
    return entry.kind == evidence::Kind::figure ? evidence::cite(entry) : entry.text;
  }
  [[nodiscard]] bool check(Reading& reading, const Value& item) const {
    const evidence::Entry* entry = evidence::find(item.text);
    if (entry != nullptr && accepts(*entry)) return true;
    if (reading.full()) {
      reading.finding(item, "");
      return false;
    }
    const std::string_view near = evidence::nearest_id(item.text, known());
    const std::string help =
        near.empty() ? fmt::format("; {}", kHowToList)
                     : fmt::format("; did you mean '{}' ({})?", near, told(*evidence::find(near)));
    if (entry != nullptr) {
      reading.finding(item, fmt::format("{} is a {}, not a {}; {}", describe(item),
                                        to_text(entry->kind), thing(), kHowToList));
    } else {
      reading.finding(item, fmt::format("there is no {} {}{}", thing(), describe(item), help));
    }
    return false;
  }
};

class EvidenceForm final : public IdsForm {
 public:
  std::string expects(const Field&) const override { return "list of ids of the evidence"; }

 private:
  const std::vector<std::string_view>& known() const override { return evidence::all_ids(); }
  bool accepts(const evidence::Entry&) const override { return true; }
  std::string_view thing() const override { return "evidence"; }
};

class RowsForm final : public IdsForm {
 public:
  std::string expects(const Field&) const override { return "list of rows of the checklist"; }

 private:
  const std::vector<std::string_view>& known() const override { return evidence::row_ids(); }
  bool accepts(const evidence::Entry& entry) const override {
    return entry.kind == evidence::Kind::row;
  }
  std::string_view thing() const override { return "row of the checklist"; }
};

}  // namespace

const Form& evidence_form() {
  static const EvidenceForm form;
  return form;
}
const Form& rows_form() {
  static const RowsForm form;
  return form;
}

}  // namespace relco::scenario
