// Processes that are ended on purpose, and places that are made to fail.
#pragma once

#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <exception>
#include <functional>
#include <optional>
#include <string>

namespace relco::record {

// What a call says in a process of its own: the message of its exception, or "" when it went well.
inline std::string told_by_child(const std::function<void()>& call) {
  int ends[2];
  if (pipe(ends) != 0) return "no pipe";
  const pid_t child = fork();
  if (child == 0) {
    std::string told;
    try {
      call();
    } catch (const std::exception& error) {
      told = error.what();
    }
    const bool sent = write(ends[1], told.data(), told.size()) >= 0;
    _exit(sent ? 0 : 1);
  }
  close(ends[1]);
  std::string told;
  char part[512];
  for (ssize_t got = 0; (got = read(ends[0], part, sizeof part)) > 0;) told.append(part, got);
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? told : "the process was ended";
}

// A number that a child counts up and its parent reads, also after the child was killed.
class SharedCount {
 public:
  SharedCount()
      : count_(new (mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0)) std::atomic<int>(0)) {}
  ~SharedCount() { munmap(count_, sizeof(std::atomic<int>)); }
  SharedCount(const SharedCount&) = delete;
  SharedCount& operator=(const SharedCount&) = delete;
  void add() { count_->fetch_add(1); }
  [[nodiscard]] int value() const { return count_->load(); }

 private:
  std::atomic<int>* count_;
};

// Runs a call in a process of its own and kills that at the n-th time it enters or leaves the
// kernel: files change nowhere else, so the n-th states are all there are. True when it was killed,
// false when it came to its end before; empty when tracing is not allowed here.
inline std::optional<bool> killed_at_system_call(int n, const std::function<void()>& call) {
  const pid_t child = fork();
  if (child == 0) {
    if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) _exit(2);
    raise(SIGSTOP);
    call();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFSTOPPED(status)) return std::nullopt;
  ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_EXITKILL);
  for (int i = 0; i < n; ++i) {
    ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    waitpid(child, &status, 0);
    if (WIFEXITED(status) || WIFSIGNALED(status)) return false;
  }
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  return true;
}

}  // namespace relco::record
