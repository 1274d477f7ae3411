// Schema and reference say what the reader reads.
#include "scenario/schema.h"

#include <boost/json.hpp>

#include "scenario/tables.h"
#include "unit/scenario/files.h"
#include "world/outcomes.h"

using namespace relco;
using namespace relco::test;

namespace {

const boost::json::object& definition(const boost::json::value& schema, const std::string& name) {
  return schema.as_object().at("$defs").as_object().at(name).as_object();
}

// "#/$defs/x" for every reference in the schema.
void collect_references(const boost::json::value& value, std::vector<std::string>& found) {
  if (value.is_array()) {
    for (const auto& item : value.as_array()) collect_references(item, found);
  } else if (value.is_object()) {
    for (const auto& [key, item] : value.as_object()) {
      if (key == "$ref" && item.is_string()) found.emplace_back(item.as_string().c_str());
      collect_references(item, found);
    }
  }
}

}  // namespace

TEST_CASE("The schema is valid JSON, the same each time, and refuses unknown keys") {
  const std::string text = json_schema();
  CHECK(text == json_schema());
  const boost::json::value schema = boost::json::parse(text);
  CHECK(schema.as_object().at("additionalProperties").as_bool() == false);
  const auto& pathway = definition(schema, "pathway");
  CHECK(pathway.at("additionalProperties").as_bool() == false);
  const auto& uncertainty = pathway.at("properties").as_object().at("uncertainty").as_object();
  check_says(std::string(uncertainty.at("description").as_string()), "Allowed: 0 to 1.");
  CHECK(uncertainty.at("default").to_number<double>() == 0.3);
}

TEST_CASE("Every reference of the schema leads somewhere") {
  const boost::json::value schema = boost::json::parse(json_schema());
  std::vector<std::string> references;
  collect_references(schema, references);
  CHECK(references.size() > 50);
  for (const std::string& reference : references) {
    CAPTURE(reference);
    CHECK(schema.as_object().at("$defs").as_object().contains(reference.substr(8)));
  }
}

TEST_CASE("Every key has a meaning and stands in the reference and the schema") {
  const std::string reference = reference_markdown();
  CHECK(reference == reference_markdown());
  for (const scenario::Table* table : scenario::all_tables()) {
    CAPTURE(table->name);
    CHECK_FALSE(table->meaning.empty());
    for (const scenario::Field& field : table->fields) {
      CAPTURE(field.key);
      CHECK_FALSE(field.meaning.empty());
      if (field.spelling == scenario::Spelling::other) continue;
      CHECK(reference.find("| `" + std::string(field.key) + "` |") != std::string::npos);
    }
  }
}

TEST_CASE("Every word and every outcome stands in the reference") {
  const std::string reference = reference_markdown();
  for (const auto& words : {structure_words(), payment_model_words(), change_verb_words(),
                            intervention_words(), expectation_kind_words(), statistic_words()}) {
    for (const Word& word : words) check_says(reference, "| `" + std::string(word.name) + "` |");
  }
  for (const OutcomeRow& row : outcome_rows()) {
    check_says(reference, "| `" + std::string(row.name) + "` |");
  }
}

TEST_CASE("Kinds, scales and verbs are as many in the tables of words as in the types") {
  CHECK(expectation_kind_words().size() == static_cast<std::size_t>(ExpectationKind::persists) + 1);
  CHECK(expectation_kind_words()[static_cast<std::size_t>(ExpectationKind::ratio)].name == "ratio");
  CHECK(effect_scale_words().size() == 3);
  CHECK(framing_words().size() == 3);
  CHECK(change_verb_words().size() == std::variant_size_v<VerbChange>);
}
