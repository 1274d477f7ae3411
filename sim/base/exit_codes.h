// Exit codes of the program, one table for code, documentation and tests.
#pragma once

namespace relco {

enum ExitCode : int {
  exit_good = 0,           // everything held
  exit_does_not_hold = 1,  // a contract or comparison does not hold
  exit_input = 2,          // usage, or anything wrong with a file a person writes
  exit_some_failed = 3,    // some runs failed
  exit_place = 4,          // results, snapshots or output places unusable; disk full
  exit_bug = 70,           // a bug in relco
  exit_resumable = 75,     // stopped early, can be resumed (first Ctrl-C or SIGTERM)
  exit_interrupted = 130,  // second Ctrl-C
};

}  // namespace relco
