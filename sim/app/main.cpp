// The program relco. The one place where errors are told to people and become exit codes.
#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <new>

#include "app/command_line.h"
#include "app/console.h"
#include "base/build_info.h"
#include "base/errors.h"
#include "base/exit_codes.h"
#include "base/printable.h"
#include "engine/tie_lanes.h"

namespace relco::app {
namespace {

int tell_bug(const char* what) {
  note(fmt::format(
      "relco: {}\nThis is a bug in relco {} (commit {}), not a mistake of yours. Please "
      "report it with the command and the scenario.\n",
      what, build_info().version, build_info().commit));
  return exit_bug;
}

int tell(const char* what, ExitCode code) {
  note(printable_lines(what) + '\n');  // names and values in it are others' words
  return code;
}

int run_program(int argc, const char* const* argv) {
  try {
    const auto command = parse_command_line(argc, argv);
    (void)vector_level();  // a wrong RELCO_VECTORS is told before work begins
    const int code = command();
    finish_output();
    return code;
  } catch (const UserError& error) {
    return tell(error.what(), exit_input);
  } catch (const PlaceError& error) {
    return tell(fmt::format("relco: {}", error.what()).c_str(), exit_place);
  } catch (const std::filesystem::filesystem_error& error) {
    return tell(fmt::format("relco: {}", error.what()).c_str(), exit_place);
  } catch (const std::bad_alloc&) {
    return tell(
        "relco: out of memory. A smaller world, fewer --replicates or fewer --threads need "
        "less.",
        exit_some_failed);
  } catch (const std::exception& error) {
    return tell_bug(error.what());
  } catch (...) {
    return tell_bug("something was thrown that is no error");
  }
}

}  // namespace
}  // namespace relco::app

int main(int argc, char** argv) {
  return relco::app::run_program(argc, argv);
}
