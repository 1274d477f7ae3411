#include "app/bench_spawn.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <filesystem>

#include "app/bench_clock.h"
#include "app/console.h"
#include "base/errors.h"

extern char** environ;

namespace relco::app {
namespace {

int run_silently(const std::string& program, const std::vector<std::string>& words) {
  std::vector<char*> arguments{const_cast<char*>(program.c_str())};
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int stream : {0, 1, 2}) {
    posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_RDWR, 0);
  }
  pid_t child = 0;
  const int failed =
      posix_spawn(&child, program.c_str(), &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  int status = 0;
  if (failed != 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}

}  // namespace

double seconds_of_program(const std::vector<std::string>& words, int repeats) {
  std::error_code unknown;
  const std::string program = std::filesystem::read_symlink("/proc/self/exe", unknown).string();
  std::vector<double> seconds;
  for (int i = 0; i < repeats; ++i) {
    int code = 0;
    seconds.push_back(seconds_of([&] { code = run_silently(program, words); }));
    if (code != 0) {
      throw UserError(
          fmt::format("relco bench: relco {} ends with exit code {}", shell_words(words), code));
    }
  }
  return median(seconds);
}

}  // namespace relco::app
