// Forms of nested values: sections, lists of named things, verbs of changes.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "scenario/forms.h"
#include "scenario/json_shapes.h"
#include "scenario/roles.h"

namespace relco::scenario {
namespace {

class SectionForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    reading.read_table(field.table(), value, target);
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    return write_given(field.table(), target);
  }
  Value schema(const Field& field) const override { return table_schema(field.table()); }
  std::string expects(const Field& field) const override {
    return fmt::format("map, see {}", field.table().link());
  }
  void gather(const Field& field, const Value& value, NameBook& names) const override {
    gather_names(field.table(), value, names);
  }
};

// What a thing is before its keys are read. A role starts from what is known everywhere of the role
// that its id stands for, so that another name changes nothing.
template <class T>
T prototype(const std::string& name, const Value& item) {
  T thing;
  if constexpr (std::is_same_v<T, RoleFacts>) {
    const std::string_view id = item.is_map() ? item.text_of("id") : std::string_view{};
    thing = standard_role(id.empty() ? name : id);
  }
  thing.name = name;
  return thing;
}

std::string name_written(const Value& item, bool in_map) {
  return in_map ? item.key : std::string(item.text_of("name"));
}

template <class T>
class ThingsForm : public Form {
 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    auto& things = *static_cast<std::vector<T>*>(target);
    if (!value.is_list() && !value.is_map()) {
      reading.finding(value, fmt::format("is {}; a list of maps with a name each, or a map from "
                                         "names to maps, is needed here",
                                         describe(value)));
      return;
    }
    std::set<std::string, std::less<>> names, ids;
    for (const Value& item : value.items) {
      T thing;
      if (!read_one(reading, field, item, value.is_map(), thing)) continue;
      const bool new_name = names.insert(thing.name).second;
      // Variants of one change may share an identity, and with it their luck.
      const bool new_id = std::is_same_v<T, ChangeFacts> || ids.insert(thing.id).second;
      if (!new_name || !new_id) {
        reading.finding(item,
                        fmt::format("there are two of {} {} '{}'", word_for(field.thing),
                                    new_name ? "id" : "name", new_name ? thing.id : thing.name));
        continue;
      }
      things.push_back(std::move(thing));
    }
    // By identity, so that the order of the file reaches nobody.
    std::sort(things.begin(), things.end(), [](const T& a, const T& b) {
      return std::tie(a.id, a.name) < std::tie(b.id, b.name);
    });
  }

  std::optional<Value> write(const Field& field, const void* target) const override {
    const auto& things = *static_cast<const std::vector<T>*>(target);
    if (things.empty()) return {};
    Value list = Value::list();
    for (const T& thing : things) list.push(write_table(field.table(), &thing));
    return list;
  }

  Value schema(const Field& field) const override {
    return any_of({list_of(table_schema(field.table())), map_of(table_schema(field.table()))});
  }

  std::string expects(const Field& field) const override {
    return fmt::format("list or map of things, see {}", field.table().link());
  }

  void gather(const Field& field, const Value& value, NameBook& names) const override {
    if (!value.is_list() && !value.is_map()) return;
    for (const Value& item : value.items) {
      names.add(field.thing, name_written(item, value.is_map()));
      gather_names(field.table(), item, names);
    }
  }

 private:
  static bool read_one(Reading& reading, const Field& field, const Value& item, bool in_map,
                       T& thing) {
    const std::string name = name_written(item, in_map);
    const Reading::Step step(reading, name.empty() ? "?" : name, item.place);
    if (!item.is_map() && !(in_map && item.is_null()) && field.table().short_key.empty()) {
      reading.finding(item, fmt::format("is {}; a map of keys is needed here", describe(item)));
      return false;
    }
    if (in_map && !reading.check_new_name(name, item.key_place)) return false;
    thing = prototype<T>(name, item);
    reading.read_table(field.table(), item, &thing);
    if (thing.name.empty()) {
      if (item.find("name") == nullptr) reading.finding(item, "needs a name");
      return false;
    }
    if (in_map && thing.name != name) {
      reading.finding(item,
                      fmt::format("is called '{}' inside and '{}' outside", thing.name, name));
    }
    if (thing.id.empty()) thing.id = thing.name;
    return true;
  }
};

// Whose keys the table of a verb names.
template <class T>
void* owner_of(T& verb) {
  return &verb;
}
void* owner_of(PaymentChange& verb) {
  return &verb.to;
}

// A verb of a change: the section becomes one alternative of the variant. Two spellings of a verb
// in one change (`intervention` and `interventions`) end up in the same alternative.
template <class T>
class VerbForm : public SectionForm {
  using Verbs = std::vector<VerbChange>;

 public:
  void read(Reading& reading, const Field& field, const Value& value, void* target) const override {
    auto& verbs = *static_cast<Verbs*>(target);
    // `survey: true` says the same as a bare `survey:`.
    const bool yes = value.is_scalar() && value.text == "true" && field.table().short_key.empty();
    Value bare;
    bare.place = value.place;
    const Value& body = yes ? bare : value;
    for (VerbChange& verb : verbs) {
      if (T* same = std::get_if<T>(&verb)) {
        reading.read_table(field.table(), body, owner_of(*same));
        return;
      }
    }
    T verb;
    reading.read_table(field.table(), body, owner_of(verb));
    verbs.emplace_back(std::move(verb));
    std::sort(verbs.begin(), verbs.end(),
              [](const VerbChange& a, const VerbChange& b) { return a.index() < b.index(); });
  }
  std::optional<Value> write(const Field& field, const void* target) const override {
    for (const VerbChange& verb : *static_cast<const Verbs*>(target)) {
      if (const T* one = std::get_if<T>(&verb)) {
        return write_table(field.table(), owner_of(const_cast<T&>(*one)));
      }
    }
    return {};
  }
};

}  // namespace

const Form& section_form() {
  static const SectionForm form;
  return form;
}
template <class T>
const Form& things_form() {
  static const ThingsForm<T> form;
  return form;
}
template <class T>
const Form& verb_form() {
  static const VerbForm<T> form;
  return form;
}
template const Form& things_form<RoleFacts>();
template const Form& things_form<PayerFacts>();
template const Form& things_form<OrganisationFacts>();
template const Form& things_form<UnitFacts>();
template const Form& things_form<UnionFacts>();
template const Form& things_form<PathwayFacts>();
template const Form& things_form<ChannelFacts>();
template const Form& things_form<ChangeFacts>();
template const Form& verb_form<PaymentChange>();
template const Form& verb_form<LeaderChange>();
template const Form& verb_form<StructureChange>();
template const Form& verb_form<InterventionChange>();
template const Form& verb_form<GovernanceChange>();
template const Form& verb_form<MergeChange>();
template const Form& verb_form<SplitChange>();
template const Form& verb_form<ReassignChange>();
template const Form& verb_form<AddRoleChange>();
template const Form& verb_form<RemoveRoleChange>();
template const Form& verb_form<ColocateChange>();
template const Form& verb_form<StaffingChange>();
template const Form& verb_form<DemandChange>();
template const Form& verb_form<ShockChange>();
template const Form& verb_form<IdentityChange>();
template const Form& verb_form<UnionChange>();
template const Form& verb_form<SurveyChange>();
template const Form& verb_form<ChannelChange>();
template const Form& verb_form<PolicyChange>();
template const Form& verb_form<BudgetCycleChange>();
template const Form& verb_form<NullChange>();

}  // namespace relco::scenario
