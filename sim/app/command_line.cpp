#include "app/command_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>
#include <sstream>

#include "app/command_line_survey.h"
#include "app/command_options.h"
#include "app/commands.h"
#include "app/console.h"
#include "base/build_info.h"
#include "base/diagnostics.h"
#include "base/errors.h"
#include "base/exit_codes.h"
#include "stats/readable.h"

namespace relco::app {
namespace {

constexpr const char* kExitCodes =
    "Exit codes: 0 good; 1 a contract or comparison does not hold; 2 usage, or something wrong in "
    "a\n"
    "file that people write; 3 some runs failed; 4 results, snapshots or output places unusable;\n"
    "70 a bug in relco; 75 stopped early, can be resumed; 130 stopped at once.";

// ---- one function per command ----

void add_run(CLI::App& app, Everything& all) {
  CLI::App& command = *app.add_subcommand("run", "Run all arms of a scenario; say what won");
  RunArguments& a = all.run;
  command.add_option("scenario", a.scenario, "scenario file")->required()->type_name("FILE");
  add_set(command, a.set);
  add_block(command, a.block);
  add_size(command, a.size);
  add_threads(command, a.threads);
  command.add_option("--out", a.out, "results file; default: the scenario's name with .h5, here")
      ->type_name("FILE");
  auto* no_out = command.add_flag("--no-out", a.no_out, "keep no results file, only the verdict");
  command.add_flag("--force", a.force,
                   "replace an existing results file, and throw away an unfinished run for it");
  command.add_flag("--resume", a.resume, "go on with the unfinished run for the results file")
      ->excludes(no_out);
  command
      .add_option("--checkpoint-every", a.checkpoint_every,
                  "weeks between snapshots of every world in flight; 0: only when stopped; "
                  "default: 52, and at most one in five seconds")
      ->type_name("WEEKS")
      ->check(CLI::Range(0, 5200))
      ->excludes(no_out);
  add_json(command, a.json);
  add_quiet(command, a.quiet);
  command.callback([&all] { all.chosen = [&all] { return run(all.run); }; });
}

void add_check(CLI::App& app, Everything& all) {
  CLI::App& command =
      *app.add_subcommand("check", "Hold scenarios to what they expect; fail when one is broken");
  CheckArguments& a = all.check;
  command
      .add_option("paths", a.paths,
                  "scenario files, or folders of them (their baseline/ folders are left out)")
      ->required()
      ->type_name("PATH...");
  add_set(command, a.set);
  add_block(command, a.block);
  add_threads(command, a.threads);
  command.add_flag("--quick", a.quick,
                   "few replicates: shows whether it runs, not whether it holds");
  command.add_option("--markdown", a.markdown, "write what was found as a page, too")
      ->type_name("FILE");
  command.add_flag("--force", a.force, "replace an existing page");
  add_json(command, a.json);
  add_quiet(command, a.quiet);
  command.callback([&all] { all.chosen = [&all] { return check(all.check); }; });
}

void add_validate(CLI::App& app, Everything& all) {
  CLI::App& command =
      *app.add_subcommand("validate", "Check scenario files strictly, without running them");
  command.add_option("files", all.validate.files, "scenario files")
      ->required()
      ->type_name("FILE...");
  command.callback([&all] { all.chosen = [&all] { return validate(all.validate); }; });
}

void add_describe(CLI::App& app, Everything& all) {
  CLI::App& command = *app.add_subcommand(
      "describe", "Say in words what a scenario is, defaults included; or what the model is");
  DescribeArguments& a = all.describe;
  command.add_option("scenario", a.scenario, "scenario file; without one, the model itself")
      ->type_name("FILE");
  add_set(command, a.set);
  command.add_flag("--mean-field", a.mean_field,
                   "where the tie rules alone settle: both fixed points and what parts them");
  command.callback([&all] { all.chosen = [&all] { return describe(all.describe); }; });
}

void add_params(CLI::App& app, Everything& all) {
  CLI::App& command =
      *app.add_subcommand("params", "List the model's parameters, where they come from and why");
  add_json(command, all.params.json);
  command.callback([&all] { all.chosen = [&all] { return params(all.params); }; });
}

void add_schema(CLI::App& app, Everything& all) {
  CLI::App& command =
      *app.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
  command.add_flag("--experiments", all.schema.experiments, "that of experiment files instead");
  command.add_option("--out", all.schema.out, "file to write it to")->type_name("FILE");
  command.add_flag("--force", all.schema.force, "replace an existing file");
  command.callback([&all] { all.chosen = [&all] { return schema(all.schema); }; });
}

void add_list(CLI::App& app, Everything& all) {
  CLI::App& command = *app.add_subcommand("list", "List the scenarios of a folder");
  ListArguments& a = all.list;
  command.add_option("folder", a.folder, "folder of scenario files")
      ->capture_default_str()
      ->type_name("FOLDER");
  command.add_flag("--coverage", a.coverage,
                   "which rows of the checklist have an expectation, and which are still open");
  command
      .add_option("--results", a.results,
                  "what relco check --json printed: the rows then say whether they hold")
      ->type_name("FILE");
  CLI::Option* evidence = command
                              .add_option("--evidence", a.ids,
                                          "instead of scenarios, what the ids that they cite "
                                          "stand for: E08, S0 and its rows, all of E; none: all")
                              ->type_name("[ID...]")
                              ->expected(0, CLI::detail::expected_max_vector_size)
                              ->take_all();
  add_json(command, a.json);
  command.callback([&all, evidence] {
    all.list.evidence = evidence->count() > 0;
    std::erase(all.list.ids, "");  // the option alone
    all.chosen = [&all] { return list(all.list); };
  });
}

void add_docs(CLI::App& app, Everything& all) {
  CLI::App& command = *app.add_subcommand(
      "docs", "Write the documents that are made from the code, or check that they are fresh");
  DocsArguments& a = all.docs;
  command.add_flag("--check", a.check, "write nothing; fail when a document is stale");
  command.add_option("--write", a.folder, "folder to write to, or to check")
      ->capture_default_str()
      ->type_name("FOLDER");
  command.callback([&all] { all.chosen = [&all] { return docs(all.docs); }; });
}

// ---- the whole ----

std::string version_text() {
  const BuildInfo& info = build_info();
  return fmt::format("relco {}\ncommit {}, {}, {} build", info.version, info.commit, info.compiler,
                     info.build_type);
}

// Help in the house's layout: columns aligned, nothing wider than 100 characters, and no type
// names beside those that the options give themselves.
class HelpFormatter final : public CLI::Formatter {
 public:
  HelpFormatter() {
    column_width(kColumn);
    label("Subcommands", "Commands");
    label("SUBCOMMAND", "COMMAND");
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string type = option->get_type_name();
    std::string text = ' ' + type.substr(0, type.find(':'));  // after the colon: what is allowed
    if (!option->get_default_str().empty()) text += '=' + option->get_default_str();
    return text == " " ? "" : text;
  }
  std::string make_option_desc(const CLI::Option* option) const override {
    return wrapped(option->get_description());
  }
  std::string make_subcommand(const CLI::App* command) const override {
    std::ostringstream text;
    CLI::detail::format_help(text, command->get_display_name(true),
                             wrapped(command->get_description()), kColumn);
    return text.str();
  }

 private:
  static constexpr std::size_t kColumn = 30;
  static std::string wrapped(const std::string& text) {
    return fmt::format("{}", fmt::join(stats::wrap(text, 100 - kColumn), "\n"));
  }
};

std::unique_ptr<CLI::App> make_app(Everything& all) {
  auto app = std::make_unique<CLI::App>(
      "relco simulates relational coordination in health care: who talks to whom, what they learn\n"
      "of each other, and what reforms make of it.\n");
  app->name("relco");
  app->formatter(std::make_shared<HelpFormatter>());
  app->set_help_flag("-h,--help", "say how it is used");
  app->set_version_flag("--version", version_text(), "say what this program was built from");
  app->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  for (const auto add :
       {add_run, add_sweep, add_check, add_calibrate, add_verify, add_validate, add_describe,
        add_explain, add_params, add_schema, add_list, add_docs, add_bench}) {
    add(*app, all);
  }
  add_survey(*app, all.survey, all.chosen);
  for (CLI::App* command : app->get_subcommands([](CLI::App*) { return true; })) {
    command->group("Commands");
  }
  app->require_subcommand(0, 1);
  app->footer(std::string("relco COMMAND --help says more about a command.\n") + kExitCodes);
  return app;
}

// CLI11 takes an unknown command for a stray word; people should hear what commands there are.
void refuse_unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return;
  std::vector<std::string_view> known;
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == argv[1]) return;
    names.push_back(command->get_name());
  }
  known.assign(names.begin(), names.end());
  const std::string_view nearest = nearest_name(argv[1], known);
  throw UserError(fmt::format("relco has no command '{}'{} (see relco --help)", argv[1],
                              nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest)));
}

// The words that name the command: "relco", "relco run", "relco survey score".
std::string command_named(const CLI::App& app) {
  std::string words = "relco";
  for (auto chosen = app.get_subcommands(); !chosen.empty();
       chosen = chosen.front()->get_subcommands()) {
    words += ' ' + chosen.front()->get_name();
  }
  return words;
}

// "" or what is wrong: an option that takes one value and was given several times. CLI11 would
// speak of arguments expected and got.
std::string given_again(const CLI::App& command) {
  for (const CLI::Option* option : command.get_options()) {
    const bool once = option->get_multi_option_policy() == CLI::MultiOptionPolicy::Throw &&
                      option->get_items_expected_max() == 1;
    if (!once || option->results().size() < 2) continue;
    return fmt::format("{} is given {} times ({}); it takes one value", option->get_name(),
                       option->results().size(), fmt::join(option->results(), ", "));
  }
  for (const CLI::App* chosen : command.get_subcommands()) {
    if (std::string wrong = given_again(*chosen); !wrong.empty()) return wrong;
  }
  return "";
}

// Every command below this one, those that have commands of their own included.
void add_pages(const CLI::App& app, const std::string& above, std::string& text) {
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    text +=
        fmt::format("\n## {} {}\n\n```\n{}```\n", above, command->get_name(), command->help(above));
    add_pages(*command, above + ' ' + command->get_name(), text);
  }
}

}  // namespace

std::function<int()> parse_command_line(int argc, const char* const* argv) {
  auto all = std::make_shared<Everything>();
  const auto app = make_app(*all);
  refuse_unknown_command(*app, argc, argv);
  all->run.words.assign(argv, argv + argc);
  all->sweep.words = all->calibrate.words = all->run.words;
  try {
    app->parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const std::string text = app->help();
    return [text] { return print(text), exit_good; };
  } catch (const CLI::CallForVersion&) {
    return [] { return print(version_text() + '\n'), exit_good; };
  } catch (const CLI::ParseError& error) {
    const std::string command = command_named(*app);
    const std::string again = given_again(*app);
    throw UserError(fmt::format("{}: {} (see {} --help)", command,
                                again.empty() ? error.what() : again, command));
  }
  if (!all->chosen) throw UserError(app->help());
  return [all] { return all->chosen(); };
}

std::string command_line_markdown() {
  Everything all;
  const auto app = make_app(all);
  std::string text =
      "# The command line\n\nWritten by `relco docs` from the program itself; change it there.\n\n"
      "```\n" +
      app->help() + "```\n";
  add_pages(*app, "relco", text);
  return text;
}

}  // namespace relco::app
