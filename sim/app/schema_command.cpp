// relco schema: the JSON Schema of scenario files or experiment files, for editors that complete
// and check.
#include <fmt/format.h>

#include "app/commands.h"
#include "app/console.h"
#include "app/text_file.h"
#include "base/exit_codes.h"
#include "scenario/schema.h"

namespace relco::app {

int schema(const SchemaArguments& arguments) {
  const std::string text = arguments.experiments ? experiment_json_schema() : json_schema();
  if (!arguments.out) {
    print(text);
    return exit_good;
  }
  refuse_existing(*arguments.out, arguments.force);
  write_text(*arguments.out, text);
  print(fmt::format("wrote {}\n", *arguments.out));
  return exit_good;
}

}  // namespace relco::app
